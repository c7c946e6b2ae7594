"""Deciding a claim, and undoing a decision."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import (
    blind_review,
    clusters,
    history,
    opinions,
    rationale_drafts,
    reversals,
    review,
    second_eyes,
)
from claims import evidence as evidence_service
from claims.errors import IllegalMove, NotAllowed, NotEnough, StaleClaim
from claims.history import is_moving
from claims.models import Claim, Event, SubReason, Verdict, VerdictEvidence
from claims.opinions import Decision
from claims.states import TRANSITIONS, ClaimStatus, EventKind, VerdictStatus
from web.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accounts.models import User
    from claims.evidence import NewEvidence
    from claims.models import Evidence, Opinion
    from claims.querysets import ClaimQuerySet

UNDO_MINUTES = 15  # how long its author may undo a verdict


@transaction.atomic
def decide(
    claim: Claim,
    *,
    status: VerdictStatus,
    rationale: str,
    seen_version: int,
    by: User,
    evidence: NewEvidence | None = None,
    reason: str = "",
    sub_reason: int | None = None,
) -> Verdict | Opinion:
    """Give the claim a verdict that rests on its standing evidence, and on `evidence` when given.

    Where two people are needed it is an opinion until they agree. A free claim is taken by this;
    the lease ends with it. The same decision on what was seen the same, sent again because its
    answer got lost, gives what it gave. Raises HeldByAnother; StaleClaim when the claim is no
    longer at `seen_version`; IllegalMove; NotAllowed as `second_eyes.look` says; NotEnough naming
    `rationale` (needed always), `evidence` (needed for verified), `reason` (needed to reverse what
    another had decided) and `sub_reason` (a key of SubReason; one that is not of this status, or
    retired). Nothing is stored then.
    """
    clusters.lock({claim.story_id})  # before the claim, as new words of its article do
    [claim] = _to_decide(claim.pk)
    if given := _given_already(claim, status, rationale, seen_version, by):
        return given
    _refuse_moved(claim, seen_version, by)
    if ClaimStatus(status) not in TRANSITIONS[ClaimStatus(claim.status)]:
        raise IllegalMove(f"A claim that is {claim.status} cannot become {status}.")
    live = second_eyes.opinions_on(claim)
    if same := opinions.sent_again(live, status, rationale, by=by):
        return same
    second_eyes.refuse_unless_fresh(claim, live, by=by)
    reversed_one = reversals.reversible(claim, by=by, live=live)
    if evidence:
        evidence_service.attach(claim, evidence, by=by)
    pieces = blind_review.evidence_on(claim, reader=by)
    _refuse_gaps(status, rationale, pieces)
    reversals.refuse_without_reason(reversed_one, reason, status=status)
    _refuse_other_reason(status, sub_reason)
    decision = Decision(
        status=VerdictStatus(status),
        rationale=rationale.strip(),
        sub_reason=sub_reason,
        reason=reason.strip() if reversed_one and reversed_one.status != status else "",
        pieces=pieces,
        is_blind=bool(blind_review.unseen(live, by=by)),
        by=by,
        at=timezone.now(),
    )
    if opinion := opinions.instead_of_verdict(claim, decision, live):
        return opinion
    if decision.reason and reversed_one:
        reversals.tell(reversed_one, by=by)
    return _stand(claim, decision, live)


@prepared
def _to_decide(claim: int) -> ClaimQuerySet:
    return Claim.objects.to_decide().filter(pk=claim)


def _refuse_other_reason(status: VerdictStatus, sub_reason: int | None) -> None:
    if sub_reason and not SubReason.objects.offered(VerdictStatus(status)).filter(pk=sub_reason):
        words = f"This is no reason for “{VerdictStatus(status).label}”. Choose another, or none."
        raise NotEnough(words, ["sub_reason"])


def _stand(claim: Claim, decision: Decision, live: Sequence[Opinion]) -> Verdict:
    """The decision as the verdict that stands; `live` opinions led to it."""
    agrees = live[0] if live and not live[0].is_in_disagreement else None
    verdict = Verdict.objects.create(
        claim=claim,
        status=decision.status,
        rationale=decision.rationale,
        reason=decision.reason,
        sub_reason_id=decision.sub_reason,
        revision_id=claim.revision_id,
        quote=claim.quote,
        replaces_id=claim.current_verdict_id,
        waited_since=claim.waiting_since,
        decided_at=decision.at,
        decided_by=decision.by,
        decided_with=agrees.by if agrees else None,
    )
    pieces = claim.evidence.standing() if decision.is_blind else decision.pieces
    VerdictEvidence.objects.bulk_create(
        VerdictEvidence(verdict=verdict, evidence=piece) for piece in pieces
    )
    if live:
        opinions.close(live, verdict, decision)
    claim.status, claim.current_verdict, claim.waiting_since = decision.status, verdict, None
    claim.reviewer = claim.leased_until = None
    _store(claim)
    history.record(claim, EventKind.DECIDED, by=decision.by, at=decision.at, verdict=verdict)
    rationale_drafts.drop_draft(claim, by=decision.by)
    return verdict


def _given_already(
    claim: Claim, status: VerdictStatus, rationale: str, seen_version: int, by: User
) -> Verdict | None:
    """The verdict that stands, when these words gave it and nothing else has moved the claim."""
    verdict = claim.current_verdict
    if verdict is None or claim.version == seen_version:
        return None
    if (verdict.decided_by_id, verdict.status) != (by.pk, status):
        return None
    moved = _changes(claim, seen_version, by)
    told = [event.verdict_id for event in moved if event.kind != EventKind.EVIDENCE_ADDED]
    is_own = told == [verdict.pk] and all(event.by_id == by.pk for event in moved)
    return verdict if is_own and verdict.rationale == rationale.strip() else None


def _refuse_moved(claim: Claim, seen_version: int, by: User) -> None:
    if claim.is_removed:
        raise review.removed(claim)
    review.refuse_if_held(claim, by)
    if claim.version == seen_version and not claim.has_changed_source:
        return
    changes = _changes(claim, seen_version, by)
    if claim.has_changed_source:
        raise StaleClaim(
            "The source of this claim changed. Settle its place first, then decide.", changes
        )
    if changes or seen_version > claim.version:
        raise StaleClaim(
            "The claim changed while you had it open. Look at what changed, then decide.", changes
        )


def _changes(claim: Claim, version: int, by: User) -> list[Event]:
    """What moved the claim since, as far as `by` is told of it."""
    events = blind_review.events_of(claim, reader=by).since(version)
    return [event for event in events if is_moving(event)]


def _refuse_gaps(status: VerdictStatus, rationale: str, pieces: Sequence[Evidence]) -> None:
    missing = []
    if not rationale.strip():
        missing.append("rationale")
    if status == VerdictStatus.VERIFIED and not pieces:
        missing.append("evidence")
    if not missing:
        return
    gap = f"{missing[0].capitalize()} is missing." if len(missing) == 1 else "Both are missing."
    if status == VerdictStatus.VERIFIED:
        name = VerdictStatus.VERIFIED.label
        raise NotEnough(f"{name} needs a rationale and one piece of evidence. {gap}", missing)
    raise NotEnough("Every verdict needs a rationale. It is missing.", missing)


def _store(claim: Claim) -> None:
    """Write what a verdict or its undoing changes; the caller has locked the claim."""
    Claim.objects.filter(pk=claim.pk).update(
        status=claim.status,
        current_verdict=claim.current_verdict,
        waiting_since=claim.waiting_since,
        reviewer=claim.reviewer,
        leased_until=claim.leased_until,
    )


@transaction.atomic
def undo(verdict: Verdict, *, by: User, reason: str = "", is_told: bool = True) -> Claim:
    """Go back to the verdict before, or to none; the claim waits again since it first did.

    Its author finds the rationale in the form again. Authors of somebody else's are told; when it
    is not `is_told`, the caller tells them. Raises StaleClaim when another verdict stands,
    NotAllowed as `may_undo` says, and NotEnough naming `reason` when it is somebody else's and none
    is given.
    """
    story = clusters.lock({verdict.claim.story_id})[verdict.claim.story_id]
    claim = Claim.objects.locked(verdict.claim_id)
    if claim.current_verdict_id != verdict.pk:
        raise StaleClaim("This verdict no longer stands. Look at the claim as it is now.")
    if not may_undo(verdict, by=by):
        raise NotAllowed(_who_may_undo(verdict, by))
    is_own = by.pk in verdict.author_ids
    reversals.refuse_without_reason(None if is_own else verdict, reason)
    before = verdict.replaces
    claim.status = before.status if before else ClaimStatus.UNREVIEWED
    claim.current_verdict = before
    waits = verdict.waited_since or (None if before else claim.marked_at)
    claim.waiting_since = claim.waiting_since if claim.has_changed_source else waits
    _store(claim)
    stands = story.needs_second_eyes and claim.version == claim.events.version_of(verdict)
    history.record(claim, EventKind.UNDONE, by=by, verdict=verdict, reason=reason.strip())
    opinions.bring_back(verdict, by=by, stands=stands)
    if is_told and not is_own:
        reversals.tell(verdict, by=by)
    if verdict.decided_by_id == by.pk:
        rationale_drafts.keep(claim, verdict.rationale, by=by)
    return claim


@transaction.atomic
def reinstate(verdict: Verdict, *, by: User) -> Claim:
    """Let a verdict stand that was undone. Raises StaleClaim when another was given since, and
    NotAllowed as `may_undo` says, or where the claim was removed, has a changed source or has other
    words than those that were decided."""
    claim = Claim.objects.locked(verdict.claim_id)
    if claim.current_verdict_id != verdict.replaces_id:
        raise StaleClaim("Another verdict was given since. Look at the claim as it is now.")
    if claim.is_removed or claim.has_changed_source or claim.quote != verdict.quote:
        raise NotAllowed("The claim is no longer as it was when the verdict was given.")
    if not may_undo(verdict, by=by):
        raise NotAllowed(_who_may_undo(verdict, by))
    claim.status, claim.current_verdict, claim.waiting_since = verdict.status, verdict, None
    _store(claim)
    history.record(claim, EventKind.REINSTATED, by=by, verdict=verdict)
    return claim


def may_undo(verdict: Verdict, *, by: User) -> bool:
    """Its authors for UNDO_MINUTES, a desk admin always; as far as the verdict stands."""
    if by.is_desk_admin:
        return True
    until = verdict.decided_at + timedelta(minutes=UNDO_MINUTES)
    return by.is_reviewer and by.pk in verdict.author_ids and timezone.now() < until


def _who_may_undo(verdict: Verdict, by: User) -> str:
    if by.pk in verdict.author_ids:
        return (
            f"A verdict can be undone for {UNDO_MINUTES} minutes."
            " Decide again, or ask a desk admin."
        )
    return f"Only {verdict.authors} or a desk admin can undo this verdict."
