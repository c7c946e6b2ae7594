"""Taking back everything that one person did between two moments: previewed, then as one act.

The newest goes first. What somebody has built on since stays and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import bulk_progress, history, reversals, takebacks
from claims.bulk_holding import hold
from claims.bulk_refusals import AT_WORK
from claims.errors import ClaimError, NotAllowed, NotEnough, NothingChosen
from claims.models import BulkAct, BulkPart, Claim, Event
from claims.standing import Now
from claims.states import BulkKind, BulkOutcome, BulkState, EventKind

if TYPE_CHECKING:
    from accounts.models import User

MOST = 1_000  # events of one reversal
TOLD_AFTER = 20  # events, so often the progress is told


@transaction.atomic
def preview(*, of: User, since: datetime, until: datetime, why: str, by: User) -> BulkAct:
    """List what they did from `since` to before `until` (aware), and what of it can be taken back.

    `why` is shown to whoever gave a verdict that goes. Raises NotAllowed unless a desk admin asks,
    NotEnough without a reason, NothingChosen when they did nothing then or more than MOST.
    """
    if not by.is_desk_admin:
        raise NotAllowed("Only a desk admin takes back what others did.")
    if not why.strip():
        raise NotEnough("Say why. Whoever gave a verdict that goes is shown it.", ["why"])
    events = _events_of(of, since, until)
    act = BulkAct.objects.create(
        by=by,
        kind=BulkKind.REVERTED,
        state=BulkState.PREVIEWED,
        chosen_at=timezone.now(),
        person=of,
        rationale=why.strip(),
        since=since,
        until=until,
    )
    _list(act, events)
    return act


def _events_of(person: User, since: datetime, until: datetime) -> list[Event]:
    """The newest first, without what they took back themselves."""
    rows = Event.objects.done_by(person, since, until).for_desk()
    events = [one for one in rows[: 2 * MOST + 1] if takebacks.is_told_once(one)]
    own = {one.verdict_id for one in events if one.kind == EventKind.DECIDED}
    undone = {one.verdict_id for one in events if one.kind == EventKind.UNDONE} & own
    events = [one for one in events if one.verdict_id is None or one.verdict_id not in undone]
    if not events:
        raise NothingChosen(f"{person} did nothing then that can be taken back.")
    if len(events) > MOST:
        raise NothingChosen(f"{person} did over {MOST:,} things then. Choose a shorter time.")
    return events


def _list(act: BulkAct, events: Sequence[Event]) -> None:
    now = Now(events)
    parts = []
    for position, event in enumerate(events, start=1):
        reason = takebacks.why_not(event, now)
        if not reason:
            takebacks.note(event, now)
        outcome = BulkOutcome.LEFT_OUT if reason else BulkOutcome.TO_CHANGE
        parts.append(
            BulkPart(
                act=act,
                claim_id=event.claim_id,
                event=event,
                position=position,
                version=event.claim.version,
                outcome=outcome,
                reason=reason,
            )
        )
    BulkPart.objects.bulk_create(parts)


def run(act: BulkAct) -> int:
    """Take back what the preview lists, in the caller's transaction, which holds the act's row.

    How many events were taken back; the others' parts say why not.
    """
    parts = list(act.parts.to_change().order_by("position"))
    events = Event.objects.for_desk().in_bulk([part.event_id for part in parts])
    for part in parts:
        part.event = events[part.event_id or 0]
    held = hold(_claims_of(events.values()))
    now = Now(events.values(), reason=act.rationale)
    with history.as_part_of(act):
        for done, part in enumerate(parts):
            if not done % TOLD_AFTER:
                bulk_progress.tell(act, done, of=len(parts))
            part.reason = _take_back(events[part.event_id or 0], now, held, by=act.by)
            part.outcome = BulkOutcome.LEFT_OUT if part.reason else BulkOutcome.CHANGED
    reversals.tell_of_many(now.reversed, by=act.by)
    BulkPart.objects.bulk_update(parts, ["outcome", "reason"], batch_size=200)
    return sum(not part.reason for part in parts)


def undo(act: BulkAct, *, by: User, reason: str) -> int:
    """Take the reversal back by taking back each event that it made; how many parts that was."""
    made = act.events.filter(by=act.by).for_desk()
    events = [one for one in made if takebacks.is_told_once(one)]
    held = hold(_claims_of(events))
    now, stays = Now(events, reason=reason), dict[int, str]()
    with history.as_part_of(act):
        for done, event in enumerate(events):
            if not done % TOLD_AFTER:
                bulk_progress.tell(act, done, of=len(events))
            if why := _take_back(event, now, held, by=by):
                stays[event.claim_id] = why
    reversals.tell_of_many(now.reversed, by=by)
    parts = list(act.parts.changed())
    for part in parts:
        part.reason = stays.get(part.claim_id, "")
        part.outcome = BulkOutcome.MOVED_ON if part.reason else BulkOutcome.TAKEN_BACK
    BulkPart.objects.bulk_update(parts, ["outcome", "reason"], batch_size=200)
    return sum(not part.reason for part in parts)


def _take_back(event: Event, now: Now, held: dict[int, Claim], *, by: User) -> str:
    """Why the event stays; empty when it was taken back."""
    if not _claims_of([event]) <= held.keys():
        return AT_WORK
    if reason := takebacks.why_not(event, now):
        return reason
    try:
        with transaction.atomic():
            takebacks.take_back(event, now, by=by)
    except ClaimError as error:
        return str(error)
    return ""


def _claims_of(events: Iterable[Event]) -> set[int]:
    events = list(events)
    claims = {event.claim_id for event in events}
    return claims | {event.other_id for event in events if event.other_id}
