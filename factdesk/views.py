"""Home, health and the pages for what went wrong."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import news
from claims.middleware import no_activity
from claims.views.news import answer, asked_by, hear, nothing_new
from factdesk import desk_changes, overview
from factdesk import status as desk_status


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 only while the database answers. Open to all, and not sent on to https.

    A health check must send a Host of ALLOWED_HOSTS, or Django answers 400 before this is reached.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("The database does not answer.\n", "text/plain", status=503)
    return HttpResponse("ok\n", "text/plain")


@require_safe
@member_required
def home(request: DeskRequest) -> HttpResponse:
    seen = news.first_look(news.EVERYTHING)
    context = {"seen": seen, "desk": overview.for_person(request.user)}
    return render(request, "factdesk/home.html", context)


@no_activity
@require_safe
@member_required
def home_news(request: DeskRequest) -> HttpResponse:
    asked, heard = asked_by(request), hear(request, news.EVERYTHING)
    told = news.events(news.EVERYTHING, heard)
    found = desk_changes.of(told, asked, is_late=heard.is_late, reader=request.user)
    if found is None:
        return nothing_new(request, heard.seen)
    return answer(heard.seen, request, "factdesk/_home_news.html", {"desk": found})


@require_safe
@member_required
def status(request: DeskRequest) -> HttpResponse:
    context = {"status": desk_status.now(), "version": settings.VERSION}
    return render(request, "factdesk/status.html", context)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Without the request: Django's own view reads the form once more, which fails once more."""
    return HttpResponseBadRequest(render_to_string("400.html"))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
