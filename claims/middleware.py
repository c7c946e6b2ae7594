"""Before a request: whoever is at work keeps the claim they hold, and words are read anew."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from claims import house_names, review


class LeaseMiddleware:
    """Any request of a signed-in person renews their lease, at most once a minute."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            review.renew(by=request.user)
        return self.get_response(request)


class HouseNamesMiddleware:
    """Pages say what the desk calls its statuses now, not when this process began."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            house_names.refresh_if_old()
        return self.get_response(request)
