"""Pinning a claim and letting it fall back, from the queue or from its own page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import pins
from claims.errors import ClaimError
from claims.filters import QueueFilter
from claims.models import Claim
from claims.views import handling
from claims.views.review import show, show_refusal
from web.toasts import brief, toast


@require_POST
@reviewer_required
def pin(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    try:
        pins.pin(claim, by=request.user)
    except ClaimError as error:
        return _refused(request, claim, error)
    undo = handling.undo_address(request, "claims:unpin", claim.pk)
    toast(request, f"Pinned {brief(str(claim))}: it comes before all others.", undo=undo)
    return _answer(request, claim)


@require_POST
@reviewer_required
def unpin(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    try:
        pins.unpin(claim, by=request.user)
    except ClaimError as error:
        return _refused(request, claim, error)
    undo = handling.undo_address(request, "claims:pin", claim.pk)
    toast(request, f"{brief(str(claim))} is no longer pinned.", undo=undo)
    return _answer(request, claim)


def _answer(request: DeskRequest, claim: Claim) -> HttpResponse:
    """The row as it is now, where it stands; or the claim's page."""
    if handling.is_from_queue(request):
        return trigger_client_event(handling.row(request, claim), "queue-changed")
    return show(request, claim.pk, QueueFilter(request.GET, person=request.user))


def _refused(request: DeskRequest, claim: Claim, error: ClaimError) -> HttpResponse:
    if handling.is_from_queue(request):
        return handling.refused_row(request, claim, error)
    return show_refusal(request, claim.pk, QueueFilter(request.GET, person=request.user), error)
