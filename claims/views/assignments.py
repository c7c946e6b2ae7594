"""Assigning a claim to a person or a group, with the time by which it is due."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import reswap, retarget, trigger_client_event

from accounts.models import User
from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import assignments, blind_review, sentences
from claims.assignment_forms import AssignForm
from claims.errors import AssignedOtherwise, ClaimError
from claims.filters import QueueFilter
from claims.models import Claim
from claims.views import handling
from claims.views.lookups import claim_or_404, standing_claim_or_404
from claims.views.review import show_refusal
from web.fragments import fragment
from web.toasts import brief, toast, warn


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_required
def assign(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = standing_claim_or_404(claim_id)
    sent = request.POST if request.method == "POST" else None
    form = AssignForm(sent, now=assignments.of(claim), reader=request.user)
    back, status = handling.way_back(request, claim), 422 if form.is_bound else 200
    if form.is_valid():
        to, seen = form.assignment, form.cleaned_data["seen"]
        try:
            undo = assignments.assign(claim, to=to, seen=seen, by=request.user)
        except AssignedOtherwise as error:
            form.ask_again(str(error), now=error.now)
            status = 409
        except ClaimError as error:
            warn(request, str(error))
            return redirect(back)
        else:
            _tell(request, claim, to.words, undo)
            return redirect(back)
    context = {"claim": claim, "form": form, "back": back}
    return render(request, "claims/assign.html", context, status=status)


@require_POST
@reviewer_required
def assign_to_me(request: DeskRequest, claim_id: int) -> HttpResponse:
    return _at_once(request, claim_id, to=request.user)


@require_POST
@reviewer_required
def assign_to_nobody(request: DeskRequest, claim_id: int) -> HttpResponse:
    return _at_once(request, claim_id, to=None)


@require_POST
@reviewer_required
def undo_assignment(request: DeskRequest, token: str) -> HttpResponse:
    try:
        claim = assignments.undo(token, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return redirect("claims:queue")
    whose = assignments.of(claim).words
    toast(request, f"Undone. {brief(str(claim))} is assigned to {whose} again.")
    return redirect(handling.way_back(request, claim))


def _at_once(request: DeskRequest, claim_id: int, *, to: User | None) -> HttpResponse:
    """What the person sees of the claim, as it is now: its row, or a part of its page."""
    claim = get_object_or_404(Claim, pk=claim_id)
    try:
        undo = assignments.give(claim, to=to, by=request.user)
    except ClaimError as error:
        return _refused(request, claim, error)
    _tell(request, claim, "you" if to else "nobody", undo)
    if handling.is_from_queue(request):
        return trigger_client_event(handling.row(request, claim), "queue-changed")
    if not request.htmx:
        return redirect(handling.way_back(request, claim))
    chosen = QueueFilter(request.GET, person=request.user)
    claim = claim_or_404(claim.pk)
    events, event_count = blind_review.newest_events(claim, reader=request.user)
    context = {
        "claim": claim,
        "chosen": chosen,
        "lines": sentences.lines(claim, events, reader=request.user),
        "event_count": event_count,
    }
    return fragment(request, "claims/_handling_answer.html", context)


def _tell(request: DeskRequest, claim: Claim, whose: str, undo: str) -> None:
    """With the way back; nothing when it was theirs already."""
    if undo:
        way_back = handling.undo_address(request, "claims:undo_assignment", undo)
        toast(request, f"Assigned {brief(str(claim))} to {whose}.", undo=way_back)


def _refused(request: DeskRequest, claim: Claim, error: ClaimError) -> HttpResponse:
    if handling.is_from_queue(request):
        return handling.refused_row(request, claim, error)
    chosen = QueueFilter(request.GET, person=request.user)
    response = show_refusal(request, claim.pk, chosen, error)
    return retarget(reswap(response, "innerHTML"), "#main")
