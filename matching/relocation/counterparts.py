"""Which sentences of the new text a sentence of the old one has become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from matching.relocation.alignment import Alignment
from matching.relocation.likeness import Bag, bag, held, likeness, literal
from matching.spans import Span

IN_PLACE = 0.35
"""Likeness from which a sentence between the same neighbours is the old one with other words."""

ELSEWHERE = 0.85
"""The same anywhere else, figures left out: reports are full of sentences of one pattern."""

PART = 0.5
"""Share of a sentence that comes from the old one when that was split."""

MERGED = 0.6
"""Share of the old sentence that is in another besides that sentence's own words."""

CANDIDATES = 8
"""Likest sentences that are looked at more closely."""

MOST_LOOKED_AT = 2_000
"""Sentences that one is compared with: an article of 200 KB has as many."""

MOST_SENTENCES = 6
"""Sentences of a claim that are followed one by one; a longer claim is followed as a whole."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A run of new sentences; `is_shared` when it has words of another old sentence too."""

    sentences: Span
    likeness: float
    is_in_place: bool
    is_shared: bool = False


class Search:
    """Looks for what became of the sentences `first` to `last` of the old text."""

    def __init__(self, alignment: Alignment, first: int, last: int) -> None:
        self._alignment = alignment
        self.first, self.last = first, last
        self.gap = alignment.gap(first, last)
        self._best: dict[int, list[tuple[int, float]]] = {}
        self._bags: dict[tuple[bool, int], Bag] = {}

    @cached_property
    def _old_rest(self) -> list[int]:
        """The old sentences that are nowhere in the new text as they were."""
        a = self._alignment
        numbers = range(len(a.old.sentences))
        return [n for n in numbers if n not in a.in_order and n not in a.elsewhere]

    @cached_property
    def _new_rest(self) -> list[int]:
        a = self._alignment
        return [n for n in range(len(a.new.sentences)) if n not in a.origin]

    def old_bag(self, number: int) -> Bag:
        return self._bag(is_new=False, number=number)

    def new_bag(self, number: int) -> Bag:
        return self._bag(is_new=True, number=number)

    def _bag(self, *, is_new: bool, number: int) -> Bag:
        if (is_new, number) not in self._bags:
            words = self._alignment.new if is_new else self._alignment.old
            self._bags[is_new, number] = bag(words, words.sentences[number])
        return self._bags[is_new, number]

    def counterpart(self) -> Counterpart | None:
        """The run that the sentences became; None when one of several has none at either end."""
        if self.last - self.first >= MOST_SENTENCES:
            return self._whole_gap()
        found = [self._of(number) for number in range(self.first, self.last + 1)]
        runs = [one for one in found if one]
        if not runs or not (found[0] or found[-1]):
            return None
        start = min(one.sentences.start for one in runs)
        end = max(one.sentences.end for one in runs)
        most = 2 * sum(one.sentences.end - one.sentences.start for one in runs) + 1
        if end - start > most:
            return runs[0] if len(runs) == 1 else None
        return Counterpart(
            Span(start, end),
            sum(one.likeness for one in runs) / len(found),
            all(one.is_in_place for one in runs),
            any(one.is_shared for one in runs) or len(runs) < len(found),
        )

    def with_neighbours(self, counterpart: Counterpart) -> tuple[int, int]:
        """First and last old sentence that the run is made of, where it took in one beside them.

        “17:00. Police closed” may be one sentence as “5 p.m. Police closed”.
        """
        first, last = self.first, self.last
        run = counterpart.sentences
        if counterpart.likeness == 1.0 or run.end - run.start > MOST_SENTENCES:
            return first, last
        left = Bag(Counter(), {})
        for to in range(run.start, run.end):
            left = left.with_(self.new_bag(to))
        for number in range(first, min(last, first + MOST_SENTENCES) + 1):
            left = left.without(self.old_bag(number))
        gone = set(self._old_rest) if left.size else set()
        if last + 1 in gone and held(self.old_bag(last + 1), left) >= MERGED:
            last += 1
        if first - 1 in gone and held(self.old_bag(first - 1), left) >= MERGED:
            first -= 1
        return first, last

    def _whole_gap(self) -> Counterpart | None:
        """All between the sentences around, for a claim that is half an article."""
        if self.gap.start >= self.gap.end:
            return None
        a = self._alignment
        old = Span(a.old.sentences[self.first].start, a.old.sentences[self.last].end)
        new = a.new.sentences
        run = Span(new[self.gap.start].start, new[self.gap.end - 1].end)
        return Counterpart(self.gap, likeness(bag(a.old, old), bag(a.new, run)), True, True)

    def _of(self, number: int) -> Counterpart | None:
        a = self._alignment
        if number in a.in_order:
            to = a.in_order[number]
            return Counterpart(Span(to, to + 1), 1.0, True)
        if number in a.elsewhere:
            to = a.elsewhere[number]
            return self._replaced(number) or Counterpart(Span(to, to + 1), 1.0, False)
        return self._in_place(number) or self._elsewhere(number)

    def _replaced(self, number: int) -> Counterpart | None:
        """What stands in its place with other figures, while the old words are quoted elsewhere."""
        found = self._in_place(number)
        if found is None or found.sentences.end - found.sentences.start > 1:
            return None
        own, now = self.old_bag(number), self.new_bag(found.sentences.start)
        return found if literal(own, now) >= ELSEWHERE else None

    def _in_place(self, number: int) -> Counterpart | None:
        gap = self._alignment.gap(number, number)
        last = min(gap.end, gap.start + MOST_LOOKED_AT)
        inside = [to for to in range(gap.start, last) if to not in self._alignment.origin]
        for to, like in self._ranked(number, inside)[:CANDIDATES]:
            if like < IN_PLACE:
                break
            if self._is_origin(number, to, like):
                return self._grown(number, to, like)
            if self._is_merged(number, to):
                return Counterpart(Span(to, to + 1), like, True, True)
        return None

    def _elsewhere(self, number: int) -> Counterpart | None:
        own = self.old_bag(number)
        rest = [to for to in self._new_rest if to not in range(self.gap.start, self.gap.end)]
        for to, like in self._ranked(number, rest[:MOST_LOOKED_AT])[:1]:
            is_one = like >= IN_PLACE and literal(own, self.new_bag(to)) >= ELSEWHERE
            if is_one and self._is_origin(number, to, like):
                return Counterpart(Span(to, to + 1), like, False)
        return None

    def _ranked(self, number: int, choice: Iterable[int]) -> list[tuple[int, float]]:
        own = self.old_bag(number)
        scored = [(to, likeness(own, self.new_bag(to))) for to in choice]
        return sorted(scored, key=lambda pair: -pair[1])

    def _is_origin(self, number: int, to: int, like: float) -> bool:
        """Whether no other old sentence that is gone is more like the new one."""
        return not any(other > like for n, other in self._origins(to) if n != number)

    def _is_merged(self, number: int, to: int) -> bool:
        other = next(n for n, _ in self._origins(to) if n != number)
        rest = self.new_bag(to).without(self.old_bag(other))
        return held(self.old_bag(number), rest) >= MERGED

    def _origins(self, to: int) -> list[tuple[int, float]]:
        """The two old sentences without a place that are most like a new one."""
        if to not in self._best:
            new = self.new_bag(to)
            rest = self._old_rest[:MOST_LOOKED_AT]
            likes = [(n, likeness(self.old_bag(n), new)) for n in rest]
            self._best[to] = sorted(likes, key=lambda pair: -pair[1])[:2]
        return self._best[to]

    def _grown(self, number: int, to: int, like: float) -> Counterpart:
        """With the sentences beside it that are parts of the old one as well."""
        left = self.old_bag(number).without(self.new_bag(to))
        start, end = to, to + 1
        gap = self._alignment.gap(number, number)
        while end < gap.end and self._is_part(end, left):
            left = left.without(self.new_bag(end))
            end += 1
        while start > gap.start and self._is_part(start - 1, left):
            start -= 1
            left = left.without(self.new_bag(start))
        return Counterpart(Span(start, end), like, True)

    def _is_part(self, to: int, left: Bag) -> bool:
        return to not in self._alignment.origin and held(self.new_bag(to), left) >= PART
