"""Shared copy side by side: which words of one text stand where in the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from matching.overlap.copying import is_copied
from matching.overlap.grams import GRAM_WORDS, Words, read
from matching.spans import Span

PLACES_TRIED = 4  # of a gram that stands often in the other text; the longest run is taken


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A paragraph of `a` and the one of `b` that has most of it.

    `runs` are the stretches that are the same word for word, in `a` and in `b`, in the order of
    `a`; quotations in the middle of copied words are part of them. `grams` is how many grams of the
    paragraph of `a` the other text has, `share` what part of its grams that is, 0.0–1.0.
    """

    a: Span
    b: Span
    runs: tuple[tuple[Span, Span], ...]
    grams: int
    share: float


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in a row that are the same: number of the first in each text, and how many."""

    a: int
    b: int
    length: int


def shared_passages(a: str, b: str) -> list[SharedPassage]:
    """The copied passages of two texts, in the order of `a`; none where they share no copy.

    A paragraph is listed when it is a copy by the rule of `shared_copy`, or when a paragraph of
    `b` that is one stands in it. Linear in both texts.
    """
    one, other = read(a), read(b)
    of_a, of_b = _shares(one, other), _shares(other, one)
    by_paragraph: dict[int, list[_Run]] = defaultdict(list)
    for run in _runs(one, other):
        number = int(one.paragraph_of[run.a])
        if is_copied(*of_a[number]) or is_copied(*of_b[int(other.paragraph_of[run.b])]):
            by_paragraph[number].append(run)
    return [
        _passage(one, other, number, inside, of_a[number])
        for number, inside in sorted(by_paragraph.items())
    ]


def _passage(
    one: Words, other: Words, number: int, runs: list[_Run], counted: tuple[int, int]
) -> SharedPassage:
    lengths: Counter[int] = Counter()
    for run in runs:
        lengths[int(other.paragraph_of[run.b])] += run.length
    most = max(lengths, key=lambda block: (lengths[block], -block))
    shared, total = counted
    return SharedPassage(
        a=one.paragraphs[number],
        b=other.paragraphs[most],
        runs=tuple((_place(one, run.a, run), _place(other, run.b, run)) for run in runs),
        grams=shared,
        share=shared / total if total else 0.0,
    )


def _place(words: Words, first: int, run: _Run) -> Span:
    return Span(words.spans[first].start, words.spans[first + run.length - 1].end)


def _shares(one: Words, other: Words) -> dict[int, tuple[int, int]]:
    """Of each paragraph of `one`: how many of its grams `other` has, and how many it has."""
    there = set(other.grams[other.counts].tolist())
    own: dict[int, set[int]] = {number: set() for number in range(len(one.paragraphs))}
    for at in np.flatnonzero(one.counts):
        own[int(one.paragraph_of[at])].add(int(one.grams[at]))
    return {number: (len(grams & there), len(grams)) for number, grams in own.items()}


def _runs(one: Words, other: Words) -> list[_Run]:
    """The longest runs from left to right in `one`; none overlaps another there."""
    places: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero(other.counts).tolist():
        found = places[int(other.grams[at])]
        if len(found) < PLACES_TRIED:
            found.append(at)
    a, b = _keys(one), _keys(other)
    runs: list[_Run] = []
    reached = 0
    for at in np.flatnonzero(one.counts).tolist():
        if at < reached:
            continue
        tried = [_run(a, b, at, place, reached) for place in places.get(int(one.grams[at]), ())]
        if tried:
            runs.append(max(tried, key=lambda run: run.length))
            reached = runs[-1].a + runs[-1].length
    return runs


def _keys(words: Words) -> list[tuple[int, bool]]:
    """What must be equal in a run: each word, and where paragraphs begin."""
    is_first = np.diff(words.paragraph_of, prepend=-1) != 0
    return list(zip(words.hashes.tolist(), is_first.tolist(), strict=True))


def _run(
    a: list[tuple[int, bool]], b: list[tuple[int, bool]], at: int, place: int, least: int
) -> _Run:
    """The gram at `at` and `place` with the equal words around it, inside both paragraphs."""
    left = 0
    while (
        at - left > least
        and place > left
        and not (a[at - left][1] or b[place - left][1])
        and a[at - left - 1][0] == b[place - left - 1][0]
    ):
        left += 1
    length = GRAM_WORDS
    while (
        at + length < len(a)
        and place + length < len(b)
        and not (a[at + length][1] or b[place + length][1])
        and a[at + length][0] == b[place + length][0]
    ):
        length += 1
    return _Run(at - left, place - left, left + length)
