"""Whose turn many claims are: assigning, pinning and unpinning them, by the services of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims import assignments, history, pins
from claims.assignments import Assignment
from claims.errors import StaleClaim
from claims.models import BulkPart
from claims.states import BulkKind

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import BulkAct, Claim


def wanted(act: BulkAct) -> Assignment:
    return Assignment(person=act.assignee, group=act.assigned_group, due_at=act.due_at)


def why_not(claim: Claim, act: BulkAct) -> str:
    """Why nothing would change; empty when something would."""
    if act.kind == BulkKind.ASSIGNED:
        return _why_not_assigned(assignments.of(claim), act)
    if act.kind == BulkKind.PINNED:
        return "It is pinned already." if claim.is_pinned else ""
    return "" if claim.is_pinned else "It is not pinned."


def _why_not_assigned(now: Assignment, act: BulkAct) -> str:
    if now == wanted(act):
        return f"It is assigned to {now.whose} so." if now.whose else "It is nobody’s."
    to = act.assignee
    if to and to != now.person and (to.is_away or not to.is_reviewer):
        return f"{to} is away or cannot decide claims."
    return ""


def change(act: BulkAct, parts: Sequence[BulkPart]) -> None:
    """Do it to the claims, which the caller holds."""
    to = wanted(act)
    with history.as_part_of(act):
        for part in parts:
            if act.kind == BulkKind.ASSIGNED:
                part.undo_token = assignments.assign(part.claim, to=to, by=act.by)
            elif act.kind == BulkKind.PINNED:
                pins.pin(part.claim, by=act.by)
            else:
                pins.unpin(part.claim, by=act.by)
    BulkPart.objects.bulk_update(parts, ["undo_token"])


def take_back(act: BulkAct, part: BulkPart, *, by: User) -> None:
    """Raises StaleClaim when the claim has moved on."""
    if act.kind == BulkKind.ASSIGNED:
        assignments.undo(part.undo_token, by=by)
    elif part.claim.is_pinned != (act.kind == BulkKind.PINNED):
        raise StaleClaim("It was pinned or unpinned since.")
    elif act.kind == BulkKind.PINNED:
        pins.unpin(part.claim, by=by)
    else:
        pins.pin(part.claim, by=by)
