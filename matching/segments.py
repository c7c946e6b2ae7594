"""A paragraph cut where claims begin and end, so that overlaps need no client library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

RAILS = 3
"""Underlines that can be told apart below one line of text; further claims share the last."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A claim's place: code points `start` (inclusive) to `end` (exclusive), never empty.

    `key` names the claim; each key is used once. Raises ValueError for an empty place.
    """

    key: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A highlight cannot go from {self.start} to {self.end}.")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same claims throughout.

    `keys` are those claims, outermost first: the earlier start, then the later end, then
    the smaller key. `starts` are the keys whose claim begins at `start`, `ends` those
    whose claim ends at `end`, in the same order; a claim that goes on into the next
    paragraph ends there, not here.
    """

    start: int
    end: int
    keys: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def segments(start: int, end: int, claims: Sequence[Highlight]) -> list[Segment]:
    """The paragraph from `start` (inclusive) to `end` (exclusive), cut at each claim's edge.

    Segments follow on each other, none is empty, and together they are the paragraph; an
    empty paragraph has none. Claims may reach beyond the paragraph or lie outside it.
    Raises ValueError when `end < start`.
    """
    if end < start:
        raise ValueError(f"A paragraph cannot go from {start} to {end}.")
    inside = [claim for claim in _outermost_first(claims) if claim.start < end > start < claim.end]
    edges = {edge for claim in inside for edge in (claim.start, claim.end) if start < edge < end}
    cuts = sorted({start, end} | edges)
    found: list[Segment] = []
    active: list[Highlight] = []
    upcoming = inside[::-1]
    for left, right in pairwise(cuts):
        active = [claim for claim in active if claim.end > left]
        while upcoming and upcoming[-1].start <= left:
            active.append(upcoming.pop())
        found.append(_segment(left, right, active))
    return found


def rails(claims: Sequence[Highlight]) -> dict[int, int]:
    """The rail of each claim by key: 1 runs closest to the text, then 2 and 3.

    Each claim, outermost first, gets the lowest rail free along all of its words; claims
    that only touch may share one. Where more than three overlap, the rest share rail 3.
    """
    taken_until = [0] * (RAILS - 1)
    placed: dict[int, int] = {}
    for claim in _outermost_first(claims):
        free = (rail for rail, until in enumerate(taken_until) if until <= claim.start)
        rail = next(free, RAILS - 1)
        if rail < RAILS - 1:
            taken_until[rail] = claim.end
        placed[claim.key] = rail + 1
    return placed


def _outermost_first(claims: Sequence[Highlight]) -> list[Highlight]:
    return sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.key))


def _segment(start: int, end: int, active: Sequence[Highlight]) -> Segment:
    return Segment(
        start=start,
        end=end,
        keys=tuple(claim.key for claim in active),
        starts=tuple(claim.key for claim in active if claim.start == start),
        ends=tuple(claim.key for claim in active if claim.end == end),
    )
