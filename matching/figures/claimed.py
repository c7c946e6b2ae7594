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


def overlap(a: Claimed, b: Claimed) -> float:
    """The share of the shorter claim's stems that the other has too, 0.0–1.0.

    Source: the overlap coefficient (Szymkiewicz–Simpson).
    """
    shorter = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / shorter if shorter else 0.0
