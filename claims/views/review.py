"""The review page of a claim, and its whole history."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import (
    blind_review,
    cards,
    news,
    permission,
    points,
    rationale_drafts,
    reversals,
    second_eyes,
    sentences,
    surroundings,
    threads,
    verdicts,
)
from claims.errors import ClaimError, StaleClaim
from claims.filters import QueueFilter
from claims.models import Claim, Verdict
from claims.review_forms import VerdictForm
from claims.states import LinkKind
from claims.views.links import linked_to
from claims.views.lookups import claim_or_404
from web import paging
from web.fragments import fragment

LINKED_SHOWN = 12  # as many outlets side by side; the panel has all of them
EVIDENCE_SHOWN = 50  # pieces, the newest; the history has all of them
EVENTS_A_PAGE = 50


@require_safe
@member_required
def review(request: DeskRequest, claim_id: int) -> HttpResponse:
    seen = news.first_look(news.of_claim(claim_id))
    claim = claim_or_404(claim_id)
    rationale_drafts.take_up(request.session, claim, by=request.user)
    chosen = QueueFilter(request.GET, person=request.user)
    context = page_of(request, claim, chosen) | {"seen": seen}
    if request.htmx:
        return fragment(request, "claims/_review.html", context)
    return render(request, "claims/review.html", context)


@require_safe
@member_required
def history(request: DeskRequest, claim_id: int) -> HttpResponse:
    claim = claim_or_404(claim_id)
    page = paging.page(
        blind_review.events_of(claim, reader=request.user).for_history(),
        order=["-at", "-pk"],
        size=EVENTS_A_PAGE,
        params=request.GET,
    )
    lines = sentences.lines(claim, page.rows, reader=request.user)
    context = {"claim": claim, "page": page, "lines": lines}
    return render(request, "claims/history.html", context)


def show(
    request: DeskRequest,
    claim_id: int,
    chosen: QueueFilter,
    *,
    focus: str = "claim",
    form: VerdictForm | None = None,
    status: int = 200,
    **refusal: Any,
) -> HttpResponse:
    """The answer to an act on the page: the claim as it is now, for htmx in `#main`.

    `form` brings back what was typed.
    """
    seen = news.first_look(news.of_claim(claim_id))
    claim = claim_or_404(claim_id)
    address = claim.get_absolute_url() + chosen.queue_address
    if not request.htmx and status == 200:
        return redirect(address)
    context = page_of(request, claim, chosen, focus=focus, form=form) | refusal | {"seen": seen}
    if not request.htmx:
        return render(request, "claims/review.html", context, status=status)
    return push_url(fragment(request, "claims/_review.html", context, status=status), address)


def show_refusal(
    request: DeskRequest,
    claim_id: int,
    chosen: QueueFilter,
    error: ClaimError,
    form: VerdictForm | None = None,
) -> HttpResponse:
    """The claim as it is now, with why nothing was done to it and what moved meanwhile."""
    claim = claim_or_404(claim_id)
    changes = error.changes if isinstance(error, StaleClaim) else []
    moved = sentences.lines(claim, changes, reader=request.user)
    return show(
        request,
        claim_id,
        chosen,
        focus="notice",
        form=form,
        status=409,
        refusal=str(error),
        moved=moved,
    )


def page_of(
    request: DeskRequest,
    claim: Claim,
    chosen: QueueFilter,
    *,
    focus: str = "",
    form: VerdictForm | None = None,
) -> dict[str, Any]:
    """All that the page shows. `focus` names the part that gets it after a swap."""
    person = request.user
    events, event_count = blind_review.newest_events(claim, reader=person)
    draft = rationale_drafts.draft_of(claim, by=person)
    linked, pieces = linked_to(claim), blind_review.evidence_on(claim, reader=person)
    look = second_eyes.look(claim, by=person)
    return {
        "claim": claim,
        "chosen": chosen,
        "focus": focus,
        "sources": points.sources_of(claim),
        "surroundings": surroundings.of(claim),
        "figures": cards.of_claim(claim),
        "linked": linked[:LINKED_SHOWN],
        "has_same": any(one.link.kind == LinkKind.SAME for one in linked),
        "more_linked": len(linked[LINKED_SHOWN:]),
        "evidence": pieces[-EVIDENCE_SHOWN:],
        "more_evidence": len(pieces[:-EVIDENCE_SHOWN]),
        "claims_in_evidence": {piece.linked_claim_id for piece in pieces},
        "verdict": Verdict.objects.standing_for(claim),
        "may_undo": claim.current_verdict and verdicts.may_undo(claim.current_verdict, by=person),
        "look": look,
        "behind": (behind := second_eyes.behind(claim)),
        "behind_blind": second_eyes.were_blind(behind),
        "reversible": reversals.reversible(claim, by=person, live=look.live),
        "may_decide": _may_decide(request, claim, look),
        "may_change": permission.may_change(claim, by=person),
        "form": form or VerdictForm(initial={"rationale": draft.rationale if draft else ""}),
        "draft": draft,
        "lines": sentences.lines(claim, events, reader=person),
        "event_count": event_count,
        "talk": threads.of_claim(claim, reader=person),
    }


def _may_decide(request: DeskRequest, claim: Claim, look: second_eyes.Look) -> bool:
    is_free = claim.holder in (None, request.user)
    stands = not (claim.is_removed or claim.has_changed_source)
    return request.user.is_reviewer and is_free and stands and not look.bar
