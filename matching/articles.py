"""Which articles of a story tell of the same thing, by the words and vectors of their texts.

A sentence on one fire can hardly say what a sentence on another fire does, however alike they are.
Inside a story that is one event, nothing is taken from any score.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.centring import centred, has_vector, in_blocks, mean_of, unit
from matching.postings import UNKNOWN, Bag, Gathered, Places
from matching.similarity import Numbers, Weights

LEAST = 0.35
"""What a score counts between articles on different events."""

APART_UNTIL, TOGETHER_FROM = 0.05, 0.15
"""Cosines of two articles' words: on different events below the first, on one from the second."""

OUTSTANDING = 0.75
UNUSUAL_UNTIL, USUAL_FROM = 0.5, 1.0
"""Short articles share few words on the same event too. So a pair is together as well when its
cosine is near what each of the two has with the most alike quarter of the other articles."""

AWAY_UNTIL, NEAR_FROM = -0.2, 0.4
"""Cosines of two articles' mean vectors, less the mean of all articles, on the same two sides.
Articles are on different events only as far as both words and vectors say so."""

TERMS_AT_ONCE = 1_000
"""Columns of a table with a row for each article."""


class Articles:
    """Articles made ready to be compared; never change afterwards."""

    def __init__(
        self,
        words: Mapping[Hashable, Bag],
        groups: Sequence[Hashable],
        vectors: NDArray[np.floating],
    ) -> None:
        """`words` are each article's; `groups` names the article of each vector.

        Rows of zeros are no vectors; an article without any is judged by its words.
        """
        self._places = {group: place for place, group in enumerate(words)}
        self._bags = list(words.values())
        self._vectors = np.zeros((len(words), vectors.shape[1]), dtype=np.float32)
        for some in in_blocks(vectors[: len(vectors) if vectors.any() else 0]):
            np.add.at(self._vectors, self.places(groups[some]), unit(vectors[some]))

    def places(self, groups: Sequence[Hashable]) -> Places:
        """Which article each of these is, for `weights`; UNKNOWN where it is not of the story."""
        return np.array([self._places.get(group, UNKNOWN) for group in groups], dtype=np.intp)

    def weights(self, group: Hashable, others: Places) -> Numbers:
        """What a score counts between the article and each of the others, LEAST–1.0.

        1.0 for the article itself, and where either is not of the story.
        """
        own = self._places.get(group)
        if own is None or len(self._places) < 2:
            return np.ones(len(others))
        return np.where(others == UNKNOWN, 1.0, self._weights[own][others])

    @cached_property
    def _weights(self) -> Numbers:
        apart = (1 - self._together()) * (1 - self._near())
        np.fill_diagonal(apart, 0.0)
        weights: Numbers = 1 - (1 - LEAST) * apart
        return weights

    def _near(self) -> Numbers:
        """How sure the vectors are of one event, 0.0–1.0, of each article with each."""
        means = unit(self._vectors)
        rows = centred(means, mean_of(means))
        known = has_vector(means)
        sure: Numbers = np.interp(rows @ rows.T, (AWAY_UNTIL, NEAR_FROM), (0.0, 1.0))
        near: Numbers = sure * np.outer(known, known)
        return near

    def _together(self) -> Numbers:
        """How sure the words are of one event, 0.0–1.0, of each article with each."""
        cosines = self._cosines()
        others = cosines[~np.eye(len(cosines), dtype=bool)].reshape(len(cosines), -1)
        usual = np.sqrt(np.quantile(others, OUTSTANDING, axis=1))
        expected = np.outer(usual, usual)
        ratio = np.divide(cosines, expected, out=np.ones_like(cosines), where=expected > 0)
        by_cosine = np.interp(cosines, (APART_UNTIL, TOGETHER_FROM), (0.0, 1.0))
        by_ratio = np.interp(ratio, (UNUSUAL_UNTIL, USUAL_FROM), (0.0, 1.0))
        together: Numbers = np.maximum(by_cosine, by_ratio)
        return together

    def _cosines(self) -> Numbers:
        """Of each article with each, by the words of all its texts."""
        gathered = Gathered(self._bags)
        postings = gathered.postings()
        idf = Weights(gathered, postings).of(gathered.all())
        shared = _products(gathered, np.where(postings.having > 1, idf, 0.0))
        np.fill_diagonal(shared, postings.sums(np.square(idf)))
        lengths = np.sqrt(np.diag(shared))
        cosines: Numbers = shared / np.maximum(np.outer(lengths, lengths), 1.0)  # no idf is below 1
        return cosines


def _products(gathered: Gathered, weights: Numbers) -> Numbers:
    """Of each bag with each: the squared weights of the terms in both, added up.

    Terms without weight, as most are that only one has, are left out.
    """
    numbers, bags = gathered.pairs()
    has_weight = weights > 0
    is_told = has_weight[numbers]
    columns, bags = (np.cumsum(has_weight) - 1)[numbers[is_told]], bags[is_told]
    weights = weights[has_weight]
    found = np.zeros((gathered.size, gathered.size))
    for first in range(0, len(weights), TERMS_AT_ONCE):
        some = (first <= columns) & (columns < first + TERMS_AT_ONCE)
        table = np.zeros((len(found), TERMS_AT_ONCE))
        table[bags[some], columns[some] - first] = weights[columns[some]]
        found += table @ table.T
    return found
