"""How much of two texts is one: from when on a paragraph counts as copied."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass

from matching.overlap.grams import Passage

COPIED_SHARE = 0.25
"""A quarter of a paragraph's grams: a rewritten lead keeps so much of the wire's, and two reports
of one event that were written apart stayed below a tenth in every pair that was looked at."""

SHARED_GRAMS = 4
"""Eight words in a row, or more in pieces. Three grams are seven words, which a title with a name
and an ordinary phrase reach (“was taken to hospital with minor injuries”)."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share in the paragraphs that are copy; all zero where none is.

    `a` and `b` are the share of each text's grams that the other has there, 0.0–1.0. A reprint has
    1.0 on both sides; of a background paragraph in a long report little is the other's.
    """

    paragraphs: int
    grams: int
    a: float
    b: float


def containment(part: Collection[int], whole: Set[int]) -> float:
    """Share of the distinct grams of `part` that `whole` has, 0.0–1.0; 0.0 for none. Not symmetric.

    Source: Broder 1997, On the resemblance and containment of documents.
    """
    own = set(part)
    return len(own & whole) / len(own) if own else 0.0


def is_copied(shared: int, of: int) -> bool:
    """Whether so many grams in common make a paragraph of that many a copy."""
    return shared >= SHARED_GRAMS and shared >= COPIED_SHARE * of


def shared_copy(
    a: Sequence[Passage], b: Sequence[Passage], *, without: Set[int] = frozenset()
) -> Overlap:
    """What the passages of two texts share, wherever paragraphs begin and end in either.

    Symmetric but for the sides. `without` are grams that are no evidence, as they stand in many
    stories. They count for neither text.
    """
    of_a = [frozenset(one.grams) - without for one in a]
    of_b = [frozenset(one.grams) - without for one in b]
    all_a, all_b = _together(of_a), _together(of_b)
    from_a, count_a = _copied(of_a, all_b)
    from_b, count_b = _copied(of_b, all_a)
    shared = from_a | from_b
    if not shared:
        return Overlap(0, 0, 0.0, 0.0)
    return Overlap(
        paragraphs=max(count_a, count_b),
        grams=len(shared),
        a=len(shared) / len(all_a),
        b=len(shared) / len(all_b),
    )


def _together(grams: Sequence[Set[int]]) -> frozenset[int]:
    return frozenset().union(*grams)


def _copied(parts: Sequence[Set[int]], whole: Set[int]) -> tuple[set[int], int]:
    """The shared grams of the paragraphs that are copy, and how many those are."""
    found: set[int] = set()
    count = 0
    for part in parts:
        shared = part & whole
        if is_copied(len(shared), len(part)):
            found |= shared
            count += 1
    return found, count
