"""“Not mentioned”, said and taken back on the story board."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reporter_required
from articles.models import Outlet
from claims import silences
from claims.errors import ClaimError
from claims.views.board import row_answer
from claims.views.lookups import standing_claim_or_404
from web.toasts import brief, toast, warn


@require_POST
@reporter_required
def silence(request: DeskRequest, claim_id: int, outlet_id: int) -> HttpResponse:
    """A person has looked: the outlet does not mention what the row says."""
    claim = standing_claim_or_404(claim_id)
    outlet = get_object_or_404(Outlet, pk=outlet_id)
    try:
        silences.confirm(claim, outlet, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return row_answer(request, claim, outlet_id, status=409)
    undo = reverse("claims:undo_silence", args=[claim.pk, outlet.pk])
    toast(request, f"Not mentioned by {outlet}: {brief(str(claim))}.", undo=undo)
    return row_answer(request, claim, outlet_id)


@require_POST
@reporter_required
def undo_silence(request: DeskRequest, claim_id: int, outlet_id: int) -> HttpResponse:
    claim = standing_claim_or_404(claim_id)
    outlet = get_object_or_404(Outlet, pk=outlet_id)
    try:
        silences.take_back(claim, outlet, by=request.user)
    except ClaimError as error:
        warn(request, str(error))
        return row_answer(request, claim, outlet_id, status=409)
    toast(request, f"Taken back. {brief(str(claim))} is only not found in {outlet}.")
    return row_answer(request, claim, outlet_id)
