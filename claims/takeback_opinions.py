"""Ending somebody's opinion from the history of the desk, and letting it count again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import opinions
from claims.models import Opinion
from claims.states import EventKind
from claims.takeback_way import Way, nothing

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.standing import Now


def _opinion_stays(event: Event, now: Now) -> str:
    opinion = _fresh(event)
    is_live = opinion is not None and opinion.is_live
    return "" if is_live else "The opinion led to a verdict, or no longer counts."


def _end(event: Event, now: Now, by: User) -> None:
    """Its author takes it back, a desk admin sets it aside."""
    opinion = _fresh(event)
    if opinion and opinion.by_id == by.pk:
        opinions.withdraw(opinion, by=by)
    elif opinion:
        opinions.overrule(opinion, by=by, reason=now.reason)


def _absence_stays(event: Event, now: Now) -> str:
    opinion = _fresh(event)
    return opinions.why_not_revived(opinion) if opinion else ""


def _revive(event: Event, now: Now, by: User) -> None:
    if opinion := _fresh(event):
        opinions.revive(opinion, by=by)


def _fresh(event: Event) -> Opinion | None:
    """As it is now: what was taken back before has changed it."""
    return Opinion.objects.for_page().filter(pk=event.opinion_id or 0).first()


WAYS = {
    EventKind.OPINED: Way(_opinion_stays, _end, nothing),
    EventKind.OPINION_VOID: Way(_absence_stays, _revive, nothing),
}
