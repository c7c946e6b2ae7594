"""Which sentences of two texts are one and the same, in order and out of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from matching.relocation.words import Words
from matching.spans import Span

Sentence = tuple[str, ...]
Piece = TypeVar("Piece", bound=Hashable)  # sentences, words: whatever two texts are rows of


class Alignment:
    """Sentences of an old text with the same words in the new one, by number.

    `in_order` never crosses; `elsewhere` holds those found again in another order. A sentence that
    is said twice is aligned only where its neighbours, or the order, tell which is which.
    """

    __slots__ = ("elsewhere", "in_order", "new", "old", "origin")

    def __init__(self, old: Words, new: Words) -> None:
        self.old, self.new = old, new
        a, b = _sentences(old), _sentences(new)
        self.in_order = dict(in_order(a, b))
        taken = set(self.in_order.values())
        rest_a = [at for at in range(len(a)) if at not in self.in_order]
        rest_b = [at for at in range(len(b)) if at not in taken]
        self.elsewhere = dict(once_in_both(a, b, rest_a, rest_b))
        self.origin = {n: o for o, n in (*self.in_order.items(), *self.elsewhere.items())}

    def gap(self, first: int, last: int) -> Span:
        """The new sentences between those that hold the place before and behind old ones."""
        before = first - 1
        while before >= 0 and before not in self.in_order:
            before -= 1
        behind = last + 1
        while behind < len(self.old.sentences) and behind not in self.in_order:
            behind += 1
        start = self.in_order[before] + 1 if before >= 0 else 0
        return Span(start, self.in_order.get(behind, len(self.new.sentences)))


@lru_cache(maxsize=2)
def align(old: Words, new: Words) -> Alignment:
    """The alignment of two texts, kept for the next claim."""
    return Alignment(old, new)


def _sentences(words: Words) -> list[Sentence]:
    return [tuple(words.keys[span.start : span.end]) for span in words.sentences]


def in_order(a: Sequence[Piece], b: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Equal sentences that do not cross: those at both ends, those said once, what is beside them.

    Source: patience diff (Cohen), whose anchors are lines that both texts have once.
    """
    start, end_a, end_b = 0, len(a), len(b)
    while start < min(end_a, end_b) and a[start] == b[start]:
        yield start, start
        start += 1
    while min(end_a, end_b) > start and a[end_a - 1] == b[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
        yield end_a, end_b
    pairs = once_in_both(a, b, range(start, end_a), range(start, end_b))
    low_a, low_b = start, start
    for at, to in [*longest_rise(sorted(pairs)), (end_a, end_b)]:
        yield from _beside(a, b, Span(low_a, at), Span(low_b, to))
        if at < end_a:
            yield at, to
        low_a, low_b = at + 1, to + 1


def _beside(
    a: Sequence[Piece], b: Sequence[Piece], of_a: Span, of_b: Span
) -> Iterator[tuple[int, int]]:
    """Equal sentences right behind the start and right before the end of two stretches."""
    at, to = of_a.start, of_b.start
    while at < of_a.end and to < of_b.end and a[at] == b[to]:
        yield at, to
        at, to = at + 1, to + 1
    end, end_to = of_a.end - 1, of_b.end - 1
    while end >= at and end_to >= to and a[end] == b[end_to]:
        yield end, end_to
        end, end_to = end - 1, end_to - 1


def once_in_both(
    a: Sequence[Piece], b: Sequence[Piece], of_a: Sequence[int], of_b: Sequence[int]
) -> list[tuple[int, int]]:
    """The sentences that each of two choices has exactly once, by place in the first."""
    count_a, count_b = Counter(a[at] for at in of_a), Counter(b[at] for at in of_b)
    place = {b[at]: at for at in of_b if count_b[b[at]] == 1}
    return [(at, place[a[at]]) for at in of_a if count_a[a[at]] == 1 and a[at] in place]


def longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs, sorted by their first number, whose second rises too.

    Source: patience sorting (Fredman 1975), n log n.
    """
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        pile = bisect_left(tops, to)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(to)
            ends.append(number)
        else:
            tops[pile], ends[pile] = to, number
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
