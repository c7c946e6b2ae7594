"""Figures at the edges of a claim, which words put right beside it turn into others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.figures.english_numbers import BOUNDS
from matching.figures.quantity import Dimension
from matching.relocation import english
from matching.relocation.changes import kinds_changed
from matching.relocation.items import Item
from matching.relocation.protected import figures
from matching.relocation.words import Words
from matching.spans import Span

REACH = 6
"""Words beside a claim that can be of a figure in it: “one hundred and” of “two people”."""

INSIDE = 12
"""Words of a claim at each end that are read with them."""

LONGEST_BOUND = 4
"""Words of a bound: “in the region of”."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The figures at both ends of a stretch, and the words of them that stand beside it."""

    figures: tuple[Item, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]


def spilt_over(old: Words, span: Span, new: Words, found: Span) -> Span | None:
    """The claim's own words with those beside them that make another figure of one in it.

    “Twenty-two people” where “two people” were; “about”, put right before a number or taken
    away there. None when the figures are what they were.
    """
    was, now = edges(old, span), edges(new, found)
    if (was.before, was.behind) == (now.before, now.behind):
        return None
    is_another = kinds_changed(list(was.figures), list(now.figures))
    return _with(found, was, now) if is_another else None


def with_figures(old: Words, span: Span, new: Words, found: Span) -> Span:
    """The place with all of the figures at its ends, of which words in common may hold a part."""
    return _with(found, edges(old, span), edges(new, found))


def _with(found: Span, was: Edges, now: Edges) -> Span:
    before = len(now.before) if now.before != was.before else 0
    behind = len(now.behind) if now.behind != was.behind else 0
    return Span(found.start - before, found.end + behind)


def edges(words: Words, span: Span) -> Edges:
    """What the figures at the ends of a stretch say, read with the words around it."""
    found = list(_at_edges(words, span))
    starts = [of.start for _, of in found if of.start < span.start < of.end]
    ends = [of.end for _, of in found if of.start < span.end < of.end]
    start, end = min(starts, default=span.start), max(ends, default=span.end)
    number = _bound(words, span) if start == span.start else None
    if number:
        found, start = [*found, number], number[1].start
    return Edges(
        tuple(item for item, _ in found),
        tuple(words.keys[start : span.start]),
        tuple(words.keys[span.end : end]),
    )


def _at_edges(words: Words, span: Span) -> Iterator[tuple[Item, Span]]:
    first, last = words.holding(span)
    low = max(words.sentences[first].start, span.start - REACH)
    high = min(words.sentences[last].end, span.end + REACH)
    if high - low <= 2 * (REACH + INSIDE):
        windows = [Span(low, high)]
    else:
        windows = [Span(low, span.start + INSIDE), Span(span.end - INSIDE, high)]
    for window in windows:
        for item, of in figures(words, window):
            is_date = item.figure is not None and item.figure.dimension is Dimension.DATE
            if of.start < span.end and span.start < of.end and not is_date:
                yield item, of  # “in 2019” stays true where “in May 2019” stands


def _bound(words: Words, span: Span) -> tuple[Item, Span] | None:
    """A number word that no figure is read from, with what bounds it: “a few”, “nearly all”."""
    at = span.start
    if words.keys[at] not in english.AMOUNTS:
        return None
    for length in range(LONGEST_BOUND, 0, -1):
        phrase = tuple(words.keys[max(0, at - length) : at])
        if phrase in BOUNDS or (phrase, words.keys[at]) == (("a",), "few"):
            value = " ".join((*phrase, words.keys[at]))
            return Item("number", value, at, at + 1), Span(at - length, at + 1)
    return Item("number", words.keys[at], at, at + 1), Span(at, at + 1)
