"""Whether two figures of one dimension can both hold."""

from __future__ import annotations

import math
from dataclasses import replace

from matching.figures.clock import AMBIGUOUS, DAYPART
from matching.figures.quantity import Approximation, Dimension, PartialDate, Quantity

SAME_ABOUT = 0.05
"""Two rounded figures this near say the same, if within half the step they are rounded to."""

SAME_BOUND = 0.02
"""Two bounds this near may say the same: “at least 767”, “more than 770”."""

SAME_VALUE = 0.001
"""What is left of a conversion between units; nearer than any newspaper writes."""

COARSE = 0.25
"""A whole number in another unit rounds no further than this: two hours are no 80 minutes."""

ROUGH = 0.1
"""Noughts round no further than this: 10 miles are 15 km to some, but not 20."""

DIGIT = 10.5
"""One digit, with what floats lose of it."""

EQUAL = 1e-9
"""What floats make of one number written twice."""

NOTED = 0.02
"""Figures that can both hold are still noted when they differ by more than this."""

HALF_DAY, DAY, QUARTER_HOUR = 720, 1440, 15
MINUTE_SLACK = 0.5
DAYPART_SLACK = 60.0
"""Minutes by which people differ on when the afternoon ends."""

BOUNDS = frozenset({Approximation.AT_LEAST, Approximation.AT_MOST, Approximation.NEARLY})


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be true of one fact. Symmetric; for figures of one dimension."""
    if a.others or b.others:
        return any(_agree(x, y) for x in (a, *a.others) for y in (b, *b.others))
    return _agree(a, b)


def _agree(a: Quantity, b: Quantity) -> bool:
    match a.dimension:
        case Dimension.TIME:
            return _times_agree(a, b)
        case Dimension.DATE:
            return _dates_agree(a.when, b.when) if a.when and b.when else _days_meet(a, b)
        case Dimension.WEEKDAY | Dimension.ORDINAL | Dimension.LABEL:
            return a.value == b.value
        case Dimension.SCORE:
            return (a.low, a.high) == (b.low, b.high)
        case Dimension.MONEY:
            return a.unit == b.unit and _values_agree(a, b)
    return _values_agree(a, b)


def _values_agree(a: Quantity, b: Quantity) -> bool:
    kinds = {a.approximation, b.approximation}
    if len(kinds) == 1 and kinds <= BOUNDS:
        return _near(a.value, b.value, SAME_BOUND) and _say_one(a, b)
    if kinds == {Approximation.ABOUT}:
        apart, is_near = abs(a.value - b.value), _near(a.value, b.value, SAME_ABOUT)
        if a.unit != b.unit:
            return is_near or apart <= _rounding(a, b)
        return is_near and _say_one(a, b)
    if kinds == {Approximation.RANGE}:
        apart = max(abs(a.low - b.low), abs(a.high - b.high))
        return apart <= _rounding(a, b)
    if kinds == {Approximation.EXACT}:
        return abs(a.value - b.value) <= _rounding(a, b)
    if kinds == {Approximation.AT_MOST, Approximation.RANGE}:
        return _ends_within(a, b) or _ends_within(b, a)
    return a.low <= b.high and b.low <= a.high


def _ends_within(run: Quantity, most: Quantity) -> bool:
    """Whether a range ends by an upper bound: “four to eight” is more than “up to six”."""
    return run.approximation is Approximation.RANGE and run.high <= most.high + _rounding(run, most)


def _say_one(a: Quantity, b: Quantity) -> bool:
    """Whether one of two figures in the same hedge is the other, rounded.

    Nobody hedges 6,001, so “more than 6,001” is no other way to say “more than 6,000”; what is
    left of it when one digit is rounded off is: “at least 767”, “at least 770”.
    """
    if a.unit != b.unit:
        return True
    finer, coarser = sorted((a, b), key=_step)
    is_round = _step(finer) > finer.grain or _step(coarser) <= DIGIT * _step(finer)
    return is_round and abs(a.value - b.value) <= _step(coarser) / 2


def _rounding(a: Quantity, b: Quantity) -> float:
    """How far apart two exact figures may be: half the coarser step, if they differ in step.

    In two units both are rounded, to the noughts they end in: 1,000 km are 620 miles. One number
    in two units is converted by nobody: 10 km, 10 miles.
    """
    if a.unit != b.unit and a.dimension is not Dimension.AGE:
        greater = max(abs(a.value), abs(b.value))
        if _is_one_number(a, b):
            return SAME_VALUE * greater
        grain = min(max(a.grain, b.grain) / 2, COARSE * greater)
        noughts = min(max(_step(a), _step(b)) / 2, ROUGH * greater)
        return max(SAME_VALUE * greater, grain, noughts)
    coarser = max(a.grain, b.grain)
    return coarser * 0.5001 if not math.isclose(a.grain, b.grain) else EQUAL


def _is_one_number(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are the same but for their units, as far as they were written."""
    return bool(a.grain and b.grain) and math.isclose(a.value / a.grain, b.value / b.grain)


