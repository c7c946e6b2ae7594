"""The page a form was on, for going back to it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def came_from(request: HttpRequest) -> str:
    """The address of the page that sent this, without its fragment; empty when it is not ours."""
    page = request.headers.get("Referer", "")
    if page and url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return page.partition("#")[0]
    return ""
