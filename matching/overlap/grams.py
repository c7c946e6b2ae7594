"""Five words in a row as a number, paragraph by paragraph: what an index of copy is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matching.overlap.quoted import quoted
from matching.overlap.stock import COMMON, STOCK
from matching.sentences import paragraphs, split
from matching.spans import Span
from matching.text import fold, token_spans
from matching.wordlists import STOP_WORDS

GRAM_WORDS = 5
"""Words in a row: four are often an idiom or a title with a name, six miss a copy edited here and
there. Source: containment of shingles, Broder 1997."""

TELLING_WORDS = 2
"""Words of a gram that are more than names, numbers, grammar and reporting. With one, a list of
officials with their titles joined two reports of one summit that were written apart."""

FEWEST_GRAMS = 4
"""A paragraph with fewer can never share enough, so it is no passage."""

WORDS_REMEMBERED = 131_072
# An odd number with its bits well mixed, and the two of the finaliser of SplitMix64: what
# differs in one word differs in about half of the bits.
_BASE = 0x9E3779B97F4A7C15
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_POWERS = [np.uint64(pow(_BASE, power, 2**64)) for power in range(GRAM_WORDS)]

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and its grams that count as copy, each once, in the order of the text.

    `position` is the paragraph's number in the text, from 0. A gram is a signed number of 64 bits,
    the same in every process and on every machine.
    """

    position: int
    start: int
    end: int
    grams: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their numbers; `counts` says of each gram whether it counts.

    Gram n is made of words n to n + 4, so there are four fewer of them; none for a shorter text.
    """

    spans: list[Span]
    hashes: Hashes
    grams: NDArray[np.int64]
    counts: Flags
    paragraphs: list[Span]
    paragraph_of: NDArray[np.intp]  # of each word


def passages(text: str) -> list[Passage]:
    """The paragraphs of `text` that can share copy with others, in order.

    Grams do not reach over a paragraph's end. Those that touch a quotation or a stock sentence
    (“did not respond to a request for comment”) do not count, nor those of nothing but names,
    numbers, grammar and the words of reporting: independent reports share all of these.
    """
    words = read(text)
    counted = np.flatnonzero(words.counts)
    if not len(counted):
        return []
    owner = words.paragraph_of[counted]
    cuts = np.flatnonzero(np.diff(owner)) + 1
    found = []
    for inside in np.split(counted, cuts):
        grams = tuple(dict.fromkeys(words.grams[inside].tolist()))
        if len(grams) >= FEWEST_GRAMS:
            number = int(words.paragraph_of[inside[0]])
            place = words.paragraphs[number]
            found.append(Passage(number, place.start, place.end, grams))
    return found


def read(text: str) -> Words:
    """The words of `text` and their grams. Linear in its length."""
    spans = token_spans(text)
    known = [_word(text[span.start : span.end]) for span in spans]
    hashes = np.array([number for number, _ in known], dtype=np.uint64)
    is_telling = np.array([telling for _, telling in known], dtype=bool)
    starts = np.array([span.start for span in spans], dtype=np.intp)
    blocks = paragraphs(text)
    begins = np.array([block.start for block in blocks], dtype=np.intp)
    owner = np.searchsorted(begins, starts, side="right") - 1
    size = max(0, len(spans) - GRAM_WORDS + 1)
    left_out = _inside(starts, [*quoted(text, blocks), *_stock(text, blocks)])
    counts = (
        (owner[:size] == owner[GRAM_WORDS - 1 :][:size])
        & (_number(left_out, size) == 0)
        & (_number(is_telling, size) >= TELLING_WORDS)
    )
    return Words(spans, hashes, _grams(hashes, size), counts, blocks, owner)


def _grams(hashes: Hashes, size: int) -> NDArray[np.int64]:
    total = np.zeros(size, dtype=np.uint64)
    for place, power in enumerate(_POWERS):
        total += hashes[place : place + size] * power
    total = (total ^ (total >> np.uint64(30))) * _MIX[0]
    total = (total ^ (total >> np.uint64(27))) * _MIX[1]
    return (total ^ (total >> np.uint64(31))).view(np.int64)


def _number(flags: Flags, size: int) -> NDArray[np.intp]:
    """Of each gram how many of its words have the flag."""
    found = np.zeros(size, dtype=np.intp)
    for place in range(GRAM_WORDS):
        found += flags[place : place + size]
    return found


def _inside(starts: NDArray[np.intp], spans: Sequence[Span]) -> Flags:
    """Of each word whether it stands in one of the spans."""
    edges = np.array([(span.start, span.end) for span in spans], dtype=np.intp).reshape(-1, 2)
    steps = np.zeros(len(starts) + 1, dtype=np.intp)
    np.add.at(steps, np.searchsorted(starts, edges[:, 0]), 1)
    np.add.at(steps, np.searchsorted(starts, edges[:, 1]), -1)
    return np.asarray(np.cumsum(steps)[:-1] > 0)


def _stock(text: str, blocks: Sequence[Span]) -> list[Span]:
    """The sentences that every report has. Only paragraphs with one of them are cut."""
    found = []
    for block in blocks:
        if STOCK.search(text, block.start, block.end):
            words = block.of(text)
            found += [
                Span(block.start + one.start, block.start + one.end)
                for one in split(words)
                if STOCK.search(words, one.start, one.end)
            ]
    return found


@lru_cache(maxsize=WORDS_REMEMBERED)
def _word(written: str) -> tuple[int, bool]:
    """The number of the word as it is compared, and whether it tells of an event.

    Blake2b, not `hash`, which differs from process to process.
    """
    folded = fold(written)
    digest = hashlib.blake2b(folded.encode(), digest_size=8).digest()
    is_name = written[:1].isupper() or written[:1].isdigit()
    is_telling = not is_name and folded not in STOP_WORDS and folded not in COMMON
    return int.from_bytes(digest, "little"), is_telling
