"""Acts on many claims: chosen, previewed, done in one transaction; `bulk_undo` takes them back.

What is done is what the preview showed. A claim that changed since, or that somebody is at work on
at that moment, is left out and named; the rest is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from accounts import people
from claims import bulk_leases, bulk_progress, bulk_turns, bulk_verdicts, clusters, jobs, reverting
from claims.bulk_holding import hold
from claims.bulk_refusals import AT_WORK, CHANGED, why
from claims.errors import NotEnough, NothingChosen, StaleBulkAct
from claims.models import BulkAct, BulkPart, Claim
from claims.states import BulkKind, BulkOutcome, BulkState

if TYPE_CHECKING:
    from accounts.models import User
    from claims.assignments import Assignment
    from claims.evidence import NewEvidence
    from claims.models import Verdict

MOST = 1_000  # claims of one act; a page counts no further either
AT_ONCE = 100  # as many change while the person waits; more are the worker's, with progress
REVERSED_AT_ONCE = 20  # of the events of a reversal, which are taken back one by one
WRITTEN_AT_ONCE = 200  # claims of one statement, and of one step of the progress
FORGOTTEN_HOURS = 24  # what was chosen and never done is dropped then
EVIDENCE_FIELDS = ("url", "citation", "title", "note", "archive_url")


@transaction.atomic
def choose(
    claims: Sequence[int],
    *,
    kind: BulkKind,
    by: User,
    query: str = "",
    like: Verdict | None = None,
) -> BulkAct:
    """Begin an act on the claims of these keys, in their order; at most the first MOST are taken.

    `query` is of the queue they were chosen from, with its question mark. `like`: a verdict that is
    applied to them, with its rationale. Raises NothingChosen.
    """
    keys = _keys(claims)
    if not keys:
        raise NothingChosen("Tick at least one claim, or choose all that fit.")
    at = timezone.now()
    BulkAct.objects.forgotten(by, before=at - timedelta(hours=FORGOTTEN_HOURS)).delete()
    act = BulkAct.objects.create(
        by=by,
        kind=kind,
        chosen_at=at,
        query=query,
        is_cut=len(keys) > MOST,
        like=like,
        rationale=like.rationale if like else "",
    )
    _list(act, keys[:MOST])
    if like or not act.needs_words:
        act.state = BulkState.PREVIEWED
        act.save(update_fields=["state"])
    return act


def choose_same(verdict: Verdict, *, by: User) -> BulkAct:
    """Begin to apply a standing verdict to the claims that *same* links lead to from its own.

    Raises StaleBulkAct when it no longer stands, NothingChosen without such a claim.
    """
    if verdict.claim.current_verdict_id != verdict.pk:
        raise StaleBulkAct("This verdict no longer stands. Look at the claim as it is now.")
    keys = clusters.same_as(verdict.claim)
    if not keys:
        raise NothingChosen("No other claim is linked as the same.")
    return choose(keys, kind=BulkKind(verdict.status), by=by, like=verdict)


def _keys(claims: Sequence[int]) -> list[int]:
    """Those of claims that are there, in their order, one more than an act takes."""
    wanted = list(dict.fromkeys(claims))[: MOST + 1]
    there = set(Claim.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    return [pk for pk in wanted if pk in there]


@transaction.atomic
def preview(
    act: BulkAct,
    *,
    rationale: str = "",
    evidence: NewEvidence | None = None,
    to: Assignment | None = None,
    by: User,
) -> BulkAct:
    """Say of each claim whether the act changes it as things stand now, and why not.

    `evidence` goes with a verdict, `to` with an assignment.
    Raises NotEnough without the rationale that a verdict needs, StaleBulkAct once it was begun.
    """
    act = BulkAct.objects.of(by).locked(act.pk)
    if not act.is_open or act.is_reversal:
        raise StaleBulkAct("This was begun already. Look at what it did.")
    if act.is_verdict and not rationale.strip():
        raise NotEnough("Every verdict needs a rationale. It is missing.", ["rationale"])
    act.rationale = rationale.strip()
    for name in EVIDENCE_FIELDS:
        setattr(act, name, getattr(evidence, name) if evidence else "")
    act.evidence_kind = evidence.kind if evidence else ""
    if to:
        act.assignee, act.assigned_group, act.due_at = to.person, to.group, to.due_at
    act.state = BulkState.PREVIEWED
    act.save()
    _list(act, list(act.parts.order_by("position").values_list("claim", flat=True)))
    return act


def _list(act: BulkAct, keys: Sequence[int]) -> None:
    """The act's parts as the claims stand now, in the place of those it had."""
    claims = Claim.objects.for_bulk().in_bulk(keys)
    act.parts.all().delete()
    BulkPart.objects.bulk_create(
        _part(act, claims[pk], position) for position, pk in enumerate(keys, start=1)
    )


