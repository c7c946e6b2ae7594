"""Taking back that a claim was pinned or unpinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import pins
from claims.states import EventKind
from claims.takeback_way import REMOVED, Way, fresh

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.standing import Now


def _pin_stays(event: Event, now: Now) -> str:
    if now.is_removed[event.claim_id]:
        return REMOVED
    is_as_left = now.is_pinned[event.claim_id] == (event.kind == EventKind.PINNED)
    return "" if is_as_left else "It was pinned or unpinned since."


def _turn(event: Event, now: Now, by: User) -> None:
    (pins.unpin if event.kind == EventKind.PINNED else pins.pin)(fresh(event), by=by)


def _note(event: Event, now: Now) -> None:
    now.is_pinned[event.claim_id] = event.kind != EventKind.PINNED


WAYS = dict.fromkeys((EventKind.PINNED, EventKind.UNPINNED), Way(_pin_stays, _turn, _note))
