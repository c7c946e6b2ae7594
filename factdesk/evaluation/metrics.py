"""The usual measures of ranking, 0.0–1.0 each, as docs/matching.md reports them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.bool_]
Scores = NDArray[np.float64]

DEPTH, RECALL_DEPTH = 5, 10


def roc_auc(labels: Labels, scores: Scores) -> float:
    """How often a match scores above a non-match, equals counted half. Both must be there."""
    _, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]
    matches, others = int(labels.sum()), int((~labels).sum())
    above = ranks[labels].sum() - matches * (matches + 1) / 2
    return float(above / (matches * others))


def average_precision(labels: Labels, scores: Scores) -> float:
    """The mean of the precision at each match, best score first, equals in the order given."""
    found = labels[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(found) / np.arange(1, len(found) + 1)
    return float(precision[found].mean())


def precision_at_recall(labels: Labels, scores: Scores, recall: float = 0.5) -> float:
    """The precision where that share of the matches is found."""
    found = np.cumsum(labels[np.argsort(-scores, kind="stable")])
    at = int(np.searchsorted(found, recall * found[-1]))
    return float(found[at] / (at + 1))


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Means over the queries; a query's recall counts at most RECALL_DEPTH matches."""

    queries: int
    map_at_5: float
    mrr: float
    recall_at_10: float
    precision_at_1: float


def retrieval(rankings: Sequence[Labels]) -> Retrieval:
    """`rankings` says of each query which texts match, best first; each has a match."""
    columns = np.array([_of_query(ranking) for ranking in rankings], dtype=float)
    means = [float(mean) for mean in columns.mean(axis=0)]
    return Retrieval(len(rankings), *means)


def _of_query(ranking: Labels) -> tuple[float, float, float, float]:
    matches = int(ranking.sum())
    first = ranking[:DEPTH]
    precision = np.cumsum(first) / np.arange(1, len(first) + 1)
    return (
        float(precision[first].sum()) / min(matches, DEPTH),
        1 / (1 + int(np.argmax(ranking))),
        int(ranking[:RECALL_DEPTH].sum()) / min(matches, RECALL_DEPTH),
        float(ranking[0]),
    )
