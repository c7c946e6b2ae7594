"""Answers for htmx: a part of the page, and beside it only the messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string


def fragment(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a part of the page, with waiting messages swapped out of band into the toasts."""
    html = render_to_string(template, dict(context or {}), request)
    waiting = list(get_messages(request))
    if waiting:
        html += render_to_string("web/_toasts_oob.html", {"toasts": waiting}, request)
    return HttpResponse(html, status=status)


def asked_too_late(request: HttpRequest) -> HttpResponse:
    """To a part of a page that asked by itself for what is gone by now: nothing, as nobody is in
    the wrong. Raises Http404 for a page."""
    if not request.headers.get("HX-Request"):
        raise Http404
    return HttpResponse(status=204)
