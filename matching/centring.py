"""Sentence vectors without what all texts of a story have in common.

Every sentence on one event is near every other. What is left without the story's mean vector is
what a sentence says apart from its story, and tells one fact from another of the same event.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from matching.encoder import Vectors

SHRINK = 3
"""Texts at which a mean counts half. The mean of few texts is mostly those texts themselves, and
without it two different sentences would be opposites."""


ROWS_AT_ONCE = 4_096
"""Of a long story, so that what is in between takes no more memory than a usual one's."""


def in_blocks(rows: NDArray[np.floating]) -> Iterator[slice]:
    """ROWS_AT_ONCE and the rest."""
    for first in range(0, len(rows), ROWS_AT_ONCE):
        yield slice(first, first + ROWS_AT_ONCE)


def mean_of(vectors: NDArray[np.floating]) -> Vectors:
    """The mean of the rows, times n / (n + SHRINK); rows of zeros count as none."""
    total: Vectors = np.zeros(vectors.shape[1], dtype=np.float32)
    for some in in_blocks(vectors):
        total += vectors[some].astype(np.float32).sum(axis=0)
    mean: Vectors = total / np.float32(has_vector(vectors).sum() + SHRINK)
    return mean


def centred(vectors: NDArray[np.floating], mean: Vectors) -> Vectors:
    """The rows less `mean`, brought to length one; rows of zeros stay so."""
    found = np.zeros(vectors.shape, dtype=np.float32)
    for some in in_blocks(vectors):
        known = has_vector(vectors[some])
        if known.any():
            rows = vectors[some].astype(np.float32) - mean
            found[some] = unit(rows * known[:, None])
    return found


def unit(vectors: NDArray[np.floating]) -> Vectors:
    """The rows brought to length one; rows of zeros stay so."""
    lengths = np.linalg.norm(vectors.astype(np.float32), axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def has_vector(vectors: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Which rows are vectors; a text without words, or without a vector yet, has zeros."""
    found: NDArray[np.bool_] = np.asarray(vectors.any(axis=1))
    return found
