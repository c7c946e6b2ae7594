"""How an act on many claims is called, before it is done and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claims import house
from claims.states import BulkKind, VerdictStatus

if TYPE_CHECKING:
    from claims.models import BulkAct

TO_DO = {
    BulkKind.VERIFIED: "Verify {}",
    BulkKind.DISPUTED: "Dispute {}",
    BulkKind.UNRESOLVED: "Leave {} unresolved",
    BulkKind.RELEASED: "Let go of {}",
    BulkKind.SKIPPED: "Skip {}",
    BulkKind.ASSIGNED: "Assign {}",
    BulkKind.PINNED: "Pin {}",
    BulkKind.UNPINNED: "Unpin {}",
    BulkKind.REVERTED: "Take back {}",
}
DONE = {
    BulkKind.VERIFIED: "Verified {}",
    BulkKind.DISPUTED: "Disputed {}",
    BulkKind.UNRESOLVED: "Left {} unresolved",
    BulkKind.RELEASED: "Let go of {}",
    BulkKind.SKIPPED: "Skipped {} for an hour",
    BulkKind.ASSIGNED: "Assigned {}",
    BulkKind.PINNED: "Pinned {}",
    BulkKind.UNPINNED: "Unpinned {}",
    BulkKind.REVERTED: "Took back {}",
}
KEYS = {
    BulkKind.VERIFIED: "v",
    BulkKind.DISPUTED: "d",
    BulkKind.UNRESOLVED: "u",
    BulkKind.RELEASED: "l",
    BulkKind.SKIPPED: "s",
    BulkKind.ASSIGNED: "i",
    BulkKind.PINNED: "p",
    BulkKind.UNPINNED: "o",
    BulkKind.REVERTED: "t",
}


def to_do(act: BulkAct, number: int) -> str:
    """“Verify 12 claims”, “Take back 34 acts of Tomas Brey”"""
    return _words(TO_DO, act).format(what(act, number))


def done(act: BulkAct) -> str:
    """“Verified 12 claims”"""
    return _words(DONE, act).format(what(act, act.changed))


def _words(usual: Mapping[BulkKind, str], act: BulkAct) -> str:
    """With a place for the claims; “Stands” for 12 claims where that is the house name."""
    kind = BulkKind(act.kind)
    if not kind.is_verdict or not house.is_renamed(kind):
        return usual[kind]
    return f"“{VerdictStatus(kind).label.replace('{', '').replace('}', '')}” for {{}}"


def what(act: BulkAct, number: int) -> str:
    """“12 claims”, “34 acts of Tomas Brey”"""
    thing = "act" if act.is_reversal else "claim"
    counted = f"{number:,} {thing}{'' if number == 1 else 's'}"
    return f"{counted} of {act.person}" if act.is_reversal else counted
