"""Taking back one's own opinion on a claim that needs two."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import opinions, review
from claims.errors import ClaimError, HeldByAnother
from claims.filters import QueueFilter
from claims.models import Opinion
from claims.views.review import show, show_refusal
from web.toasts import brief, toast


@require_POST
@reviewer_required
def undo_opinion(request: DeskRequest, opinion_id: int) -> HttpResponse:
    opinion = get_object_or_404(Opinion.objects.for_page(), pk=opinion_id)
    chosen = QueueFilter(request.GET, person=request.user)
    try:
        claim = opinions.withdraw(opinion, by=request.user)
    except ClaimError as error:
        return show_refusal(request, opinion.claim_id, chosen, error)
    with suppress(HeldByAnother):
        review.take(claim, by=request.user)
    toast(request, f"Undone. Your opinion on {brief(str(claim))} is taken back.")
    return show(request, claim.pk, chosen)
