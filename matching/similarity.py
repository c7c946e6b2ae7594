"""How alike two texts are in their words: cosines of TF-IDF vectors."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from matching.text import stem, tokens
from matching.wordlists import STOP_WORDS

GRAM_LENGTHS = (3, 4, 5)
"""Characters in a row: shorter ones are in every text, longer ones are whole words."""

LONGEST = 10_000
"""Code points of a text that are compared. What is longer is no sentence, and the memory for
its runs of characters would grow without bound."""

DECIMALS = 12
"""Scores are rounded here, so that the order of additions never decides between equals."""

# A text's distinct terms in order of appearance. A set would not keep the order, which
# changes from run to run and with it the last digit of a sum.
Bag = dict[str, None]


class Index:
    """A corpus made ready to be compared with queries; never changes afterwards.

    Every text has two vectors: its stemmed words without stop words, and the runs of 3 to 5
    characters of all its words, which forgive spelling. Each term counts once for a text
    (a sentence that repeats a word is not more about it; docs/matching.md has the figures)
    and weighs its idf in the corpus. Building is linear in the corpus; a query costs a step
    for each place where one of its terms occurs.
    """

    def __init__(self, corpus: Sequence[str], *, weighed_as: Index | None = None) -> None:
        """`weighed_as` gives the idf of another corpus instead of this one's own."""
        self._size = len(corpus)
        self._words: _Inverted = _Inverted(weighed_as._words.weight if weighed_as else None)
        self._characters: _Inverted = _Inverted(
            weighed_as._characters.weight if weighed_as else None
        )
        for text in corpus:
            words, characters = _bags(text)
            self._words.add(words)
            self._characters.add(characters)
        self._words.weigh()
        self._characters.weigh()

    def __len__(self) -> int:
        return self._size

    def scores(self, query: str) -> list[float]:
        """How alike each text of the corpus is to `query`, 0.0–1.0, in the corpus's order.

        The mean of the two cosines, which ranks as their sum does. The same words in the same
        order score 1.0, or 0.5 when all are stop words; a text or query without words scores
        0.0. Terms the corpus does not know count as its rarest. Of a text or query, the first
        `LONGEST` code points are compared.
        """
        words, characters = _bags(query)
        both = zip(self._words.cosines(words), self._characters.cosines(characters), strict=True)
        return [_mean(*cosines) for cosines in both]

    def compare(self, query: str, texts: Iterable[str]) -> list[float]:
        """How alike texts that need not be of the corpus are to `query`, with its weights.

        As `scores`, in the order of `texts`; a text of the corpus gets the same score from both.
        """
        words, characters = _bags(query)
        return [
            _mean(
                _cosine(words, own_words, self._words.weight),
                _cosine(characters, own_characters, self._characters.weight),
            )
            for own_words, own_characters in map(_bags, texts)
        ]


class PairScorer:
    """Scores single pairs of a corpus as `Index` does, without comparing all with all."""

    def __init__(self, corpus: Iterable[str]) -> None:
        self._bags = {text: _bags(text) for text in corpus}
        self._words = _Weights(words for words, _ in self._bags.values())
        self._characters = _Weights(characters for _, characters in self._bags.values())

    def score(self, a: str, b: str) -> float:
        """How alike two texts of the corpus are, 0.0–1.0; symmetric. KeyError for others."""
        words_a, characters_a = self._bags[a]
        words_b, characters_b = self._bags[b]
        return _mean(
            _cosine(words_a, words_b, self._words.weight),
            _cosine(characters_a, characters_b, self._characters.weight),
        )


class _Weights:
    """What each term weighs: idf² with idf = ln((1 + n) / (1 + df)) + 1.

    Never zero, so that a corpus of one text works.
    Source: Spärck Jones 1972, smoothed as scikit-learn does.
    """

    def __init__(self, bags: Iterable[Bag]) -> None:
        self._size = 0
        self._having: dict[str, int] = {}
        for bag in bags:
            self._size += 1
            for term in bag:
                self._having[term] = self._having.get(term, 0) + 1

    def weight(self, term: str) -> float:
        return _squared_idf(self._size, self._having.get(term, 0))


class _Inverted:
    """For each term the texts that have it, with the length of each text's vector."""

    def __init__(self, weight: Callable[[str], float] | None = None) -> None:
        self.weight = weight or self._own_weight
        self._size = 0
        self._having: dict[str, list[int]] = {}
        self._lengths: list[float] = []

    def add(self, bag: Bag) -> None:
        for term in bag:
            self._having.setdefault(term, []).append(self._size)
        self._size += 1

    def weigh(self) -> None:
        """Work out the lengths, once all texts are added."""
        totals = [0.0] * self._size
        for term, having in self._having.items():
            weight = self.weight(term)
            for number in having:
                totals[number] += weight
        self._lengths = [math.sqrt(total) for total in totals]

    def _own_weight(self, term: str) -> float:
        return _squared_idf(self._size, len(self._having.get(term, ())))

    def cosines(self, query: Bag) -> list[float]:
        shared = [0.0] * self._size
        total = 0.0
        for term in query:
            weight = self.weight(term)
            total += weight
            for number in self._having.get(term, ()):
                shared[number] += weight
        length = math.sqrt(total)
        return [
            weight / (length * own) if weight else 0.0
            for weight, own in zip(shared, self._lengths, strict=True)
        ]


def _bags(text: str) -> tuple[Bag, Bag]:
    words = tokens(text[:LONGEST])
    line = f" {' '.join(words)} " if words else ""
    return (
        dict.fromkeys(stem(word) for word in words if word not in STOP_WORDS),
        dict.fromkeys(line[at : at + n] for n in GRAM_LENGTHS for at in range(len(line) - n + 1)),
    )


def _cosine(a: Bag, b: Bag, weight: Callable[[str], float]) -> float:
    lengths = math.sqrt(sum(map(weight, a)) * sum(map(weight, b)))
    return sum(weight(term) for term in a if term in b) / lengths if lengths else 0.0


def _squared_idf(texts: int, having: int) -> float:
    return (math.log((1 + texts) / (1 + having)) + 1) ** 2


def _mean(words: float, characters: float) -> float:
    return min(1.0, round((words + characters) / 2, DECIMALS))