def _part(act: BulkAct, claim: Claim, position: int) -> BulkPart:
    reason = why(claim, act)
    outcome = BulkOutcome.LEFT_OUT if reason else BulkOutcome.TO_CHANGE
    return BulkPart(
        act=act,
        claim=claim,
        position=position,
        version=claim.version,
        outcome=outcome,
        reason=reason,
    )


@transaction.atomic
def start(act: BulkAct, *, by: User) -> BulkAct:
    """Do what the preview shows: at once when it is little, else by the worker.

    Pressing twice does it once. Raises StaleBulkAct before there is a preview.
    """
    act = BulkAct.objects.of(by).locked(act.pk)
    if act.state == BulkState.CHOSEN:
        raise StaleBulkAct("Look at the preview first.")
    if act.is_under_way and not jobs.does_bulk_act(act.pk):
        jobs.do_bulk_act_later(act.pk)  # the worker gave up on it
    if not act.is_open:
        return act
    act.state = BulkState.STARTED
    act.save(update_fields=["state"])
    if act.parts.to_change().count() <= (REVERSED_AT_ONCE if act.is_reversal else AT_ONCE):
        return run(act.pk)
    jobs.do_bulk_act_later(act.pk)
    return act


@transaction.atomic
def run(act_id: int) -> BulkAct:
    """Do a started act; one that is done already stays as it is.

    Holds the stories, then the claims by key, but waits for no claim: whoever holds one may wait
    for another of these.
    """
    act = BulkAct.objects.locked(act_id)
    if not act.is_under_way:
        return act
    act.state, act.done_at = BulkState.DONE, timezone.now()
    act.changed = reverting.run(act) if act.is_reversal else _run(act, act.done_at)
    act.save(update_fields=["state", "done_at", "changed"])
    return act


def _run(act: BulkAct, at: datetime) -> int:
    """How many claims it changed; all of them get the one moment."""
    parts = list(act.parts.to_change().order_by("position"))
    people.hold(act.assignee)
    claims = hold(part.claim_id for part in parts)
    done = []
    for part in parts:
        claim = claims.get(part.claim_id)
        part.reason = _why_not(part, claim, act) if claim else AT_WORK
        if claim and not part.reason:
            part.claim = claim
            done.append(part)
    _leave_out([part for part in parts if part.reason])
    for first in range(0, len(done), WRITTEN_AT_ONCE):
        bulk_progress.tell(act, first, of=len(done))
        _do(act, done[first : first + WRITTEN_AT_ONCE], at)
    return len(done)


def _why_not(part: BulkPart, claim: Claim, act: BulkAct) -> str:
    is_other = act.is_verdict and claim.version != part.version
    return why(claim, act) or (CHANGED if is_other else "")


def _leave_out(parts: Sequence[BulkPart]) -> None:
    for part in parts:
        part.outcome = BulkOutcome.LEFT_OUT
    BulkPart.objects.bulk_update(parts, ["outcome", "reason"], batch_size=WRITTEN_AT_ONCE)


def _do(act: BulkAct, parts: Sequence[BulkPart], at: datetime) -> None:
    claims = [part.claim for part in parts]
    if act.is_verdict:
        bulk_verdicts.give(act, claims, at=at)
        act.parts.note_decided(claims, at=at)
        return
    for part in parts:
        part.outcome = BulkOutcome.CHANGED
        part.holder = part.claim.reviewer if act.kind == BulkKind.RELEASED else None
    BulkPart.objects.bulk_update(parts, ["outcome", "holder"])
    if BulkKind(act.kind).is_of_turn:
        bulk_turns.change(act, parts)
        return
    write = bulk_leases.skip if act.kind == BulkKind.SKIPPED else bulk_leases.release
    write(act, claims, at=at)
