"""Taking back what one event tells, by the desk's own services, as long as nothing rests on it.

`Now` is the desk as it will be once what came later is taken back: events go newest first.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import (
    reversals,
    takeback_claims,
    takeback_links,
    takeback_opinions,
    takeback_pins,
    takeback_verdicts,
)
from claims.bulk_holding import hold
from claims.errors import NotAllowed, StaleEvent
from claims.standing import LINKING, Now
from claims.states import EventKind
from claims.verdicts import UNDO_MINUTES

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.takeback_way import Way

# Kinds whose state is asked event by event, too dear for a whole page.
ASKED_ALONE = (
    EventKind.SETTLED,
    EventKind.SILENT,
    EventKind.RELOCATED,
    EventKind.OPINION_VOID,
)
WAYS = {
    **(takeback_claims.WAYS | takeback_verdicts.WAYS | takeback_links.WAYS),
    **(takeback_opinions.WAYS | takeback_pins.WAYS),
}


def why_not(event: Event, now: Now) -> str:
    """Why it stays, in one sentence; empty when it can be taken back."""
    way = _way(event)
    return way.why_not(event, now) if way else "This is taken back by hand only."


def take_back(event: Event, now: Now, *, by: User) -> None:
    """Take it back and note in `now` what that leaves. Raises ClaimError as the services do."""
    if way := _way(event):
        way.do(event, now, by)
        way.note(event, now)


@transaction.atomic
def undo(event: Event, *, by: User, reason: str = "") -> None:
    """Take one event back from the history. Raises NotAllowed as `may_undo` says, StaleEvent when
    it can no longer be, NotEnough without the `reason` that undoing another's verdict needs, and
    ClaimError as the services do."""
    if not may_undo(event, by=by):
        raise NotAllowed(
            f"Whoever did this can undo it for {UNDO_MINUTES} minutes, then a desk admin can."
        )
    hold([event.claim_id, *([event.other_id] if event.other_id else [])])
    now = Now([event], reason=reason)
    if why := why_not(event, now):
        raise StaleEvent(why)
    take_back(event, now, by=by)
    reversals.tell_of_many(now.reversed, by=by)


def may_undo(event: Event, *, by: User) -> bool:
    """Whoever did it for UNDO_MINUTES, a desk admin always; if events of its kind can be."""
    if event.by_id is None or _way(event) is None:
        return False
    until = event.at + timedelta(minutes=UNDO_MINUTES)
    return by.is_desk_admin or (event.by_id == by.pk and timezone.now() < until)


def needs_reason(event: Event, *, by: User) -> bool:
    """It is the verdict or opinion of others, who are shown why it is taken back."""
    if event.kind == EventKind.OPINED:
        return event.by_id != by.pk
    is_verdict = event.kind in (EventKind.DECIDED, EventKind.REINSTATED)
    return is_verdict and event.verdict is not None and by.pk not in event.verdict.author_ids


def is_gone(event: Event, now: Now) -> bool:
    """What the history can tell at a glance cannot be undone any more."""
    if event.kind == EventKind.OPINED:
        return event.opinion is None or not event.opinion.is_live
    return event.kind not in ASKED_ALONE and bool(why_not(event, now))


def note(event: Event, now: Now) -> None:
    """As if it were taken back."""
    if way := _way(event):
        way.note(event, now)


def is_told_once(event: Event) -> bool:
    """Of an act that two histories tell, as linking is, the one of the older claim."""
    is_of_link = event.kind in LINKING and event.other_id is not None
    return not is_of_link or event.claim_id < (event.other_id or 0)


def _way(event: Event) -> Way | None:
    kind = EventKind(event.kind)
    if kind in LINKING and event.other_id:
        return takeback_links.LINK
    if kind == EventKind.RESTORED:
        return None if event.field else takeback_claims.MARK
    return WAYS.get(kind)
