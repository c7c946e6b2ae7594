"""What a request must not bring along, and what a response needs when htmx asked for it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import resolve_url
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails


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
    the page the person was on, not to the fragment.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
        login = resolve_url(settings.LOGIN_URL)
        if htmx and response.status_code == 302 and response["Location"].startswith(login):
            query = QueryDict(mutable=True)
            query["next"] = htmx.current_url_abs_path or resolve_url(settings.LOGIN_REDIRECT_URL)
            return HttpResponseClientRedirect(f"{login}?{query.urlencode(safe='/')}")
        return response
