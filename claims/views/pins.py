"""Pinning a claim and letting it fall back, from the queue or from its own page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import pins
from claims.errors import ClaimError
from claims.filters import QueueFilter
from claims.models import Claim
from claims.views.review import show, show_refusal
from web.fragments import fragment
from web.toasts import brief, toast, warn

QUEUE = "queue"  # what a form in a row of the queue says of where it stands


@require_POST
@reviewer_required
def pin(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    try:
        pins.pin(claim, by=request.user)
    except ClaimError as error:
        return _refused(request, claim, error)
    undo = reverse("claims:unpin", args=[claim.pk])
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
    undo = reverse("claims:pin", args=[claim.pk])
    toast(request, f"{brief(str(claim))} is no longer pinned.", undo=undo)
    return _answer(request, claim)


def _answer(request: DeskRequest, claim: Claim, *, status: int = 200) -> HttpResponse:
    """The row as it is now, where it stands; or the claim's page."""
    chosen = QueueFilter(request.GET, person=request.user)
    if request.POST.get("back") != QUEUE:
        return show(request, claim.pk, chosen)
    if not request.htmx:
        return redirect(f"{reverse('claims:queue')}{chosen.address}#claim-{claim.pk}")
    row = Claim.objects.for_list().get(pk=claim.pk)
    context = {"claim": row, "chosen": chosen}
    return fragment(request, "claims/_queue_row.html", context, status=status)


def _refused(request: DeskRequest, claim: Claim, error: ClaimError) -> HttpResponse:
    if request.POST.get("back") != QUEUE:
        return show_refusal(request, claim.pk, QueueFilter(request.GET, person=request.user), error)
    warn(request, str(error))
    return _answer(request, claim, status=409)
