"""What others did to the claim under review, or to one of its point: one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import sentences
from claims.history import is_moving
from claims.sentences import Line
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Claim, Event

# These move no claim, but say who may decide it.
OF_THE_HOLD = (
    *(EventKind.TAKEN, EventKind.TAKEN_OVER, EventKind.RELEASED),
    *(EventKind.ASSIGNED, EventKind.HANDED_OVER),
)


@dataclass(frozen=True, kw_only=True)
class ReviewLine:
    """The newest sentence; `elsewhere` is the claim it is about where that is another of the point.

    `more`: how many besides.
    """

    line: Line
    elsewhere: Claim | None
    more: int


def line(
    claim: Claim, told: Sequence[Event], *, reader: User, has_acted: bool
) -> ReviewLine | None:
    """What to tell; none where nothing is. What was done to the claim itself comes first.

    `has_acted`: the reader did something on this very page, so it is not told of their acts.
    """
    others = [event for event in told if not (has_acted and event.by_id == reader.pk)]
    own = [one for one in others if one.claim_id == claim.pk and _is_told(one, reader)]
    elsewhere = [one for one in others if one.claim_id != claim.pk and is_moving(one)]
    if not own and not elsewhere:
        return None
    event = (own or elsewhere)[0]
    about = claim if own else event.claim
    return ReviewLine(
        line=sentences.lines(about, [event], reader=reader)[0],
        elsewhere=None if own else about,
        more=len(own) - 1 if own else len(elsewhere) - 1,
    )


def _is_told(event: Event, reader: User) -> bool:
    """Their own hold shows where it stands on the page."""
    return is_moving(event) or (event.kind in OF_THE_HOLD and event.by_id != reader.pk)
