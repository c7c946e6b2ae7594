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
"""Where a match is likely: one in seventy of the pairs that do not match reaches it."""

CHARACTERS, AMOUNT, APART, NEAR = 0.25, 0.25, 0.20, 0.30
"""Weights of the parts, together 1: runs of characters; amount of shared words; cosine less the
story's mean; cosine as it is. The mean takes away the event, which parts two events of one story;
the plain cosine is surer about two sentences of one event. Other weights near these do as well."""

WORDS_ONLY = (0.5, 0.5)  # characters and amount, where there are no vectors

ENOUGH_SHARED = 12.0
"""Idf that counts half. A cosine is the same for one shared word of two and for five of ten, but
five shared words are better evidence: about four words that few sentences have."""

COMMON_SHARE = 0.5
"""Of the likeness that any two sentences of the story have, what is taken from the plain cosine. It
is .1 in a story of long articles, .6 in one of first sentences, and more in other scripts."""

# The score's scale: how far the parts together must come for SUGGEST_FROM and for LIKELY_FROM. They
# are where .10 and .015 of the non-matching training pairs lie above.
MARKS = (0.0, SUGGEST_FROM, LIKELY_FROM, 1.0)
WITH_VECTORS = (0.0, 0.22, 0.41, 1.0)
WITHOUT_VECTORS = (0.0, 0.20, 0.38, 1.0)

DECIMALS = 6
"""Scores are rounded here: vectors are stored with three digits, and the order of additions must
never decide between equals."""

Cosines = NDArray[np.float32]


def by_words(shared: Shared, articles: Numbers | float = 1.0) -> Numbers:
    """The score of texts without vectors; `articles` is what `Articles.weights` says."""
    return scaled(articles * raw_by_words(shared), WITHOUT_VECTORS)


def by_meaning(
    shared: Shared, apart: Cosines, near: Cosines, common: float, articles: Numbers | float = 1.0
) -> Numbers:
    """The score of texts with vectors.

    `apart`: their cosine less the story's mean; `near`: their cosine as it is; `common`: how like
    any two sentences of the story are, 0.0–1.0.
    """
    return scaled(articles * raw_by_meaning(shared, apart, near, common), WITH_VECTORS)


def raw_by_words(shared: Shared) -> Numbers:
    """The weighted parts before articles and scale, 0.0–1.0."""
    characters, amount = WORDS_ONLY
    return characters * shared.characters + amount * evidence(shared)


def raw_by_meaning(shared: Shared, apart: Cosines, near: Cosines, common: float) -> Numbers:
    """The weighted parts before articles and scale, 0.0–1.0."""
    floor = COMMON_SHARE * common
    found: Numbers = (
        CHARACTERS * shared.characters
        + AMOUNT * evidence(shared)
        + APART * np.clip(apart, 0, 1)
        + NEAR * np.clip((near - floor) / (1 - floor), 0, 1)
    )
    return found


def evidence(shared: Shared) -> Numbers:
    """How much the shared words prove, 0.0–1.0; 1.0 when there are no others."""
    needed = shared.amount + ENOUGH_SHARED * (1 - shared.words)
    return np.divide(shared.amount, needed, out=np.zeros_like(needed), where=shared.amount > 0)


def scaled(raw: Numbers, scale: tuple[float, ...]) -> Numbers:
    """`raw` on the scale where SUGGEST_FROM and LIKELY_FROM have their meaning."""
    return np.round(np.interp(raw, scale, MARKS), DECIMALS)
