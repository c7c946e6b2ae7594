"""Deciding a claim, keeping what is typed until then, and taking a verdict back."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import house, rationale_drafts, review, verdicts
from claims.errors import BadLink, ClaimError, HeldByAnother, NotEnough
from claims.filters import QueueFilter
from claims.models import Claim, Opinion, Verdict
from claims.review_forms import UndoForm, VerdictForm
from claims.states import VerdictStatus
from claims.views.queue import bring_next
from claims.views.review import show, show_refusal
from web.fragments import fragment
from web.toasts import brief, toast

DONE = {
    VerdictStatus.VERIFIED: "Verified {}.",
    VerdictStatus.DISPUTED: "Disputed {}.",
    VerdictStatus.UNRESOLVED: "Left {} unresolved.",
}
WAITS = "Your opinion on {} is kept. It needs a second pair of eyes."
WAITS_BLIND = "Your opinion on {} is kept. Somebody else decides it too, without seeing yours."
DIFFERS = "You and {} differ on {}. A desk admin decides."


@require_POST
@reviewer_required
def decide(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    chosen = QueueFilter(request.GET, person=request.user)
    form = VerdictForm(request.POST, needs="status")
    if not form.is_valid():
        return refuse(request, claim, chosen, form)
    try:
        given = verdicts.decide(claim, **form.decision, by=request.user)
    except ClaimError as error:
        return refuse(request, claim, chosen, form, error)
    undo = "undo_verdict" if isinstance(given, Verdict) else "undo_opinion"
    undo_url = reverse(f"claims:{undo}", args=[given.pk]) + chosen.queue_address
    toast(request, _done(given, brief(str(claim))), undo=undo_url)
    return bring_next(request, chosen)


def _done(given: Verdict | Opinion, words: str) -> str:
    if isinstance(given, Verdict):
        if house.is_renamed(given.status):
            return f"{words} is now “{given.get_status_display()}”."
        return DONE[VerdictStatus(given.status)].format(words)
    if given.answers:
        return DIFFERS.format(given.answers.by, words)
    return (WAITS_BLIND if given.is_blind else WAITS).format(words)


@require_POST
@reviewer_required
def draft(request: DeskRequest, claim_id: int) -> HttpResponse:
    """A pause in typing: keep the words, and the claim with whoever types."""
    claim = get_object_or_404(Claim, pk=claim_id)
    form = VerdictForm(request.POST)
    if not request.htmx:
        keep_typed(request, claim, form)
        return show(request, claim.pk, QueueFilter(request.GET, person=request.user))
    if not keep_typed(request, claim, form):
        return HttpResponse(status=204)
    refusal = ""
    try:
        claim = review.take(claim, by=request.user)
    except ClaimError as error:
        refusal = str(error)
    draft = rationale_drafts.draft_of(claim, by=request.user)
    context = {"claim": claim, "draft": draft, "refusal": refusal, "oob": True}
    return fragment(request, "claims/_draft_saved.html", context)


@require_POST
@reviewer_required
def undo_verdict(request: DeskRequest, verdict_id: int) -> HttpResponse:
    verdict = get_object_or_404(Verdict.objects.for_page(), pk=verdict_id)
    chosen = QueueFilter(request.GET, person=request.user)
    form = UndoForm(request.POST)
    form.is_valid()
    try:
        claim = verdicts.undo(verdict, by=request.user, reason=form.cleaned_data.get("reason", ""))
    except NotEnough as gap:
        return show(
            request, verdict.claim_id, chosen, focus="undo-reason", status=422, undo_gap=str(gap)
        )
    except ClaimError as error:
        return show_refusal(request, verdict.claim_id, chosen, error)
    if verdict.decided_by == request.user:
        with suppress(HeldByAnother):
            review.take(claim, by=request.user)
    after = "waits again" if claim.is_waiting else f"is {claim.get_status_display().lower()} again"
    toast(request, f"Undone. {brief(str(claim))} {after}.")
    return show(request, claim.pk, chosen)


def keep_typed(request: DeskRequest, claim: Claim, form: VerdictForm) -> bool:
    """Keep the rationale as far as it can be read; false when its verdict was given meanwhile."""
    form.is_valid()
    rationale, version = form.cleaned_data.get("rationale"), form.cleaned_data.get("version")
    if rationale is None or version is None:
        return True
    return rationale_drafts.save_draft(
        claim, rationale=rationale, seen_version=version, by=request.user
    )


def refuse(
    request: DeskRequest,
    claim: Claim,
    chosen: QueueFilter,
    form: VerdictForm,
    error: ClaimError | None = None,
) -> HttpResponse:
    """The page again with what was typed: 422 when that lacks something, 409 when it moved."""
    keep_typed(request, claim, form)
    if isinstance(error, NotEnough | BadLink):
        form.lack(error)
    if error is None or isinstance(error, NotEnough | BadLink):
        return show(request, claim.pk, chosen, form=form, focus=form.first_gap, status=422)
    return show_refusal(request, claim.pk, chosen, error, form=form)
