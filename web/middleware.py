"""What a request must not bring along, and what a response needs when htmx asked for it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import resolve_url
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from web.referrer import came_from


class ReadableCookiesMiddleware:
    """Forget cookies that hold a NUL, which PostgreSQL takes in no text: none of ours has one.

    Before the sessions, which would look for the key.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.COOKIES = {
            name: value for name, value in request.COOKIES.items() if "\0" not in value
        }
        return self.get_response(request)


class HtmxLoginMiddleware:
    """Send a fragment request whose login has expired to the login page as a whole page.

    Without it htmx follows the redirect and puts the login form inside a row. The login returns to
    the page the person was on, not to the fragment, nor to the address that a form was sent to.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
        login = resolve_url(settings.LOGIN_URL)
        is_sent = request.method == "POST" or htmx
        if not is_sent or response.status_code != 302:
            return response
        place, _, query = response["Location"].partition("?")
        if place != login or not (htmx or REDIRECT_FIELD_NAME in query):
            return response
        page = htmx.current_url_abs_path if htmx else came_from(request)
        leave = HttpResponseClientRedirect if htmx else HttpResponseRedirect
        return leave(f"{login}?{_leading_back_to(page)}")


def _leading_back_to(page: str | None) -> str:
    query = QueryDict(mutable=True)
    query[REDIRECT_FIELD_NAME] = page or resolve_url(settings.LOGIN_REDIRECT_URL)
    return query.urlencode(safe="/")
