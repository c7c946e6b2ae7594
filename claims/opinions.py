"""Where a claim needs two people: the first opinion, the second, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import blind_review, clusters, history, notifications, rationale_drafts
from claims.errors import NotAllowed, NotEnough, StaleClaim
from claims.models import Claim, Evidence, Opinion, OpinionEvidence, Verdict
from claims.states import EventKind, NotificationKind, OpinionState, VerdictStatus

if TYPE_CHECKING:
    from accounts.models import User

NEED_TWO = frozenset({VerdictStatus.DISPUTED})
SECOND = "second"  # in an event's field: it differs from the opinion before
OPINION = "opinion"  # likewise: this is what was put back


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What somebody decided, before it is known whether that makes a verdict.

    `pieces` are the evidence that they saw; `is_blind`: an opinion before theirs they did not see.
    """

    status: VerdictStatus
    rationale: str
    reason: str
    sub_reason: int | None
    pieces: Sequence[Evidence]
    is_blind: bool = False
    by: User
    at: datetime


def instead_of_verdict(claim: Claim, decision: Decision, live: Sequence[Opinion]) -> Opinion | None:
    """The opinion that the decision is for now; none when it makes a verdict.

    `live` are the opinions on the claim, which the caller has locked: none, one that waits for
    another person, or two that differ.
    """
    if not live:
        is_blind = blind_review.is_drawn(claim)
        needs_another = is_blind or needs_two(claim, decision.status)
        return _first(claim, decision, is_blind=is_blind) if needs_another else None
    if live[0].is_in_disagreement or live[0].status == decision.status:
        return None
    return _differ(claim, decision, live[0])


def sent_again(live: Sequence[Opinion], status: str, rationale: str, *, by: User) -> Opinion | None:
    """The opinion that these words gave before, when their answer got lost."""
    own = next((one for one in live if one.by_id == by.pk), None)
    is_same = own and (own.status, own.rationale) == (status, rationale.strip())
    return own if is_same else None


def needs_two(claim: Claim, status: str) -> bool:
    """Two people have to agree on this status; needs the claim's `story`."""
    return claim.story.needs_second_eyes and status in NEED_TWO


def _first(claim: Claim, decision: Decision, *, is_blind: bool) -> Opinion:
    first = replace(decision, is_blind=is_blind)
    opinion = _store(claim, first, waited_since=claim.waiting_since)
    claim.waiting_since = claim.waiting_since or decision.at
    return _tell(claim, opinion)


def _differ(claim: Claim, decision: Decision, first: Opinion) -> Opinion:
    _end([first], OpinionState.DISAGREED, at=None)
    opinion = _store(
        claim,
        decision,
        answers=first,
        state=OpinionState.DISAGREED,
        waited_since=first.waited_since,
    )
    notifications.tell(first.by, NotificationKind.DISAGREED, claim, by=decision.by)
    return _tell(claim, opinion, field=SECOND)


def _store(claim: Claim, decision: Decision, **fields: object) -> Opinion:
    opinion = Opinion.objects.create(
        claim=claim,
        status=decision.status,
        rationale=decision.rationale,
        reason=decision.reason,
        sub_reason_id=decision.sub_reason,
        is_blind=decision.is_blind,
        revision_id=claim.revision_id,
        quote=claim.quote,
        version=claim.version,
        at=decision.at,
        by=decision.by,
        **fields,
    )
    OpinionEvidence.objects.bulk_create(
        OpinionEvidence(opinion=opinion, evidence=piece) for piece in decision.pieces
    )
    return opinion


def _tell(claim: Claim, opinion: Opinion, field: str = "") -> Opinion:
    """Let go of the claim, which waits for somebody else, and write its history."""
    claim.reviewer = claim.leased_until = None
    claim.save(update_fields=["waiting_since", "reviewer", "leased_until"])
    about = {"opinion": opinion, "field": field}
    history.record(claim, EventKind.OPINED, by=opinion.by, at=opinion.at, **about)
    rationale_drafts.drop_draft(claim, by=opinion.by)
    return opinion


def close(live: Sequence[Opinion], verdict: Verdict, decision: Decision) -> None:
    """A verdict was given: by a second person who agrees, or by whom two that differ went to."""
    if live[0].is_in_disagreement:
        _end(live, OpinionState.SETTLED, at=decision.at, verdict=verdict)
        authors = [opinion.by for opinion in live]
        notifications.tell_all(authors, NotificationKind.SETTLED, verdict.claim, by=decision.by)
        return
    state = OpinionState.AGREED
    _end(live, state, at=decision.at, verdict=verdict)
    how = {"state": state, "ended_at": decision.at, "verdict": verdict}
    waited = live[0].waited_since
    _store(verdict.claim, decision, answers=live[0], waited_since=waited, **how)


