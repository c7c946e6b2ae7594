"""Shows every moment in the reader's zone."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone


class TimeZoneMiddleware:
    """Activate the account's zone, else the desk's, for the length of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        zone = getattr(request.user, "zone", "") or settings.DESK_TIME_ZONE
        with timezone.override(zoneinfo.ZoneInfo(zone)):
            return self.get_response(request)
