"""What a person is told: the list, opening one, marking as read and taking that back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import notifications as telling
from claims.models import Notification
from claims.notification_forms import ReadForm, SeenForm
from web import paging
from web.fragments import fragment
from web.referrer import came_from
from web.toasts import toast, warn

NOTIFICATIONS_A_PAGE = 50


@require_safe
@member_required
def notifications(request: DeskRequest) -> HttpResponse:
    """Those that are unread, or with `?view=all` the read ones as well."""
    return render(request, "claims/notifications.html", _list_of(request))


@require_safe
@member_required
def open_notification(request: DeskRequest, notification_id: int) -> HttpResponse:
    """Go where it leads; from then on it is read."""
    one = _asked(request, notification_id)
    telling.read(one)
    return redirect(one)


@require_POST
@member_required
def read_notification(request: DeskRequest, notification_id: int) -> HttpResponse:
    one = _asked(request, notification_id)
    undo = _undo_address(telling.read(one))
    toast(request, f"Read: {one.by} {one.get_kind_display()}.", undo=undo)
    if not request.htmx:
        return _back(request)
    return fragment(request, "claims/_notification_read.html", {"one": one})


@require_POST
@member_required
def read_notifications(request: DeskRequest) -> HttpResponse:
    """All of them, up to the newest that the person saw."""
    form = SeenForm(request.POST)
    if not form.is_valid():
        warn(request, "Nothing was marked as read. Look at the list again.")
        return _back(request)
    count, at = telling.read_all(request.user, **form.cleaned_data)
    words = "notification is" if count == 1 else "notifications are"
    toast(request, f"{count:,} {words} read.", undo=_undo_address(at) if count else "")
    return _back(request)


@require_POST
@member_required
def unread_notifications(request: DeskRequest) -> HttpResponse:
    """Take back what was marked as read at the moment `?at=`."""
    form = ReadForm(request.GET)
    count = telling.unread(request.user, read_at=form.cleaned_data["at"]) if form.is_valid() else 0
    if count:
        toast(request, f"Undone. {count:,} unread again.")
    else:
        warn(request, "They are unread already. Nothing changed.")
    return _back(request)


def _asked(request: DeskRequest, notification_id: int) -> Notification:
    """One of the person's own; those of others are not there for them."""
    own = Notification.objects.of(request.user).for_list()
    return get_object_or_404(own, pk=notification_id)


def _undo_address(read_at: datetime) -> str:
    at = urlencode({"at": read_at.isoformat()})
    return f"{reverse('claims:unread_notifications')}?{at}"


def _back(request: DeskRequest) -> HttpResponse:
    return redirect(came_from(request) or "claims:notifications")


def _list_of(request: DeskRequest) -> dict[str, Any]:
    shows_all = request.GET.get("view") == "all"
    own = Notification.objects.of(request.user).for_list()
    page = paging.page(
        own.shown() if shows_all else own.unread(),
        order=["-pk"],
        size=NOTIFICATIONS_A_PAGE,
        params=request.GET,
    )
    return {"page": page, "shows_all": shows_all}
