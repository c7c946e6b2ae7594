"""What two texts share in words: cosines of TF-IDF vectors, and how much it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching import runs
from matching.postings import Bag, Gathered, Places, Postings
from matching.runs import Codes
from matching.text import stem, tokens
from matching.wordlists import STOP_WORDS

LONGEST = 10_000
"""Code points of a text that are compared. What is longer is no sentence, and the memory for
its runs of characters would grow without bound."""

Numbers = NDArray[np.float64]
T = TypeVar("T", Bag, Codes)  # the terms of a text


@dataclass(frozen=True)
class Terms:
    """What is compared of a text: its stems without stop words, and its runs of characters."""

    words: Bag
    line: str  # all its words, whose runs of characters are compared

    @classmethod
    def of(cls, text: str) -> Terms:
        """The terms of the first `LONGEST` code points; empty without words."""
        words = tokens(text[:LONGEST])
        return cls(
            words=dict.fromkeys(stem(word) for word in words if word not in STOP_WORDS),
            line=f" {' '.join(words)} " if words else "",
        )

    @cached_property
    def characters(self) -> Codes:
        return runs.codes_of(self.line)


@dataclass(frozen=True, slots=True)
class Shared:
    """How much each of several texts shares with another one, in their order."""

    words: Numbers  # cosine over stems, 0.0–1.0
    amount: Numbers  # the idf of the shared stems, added up; from 0.0
    characters: Numbers  # cosine over runs of characters, 0.0–1.0

    @classmethod
    def together(cls, some: Sequence[Shared]) -> Shared:
        """What one query shares with the texts of several corpora, one after another."""
        return cls(
            words=np.concatenate([one.words for one in some]),
            amount=np.concatenate([one.amount for one in some]),
            characters=np.concatenate([one.characters for one in some]),
        )

    def of(self, places: Places) -> Shared:
        """What it shares with the texts at these places."""
        return Shared(self.words[places], self.amount[places], self.characters[places])


class WordIndex:
    """A corpus made ready to be compared with queries; never changes afterwards.

    Every text has two vectors: its stemmed words without stop words, and the runs of 3 to 5
    characters of all its words, which forgive spelling. Each term counts once for a text
    (a sentence that repeats a word is not more about it; docs/matching.md has the figures)
    and weighs its idf in the corpus, terms that the corpus does not know as its rarest. Building is
    linear in the corpus; a query costs a step for each place where one of its terms occurs.
    """

    def __init__(self, corpus: Iterable[Terms], *, weighed_as: WordIndex | None = None) -> None:
        """Reads the corpus once. `weighed_as` gives the idf of another one instead of its own."""
        words, lines = Gathered(), list[str]()
        for one in corpus:
            words.add(one.words)
            lines.append(one.line)
        self._words: _Inverted[Bag] = _Inverted(
            words, words.postings(), weighed_as._words.weights if weighed_as else None
        )
        self._characters: _Inverted[Codes] = _Inverted(
            *runs.gathered(lines), weighed_as._characters.weights if weighed_as else None
        )

    def __len__(self) -> int:
        return self._words.size

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


class Vocabulary(Protocol[T]):
    """The terms of a corpus, each with its number."""

    def numbers(self, query: T) -> Places:
        """The number of each term, UNKNOWN for one that is not of the corpus."""

    def all(self) -> T:
        """In the order of their numbers."""

    def common(self, a: T, b: T) -> T:
        """What is in both, of the corpus or not."""


class Weights(Generic[T]):
    """What each term weighs: idf = ln((1 + n) / (1 + df)) + 1, never zero.

    So a corpus of one text works. Source: Spärck Jones 1972, smoothed as scikit-learn does.
    """

    def __init__(self, terms: Vocabulary[T], postings: Postings) -> None:
        self._terms: Vocabulary[T] = terms
        # The last is for terms that no text has; UNKNOWN finds it.
        self._idf: Numbers = np.log((1 + postings.size) / (1 + np.append(postings.having, 0))) + 1

    def of(self, query: T) -> Numbers:
        """The idf of each term, in their order."""
        found: Numbers = self._idf[self._terms.numbers(query)]
        return found

    def compare(self, a: T, b: T) -> tuple[float, float]:
        """Cosine of two bags, and the idf of what they share, added up."""
        shared = self.of(self._terms.common(a, b))
        lengths = math.sqrt(self._squares(a) * self._squares(b))
        return (float(shared @ shared) / lengths if len(shared) else 0.0, math.fsum(shared))

    def _squares(self, bag: T) -> float:
        weights = self.of(bag)
        return float(weights @ weights)


class _Inverted(Generic[T]):
    """For each term the texts that have it, with the length of each text's vector."""

    def __init__(
        self, terms: Vocabulary[T], postings: Postings, weights: Weights[T] | None = None
    ) -> None:
        self.weights: Weights[T] = weights or Weights(terms, postings)
        self._terms: Vocabulary[T] = terms
        self._postings = postings
        self._lengths = np.sqrt(postings.sums(np.square(self.weights.of(terms.all()))))

    @property
    def size(self) -> int:
        return self._postings.size

    def against(self, query: T) -> tuple[Numbers, Numbers]:
        """For each text its cosine with `query`, and the idf of what they share, added up."""
        weights = self.weights.of(query)
        texts, having = self._postings.of(self._terms.numbers(query))
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
