"""The texts of a story, ready to be compared: their words and, where they have any, vectors."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.articles import Articles
from matching.centring import centred, has_vector, mean_of
from matching.encoder import DIMENSIONS, Vectors
from matching.postings import Bag, Places
from matching.scoring import by_meaning, by_words
from matching.similarity import Shared, Terms
from matching.story_words import Words, WordsBeside

Given = NDArray[np.floating]


class StoryIndex:
    """Texts of one story, with a vector each or none; never changes afterwards.

    `vectors` has a row of DIMENSIONS for each text; a row of zeros says that the text has none
    yet, and the text is compared by its words. None: none of them has one. `groups` names the
    article of each text; texts of articles that tell of different events score lower. `within`:
    the texts are weighed and centred as that story is; for many queries, where `compare` is for
    one. Those that are texts of that story are not read again, nor those that `after`, another
    index within it, begins with. `is_centred` is False for texts of many stories, which have no
    mean to take away.
    """

    def __init__(
        self,
        texts: Sequence[str],
        vectors: Given | None = None,
        *,
        groups: Sequence[Hashable] | None = None,
        within: StoryIndex | None = None,
        after: StoryIndex | None = None,
        is_centred: bool = True,
    ) -> None:
        groups, rows = _named(groups, len(texts)), _rows(vectors, len(texts))
        words: dict[Hashable, Bag] = {}  # of each article
        self._story: Words = (
            within._story if within else Words(texts, _gathering(texts, groups, words))
        )
        self._words: Words | WordsBeside = (
            WordsBeside(self._story, texts, after=after._words if after else None)
            if within
            else self._story
        )
        self._articles: Articles = within._articles if within else Articles(words, groups, rows)
        self._mean: Vectors = within._mean if within else mean_of(rows if is_centred else rows[:0])
        self._texts = self._placed(rows, groups)

    def __len__(self) -> int:
        return len(self._texts.articles)

    def scores(
        self, query: str, vector: Given | None = None, *, group: Hashable = None
    ) -> list[float]:
        """How alike each text is to `query`, 0.0–1.0, in the order of the texts.

        `vector` is the query's own; without it, or where a text has none, words alone are compared.
        `group` names its article, None when it is not of the story.
        """
        return self._combined(self._words.scores(Terms.of(query)), self._texts, vector, group)

    def compare(
        self,
        query: str,
        texts: Sequence[str],
        *,
        vector: Given | None = None,
        vectors: Given | None = None,
        group: Hashable = None,
        groups: Sequence[Hashable] | None = None,
    ) -> list[float]:
        """As `scores`, for texts that need not be of the story, weighed and centred as it is."""
        terms = Terms.of(query)
        shared = self._story.compare((terms, Terms.of(text)) for text in texts)
        others = self._placed(_rows(vectors, len(texts)), _named(groups, len(texts)))
        return self._combined(shared, others, vector, group)

    def meanings(self, vector: Given | None, vectors: Given) -> list[float]:
        """How near the rows of `vectors` are to `vector`, centred as the story is, −1.0–1.0.

        The cosine alone, for saying why; 0.0 where either is missing.
        """
        rows = centred(_rows(vectors, len(vectors)), self._mean)
        one = centred(_rows(None if vector is None else vector[None, :], 1), self._mean)[0]
        found: list[float] = (rows @ one).tolist()
        return found

    def _placed(self, vectors: Given, groups: Sequence[Hashable]) -> _Placed:
        return _Placed(
            vectors=centred(vectors, self._mean),
            known=has_vector(vectors),
            articles=self._articles.places(groups),
        )

    def _combined(
        self, shared: Shared, texts: _Placed, vector: Given | None, group: Hashable
    ) -> list[float]:
        weight = self._articles.weights(group, texts.articles)
        scores = by_words(shared, weight)
        if vector is not None and vector.any():
            one = self._placed(_rows(vector[None, :], 1), [group])
            meaning = by_meaning(shared, texts.vectors @ one.vectors[0], weight)
            scores = np.where(texts.known, meaning, scores)
        found: list[float] = scores.tolist()
        return found


@dataclass(frozen=True, slots=True)
class _Placed:
    """Vectors, centred and of length one, with the articles of their texts."""

    vectors: Vectors
    known: NDArray[np.bool_]
    articles: Places


def _gathering(
    texts: Sequence[str], groups: Sequence[Hashable], words: dict[Hashable, Bag]
) -> Iterator[Terms]:
    """The terms of each text, which need not be kept; `words` gets those of its article."""
    for text, group in zip(texts, groups, strict=True):
        terms = Terms.of(text)
        words.setdefault(group, {}).update(terms.words)
        yield terms


def _named(groups: Sequence[Hashable] | None, count: int) -> Sequence[Hashable]:
    """As many groups as there are texts, all one for None. Raises ValueError for another number."""
    if groups is None:
        return [None] * count
    if len(groups) != count:
        raise ValueError(f"{count} texts need as many groups, not {len(groups)}.")
    return groups


def _rows(vectors: Given | None, count: int) -> Given:
    """As many rows as there are texts, zeros for None. Raises ValueError for another shape."""
    if vectors is None:
        return np.zeros((count, DIMENSIONS), dtype=np.float32)
    if vectors.shape != (count, DIMENSIONS):
        raise ValueError(f"{count} texts need vectors of shape ({count}, {DIMENSIONS}).")
    return vectors