def _step(quantity: Quantity) -> float:
    """The grain, with the noughts at the end of a whole figure taken for rounding."""
    grain = quantity.grain or 1.0
    steps = round(quantity.value / grain)
    while steps and steps % 10 == 0:
        steps //= 10
        grain *= 10
    return grain


def _times_agree(a: Quantity, b: Quantity) -> bool:
    if DAYPART in (a.unit, b.unit):
        return a.zone is not None or b.zone is not None or _stretches_meet(a, b)
    if a.zone is not None and b.zone is not None:
        return _same_minute(a.low - a.zone, b.low - b.zone, DAY)
    # Between local time and a zone's, hours say nothing; but zones differ by quarter hours.
    if a.zone is not None or b.zone is not None:
        return _same_minute(a.low, b.low, QUARTER_HOUR)
    return _same_minute(a.low, b.low, HALF_DAY if AMBIGUOUS in (a.unit, b.unit) else DAY)


def _same_minute(a: float, b: float, around: int) -> bool:
    apart = (a - b) % around
    return min(apart, around - apart) <= MINUTE_SLACK


def _stretches_meet(a: Quantity, b: Quantity) -> bool:
    """Whether two stretches of the day have a minute in common, the night after included."""
    shifts = (-DAY, 0, DAY)
    return any(a.low <= b.high + shift and b.low + shift <= a.high for shift in shifts)


def _days_meet(a: Quantity, b: Quantity) -> bool:
    """Whether two stretches of days do, as far as their years are known: “the 1990s”, 1994."""
    return not (a.low and b.low) or (a.low <= b.high and b.low <= a.high)


def _dates_agree(a: PartialDate, b: PartialDate) -> bool:
    """Whether they have a part in common and every part that both name is the same."""
    named = [(x, y) for x, y in a.beside(b)[:2] if x is not None and y is not None]
    if a.day is None or b.day is None:
        return bool(named) and all(x == y for x, y in named)
    return all(x == y for x, y in named) and _runs_agree((a.day, a.until), (b.day, b.until))


def _runs_agree(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    """Whether a day is in a run of days; two runs must be one: 3–5 May holds 4 May, no 3–4 May."""
    if a[1] and b[1]:
        return a == b
    return a[0] <= (b[1] or b[0]) and b[0] <= (a[1] or a[0])


def _near(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


def touch(a: Quantity, b: Quantity) -> bool:
    """Whether figures that disagree still meet: “afternoon” and “evening”, 4–6 and 5–7.

    Ranges with one end in common are one range with its other end changed.
    """
    if Dimension.TIME is a.dimension:
        return DAYPART in (a.unit, b.unit) and _stretches_meet(_widened(a), _widened(b))
    if not a.approximation is b.approximation is Approximation.RANGE:
        return False
    shares_end = _near(a.low, b.low, SAME_VALUE) or _near(a.high, b.high, SAME_VALUE)
    return a.low <= b.high and b.low <= a.high and not shares_end


def _widened(time: Quantity) -> Quantity:
    return replace(time, low=time.low - DAYPART_SLACK, high=time.high + DAYPART_SLACK)


def differ_in_words(a: Quantity, b: Quantity) -> bool:
    """Whether figures that agree still say something else: “18 months”, “nearly 19 months”."""
    if a.dimension in (Dimension.TIME, Dimension.DATE, Dimension.WEEKDAY):
        return False
    if Approximation.EXACT not in (a.approximation, b.approximation):
        return False
    return Approximation.NEARLY in (a.approximation, b.approximation) and not _near(
        a.value, b.value, NOTED
    )
