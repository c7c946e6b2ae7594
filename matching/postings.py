"""Which texts have which terms, in a few bytes for each; texts are read once and not kept."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

# A text's distinct terms in order of appearance. A set would not keep the order, which
# changes from run to run and with it the last digit of a sum.
Bag = dict[str, None]
Places = NDArray[np.intp]

PLACES_AT_ONCE = 200_000
"""Sorting takes 40 bytes for each of these, and more of them are not quicker."""

UNKNOWN = -1


class Gathered:
    """The terms of texts, one after another, as numbers in order of first appearance."""

    def __init__(self, bags: Iterable[Bag] = (), *, after: Gathered | None = None) -> None:
        """`after`: what was gathered before them, which stays as it is."""
        self.terms: defaultdict[str, int] = defaultdict(None, after.terms if after else {})
        self.terms.default_factory = self.terms.__len__  # a new term gets the next number
        self.numbers: array[int] = array("i", after.numbers if after else ())
        self.sizes: array[int] = array(
            "i", after.sizes if after else ()
        )  # how many terms each text has
        for bag in bags:
            self.add(bag)

    def add(self, bag: Bag) -> None:
        self.numbers.extend(map(self.terms.__getitem__, bag))
        self.sizes.append(len(bag))

    def having(self) -> Places:
        """In how many texts each term is."""
        found, numbers = np.zeros(len(self.terms), np.intp), _read(self.numbers)
        for first in range(0, len(numbers), PLACES_AT_ONCE):
            found += np.bincount(numbers[first : first + PLACES_AT_ONCE], minlength=len(found))
        return found

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each text the values of its terms, one for each number, added up."""
        ends = np.cumsum(_read(self.sizes))
        found, numbers = np.zeros(len(ends)), _read(self.numbers)
        for text, (size, end) in enumerate(zip(self.sizes, ends, strict=True)):
            found[text] = values[numbers[end - size : end]].sum()
        return found


class Postings:
    """For each term the texts that have it; never changes afterwards."""

    def __init__(self, gathered: Gathered) -> None:
        self.size = len(gathered.sizes)
        self._numbers = gathered.terms
        self._having = gathered.having()
        self._starts: Places = np.cumsum(self._having) - self._having
        self._texts = _turned(gathered, self._starts)

    def of(self, query: Bag) -> tuple[Places, Places]:
        """The texts that have terms of `query`, term by term, and how many have each of them."""
        numbers = numbers_of(query, self._numbers)
        known = np.maximum(numbers, 0)
        having = np.where(numbers == UNKNOWN, 0, self._having[known] if len(self._having) else 0)
        if not (total := int(having.sum())):
            return np.zeros(0, np.intp), having
        ends = np.cumsum(having)
        places = np.arange(total) + np.repeat(self._starts[known] - ends + having, having)
        return self._texts[places].astype(np.intp), having


def numbers_of(query: Collection[str], terms: dict[str, int]) -> Places:
    """The number of each term of `query`, UNKNOWN for one that is not among `terms`."""
    return np.fromiter(map(terms.get, query, repeat(UNKNOWN)), np.intp, len(query))


def _turned(gathered: Gathered, starts: Places) -> NDArray[np.unsignedinteger]:
    """For each term, from where it starts, the texts that have it, in their order."""
    numbers, sizes = _read(gathered.numbers), _read(gathered.sizes)
    texts = np.repeat(np.arange(len(sizes), dtype=np.min_scalar_type(len(sizes))), sizes)
    turned = np.empty_like(texts)
    free = starts.copy()
    small = np.min_scalar_type(
        len(starts)
    )  # numbers of two bytes are sorted in a third of the time
    for first in range(0, len(numbers), PLACES_AT_ONCE):
        some = numbers[first : first + PLACES_AT_ONCE]
        order = np.argsort(some.astype(small), kind="stable")
        terms, begins, counts = np.unique(some[order], return_index=True, return_counts=True)
        places = np.repeat(free[terms] - begins, counts) + np.arange(len(some))
        turned[places] = texts[first + order]
        free[terms] += counts
    return turned


def _read(numbers: array[int]) -> NDArray[np.intc]:
    return np.frombuffer(numbers, dtype=np.intc) if numbers else np.zeros(0, np.intc)
