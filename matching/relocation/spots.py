"""Where the very words of a claim stand in the new text, and which of those is its place."""

from __future__ import annotations

from functools import cached_property

from matching.relocation import english
from matching.relocation.aligned import Aligned
from matching.relocation.alignment import Alignment
from matching.relocation.counterparts import Search
from matching.relocation.likeness import bag, likeness
from matching.relocation.places import Place, Quote
from matching.relocation.words import Words
from matching.spans import Span

SIDE = 0.5
"""Share of the context of one side from which a neighbour is still the same."""

TELLING = 4
"""Words of content that, said again elsewhere, are no chance; fewer need more than themselves."""

REST = 0.3
"""Likeness of what else the sentences say, from which few words are those of the claim."""


class Spots:
    """The places that have the claim's words and are not those of another sentence."""

    def __init__(self, quote: Quote, span: Span, alignment: Alignment, search: Search) -> None:
        self._quote, self._span = quote, span
        self._alignment, self._search = alignment, search
        self._old, self._new = alignment.old, alignment.new

    def best(self, aligned: Aligned, whole: list[Span]) -> list[Place]:
        """The places that none beats: by context, by order, by the sentence around them.

        `whole` are those with all of the context; they come before all others.
        """
        spots = [spot for spot in self._quote.places(self._new) if self._is_free(spot)]
        spots = [spot for spot in spots if spot.span in whole] or spots
        most = max((spot.shared for spot in spots), default=0.0)
        best = [spot for spot in spots if most - spot.shared < SIDE]
        if len(best) < 2 or (most >= SIDE and len(best) == len(spots)):
            return best
        best = [spot for spot in best if self._is_in_gap(spot)] or best
        likes = [self._sentence_likeness(spot) for spot in best]
        best = [spot for spot, like in zip(best, likes, strict=True) if like == max(likes)]
        if len({self._new.holding(spot.span) for spot in best}) > 1:
            return best
        return [spot for spot in best if spot.span == aligned.place] or best

    def _sentence_likeness(self, spot: Place) -> float:
        number, _ = self._new.holding(spot.span)
        return likeness(self._search.old_bag(self._search.first), self._search.new_bag(number))

    def _is_free(self, spot: Place) -> bool:
        """Whether the words there are not those of another sentence that had them before."""
        first, last = self._new.holding(spot.span)
        numbers = range(first, last + 1)
        if any(self._is_of_another(number) for number in numbers):
            return False
        if self._is_note(first) and not self._was_note():
            return False
        return not any(self._comes_from(other, first) for other in self._others)

    def _is_of_another(self, number: int) -> bool:
        origin = self._alignment.origin.get(number)
        return origin is not None and not self._search.first <= origin <= self._search.last

    @cached_property
    def _others(self) -> list[int]:
        """The other old sentences with the claim's words that are nowhere as they were."""
        places = [place.span for place in self._quote.places(self._old) if place.span != self._span]
        numbers = {self._old.holding(span)[0] for span in places}
        a = self._alignment
        gone = {n for n in numbers if n not in a.in_order and n not in a.elsewhere}
        return sorted(gone - set(range(self._search.first, self._search.last + 1)))

    def _comes_from(self, other: int, number: int) -> bool:
        new = self._search.new_bag(number)
        own = likeness(self._search.old_bag(self._search.first), new)
        return likeness(self._search.old_bag(other), new) > own

    def _is_note(self, number: int) -> bool:
        return _has_note(self._new, self._new.sentences[number])

    def _was_note(self) -> bool:
        return _has_note(self._old, self._old.sentences[self._search.first])

    def _is_in_gap(self, spot: Place) -> bool:
        first, last = self._new.holding(spot.span)
        return self._search.gap.start <= first and last < self._search.gap.end

    def is_in_place(self, spot: Place, aligned: Aligned) -> bool:
        """Whether it stands between the sentences that stood around the claim."""
        if not self._is_in_gap(spot):
            return False
        if aligned.counterpart is None:
            return self.may_have_moved(spot)
        run = aligned.counterpart.sentences
        first, _ = self._new.holding(spot.span)
        return run.start <= first < run.end or max(spot.before, spot.behind) >= SIDE

    def may_have_moved(self, spot: Place) -> bool:
        """Whether it is no chance that the words are said elsewhere."""
        if max(spot.before, spot.behind) >= SIDE:
            return True
        number, _ = self._new.holding(spot.span)
        own = bag(self._old, self._span)
        if number in self._alignment.origin or own.size >= TELLING:
            return True
        rest_old = self._search.old_bag(self._search.first).without(own)
        rest_new = self._search.new_bag(number).without(own)
        return likeness(rest_old, rest_new) >= REST if rest_old.size else not rest_new.size

    def is_crossed(self, spot: Place) -> bool:
        """Whether the sentence before now stands behind, or the one behind before."""
        first, last = self._new.holding(spot.span)
        before, behind = self._now(self._search.first - 1), self._now(self._search.last + 1)
        return (before is not None and before > last) or (behind is not None and behind < first)

    def _now(self, number: int) -> int | None:
        a = self._alignment
        return a.in_order.get(number, a.elsewhere.get(number))


def _has_note(words: Words, sentence: Span) -> bool:
    """Whether a sentence is a note of correction, which quotes what no longer stands."""
    keys = words.keys[sentence.start : sentence.end]
    return any(
        tuple(keys[at : at + len(note)]) == note
        for note in english.NOTES
        for at in range(len(keys))
    )
