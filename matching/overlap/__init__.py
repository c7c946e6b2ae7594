"""Which passages two texts share as copy. See docs/matching.md, “Shared copy”."""

from __future__ import annotations

from matching.overlap.aligning import SharedPassage, shared_passages
from matching.overlap.copying import COPIED_SHARE, SHARED_GRAMS, Overlap, containment, shared_copy
from matching.overlap.grams import GRAM_WORDS, Passage, passages

__all__ = [
    "COPIED_SHARE",
    "GRAM_WORDS",
    "SHARED_GRAMS",
    "Overlap",
    "Passage",
    "SharedPassage",
    "containment",
    "passages",
    "shared_copy",
    "shared_passages",
]