def _end(
    opinions: Iterable[Opinion],
    state: OpinionState,
    *,
    at: datetime | None,
    verdict: Verdict | None = None,
) -> None:
    for opinion in opinions:
        opinion.state, opinion.ended_at, opinion.verdict = state, at, verdict
        opinion.save(update_fields=["state", "ended_at", "verdict"])


@transaction.atomic
def withdraw(opinion: Opinion, *, by: User) -> Claim:
    """Take back one's own opinion; another that differed from it waits for a second one again.

    What was typed is in the form again. Raises NotAllowed for somebody else's, StaleClaim when it
    no longer counts.
    """
    if opinion.by_id != by.pk:
        who = "whoever gave it" if opinion.is_blind else opinion.by
        raise NotAllowed(f"Only {who} can take back this opinion.")
    claim, mine = _leave(opinion, OpinionState.WITHDRAWN)
    history.record(claim, EventKind.OPINION_WITHDRAWN, by=by, opinion=mine)
    rationale_drafts.keep(claim, mine.rationale, by=by)
    return claim


@transaction.atomic
def overrule(opinion: Opinion, *, by: User, reason: str) -> Claim:
    """Set aside somebody's opinion, as `withdraw` does one's own.

    Raises NotAllowed unless a desk admin does it, NotEnough without a reason, StaleClaim when it no
    longer counts.
    """
    if not by.is_desk_admin:
        raise NotAllowed("Only a desk admin sets aside the opinion of somebody else.")
    if not reason.strip():
        raise NotEnough(f"You set aside the opinion of {opinion.by}. Say why.", ["reason"])
    claim, gone = _leave(opinion, OpinionState.VOID)
    why = reason.strip()
    history.record(claim, EventKind.OPINION_VOID, by=by, opinion=gone, reason=why)
    return claim


def _leave(opinion: Opinion, state: OpinionState) -> tuple[Claim, Opinion]:
    """End a live opinion; the claim is locked. Raises StaleClaim when it no longer counts."""
    clusters.lock({opinion.claim.story_id})
    claim = Claim.objects.locked(opinion.claim_id)
    opinions = list(Opinion.objects.live_on(claim))
    gone = next((one for one in opinions if one.pk == opinion.pk), None)
    if gone is None:
        raise StaleClaim("This opinion no longer counts. Look at the claim as it is now.")
    _end([gone], state, at=timezone.now())
    _end([one for one in opinions if one is not gone], OpinionState.OPEN, at=None)
    if len(opinions) == 1 and claim.version == gone.version and not claim.has_changed_source:
        claim.waiting_since = gone.waited_since
        claim.save(update_fields=["waiting_since"])
    return claim, gone


@transaction.atomic
def revive(opinion: Opinion, *, by: User) -> Claim:
    """Let an opinion count again that somebody set aside. Raises StaleClaim as `why_not_revived`
    says."""
    clusters.lock({opinion.claim.story_id})
    claim = Claim.objects.locked(opinion.claim_id)
    live = list(Opinion.objects.live_on(claim))
    if why := _why_not_revived(opinion, claim, live):
        raise StaleClaim(why)
    _end([opinion, *live], OpinionState.DISAGREED if live else OpinionState.OPEN, at=None)
    claim.waiting_since = claim.waiting_since or opinion.at
    claim.save(update_fields=["waiting_since"])
    history.record(claim, EventKind.RESTORED, by=by, opinion=opinion, field=OPINION)
    return claim


def why_not_revived(opinion: Opinion) -> str:
    """Why an opinion cannot count again, in one sentence; empty when it can. Needs `claim`."""
    return _why_not_revived(opinion, opinion.claim, list(Opinion.objects.live_on(opinion.claim)))


def _why_not_revived(opinion: Opinion, claim: Claim, live: Sequence[Opinion]) -> str:
    is_as_seen = claim.version == opinion.version and not claim.has_changed_source
    if not (is_as_seen and claim.story.needs_second_eyes):
        return "The claim is no longer as it was when the opinion was given."
    is_known = any(opinion.by_id == one.by_id or opinion.status == one.status for one in live)
    if opinion.state != OpinionState.VOID or is_known or len(live) > 1:
        return "The opinion counts already, or another was given since."
    return ""


def bring_back(verdict: Verdict, *, by: User, stands: bool) -> None:
    """A verdict was undone: what led to it counts again, but for the opinion of whoever undid it.

    Nothing does when somebody else undid it, or when what they saw no longer `stands`.
    """
    opinions = list(Opinion.objects.behind(verdict).select_related("claim"))
    own = [one for one in opinions if one.by_id == by.pk]
    if not stands or by.pk not in verdict.author_ids:
        history.set_aside(opinions, reason="the verdict was undone")
    elif own:
        _end(own, OpinionState.WITHDRAWN, at=timezone.now())
        _end([one for one in opinions if one not in own], OpinionState.OPEN, at=None)
    else:
        _end(opinions, OpinionState.DISAGREED, at=None)
