"""Adding evidence to a claim under review, taking it away, putting it back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import evidence
from claims.errors import ClaimError
from claims.filters import QueueFilter
from claims.models import Claim, Evidence
from claims.review_forms import VerdictForm
from claims.views.review import show, show_refusal
from claims.views.verdicts import keep_typed, refuse
from web.toasts import brief, toast


@require_POST
@reviewer_required
def add_evidence(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    chosen = QueueFilter(request.GET, person=request.user)
    form = VerdictForm(request.POST, needs="source")
    if not form.is_valid() or form.evidence is None:
        return refuse(request, claim, chosen, form)
    keep_typed(request, claim, form)
    try:
        evidence.add(claim, form.evidence, by=request.user)
    except ClaimError as error:
        return refuse(request, claim, chosen, form, error)
    return show(request, claim.pk, chosen, focus="evidence")


@require_POST
@reviewer_required
def remove_evidence(request: DeskRequest, evidence_id: int) -> HttpResponse:
    piece = get_object_or_404(Evidence.objects.known_to(request.user), pk=evidence_id)
    chosen = QueueFilter(request.GET, person=request.user)
    keep_typed(request, piece.claim, VerdictForm(request.POST))
    try:
        evidence.remove(piece, by=request.user)
    except ClaimError as error:
        return show_refusal(request, piece.claim_id, chosen, error)
    undo = reverse("claims:restore_evidence", args=[piece.pk]) + chosen.queue_address
    toast(request, f"Took away the evidence {brief(piece.title)}.", undo=undo)
    return show(request, piece.claim_id, chosen, focus="evidence")


@require_POST
@reviewer_required
def restore_evidence(request: DeskRequest, evidence_id: int) -> HttpResponse:
    piece = get_object_or_404(Evidence.objects.known_to(request.user), pk=evidence_id)
    chosen = QueueFilter(request.GET, person=request.user)
    try:
        evidence.restore(piece, by=request.user)
    except ClaimError as error:
        return show_refusal(request, piece.claim_id, chosen, error)
    toast(request, f"Undone. {brief(piece.title)} is evidence again.")
    return show(request, piece.claim_id, chosen, focus="evidence")
