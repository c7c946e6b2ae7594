"""What became of a claim's place when its article got other words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a place; the first that holds, in the order of `relocate`.

    Only `UNCHANGED` and `MOVED` may be taken over without asking anybody.
    """

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    VALUE_CHANGED = "value changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Relocation:
    """Where a claim stands in the new text.

    `start` (inclusive) and `end` (exclusive) are code points of the new text: the claim's place
    when it is unchanged or moved, a proposal when reworded or of another value, None when
    ambiguous or lost. `score`, 0.0–1.0, is the share of the claim's words, each as often as
    it says it, that stand there; of an ambiguous place 1.0, of a lost one 0.0.
    """

    outcome: Outcome
    start: int | None
    end: int | None
    score: float
