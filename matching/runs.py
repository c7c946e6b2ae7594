"""Runs of characters of texts as numbers in arrays: a sentence has hundreds of them.

A run's number is 48 bits of a sum over its characters, each times a step of its own. That two of
a million different runs have the same one is a chance of one in five hundred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.postings import UNKNOWN, Places, Postings, turned

GRAM_LENGTHS = (3, 4, 5)
"""Characters in a row: shorter ones are in every text, longer ones are whole words."""

CHARACTERS_AT_ONCE = 100_000
"""Of a long story, so that sorting their runs takes no more than 20 MB."""

Codes = NDArray[np.uint64]

# Odd numbers without a pattern: one for each character of a run.
STEPS = np.array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
    ],
    dtype=np.uint64,
)
DROPPED = np.uint64(16)  # bits; the lowest ones tell least
DIGITS = (0, 16, 32)  # where those begin that are sorted by, two bytes each: least of all work


class Runs:
    """The distinct runs of texts, numbered in the order of their codes."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def numbers(self, query: Codes) -> Places:
        """The number of each run, UNKNOWN for one that no text has."""
        if not len(self._codes):
            return np.full(len(query), UNKNOWN, np.intp)
        at = np.searchsorted(self._codes, query)
        at[at == len(self._codes)] = 0
        return np.where(self._codes[at] == query, at, UNKNOWN)

    def all(self) -> Codes:
        return self._codes

    @staticmethod
    def common(a: Codes, b: Codes) -> Codes:
        return np.intersect1d(a, b, assume_unique=True)


def codes_of(line: str) -> Codes:
    """The distinct runs of a line, in the order of their codes."""
    return np.unique(_cut([line])[0])


def gathered(lines: Sequence[str]) -> tuple[Runs, Postings]:
    """The runs of these lines, and which line has which."""
    blocks = [_sorted(some, first) for first, some in _parts(lines)]
    codes = [one.codes for one in blocks]
    distinct = codes[0] if len(codes) == 1 else np.unique(np.concatenate([*codes, NO_CODES]))
    numbered = ((np.searchsorted(distinct, b.codes), b.having, b.texts) for b in blocks)
    return Runs(distinct), turned(list(numbered), terms=len(distinct), texts=len(lines))


class _Block(NamedTuple):
    codes: Codes  # distinct, ascending
    having: Places  # how many of the lines have each
    texts: Places  # which those are, code by code


def _parts(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines of CHARACTERS_AT_ONCE together, each time with the place of the first."""
    first, some, size = 0, list[str](), 0
    for at, line in enumerate(lines):
        if some and size + len(line) > CHARACTERS_AT_ONCE:
            yield first, some
            first, some, size = at, [], 0
        some.append(line)
        size += len(line)
    if some:
        yield first, some


def _sorted(lines: list[str], first: int) -> _Block:
    codes, texts = _cut(lines)
    order = _order(codes)
    codes, texts = codes[order], texts[order]
    is_new = np.append(True, codes[1:] != codes[:-1])[: len(codes)]
    is_once = is_new | np.append(True, texts[1:] != texts[:-1])[: len(texts)]
    codes, texts, is_new = codes[is_once], texts[is_once], is_new[is_once]
    begins = np.flatnonzero(is_new)
    return _Block(codes[begins], np.diff(np.append(begins, len(codes))), texts + first)


def _cut(lines: list[str]) -> tuple[Codes, Places]:
    """The code of each run of each line with the line's place; of one code, ascending."""
    together = "".join(lines).encode("utf-32-le", "surrogatepass")
    characters = np.frombuffer(together, dtype="<u4").astype(np.uint64)
    sizes = np.fromiter(map(len, lines), np.intp, len(lines))
    texts = np.repeat(np.arange(len(lines)), sizes)
    left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(characters))  # up to the line's end
    sums = np.zeros(len(characters), np.uint64)
    codes, places = [], []
    for at, step in enumerate(STEPS):
        count = max(len(characters) - at, 0)
        sums = sums[:count] + characters[at:] * step
        if at + 1 in GRAM_LENGTHS:
            is_inside = left[:count] > at
            codes.append(sums[is_inside] >> DROPPED)
            places.append(texts[:count][is_inside])
    return np.concatenate(codes), np.concatenate(places)


def _order(codes: Codes) -> Places:
    """What sorts the codes, equals as they come.

    Numbers of two bytes are sorted in a tenth of the time that those of eight take.
    """
    order = np.argsort((codes >> np.uint64(DIGITS[0])).astype(np.uint16), kind="stable")
    for digit in DIGITS[1:]:
        some = (codes >> np.uint64(digit)).astype(np.uint16)[order]
        order = order[np.argsort(some, kind="stable")]
    return order


NO_CODES = np.zeros(0, np.uint64)
