"""A claim made ready for comparison: its tokens, its figures, the stems of its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matching.figures.english import ENGLISH
from matching.figures.passage import Passage
from matching.figures.quantity import Dimension, Quantity
from matching.figures.reading import as_date, read
from matching.figures.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one claim says."""

    passage: Passage
    quantities: tuple[Quantity, ...]
    stems: frozenset[str]

    def of(self, dimension: Dimension) -> list[Quantity]:
        """Its figures of one dimension, in order."""
        return [each for each in self.quantities if each.dimension is dimension]


def claimed(text: str, published: date | str | None) -> Claimed:
    """Read `text`, as `reading.quantities` does."""
    passage = Passage(Tokens(text), ENGLISH, as_date(published))
    return Claimed(passage, tuple(read(passage)), passage.stems(0, len(passage.tokens)))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two claims have in common, as evidence for their figures."""

    a: frozenset[str]
    b: frozenset[str]
    overlap: float

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
    return Shared(a.stems, b.stems, both / shorter if shorter else 0.0)
