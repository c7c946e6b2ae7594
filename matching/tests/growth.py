"""Whether work grows with the length of a text or with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

SHORT, TIMES = 10_000, 8
SLACK = 3  # a busy machine; quadratic work would take 64 times as long, not 24
TRIES = 3


def grows_linearly(work: Callable[[str], object], piece: str) -> bool:
    """Whether `work` on eight times as much of the repeated `piece` takes some eight times as long.

    Only the processor's time counts, and the best of three. What shares the processor can disturb
    it all the same, so a work is judged by the best of TRIES; one that is not linear fails in each.
    """
    return any(_grew_linearly(work, piece) for _ in range(TRIES))


def _grew_linearly(work: Callable[[str], object], piece: str) -> bool:
    short = (piece * SHORT)[:SHORT]
    allowed = max(_seconds(work, short), 0.0005) * TIMES * SLACK
    return _seconds(work, short * TIMES) <= allowed


def _seconds(work: Callable[[str], object], text: str) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        work(text)
        taken.append(time.process_time() - start)
    return min(taken)
