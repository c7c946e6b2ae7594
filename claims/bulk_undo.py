"""Taking an act on many claims back, as one act: all that nobody has touched since."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, Exists, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from claims import (
    bulk,
    bulk_leases,
    bulk_turns,
    history,
    jobs,
    notifications,
    reversals,
    reverting,
)
from claims.bulk_holding import hold
from claims.bulk_refusals import AT_WORK
from claims.errors import NotAllowed, NotEnough, StaleBulkAct, StaleClaim
from claims.models import BulkAct, BulkPart, Claim, Event, Evidence, Skip, Verdict
from claims.review import LEASE_MINUTES
from claims.states import (
    BulkKind,
    BulkOutcome,
    BulkState,
    ClaimStatus,
    EventKind,
    NotificationKind,
)
from claims.verdicts import UNDO_MINUTES

UNREVIEWED = ClaimStatus.UNREVIEWED.value
DECIDED_SINCE = "Its verdict was changed or taken back since."
REMOVED_SINCE = "It was removed since."
TAKEN_SINCE = "Somebody has taken it since."


@transaction.atomic
def begin(act: BulkAct, *, by: User, reason: str = "") -> BulkAct:
    """Undo it at once, or by the worker where events go one by one and are many. Raises as `undo`.

    Pressing twice does it once.
    """
    held = BulkAct.objects.locked(act.pk)
    if not held.is_reversal or held.changed <= bulk.REVERSED_AT_ONCE:
        return undo(held, by=by, reason=reason)
    _refuse(held, by, reason)
    if not jobs.undoes_bulk_act(held.pk):
        jobs.undo_bulk_act_later(held.pk, by_id=by.pk, reason=reason)
    return held


@transaction.atomic
def run(act_id: int, *, by_id: int, reason: str) -> None:
    """What `begin` left to the worker; one that is undone already stays as it is."""
    act = BulkAct.objects.locked(act_id)
    if act.state == BulkState.DONE:
        undo(act, by=User.objects.get(pk=by_id), reason=reason)


@transaction.atomic
def undo(act: BulkAct, *, by: User, reason: str = "") -> BulkAct:
    """Put every claim back as it was before the act, but those that moved on since.

    Raises StaleBulkAct when it is not done or undone already, NotAllowed as `may_undo` says, and
    NotEnough without the reason that taking back another's act needs: they are told.
    """
    act = BulkAct.objects.locked(act.pk)
    _refuse(act, by, reason)
    act.state, act.undone_at, act.undone_by = BulkState.UNDONE, timezone.now(), by
    take_back = reverting.undo if act.is_reversal else _take_back
    act.taken_back = take_back(act, by=by, reason=reason.strip())
    _tell(act, by=by)
    act.save(update_fields=["state", "undone_at", "undone_by", "taken_back"])
    return act


def _refuse(act: BulkAct, by: User, reason: str) -> None:
    if act.state != BulkState.DONE:
        raise StaleBulkAct("This was undone already. Look at the claims as they are now.")
    if not may_undo(act, by=by):
        raise NotAllowed(_who_may_undo(act, by))
    if act.by_id != by.pk and not reason.strip():
        raise NotEnough(f"You take back what {act.by} did. Say why.", ["reason"])


def _tell(act: BulkAct, *, by: User) -> None:
    """Whose act it was: of each verdict that is taken back, of other things once."""
    back = act.parts.filter(outcome=BulkOutcome.TAKEN_BACK).order_by("position")
    if act.is_verdict:
        parts = back.select_related("verdict")
        reversals.tell_of_many([one.verdict for one in parts if one.verdict], by=by)
    elif first := back.first():
        notifications.tell(act.by, NotificationKind.REVERSED, first.claim, by=by)


def _take_back(act: BulkAct, *, by: User, reason: str) -> int:
    """How many claims are as they were."""
    rows = act.parts.changed().select_related("verdict", "holder").order_by("position")
    parts, at, back = list(rows), act.undone_at or timezone.now(), []
    busy = _busy({part.holder_id for part in parts if part.holder_id}, at)
    claims = hold(part.claim_id for part in parts)
    for part in parts:
        claim = claims.get(part.claim_id)
        part.reason = _why_not(part, claim, act, at, busy) if claim else AT_WORK
        part.outcome = BulkOutcome.MOVED_ON if part.reason else BulkOutcome.TAKEN_BACK
        if claim and not part.reason:
            part.claim = claim
            back.append(part)
    for first in range(0, len(back), bulk.WRITTEN_AT_ONCE):
        some = back[first : first + bulk.WRITTEN_AT_ONCE]
        if act.is_verdict:
            _verdicts(act, some, by, at, reason)
        elif BulkKind(act.kind).is_of_turn:
            _turns(act, some, by)
        elif act.kind == BulkKind.SKIPPED:
            _skips(act, some, by, at)
        else:
            _leases(act, some, by, at)
    BulkPart.objects.bulk_update(parts, ["outcome", "reason"], batch_size=bulk.WRITTEN_AT_ONCE)
    return sum(part.outcome == BulkOutcome.TAKEN_BACK for part in parts)


def may_undo(act: BulkAct, *, by: User) -> bool:
    """Its author for UNDO_MINUTES, a desk admin always; when it changed anything."""
    if act.state != BulkState.DONE or not act.changed or not act.done_at:
        return False
    if by.is_desk_admin:
        return True
    is_own = by.is_reviewer and act.by_id == by.pk
    return is_own and timezone.now() < act.done_at + timedelta(minutes=UNDO_MINUTES)


def _who_may_undo(act: BulkAct, by: User) -> str:
    if not act.changed:
        return "This changed no claim, so there is nothing to undo."
    if act.by_id == by.pk:
        return f"This could be undone for {UNDO_MINUTES} minutes. Ask a desk admin."
    return f"Only {act.by} or a desk admin can undo this."


def _busy(holders: Collection[int], at: datetime) -> set[int]:
    """Who of them holds a claim by now, as nobody holds two; none takes one until this is over."""
    held = User.objects.select_for_update(no_key=True).filter(pk__in=holders)
    list(held.order_by("pk").values_list("pk", flat=True))
    leased = Claim.objects.filter(reviewer__in=holders, leased_until__gt=at)
    return {pk for pk in leased.values_list("reviewer", flat=True) if pk}


def _why_not(
    part: BulkPart, claim: Claim, act: BulkAct, at: datetime, busy: Collection[int]
) -> str:
    if claim.is_removed:
        return REMOVED_SINCE
    if act.is_verdict:
        return DECIDED_SINCE if claim.current_verdict_id != part.verdict_id else ""
    if act.kind == BulkKind.RELEASED and claim.is_leased(at=at):
        return TAKEN_SINCE
    return f"{part.holder} holds another claim by now." if part.holder_id in busy else ""


def _verdicts(act: BulkAct, parts: Sequence[BulkPart], by: User, at: datetime, reason: str) -> None:
    """As `verdicts.undo` for each, and the evidence that the act brought goes again."""
    keys = [part.claim_id for part in parts]
    given = Verdict.objects.filter(pk=OuterRef("current_verdict"))
    waited = Coalesce(
        Subquery(given.values("waited_since")),
        Case(When(Exists(given.filter(replaces=None)), then=F("marked_at"))),
    )
    Claim.objects.filter(pk__in=keys).update(
        current_verdict=Subquery(given.values("replaces")),
        status=Coalesce(Subquery(given.values("replaces__status")), Value(UNREVIEWED)),
        waiting_since=Case(
            When(open_relocation__isnull=False, then=F("waiting_since")), default=waited
        ),
    )
    pieces = _take_evidence_away(act, keys, by, at)
    about = {"at": at, "by": by, "act": act}
    undone, removed = EventKind.UNDONE, EventKind.EVIDENCE_REMOVED
    history.record_moves(
        [
            *(Event(claim_id=one.claim_id, kind=removed, evidence=one, **about) for one in pieces),
            *(
                Event(claim=one.claim, kind=undone, verdict=one.verdict, reason=reason, **about)
                for one in parts
            ),
        ]
    )


def _take_evidence_away(
    act: BulkAct, keys: Sequence[int], by: User, at: datetime
) -> list[Evidence]:
    """Of what the act brought, all that still stands."""
    added = Event.objects.filter(act=act, kind=EventKind.EVIDENCE_ADDED, claim__in=keys)
    pieces = list(Evidence.objects.filter(pk__in=added.values("evidence"), removed_at=None))
    rows = Evidence.objects.filter(pk__in=[piece.pk for piece in pieces])
    rows.update(removed_at=at, removed_by=by)
    return pieces


def _leases(act: BulkAct, parts: Sequence[BulkPart], by: User, at: datetime) -> None:
    """Whoever held the claims holds them again, for a whole lease."""
    until = at + timedelta(minutes=LEASE_MINUTES)
    for holder in {part.holder_id for part in parts}:
        keys = [part.claim_id for part in parts if part.holder_id == holder]
        Claim.objects.filter(pk__in=keys).update(reviewer=holder, leased_until=until)
    _tell_put_back(act, parts, "lease", by, at)


def _turns(act: BulkAct, parts: Sequence[BulkPart], by: User) -> None:
    with history.as_part_of(act):
        for part in parts:
            try:
                with transaction.atomic():
                    bulk_turns.take_back(act, part, by=by)
            except StaleClaim as error:
                part.reason, part.outcome = str(error), BulkOutcome.MOVED_ON


def _skips(act: BulkAct, parts: Sequence[BulkPart], by: User, at: datetime) -> None:
    keys = [part.claim_id for part in parts]
    if act.done_at:
        until = bulk_leases.skipped_until(act.done_at)
        Skip.objects.filter(claim__in=keys, reviewer=act.by, until=until).delete()
    _tell_put_back(act, parts, "skip", by, at)


def _tell_put_back(
    act: BulkAct, parts: Sequence[BulkPart], what: str, by: User, at: datetime
) -> None:
    kind = EventKind.RESTORED
    history.record_moves(
        Event(claim_id=part.claim_id, kind=kind, at=at, by=by, act=act, field=what)
        for part in parts
    )
