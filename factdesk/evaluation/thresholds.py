"""What a threshold keeps and lets through, and where the marks of the score's scale should be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from factdesk.evaluation.ecb import Pairs
from matching.scoring import LIKELY_FROM, SUGGEST_FROM, WITH_VECTORS, WITHOUT_VECTORS

SHOWN = (0.10, SUGGEST_FROM, 0.20, 0.25, LIKELY_FROM, 0.50)
NON_MATCHES_ABOVE = {SUGGEST_FROM: 0.10, LIKELY_FROM: 0.015}
"""The share of training pairs that do not match and still reach each threshold, by which the marks
in `matching.scoring` were set: one in ten is looked at in vain, and likely is seldom wrong."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What scores from `threshold` upwards hold, as shares."""

    threshold: float
    recall: float
    precision: float
    non_matches: float


def table(pairs: Pairs) -> list[Kept]:
    """A row for each of SHOWN."""
    return [_kept(pairs, threshold) for threshold in SHOWN]


def _kept(pairs: Pairs, threshold: float) -> Kept:
    above = pairs.scores >= threshold
    matches, others = above & pairs.labels, above & ~pairs.labels
    return Kept(
        threshold,
        recall=float(matches.sum() / pairs.labels.sum()),
        precision=float(matches.sum() / max(1, above.sum())),
        non_matches=float(others.sum() / (~pairs.labels).sum()),
    )


def fitted_marks(pairs: Pairs, *, with_vectors: bool) -> dict[float, float]:
    """For SUGGEST_FROM and LIKELY_FROM, where the weighted parts should reach them.

    The scale is undone first, so the answer does not depend on the marks as they are.
    """
    scale = WITH_VECTORS if with_vectors else WITHOUT_VECTORS
    reached, scores = [at for at, _ in scale], [score for _, score in scale]
    parts = np.interp(pairs.scores[~pairs.labels], scores, reached)
    return {
        threshold: float(np.quantile(parts, 1 - share))
        for threshold, share in NON_MATCHES_ABOVE.items()
    }
