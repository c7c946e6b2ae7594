"""A claim made ready for comparison: its tokens, its figures, the stems of its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from matching.figures.english import ENGLISH
from matching.figures.passage import Passage
from matching.figures.quantity import Dimension, Quantity
from matching.figures.reading import as_date, read
from matching.figures.tokens import Tokens

REMEMBERED = 1_024
"""Claims kept as read: one of a story is compared with many. A claim takes some 10 KB."""


LONGEST = 2_000
"""Code points of a claim that are compared; a paragraph has some 400."""

MOST = 24
"""Figures of one dimension that are compared; a claim with more is a table."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one claim says."""

    passage: Passage
    quantities: tuple[Quantity, ...]
    stems: frozenset[str]

    def of(self, dimension: Dimension) -> list[Quantity]:
        """Its figures of one dimension, in order."""
        return [each for each in self.quantities if each.dimension is dimension][:MOST]


@lru_cache(maxsize=REMEMBERED)
def claimed(text: str, published: date | str | None) -> Claimed:
    """Read `text`, as `reading.quantities` does, as far as a claim may go."""
    passage = Passage(Tokens(text[:LONGEST]), ENGLISH, as_date(published))
    return Claimed(passage, tuple(read(passage)), passage.stems(0, len(passage.tokens)))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two claims have in common, as evidence for their figures.

    `has_two_doers` where both begin with a full name and neither has the other's: two teams bid.
    """

    a: frozenset[str]
    b: frozenset[str]
    overlap: float
    has_two_doers: bool

    def tells_apart(self, a: Quantity, b: Quantity) -> bool:
        """Whether one claim speaks of the things that the other's figure counts, elsewhere.

        “three boats of the pirates” counts no pirates, so “26 pirates” is another figure.
        """
        return bool(a.counted & (self.b - b.counted)) or bool(b.counted & (self.a - a.counted))


def shared(a: Claimed, b: Claimed) -> Shared:
    """What `a` and `b` share: overlap is the part of the shorter claim's stems in the other.

    Source: the overlap coefficient (Szymkiewicz–Simpson), 0.0–1.0.
    """
    shorter = min(len(a.stems), len(b.stems))
    both = len(a.stems & b.stems)
    doers = a.passage.doer, b.passage.doer
    has_two = all(doers) and not (doers[0] & b.stems or doers[1] & a.stems)
    return Shared(a.stems, b.stems, both / shorter if shorter else 0.0, has_two)
