"""What two texts share in words: cosines of TF-IDF vectors, and how much it is."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.postings import UNKNOWN, Bag, Gathered, Places, Postings, numbers_of
from matching.text import stem, tokens
from matching.wordlists import STOP_WORDS

GRAM_LENGTHS = (3, 4, 5)
"""Characters in a row: shorter ones are in every text, longer ones are whole words."""

LONGEST = 10_000
"""Code points of a text that are compared. What is longer is no sentence, and the memory for
its runs of characters would grow without bound."""

Numbers = NDArray[np.float64]
Grown = tuple[Gathered | None, Gathered | None]
"""Words and characters of the texts so far; none where no more texts come."""


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

    def __init__(
        self,
        corpus: Iterable[Terms],
        *,
        weighed_as: WordIndex | None = None,
        after: WordIndex | None = None,
    ) -> None:
        """Reads the corpus once. `weighed_as` gives the idf of another one instead of its own.

        `after`: an index with `weighed_as` of the texts before these, which are not read again.
        """
        before: Grown = after._gathered if after else (None, None)
        words, characters = (Gathered(after=one) for one in before)
        for one in corpus:
            words.add(one.words)
            characters.add(one.characters)
        # Only what may grow keeps it: the words of a long story take much memory.
        self._gathered: Grown = (words, characters) if weighed_as else (None, None)
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

    def __init__(self, gathered: Gathered) -> None:
        self._numbers = gathered.terms
        size, having = len(gathered.sizes), gathered.having()
        # The last is for terms that no text has; UNKNOWN finds it.
        self._idf: Numbers = np.log((1 + size) / (1 + np.append(having, 0))) + 1

    def idf(self, term: str) -> float:
        return float(self._idf[self._numbers.get(term, UNKNOWN)])

    def of(self, query: Collection[str]) -> Numbers:
        """The idf of each term, in their order."""
        found: Numbers = self._idf[numbers_of(query, self._numbers)]
        return found

    def compare(self, a: Bag, b: Bag) -> tuple[float, float]:
        """Cosine of two bags, and the idf of what they share, added up."""
        shared = [self.idf(term) for term in a if term in b]
        lengths = math.sqrt(self._squares(a) * self._squares(b))
        return (math.fsum(x * x for x in shared) / lengths if shared else 0.0, math.fsum(shared))

    def _squares(self, bag: Bag) -> float:
        return math.fsum(self.idf(term) ** 2 for term in bag)


class _Inverted:
    """For each term the texts that have it, with the length of each text's vector."""

    def __init__(self, gathered: Gathered, weights: Weights | None = None) -> None:
        self.weights = weights or Weights(gathered)
        self._postings = Postings(gathered)
        squares = np.square(self.weights.of(gathered.terms))
        self._lengths = np.sqrt(gathered.sums(squares))

    def against(self, query: Bag) -> tuple[Numbers, Numbers]:
        """For each text its cosine with `query`, and the idf of what they share, added up."""
        weights = self.weights.of(query)
        texts, having = self._postings.of(query)
        each = np.repeat(weights, having)
        squares = self._added(texts, each * each)
        lengths = math.sqrt(math.fsum(weights * weights)) * self._lengths
        cosines = np.divide(squares, lengths, out=np.zeros_like(squares), where=squares > 0)
        return cosines, self._added(texts, each)

    def _added(self, texts: Places, weights: Numbers) -> Numbers:
        """For each text its weights, added up in their order."""
        added = np.bincount(texts, weights, minlength=len(self._lengths))
        return added.astype(np.float64, copy=False)  # of no weights they are integers


def _shared(words: list[float], amount: list[float], characters: list[float]) -> Shared:
    return Shared(*(np.array(column, dtype=float) for column in (words, amount, characters)))


NOTHING = _shared([], [], [])
