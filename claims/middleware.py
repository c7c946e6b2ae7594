"""Before a request: whoever is at work keeps the claim they hold, and words are read anew."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from claims import house_names, rationale_drafts, review
from claims.review_forms import VerdictForm

View = Callable[..., HttpResponseBase]
WRITING = ("claims:decide", "claims:draft", "claims:add_evidence")  # what a rationale is sent to


def no_activity(view: View) -> View:
    """Decorator of views that a page asks by itself: nobody is at work because of them."""
    view.is_activity = False  # type: ignore[attr-defined]
    return view


class LeaseMiddleware:
    """Any request of a signed-in person renews their lease, at most once a minute.

    But not what a page asks by itself, or an open window would hold a claim for ever.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, *given: Any) -> None:
        if request.user.is_authenticated and getattr(view, "is_activity", True):
            review.renew(by=request.user)


class SignedOutMiddleware:
    """Whose login ended while they wrote a rationale finds it again, with or without scripts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name not in WRITING:
            return response
        is_sent_to_login = response.status_code == HTTPStatus.FOUND or "HX-Redirect" in response
        if is_sent_to_login and not request.user.is_authenticated:
            form = VerdictForm(request.POST)
            form.is_valid()
            typed = {name: form.cleaned_data.get(name) for name in rationale_drafts.KEPT}
            if typed["rationale"] and typed["version"]:
                claim = match.kwargs["claim_id"]
                rationale_drafts.keep_signed_out(request.session, claim, typed)
        return response


class HouseNamesMiddleware:
    """Pages say what the desk calls its statuses now, not when this process began."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            house_names.refresh_if_old()
        return self.get_response(request)
