"""Figures that disagree between linked claims: settling them with a reason, opening them again.

Settling gives no verdict. Every function holds the lock of the story while it writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims import clusters, history, priorities
from claims.errors import NotEnough, StaleFigure
from claims.models import Claim, Discrepancy
from claims.states import EventKind, LinkState, Resolution

if TYPE_CHECKING:
    from accounts.models import User

RESOLUTION_COLUMNS = ("resolution", "wrong", "reason", "resolved_at", "resolved_by")
# What an event holds of “one is wrong”, from the side of its own claim.
THIS_IS_WRONG, OTHER_IS_WRONG = "this is wrong", "other is wrong"


@transaction.atomic
def settle(
    discrepancy: Discrepancy,
    *,
    resolution: Resolution,
    reason: str,
    by: User,
    wrong: Claim | None = None,
    seen: datetime | None = None,
    also: Iterable[int] = (),
) -> list[Discrepancy]:
    """Say how the two values fit; `wrong` names the claim when one of the two is wrong.

    `seen`: when it had been settled as the person saw it, none while it was open. `also`: keys of
    others they saw with it; those that share a claim and both values are settled alike. Gives all
    that were, the first one first. Raises NotEnough naming what is missing, and StaleFigure.
    """
    _refuse_gaps(resolution, reason, wrong)
    held = _held(discrepancy, seen)
    rows = [held, *_alike(held, also)]
    at = timezone.now()
    for row in rows:
        row.resolution, row.reason = resolution, reason.strip()
        row.wrong = _same_side(row, held, wrong) if resolution == Resolution.ONE_IS_WRONG else None
        row.resolved_at, row.resolved_by = at, by
        row.save(update_fields=RESOLUTION_COLUMNS)
    _tell(rows, EventKind.SETTLED, by=by, at=at)
    return rows


@transaction.atomic
def reopen(discrepancy: Discrepancy, *, by: User, seen: datetime | None) -> list[Discrepancy]:
    """Open it again with all that were settled by the same act. Raises StaleFigure.

    `seen`: when it had been settled as the person saw it.
    """
    held = _held(discrepancy, seen)
    if not held.is_settled:
        raise StaleFigure(f"{held} is open. Nothing changed.")
    together = Discrepancy.objects.settled_by(held.resolved_by, at=held.resolved_at)
    rows = [held, *together.exclude(pk=held.pk).for_page()]
    for row in rows:
        row.resolution = row.reason = ""
        row.wrong = row.resolved_at = row.resolved_by = None
        row.save(update_fields=RESOLUTION_COLUMNS)
    _tell(rows, EventKind.UNSETTLED, by=by, at=timezone.now())
    return rows


def outcome(discrepancy: Discrepancy) -> str:
    """How it was settled, without the reason: “one is wrong, 214 of Northline”."""
    if discrepancy.wrong is None:
        return discrepancy.get_resolution_display().lower()
    wrong = discrepancy.wrong
    return f"one is wrong, {discrepancy.value_of(wrong)} of {wrong.outlet}"


def _refuse_gaps(resolution: Resolution, reason: str, wrong: Claim | None) -> None:
    if not reason.strip():
        raise NotEnough("Settling a figure needs a reason, one line.", ["reason"])
    if resolution == Resolution.ONE_IS_WRONG and wrong is None:
        raise NotEnough("Say which of the two is wrong.", ["wrong"])


def _held(discrepancy: Discrepancy, seen: datetime | None) -> Discrepancy:
    """The row as it is now, its story held. Raises StaleFigure when it moved since it was seen."""
    clusters.lock({discrepancy.link.a.story_id, discrepancy.link.b.story_id})
    held = Discrepancy.objects.for_page().get(pk=discrepancy.pk)
    if gone := _why_gone(held):
        raise StaleFigure(f"{gone} Nothing changed.")
    if held.resolved_at == seen:
        return held
    if held.is_settled:
        by, how = held.resolved_by, outcome(held)
        raise StaleFigure(f"{by} settled this meanwhile: {how}. “{held.reason}”")
    raise StaleFigure("This was opened again meanwhile. Look at it as it is now.")


def _why_gone(row: Discrepancy) -> str:
    if row.link.a.is_removed or row.link.b.is_removed:
        return "One of the two claims was removed meanwhile."
    if row.link.state != LinkState.CONFIRMED:
        return "The two claims are no longer linked."
    return "" if row.is_current else "The two claims no longer say this."


def _alike(held: Discrepancy, keys: Iterable[int]) -> list[Discrepancy]:
    """Of those, the open conflicts with the same values on a claim that both have."""
    rows = Discrepancy.objects.open_conflicts().filter(pk__in=set(keys)).exclude(pk=held.pk)
    return [
        row
        for row in rows.filter(kind=held.kind).for_page()
        if (shared := _shared(row, held)) and row.seen_from(shared) == held.seen_from(shared)
    ]


def _shared(row: Discrepancy, held: Discrepancy) -> Claim | None:
    ends = {row.link.a_id, row.link.b_id}
    return next((claim for claim in (held.link.a, held.link.b) if claim.pk in ends), None)


def _same_side(row: Discrepancy, held: Discrepancy, wrong: Claim | None) -> Claim | None:
    """The claim of the row that says what the wrong one of the first says."""
    if wrong is None or wrong.pk in (row.link.a_id, row.link.b_id):
        return wrong
    shared = _shared(row, held)
    return row.other_than(shared) if shared else None


def _tell(rows: list[Discrepancy], kind: EventKind, *, by: User, at: datetime) -> None:
    """One event for each claim, then how pressing they are now."""
    told: set[int] = set()
    for row in rows:
        for claim in (row.link.a, row.link.b):
            if claim.pk not in told:
                about = {"reason": row.reason, "field": side_of(row, claim)}
                _record(row, claim, kind, by=by, at=at, **about)
                told.add(claim.pk)
    priorities.follow(told)


def _record(
    row: Discrepancy, claim: Claim, kind: EventKind, *, by: User, at: datetime, **about: str
) -> None:
    other = row.other_than(claim)
    values = {"before": row.value_of(claim), "after": row.value_of(other)}
    history.record(claim, kind, by=by, at=at, other=other, **values, **about)


def side_of(row: Discrepancy, claim: Claim) -> str:
    """The resolution as the claim's own history has it."""
    if row.wrong is None:
        return row.resolution
    return THIS_IS_WRONG if row.wrong_id == claim.pk else OTHER_IS_WRONG
