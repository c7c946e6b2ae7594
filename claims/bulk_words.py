"""How an act on many claims is called, before it is done and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.states import BulkKind

if TYPE_CHECKING:
    from claims.models import BulkAct

TO_DO = {
    BulkKind.VERIFIED: "Verify {}",
    BulkKind.DISPUTED: "Dispute {}",
    BulkKind.UNRESOLVED: "Leave {} unresolved",
    BulkKind.RELEASED: "Let go of {}",
    BulkKind.SKIPPED: "Skip {}",
    BulkKind.REVERTED: "Take back {}",
}
DONE = {
    BulkKind.VERIFIED: "Verified {}",
    BulkKind.DISPUTED: "Disputed {}",
    BulkKind.UNRESOLVED: "Left {} unresolved",
    BulkKind.RELEASED: "Let go of {}",
    BulkKind.SKIPPED: "Skipped {} for an hour",
    BulkKind.REVERTED: "Took back {}",
}
KEYS = {
    BulkKind.VERIFIED: "v",
    BulkKind.DISPUTED: "d",
    BulkKind.UNRESOLVED: "u",
    BulkKind.RELEASED: "l",
    BulkKind.SKIPPED: "s",
    BulkKind.REVERTED: "t",
}


def to_do(act: BulkAct, number: int) -> str:
    """“Verify 12 claims”, “Take back 34 acts of Tomas Brey”"""
    return TO_DO[BulkKind(act.kind)].format(what(act, number))


def done(act: BulkAct) -> str:
    """“Verified 12 claims”"""
    return DONE[BulkKind(act.kind)].format(what(act, act.changed))


def what(act: BulkAct, number: int) -> str:
    """“12 claims”, “34 acts of Tomas Brey”"""
    thing = "act" if act.is_reversal else "claim"
    counted = f"{number:,} {thing}{'' if number == 1 else 's'}"
    return f"{counted} of {act.person}" if act.is_reversal else counted
