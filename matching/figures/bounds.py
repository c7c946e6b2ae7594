"""The words that bound a figure: “about”, “at least”, “or more”, “nearly”."""

from __future__ import annotations

from matching.figures.language import Bound
from matching.figures.passage import Passage
from matching.figures.quantity import Approximation

LONGEST = 4
"""Words of the longest bounding phrase."""

EXACT = Bound(Approximation.EXACT, 1.0, 1.0)
RANGE = Bound(Approximation.RANGE, 1.0, 1.0)
VAGUE = Bound(Approximation.VAGUE, 1.0, 1.0)


def before(passage: Passage, start: int) -> tuple[Bound, int]:
    """The bound that ends right before token `start`, and where it begins.

    An article may stand between them: “at least the 46 dead”.
    """
    ends = [start]
    if passage.tokens[start - 1].low in passage.language.determiners:
        ends.append(start - 1)
    for end in ends:
        for length in range(LONGEST, 0, -1):
            phrase = passage.tokens.lows(end - length, end)
            if len(phrase) < length or phrase not in passage.language.bounds:
                continue
            if end == start or length > 1 or phrase[0] not in passage.language.comparisons:
                return passage.language.bounds[phrase], end - length
    return EXACT, start


def behind(passage: Passage, end: int) -> tuple[Bound, int]:
    """The bound that begins with token `end`, and where it ends."""
    for length in range(LONGEST, 0, -1):
        phrase = passage.tokens.lows(end, end + length)
        if len(phrase) == length and phrase in passage.language.bounds_behind:
            return passage.language.bounds_behind[phrase], end + length
    return EXACT, end
