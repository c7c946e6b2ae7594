"""The history of the whole desk: who did what, newest first, and taking it back."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import DeskRequest
from accounts.roles import desk_admin_required, member_required
from claims import reverting, sentences, takebacks
from claims.errors import ClaimError
from claims.history_filters import HistoryFilter
from claims.history_forms import ReversalForm
from claims.models import Event
from claims.review_forms import UndoForm
from claims.standing import Now
from claims.views.bulk import chosen_once
from web import paging
from web.fragments import fragment
from web.referrer import came_from
from web.toasts import brief, toast, warn

EVENTS_A_PAGE = 50


@require_safe
@member_required
def desk_history(request: DeskRequest) -> HttpResponse:
    chosen = HistoryFilter(request.GET)
    page = paging.page(
        chosen.events.shown_to(request.user).for_desk(),
        order=["-at", "-pk"],
        size=EVENTS_A_PAGE,
        params=request.GET,
    )
    now = Now(page.rows)
    rows = [
        (event, line, _offer(event, now, request))
        for event, line in sentences.told(page.rows, reader=request.user)
    ]
    context = {"chosen": chosen, "page": page, "rows": rows}
    if request.htmx:
        return fragment(request, "claims/_desk_history.html", context)
    return render(request, "claims/desk_history.html", context)


def _offer(event: Event, now: Now, request: DeskRequest) -> str:
    """Whether Undo is offered, and if it asks why: “undo”, “why” or nothing."""
    person = request.user
    if not takebacks.may_undo(event, by=person) or takebacks.is_gone(event, now):
        return ""
    return "why" if takebacks.needs_reason(event, by=person) else "undo"


@require_POST
@member_required
def undo_event(request: DeskRequest, event_id: int) -> HttpResponse:
    """Take one thing back that the history tells."""
    shown = Event.objects.shown_to(request.user)
    event = get_object_or_404(shown.for_desk(), pk=event_id)
    form = UndoForm(request.POST)
    form.is_valid()
    try:
        takebacks.undo(event, by=request.user, reason=form.cleaned_data.get("reason", ""))
    except ClaimError as error:
        warn(request, str(error))
    else:
        toast(request, f"Taken back: {event.get_kind_display()}, {brief(event.claim.quote)}.")
    return redirect(came_from(request) or "claims:desk_history")


@require_http_methods(["GET", "HEAD", "POST"])
@desk_admin_required
def revert(request: DeskRequest) -> HttpResponse:
    """Whose doings are to be taken back, and of what time; then their preview."""
    given = request.POST if request.method == "POST" else None
    form = ReversalForm(given, initial={"person": request.GET.get("person", "")})
    if form.is_valid():
        asked = form.cleaned_data
        try:
            of = asked.pop("person")
            look = partial(reverting.preview, of=of, **asked, by=request.user)
            return redirect(chosen_once(request, look))
        except ClaimError as error:
            form.add_error(None, str(error))
    status = 422 if form.errors else 200
    return render(request, "claims/revert.html", {"form": form}, status=status)
