"""Taking a claim, letting it go, passing it over."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import rationale_drafts, review
from claims.errors import ClaimError
from claims.filters import QueueFilter
from claims.models import Claim
from claims.review_forms import HolderForm, VerdictForm
from claims.views.lookups import claim_or_404
from claims.views.queue import bring_next
from claims.views.review import show, show_refusal
from claims.views.verdicts import keep_typed
from web.toasts import brief, toast


@require_POST
@reviewer_required
def take(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    chosen = QueueFilter(request.GET, person=request.user)
    try:
        review.take(claim, by=request.user)
    except ClaimError as error:
        return show_refusal(request, claim.pk, chosen, error)
    return show(request, claim.pk, chosen)


@require_POST
@reviewer_required
def release(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    chosen = QueueFilter(request.GET, person=request.user)
    keep_typed(request, claim, VerdictForm(request.POST))
    try:
        review.release(claim, by=request.user)
    except ClaimError as error:
        return show_refusal(request, claim.pk, chosen, error)
    toast(request, f"Let go of {brief(str(claim))}.", undo=_take_again(claim, chosen))
    return show(request, claim.pk, chosen)


@require_POST
@reviewer_required
def skip(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    chosen = QueueFilter(request.GET, person=request.user)
    keep_typed(request, claim, VerdictForm(request.POST))
    try:
        review.skip(claim, by=request.user)
    except ClaimError as error:
        return show_refusal(request, claim.pk, chosen, error)
    toast(request, f"Skipped {brief(str(claim))} for an hour.", undo=_take_again(claim, chosen))
    return bring_next(request, chosen)


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_required
def take_over(request: DeskRequest, claim_id: int) -> HttpResponse:
    """The step that asks, then the claim's page, held by whoever took it over."""
    claim = claim_or_404(claim_id)
    chosen = QueueFilter(request.GET, person=request.user)
    asks = request.method != "POST"
    if claim.is_removed or (asks and claim.holder in (None, request.user)):
        return redirect(claim.get_absolute_url() + chosen.queue_address)
    form = HolderForm(request.POST or None)
    refusal = ""
    if form.is_valid():
        try:
            before = review.take_over(claim, from_whom=form.cleaned_data["holder"], by=request.user)
        except ClaimError as error:
            refusal = str(error)
        else:
            toast(request, f"You have it now.{f' {before} is told.' if before else ''}")
            return show(request, claim.pk, chosen)
    holder = claim.reviewer
    has_typed = holder is not None and rationale_drafts.draft_of(claim, by=holder) is not None
    context = {"claim": claim, "chosen": chosen, "refusal": refusal, "has_typed": has_typed}
    status = 409 if refusal else 422 if form.is_bound else 200
    return render(request, "claims/take_over.html", context, status=status)


def _take_again(claim: Claim, chosen: QueueFilter) -> str:
    return reverse("claims:take", args=[claim.pk]) + chosen.queue_address
