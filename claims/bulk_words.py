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
}
DONE = {
    BulkKind.VERIFIED: "Verified {}",
    BulkKind.DISPUTED: "Disputed {}",
    BulkKind.UNRESOLVED: "Left {} unresolved",
    BulkKind.RELEASED: "Let go of {}",
    BulkKind.SKIPPED: "Skipped {} for an hour",
}
KEYS = {
    BulkKind.VERIFIED: "v",
    BulkKind.DISPUTED: "d",
    BulkKind.UNRESOLVED: "u",
    BulkKind.RELEASED: "l",
    BulkKind.SKIPPED: "s",
}


def to_do(act: BulkAct, number: int) -> str:
    """“Verify 12 claims”"""
    return TO_DO[BulkKind(act.kind)].format(claims(number))


def done(act: BulkAct) -> str:
    """“Verified 12 claims”"""
    return DONE[BulkKind(act.kind)].format(claims(act.changed))


def claims(number: int) -> str:
    return "1 claim" if number == 1 else f"{number:,} claims"
