"""Reads `attributed.txt`: sentences of invented news with who says so for the words in ⟦ ⟧.

Under a sentence stand the chain, the strength and, where it is so, “not named”; `-` is an empty
chain. A sentence with nothing under it is the outlet's own voice.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from matching import Strength, read_chain


class Said(NamedTuple):
    before: str
    claim: str
    after: str
    chain: tuple[str, ...]
    strength: Strength | None
    is_named: bool


def _said(entry: str) -> Said:
    lines = [line for line in entry.splitlines() if not line.startswith("#")]
    before, claim, after = lines[0].replace("\\n", "\n").replace("⟧", "⟦").split("⟦")
    if len(lines) == 1:
        return Said(before, claim, after, (), None, is_named=False)
    chain, strength, *unnamed = (part.strip() for part in lines[1].split("|"))
    names = read_chain(chain.strip("-"))
    return Said(before, claim, after, names, Strength(strength), is_named=not unnamed)


TEXT = Path(__file__).with_suffix(".txt").read_text("utf-8")
ALL = [_said(entry) for entry in TEXT.strip().split("\n\n")]
