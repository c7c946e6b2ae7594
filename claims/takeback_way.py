"""How events of a kind are taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.models import Claim

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Event
    from claims.standing import Now

REMOVED = "The claim was removed since."


@dataclass(frozen=True)
class Way:
    """What stands against taking an event back, in one sentence or empty; doing it, which raises
    ClaimError as the services do; and what that leaves of the desk."""

    why_not: Callable[[Event, Now], str]
    do: Callable[[Event, Now, User], None]
    note: Callable[[Event, Now], None]


def fresh(event: Event) -> Claim:
    """The claim as it is now: what was taken back before has changed it."""
    return Claim.objects.get(pk=event.claim_id)


def nothing(event: Event, now: Now) -> None:
    """Nothing that later looks at `now` depends on it."""
