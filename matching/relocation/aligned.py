"""What the aligned place says: the new words that stand where the claim stood."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from matching.relocation import english
from matching.relocation.changes import are_opposite, count_others, kinds_changed
from matching.relocation.counterparts import Counterpart, Search
from matching.relocation.edges import spilt_over, with_figures
from matching.relocation.items import Item
from matching.relocation.mapping import mapped, matched
from matching.relocation.names import names_of
from matching.relocation.outcome import Outcome
from matching.relocation.protected import protected
from matching.relocation.words import Words
from matching.spans import Span

KEPT = 0.75
"""Share of a claim's words from which it was reworded; below, it is told by other words."""

BEFORE = 6
"""Words put right before a claim that can deny it: “it is not true that”."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The outcome with the new words it is about; those are None when ambiguous or lost."""

    outcome: Outcome
    span: Span | None = None
    score: float = 0.0


class Aligned:
    """The place that the sentences around, and the words within them, give to a claim."""

    def __init__(self, old: Words, span: Span, new: Words, search: Search) -> None:
        self._old, self._span, self._new = old, span, new
        self._carrier = Span(old.sentences[search.first].start, old.sentences[search.last].end)
        self._search = search

    @cached_property
    def counterpart(self) -> Counterpart | None:
        """The sentences that the claim's sentences have become."""
        return self._search.counterpart()

    @cached_property
    def place(self) -> Span | None:
        """The new words in the aligned place."""
        run = self._run
        if run is None or self.counterpart is None:
            return None
        within = self._within(self.counterpart)
        if self._span == within and not self.counterpart.is_shared:
            return run
        is_whole = self._span == self._carrier
        found = mapped(self._old, self._span, within, self._new, run, is_whole=is_whole)
        return found and with_figures(self._old, self._span, self._new, found)

    def _within(self, counterpart: Counterpart) -> Span:
        """The claim's sentences, with those beside them that the new ones have taken in."""
        first, last = self._search.with_neighbours(counterpart)
        sentences = self._old.sentences
        return Span(sentences[first].start, sentences[last].end)

    @cached_property
    def _run(self) -> Span | None:
        if self.counterpart is None:
            return None
        sentences, run = self._new.sentences, self.counterpart.sentences
        return Span(sentences[run.start].start, sentences[run.end - 1].end)

    def changed(self) -> Followed | None:
        """What the place says now, if that is of another value or reworded."""
        if self.place is None:
            return None
        old_keys = self._old.keys[self._span.start : self._span.end]
        kept = _kept(old_keys, self._new.keys[self.place.start : self.place.end])
        names = names_of(self._old, self._new)
        old = protected(self._old, self._span, names)
        new = protected(self._new, self.place, names)
        if kinds_changed(old, new) or self._is_turned(self.place, old, new):
            return Followed(Outcome.VALUE_CHANGED, self.place, kept)
        is_other_form = _written(self._old, old) != _written(self._new, new)
        return (
            Followed(Outcome.REWORDED, self.place, kept) if kept >= KEPT or is_other_form else None
        )

    def _is_turned(self, place: Span, old: list[Item], new: list[Item]) -> bool:
        was, now = _text(self._old, self._span), _text(self._new, place)
        return are_opposite(was, now) or count_others(old, new, was, now)

    def spilt_over(self, found: Span) -> Span | None:
        """The claim's own words at `found` with those that make another figure of one in them."""
        return spilt_over(self._old, self._span, self._new, found)

    def is_denied_before(self, found: Span) -> bool:
        """Whether a denial was put right before the claim's own words, or taken away there."""
        run = self._run
        if run is None or not run.start <= found.start < run.end:
            return False
        old = self._old.keys[max(self._carrier.start, self._span.start - BEFORE) : self._span.start]
        new = self._new.keys[max(run.start, found.start - BEFORE) : found.start]
        same = matched(old, new)
        rest_old = [key for at, key in enumerate(old) if at not in {one for one, _ in same}]
        rest_new = [key for at, key in enumerate(new) if at not in {other for _, other in same}]
        return _denials(rest_old) != _denials(rest_new)


def _text(words: Words, span: Span) -> str:
    return words.text[words.starts[span.start] : words.ends[span.end - 1]]


def _written(words: Words, items: list[Item]) -> list[str]:
    """How the figures and names are written."""
    numbers = [item for item in items if item.kind in ("figure", "number", "name")]
    written = [" ".join(words.keys[item.at : item.end]) for item in numbers]
    return sorted(written)


def _denials(keys: list[str]) -> Counter[str]:
    found = [english.REFUSED.get(key, "not") for key in keys if english.is_denial(key)]
    return Counter(found)


def _kept(old: list[str], new: list[str]) -> float:
    """The share of the old words that are among the new, each as often as it is said."""
    spoken = [*english.spelt_out(old)]
    return (Counter(spoken) & Counter(english.spelt_out(new))).total() / len(spoken)
