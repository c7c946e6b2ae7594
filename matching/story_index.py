"""The texts of a story, ready to be compared: their words and, where they have any, vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matching.centring import centred, has_vector, mean_of
from matching.encoder import DIMENSIONS, Vectors
from matching.similarity import Index

MEANING_WEIGHT = 0.5
DECIMALS = 6
"""Scores are rounded here: vectors are stored with three digits, and the order of additions must
never decide between equals."""

Given = NDArray[np.floating]


class StoryIndex:
    """Texts of one story, with a vector each or none; never changes afterwards.

    `vectors` has a row of DIMENSIONS for each text; a row of zeros says that the text has none
    yet, and the text is compared by its words. None: none of them has one. `within`: the texts
    are weighed and centred as that story is; for many queries, where `compare` is for one.
    """

    def __init__(
        self,
        texts: Sequence[str],
        vectors: Given | None = None,
        *,
        within: StoryIndex | None = None,
    ) -> None:
        self._words: Index = Index(texts, weighed_as=within._words if within else None)
        rows = _rows(vectors, len(texts))
        self._mean: Vectors = within._mean if within else mean_of(rows)
        self._vectors = centred(rows, self._mean)

    def __len__(self) -> int:
        return len(self._words)

    def scores(self, query: str, vector: Given | None = None) -> list[float]:
        """How alike each text is to `query`, 0.0–1.0, in the order of the texts.

        `vector` is the query's own; without it, or where a text has none, words alone are compared.
        """
        meaning = self._vectors @ self._centred(vector)
        return self._combined(self._words.scores(query), meaning, self._vectors, vector)

    def compare(
        self,
        query: str,
        texts: Sequence[str],
        *,
        vector: Given | None = None,
        vectors: Given | None = None,
    ) -> list[float]:
        """As `scores`, for texts that need not be of the story, weighed and centred as it is."""
        others = centred(_rows(vectors, len(texts)), self._mean)
        meaning = others @ self._centred(vector)
        return self._combined(self._words.compare(query, texts), meaning, others, vector)

    def meanings(self, vector: Given | None, vectors: Given) -> list[float]:
        """How near the rows of `vectors` are to `vector`, centred as the story is, −1.0–1.0.

        The cosine alone, for saying why; 0.0 where either is missing.
        """
        rows = centred(_rows(vectors, len(vectors)), self._mean)
        found: list[float] = (rows @ self._centred(vector)).tolist()
        return found

    def _centred(self, vector: Given | None) -> Vectors:
        row: Vectors = centred(_rows(None if vector is None else vector[None, :], 1), self._mean)[0]
        return row

    def _combined(
        self, words: list[float], meaning: Vectors, vectors: Vectors, vector: Given | None
    ) -> list[float]:
        plain = np.array(words)
        both = MEANING_WEIGHT * np.clip(meaning, 0, 1) + (1 - MEANING_WEIGHT) * plain
        known = has_vector(vectors) & (vector is not None)
        found: list[float] = np.round(np.where(known, both, plain), DECIMALS).tolist()
        return found


def _rows(vectors: Given | None, count: int) -> Given:
    """As many rows as there are texts, zeros for None. Raises ValueError for another shape."""
    if vectors is None:
        return np.zeros((count, DIMENSIONS), dtype=np.float32)
    if vectors.shape != (count, DIMENSIONS):
        raise ValueError(f"{count} texts need vectors of shape ({count}, {DIMENSIONS}).")
    return vectors
