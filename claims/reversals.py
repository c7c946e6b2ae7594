"""Reversing a verdict that somebody else gave and that stands: it needs a reason, and is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims import notifications
from claims.errors import NotEnough
from claims.states import NotificationKind

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Claim, Opinion, Verdict


def reversible(claim: Claim, *, by: User, live: Sequence[Opinion] = ()) -> Verdict | None:
    """The verdict on the claim that any other status would reverse; none when there is none.

    Somebody else gave it, and the claim does not wait for another one because something moved. That
    it waits for a second pair of eyes (`live` are its opinions) is not such a reason.
    """
    if claim.current_verdict_id is None:
        return None
    waits = live[0].waited_since if live else claim.waiting_since
    verdict = claim.current_verdict
    if waits is not None or verdict is None or by.pk in verdict.author_ids:
        return None
    return verdict


def tell(verdict: Verdict, *, by: User) -> None:
    """Its authors are told that somebody else reversed it."""
    tell_of_many([verdict], by=by)


def tell_of_many(verdicts: Iterable[Verdict], *, by: User) -> None:
    """As `tell`, of all that one act reversed: once of each claim, three statements in all."""
    told = [(author, one.claim_id) for one in verdicts for author in one.author_ids]
    notifications.tell_each(told, NotificationKind.REVERSED, by=by)


def refuse_without_reason(verdict: Verdict | None, reason: str, *, status: str = "") -> None:
    """Raises NotEnough naming `reason` when another status, or none, is given without one."""
    if verdict and verdict.status != status and not reason.strip():
        raise NotEnough(f"You reverse the verdict of {verdict.authors}. Say why.", ["reason"])
