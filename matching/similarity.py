"""What two texts share in words: cosines of TF-IDF vectors, and how much it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.text import stem, tokens
from matching.wordlists import STOP_WORDS

GRAM_LENGTHS = (3, 4, 5)
"""Characters in a row: shorter ones are in every text, longer ones are whole words."""

LONGEST = 10_000
"""Code points of a text that are compared. What is longer is no sentence, and the memory for
its runs of characters would grow without bound."""

# A text's distinct terms in order of appearance. A set would not keep the order, which
# changes from run to run and with it the last digit of a sum.
Bag = dict[str, None]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is compared of a text: its stems without stop words, and its runs of characters."""

    words: Bag
    characters: Bag

    @classmethod
    def of(cls, text: str) -> Terms:
        """The terms of the first `LONGEST` code points; empty without words."""
        words = tokens(text[:LONGEST])
        line = f" {' '.join(words)} " if words else ""
        runs = (line[at : at + n] for n in GRAM_LENGTHS for at in range(len(line) - n + 1))
        return cls(
            words=dict.fromkeys(stem(word) for word in words if word not in STOP_WORDS),
            characters=dict.fromkeys(runs),
        )


@dataclass(frozen=True, slots=True)
class Shared:
    """How much each of several texts shares with another one, in their order."""

    words: Numbers  # cosine over stems, 0.0–1.0
    amount: Numbers  # the idf of the shared stems, added up; from 0.0
    characters: Numbers  # cosine over runs of characters, 0.0–1.0


class WordIndex:
    """A corpus made ready to be compared with queries; never changes afterwards.

    Every text has two vectors: its stemmed words without stop words, and the runs of 3 to 5
    characters of all its words, which forgive spelling. Each term counts once for a text
    (a sentence that repeats a word is not more about it; docs/matching.md has the figures)
    and weighs its idf in the corpus, terms that the corpus does not know as its rarest. Building is
    linear in the corpus; a query costs a step for each place where one of its terms occurs.
    """

    def __init__(self, corpus: Sequence[Terms], *, weighed_as: WordIndex | None = None) -> None:
        """`weighed_as` gives the idf of another corpus instead of this one's own."""
        words, characters = [one.words for one in corpus], [one.characters for one in corpus]
        self._words: _Inverted = _Inverted(words, weighed_as._words.weights if weighed_as else None)
        self._characters: _Inverted = _Inverted(
            characters, weighed_as._characters.weights if weighed_as else None
        )

    def scores(self, query: Terms) -> Shared:
        """What each text of the corpus shares with `query`."""
        words, amount = self._words.against(query.words)
        characters, _ = self._characters.against(query.characters)
        return Shared(words, amount, characters)

    def compare(self, pairs: Iterable[tuple[Terms, Terms]]) -> Shared:
        """What the two of each pair share; they need not be of the corpus."""
        weigh, weigh_runs = self._words.weights, self._characters.weights
        found = [
            (*weigh.compare(a.words, b.words), weigh_runs.compare(a.characters, b.characters)[0])
            for a, b in pairs
        ]
        return _shared(*(list(column) for column in zip(*found, strict=True))) if found else NOTHING


class Weights:
    """What each term weighs: idf = ln((1 + n) / (1 + df)) + 1, never zero.

    So a corpus of one text works. Source: Spärck Jones 1972, smoothed as scikit-learn does.
    """

    def __init__(self, bags: Iterable[Bag]) -> None:
        self._size = 0
        self._having: dict[str, int] = {}
        for bag in bags:
            self._size += 1
            for term in bag:
                self._having[term] = self._having.get(term, 0) + 1

        most = max(self._having.values(), default=0)
        self._idf = [math.log((1 + self._size) / (1 + having)) + 1 for having in range(most + 1)]

    def idf(self, term: str) -> float:
        return self._idf[self._having.get(term, 0)]

    def compare(self, a: Bag, b: Bag) -> tuple[float, float]:
        """Cosine of two bags, and the idf of what they share, added up."""
        shared = [self.idf(term) for term in a if term in b]
        lengths = math.sqrt(self._squares(a) * self._squares(b))
        return (math.fsum(x * x for x in shared) / lengths if shared else 0.0, math.fsum(shared))

    def _squares(self, bag: Bag) -> float:
        return math.fsum(self.idf(term) ** 2 for term in bag)


class _Inverted:
    """For each term the texts that have it, with the length of each text's vector."""

    def __init__(self, bags: Sequence[Bag], weights: Weights | None = None) -> None:
        self.weights = weights or Weights(bags)
        having: dict[str, list[int]] = {}
        for number, bag in enumerate(bags):
            for term in bag:
                having.setdefault(term, []).append(number)
        self._having = {term: np.array(numbers, np.int32) for term, numbers in having.items()}
        totals = np.zeros(len(bags))
        for term, numbers in self._having.items():
            totals[numbers] += self.weights.idf(term) ** 2
        self._lengths = np.sqrt(totals)

    def against(self, query: Bag) -> tuple[Numbers, Numbers]:
        """For each text its cosine with `query`, and the idf of what they share, added up."""
        total = 0.0
        found: list[NDArray[np.int32]] = [NOWHERE]
        weights = [0.0]
        for term in query:
            idf = self.weights.idf(term)
            total += idf * idf
            if (numbers := self._having.get(term)) is not None:
                found.append(numbers)
                weights.append(idf)
        # One addition over all places: a step of numpy for each term takes twenty times as long.
        each = np.repeat(weights, [len(numbers) for numbers in found])
        places = np.concatenate(found)
        squares = self._added(places, each * each)
        lengths = math.sqrt(total) * self._lengths
        cosines = np.divide(squares, lengths, out=np.zeros_like(squares), where=squares > 0)
        return cosines, self._added(places, each)

    def _added(self, places: NDArray[np.int32], weights: Numbers) -> Numbers:
        """For each text the weights at its places, added up in their order."""
        added = np.bincount(places, weights, minlength=len(self._lengths))
        return added.astype(np.float64, copy=False)  # without any place they are integers


def _shared(words: list[float], amount: list[float], characters: list[float]) -> Shared:
    return Shared(*(np.array(column, dtype=float) for column in (words, amount, characters)))


NOWHERE: NDArray[np.int32] = np.zeros(0, np.int32)
NOTHING = _shared([], [], [])
