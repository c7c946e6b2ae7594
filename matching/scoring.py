"""One score, 0.0–1.0, from what two texts share in words, in meaning and in their articles.

Weights and marks were chosen on the training topics of ECB+ and the training queries of CheckThat!
2020; docs/matching.md has the figures, and `manage.py evaluate_matching` makes them again.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matching.similarity import Numbers, Shared

SUGGEST_FROM = 0.15
"""Where a person is asked: one in ten sentence pairs that do not match reaches it."""

LIKELY_FROM = 0.35
"""Where a match is likely: one in sixty of the pairs that do not match reaches it."""

CHARACTERS, AMOUNT, MEANING = 0.25, 0.25, 0.50
"""Weights of the parts, together 1: cosine of runs of characters, amount of shared words, cosine of
the vectors less the story's mean. Other weights near these do as well."""

WORDS_ONLY = (0.5, 0.5)  # characters and amount, where there are no vectors

ENOUGH_SHARED = 16.0
"""Idf that counts half. A cosine is the same for one shared word of two and for five of ten, but
five shared words are better evidence. Some five words that few sentences have."""

OPPOSITE = -0.5
"""The cosine that counts nothing. Less the story's mean, sentences on different matters point away
from each other, so how far below 0 a cosine lies still tells; hardly any lies below this."""

WITH_VECTORS = ((0.0, 0.0), (0.17, 0.02), (0.28, SUGGEST_FROM), (0.44, LIKELY_FROM), (1.0, 1.0))
WITHOUT_VECTORS = ((0.0, 0.0), (0.185, SUGGEST_FROM), (0.35, LIKELY_FROM), (1.0, 1.0))
"""The score's scale: what the weighted parts come to, and the score it makes. Vectors that have
nothing to do with each other come to .17 (a cosine of 0); .10 and .015 of the training pairs that
do not match come to the third and the fourth."""

DECIMALS = 6
"""Scores are rounded here: vectors are stored with three digits, and the order of additions must
never decide between equals."""

Scale = tuple[tuple[float, float], ...]
Cosines = NDArray[np.float32]


def by_words(shared: Shared, articles: Numbers | float = 1.0) -> Numbers:
    """The score of texts without vectors; `articles` is what `Articles.weights` says."""
    return scaled(articles * parts_by_words(shared), WITHOUT_VECTORS)


def by_meaning(shared: Shared, meaning: Cosines, articles: Numbers | float = 1.0) -> Numbers:
    """The score of texts with vectors; `meaning` is their cosine less the story's mean."""
    return scaled(articles * parts_by_meaning(shared, meaning), WITH_VECTORS)


def parts_by_words(shared: Shared) -> Numbers:
    """The weighted parts, 0.0–1.0, before articles and scale."""
    characters, amount = WORDS_ONLY
    return characters * shared.characters + amount * evidence(shared)


def parts_by_meaning(shared: Shared, meaning: Cosines) -> Numbers:
    """The weighted parts, 0.0–1.0, before articles and scale."""
    words = CHARACTERS * shared.characters + AMOUNT * evidence(shared)
    found: Numbers = words + MEANING * np.interp(meaning, (OPPOSITE, 1.0), (0.0, 1.0))
    return found


def evidence(shared: Shared) -> Numbers:
    """How much the shared words prove, 0.0–1.0; 1.0 when there are no others."""
    needed = shared.amount + ENOUGH_SHARED * (1 - shared.words)
    return np.divide(shared.amount, needed, out=np.zeros_like(needed), where=shared.amount > 0)


def scaled(parts: Numbers, scale: Scale) -> Numbers:
    """`parts` on the scale where SUGGEST_FROM and LIKELY_FROM have their meaning."""
    reached, scores = [at for at, _ in scale], [score for _, score in scale]
    return np.round(np.interp(parts, reached, scores), DECIMALS)
