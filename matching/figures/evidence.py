"""Whether two figures are of one thing, by what they count and the words around them.

Thresholds were chosen where changed figures of paraphrases (MRPC) and figures of different
facts in one story (ECB+) come apart; docs/matching.md has the numbers.
"""

from __future__ import annotations

import math

from matching.figures.claimed import Shared
from matching.figures.quantity import HARMED, Dimension, PartialDate, Quantity

RATIO = 50.0
"""Figures further apart are of different things, unless the claims are alike or the figures
the same but for noughts."""

ALIKE = 0.6
"""From this overlap of their words two claims are about one thing in whatever words."""

CLOSE = 0.03
"""Figures no further apart tell by themselves that they are of one thing."""

DIGITS = 50
"""Steps of a figure from which `CLOSE` tells something: 2 and 3 are near by chance."""

MEASURED = frozenset(
    {Dimension.COUNT, Dimension.MONEY, Dimension.PERCENT, Dimension.POINTS, Dimension.DISTANCE}
    | {Dimension.AREA, Dimension.VOLUME, Dimension.MASS, Dimension.SPEED, Dimension.POWER}
)
"""Dimensions in which two figures seldom are so near by chance, as days and hours often are."""

RELATED = 0.2
"""Below this overlap claims only share a topic: words near the figures prove nothing."""

HARM = frozenset({"dead", "injured"})
PEOPLE = frozenset({"peopl", "people"})
"""Stems that narrow nothing: everyone is a person."""

SOME = 0.35
HALF = 0.5


def are_of_one_thing(a: Quantity, b: Quantity, shared: Shared) -> bool:
    """Whether two figures of one dimension that disagree are of one thing."""
    if shared.has_two_doers or not _may_be_compared(a, b, shared.overlap):
        return False
    near, overlap = _near(a, b, shared), shared.overlap
    if near and overlap >= HALF and _are_close(a, b):
        return True
    match a.dimension:
        case Dimension.COUNT:
            return _count_one_thing(a, b, near, shared)
        case Dimension.ORDINAL | Dimension.LABEL:
            is_bare = not (a.counted and b.counted) and len(a.near & b.near) >= 2
            return overlap >= HALF and (is_bare or bool(a.counted & b.counted))
        case Dimension.AGE if a.counted or b.counted:
            return _are_of_one_person(a, b, near, overlap)
    return _share_context(near, overlap)


def _may_be_compared(a: Quantity, b: Quantity, overlap: float) -> bool:
    """Whether the figures are of one size, one scope and, as money, one currency."""
    match a.dimension:
        case Dimension.MONEY if a.unit != b.unit and a.value != b.value:
            return False  # a sum in two currencies: nothing says what it came to
        case Dimension.MONEY if a.state != b.state and overlap < ALIKE:
            return False  # a price and a price a share
        case Dimension.DURATION if a.state != b.state:
            return False  # “two days ago” is no stretch of two days
        case Dimension.WEEKDAY:
            return not (a.state or b.state)  # when it was told, not when it was
        case Dimension.DATE:
            is_told = (a.state or b.state) and overlap < ALIKE
            return not is_told and (not a.when or not b.when or _name_one_part(a.when, b.when))
    return overlap >= ALIKE or _of_one_size(a, b)


def _are_close(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are so near each other that chance is unlikely: 800 and 798."""
    if a.dimension not in MEASURED or a.state != b.state:
        return False
    lesser, greater = sorted((a.value, b.value))
    return lesser >= DIGITS * min(a.grain, b.grain) and greater - lesser <= CLOSE * greater


def _near(a: Quantity, b: Quantity, shared: Shared) -> int:
    """Stems near both figures; one right beside both counts twice, one month once.

    Where the claims have little in common, only what is near counts: “the bridge was closed
    for two days” and “the ferry was closed for three weeks” share one word.
    """
    near = len(a.near & b.near)
    if shared.overlap < SOME:
        return near
    beside = sum(x == y != "" for x, y in zip(a.beside, b.beside, strict=True))
    is_one_month = a.when and b.when and a.when.month and a.when.month == b.when.month
    return near + beside + bool(is_one_month)


def _share_context(near: int, overlap: float) -> bool:
    """Whether words near the figures and in the claims make one thing likely."""
    if overlap >= ALIKE:
        return True
    return (near >= 2 and overlap >= RELATED) or (near >= 1 and overlap >= HALF)


def _count_one_thing(a: Quantity, b: Quantity, near: int, shared: Shared) -> bool:
    if a.state and b.state:
        is_one = _is_one_fate(a.state, b.state) and not _are_elsewhere(a, b, shared)
        return is_one and (a.value > 0 < b.value or _may_be_some(a, b))
    overlap = shared.overlap
    if bool(a.state) != bool(b.state) and not a.counted & b.counted:
        return False  # “50 injured” are no seven villages
    if a.counted & b.counted:
        return _share_context(near, overlap)
    if a.counted and b.counted:
        if shared.tells_apart(a, b):
            return False
        return len(a.near & b.near) >= 3 and overlap >= HALF
    return (near >= 2 and overlap >= HALF) or (near >= 1 and overlap >= ALIKE)


def _is_one_fate(a: str, b: str) -> bool:
    return a == b or (HARMED in (a, b) and bool({a, b} & HARM))


def _are_elsewhere(a: Quantity, b: Quantity, shared: Shared) -> bool:
    """Whether both fates are told with words around them of which the other claim has none.

    “hurt when the mill burned” and “hurt as the ferry grounded” are two accidents.
    """
    if shared.overlap >= SOME:
        return False
    around_a, around_b = (each.scene - each.counted for each in (a, b))
    return bool(around_a and around_b) and not (around_a & shared.b or around_b & shared.a)


def _may_be_some(a: Quantity, b: Quantity) -> bool:
    """Whether none and some may be of the same people: “none of the crew”, “three people”."""
    return not (a.counted - PEOPLE and b.counted - PEOPLE) or bool(a.counted & b.counted)


def is_narrower(a: Quantity, b: Quantity) -> bool:
    """Whether none is said of a group that the other's some need not belong to."""
    none, some = (a, b) if a.value == 0 else (b, a)
    return none.value == 0 < some.value and bool(none.counted - PEOPLE - some.counted)


def _name_one_part(a: PartialDate, b: PartialDate) -> bool:
    return any(x is not None and y is not None for x, y in a.beside(b))


def _are_of_one_person(a: Quantity, b: Quantity, near: int, overlap: float) -> bool:
    """Whether two ages are one person's, by the names beside them or else the words around."""
    if not (a.counted and b.counted):
        return (near >= 2 and overlap >= HALF) or (near >= 1 and overlap >= ALIKE)
    is_named = a.counted <= b.counted or b.counted <= a.counted
    return is_named or len(a.counted & b.counted) >= 2 or (near >= 3 and overlap >= ALIKE)


def _of_one_size(a: Quantity, b: Quantity) -> bool:
    """Whether the figures are within `RATIO`, or alike but for their noughts."""
    lesser, greater = sorted((abs(a.value), abs(b.value)))
    if a.dimension is not Dimension.COUNT and lesser == 0 < greater:
        return a.dimension is Dimension.TEMPERATURE  # “zero-day”
    if lesser <= 0 or a.dimension is Dimension.TIME:
        return True
    if greater / lesser <= RATIO:
        return True
    steps = math.log10(greater / lesser)
    return abs(steps - round(steps)) < 1e-6
