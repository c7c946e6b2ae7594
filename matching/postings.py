"""Which texts have which terms, in a few bytes for each; texts are read once and not kept."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat

import numpy as np
from numpy.typing import NDArray

# A text's distinct terms in order of appearance. A set would not keep the order, which
# changes from run to run and with it the last digit of a sum.
Bag = dict[str, None]
Places = NDArray[np.intp]
Having = tuple[Places, Places, Places]
"""Numbers of terms, ascending; how many texts have each; which those are, term by term."""

PLACES_AT_ONCE = 200_000
"""Sorting takes 40 bytes for each of these, and more of them are not quicker."""

UNKNOWN = -1


class Gathered:
    """The terms of texts, one after another, as numbers in order of first appearance."""

    def __init__(self, bags: Iterable[Bag] = ()) -> None:
        self.terms: defaultdict[str, int] = defaultdict()
        self.terms.default_factory = self.terms.__len__  # a new term gets the next number
        self._numbers: array[int] = array("i")
        self._sizes: array[int] = array("i")  # how many terms each text has
        for bag in bags:
            self.add(bag)

    @property
    def size(self) -> int:
        return len(self._sizes)

    def add(self, bag: Bag) -> None:
        self._numbers.extend(map(self.terms.__getitem__, bag))
        self._sizes.append(len(bag))

    def numbers(self, query: Bag) -> Places:
        """The number of each term of `query`, UNKNOWN for one that no text has."""
        return np.fromiter(map(self.terms.get, query, repeat(UNKNOWN)), np.intp, len(query))

    def all(self) -> Bag:
        return dict.fromkeys(self.terms)

    @staticmethod
    def common(a: Bag, b: Bag) -> Bag:
        return {term: None for term in a if term in b}

    def pairs(self) -> tuple[Places, Places]:
        """Each term of each text with that text's place, in the order of the texts."""
        numbers, sizes = _read(self._numbers), _read(self._sizes)
        return numbers, np.repeat(np.arange(len(sizes)), sizes)

    def postings(self) -> Postings:
        blocks = list(_blocks(*self.pairs()))
        return turned(blocks, terms=len(self.terms), texts=len(self._sizes))


class Postings:
    """For each term, by its number, the texts that have it; never changes afterwards."""

    def __init__(self, having: Places, texts: NDArray[np.unsignedinteger], size: int) -> None:
        """`having`: in how many texts each term is; `texts`: which, term by term."""
        self.size, self.having = size, having
        self._ends: Places = np.cumsum(having)
        self._texts = texts

    def of(self, numbers: Places) -> tuple[Places, Places]:
        """The texts that have these terms, term by term, and how many have each of them."""
        known = np.maximum(numbers, 0)
        having = np.where(numbers == UNKNOWN, 0, self.having[known] if len(self.having) else 0)
        if not (total := int(having.sum())):
            return np.zeros(0, np.intp), having
        ends = np.cumsum(having)
        places = np.arange(total) + np.repeat(self._ends[known] - ends, having)
        return self._texts[places].astype(np.intp), having

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each text the values of its terms, one for each number, added up."""
        found = np.zeros(self.size)
        edges = np.searchsorted(self._ends, range(0, len(self._texts), PLACES_AT_ONCE))
        for first, last in pairwise([*edges, len(values)]):
            if first == last:  # one term fills more than a block
                continue
            some = slice(self._ends[first] - self.having[first], self._ends[last - 1])
            each = np.repeat(values[first:last], self.having[first:last])
            found += np.bincount(self._texts[some], each, minlength=self.size)
        return found


def turned(blocks: Sequence[Having], *, terms: int, texts: int) -> Postings:
    """What is known of the texts block by block, in their order, as one."""
    having = np.zeros(terms, np.intp)
    for numbers, counts, _ in blocks:
        having[numbers] += counts
    found = np.zeros(int(having.sum()), dtype=np.min_scalar_type(texts))
    free = np.cumsum(having) - having
    for numbers, counts, some in blocks:
        begins = np.cumsum(counts) - counts
        found[np.repeat(free[numbers] - begins, counts) + np.arange(len(some))] = some
        free[numbers] += counts
    return Postings(having, found, texts)


def _blocks(numbers: Places, texts: Places) -> Iterator[Having]:
    small = np.min_scalar_type(int(numbers.max(initial=0)))  # two bytes: a third of the time
    for first in range(0, len(numbers), PLACES_AT_ONCE):
        some = numbers[first : first + PLACES_AT_ONCE]
        order = np.argsort(some.astype(small), kind="stable")
        terms, counts = np.unique(some[order], return_counts=True)
        yield terms, counts, texts[first + order]


def _read(numbers: array[int]) -> Places:
    found = np.frombuffer(numbers, dtype=np.intc) if numbers else np.zeros(0, np.intc)
    return found.astype(np.intp)
