"""Figures that belong together: “two hours and 15 minutes”, “1,000 km (620 miles)”."""

from __future__ import annotations

from dataclasses import replace

from matching.figures import shown
from matching.figures.clock import DAYPART
from matching.figures.language import Language
from matching.figures.quantity import Approximation, Dimension, Quantity
from matching.spans import Span

COMPOUND = frozenset({Dimension.DURATION, Dimension.DISTANCE, Dimension.MASS, Dimension.AGE})
"""Dimensions whose figures are written in two units one behind the other."""

CONVERTED = 0.15
"""How far a figure and its conversion to another unit are apart at most, as each is rounded."""

HALF_DAY, DAY = 720, 1440


def joined(text: str, found: list[Quantity], language: Language) -> list[Quantity]:
    """`found` with what belongs together made one figure, in order."""
    kept: list[Quantity] = []
    for each in found:
        last = kept[-1] if kept else None
        one = _as_one(text, last, each, language) if last else None
        if one:
            kept[-1] = one
        else:
            kept.append(each)
    return kept


def _as_one(text: str, a: Quantity, b: Quantity, language: Language) -> Quantity | None:
    if a.dimension is not b.dimension:
        return None
    gap = text[a.span.end : b.span.start].strip().lower()
    if a.dimension in COMPOUND and gap in ("", ",", *language.joiners) and _continues(a, b):
        return _sum(a, b)
    if gap == "(" or gap.removeprefix(",").strip() in language.alternatives:
        return _restated(a, b)
    return None


def _continues(a: Quantity, b: Quantity) -> bool:
    """Whether `b` is the lesser part of `a`: minutes behind hours."""
    exact = b.approximation is Approximation.EXACT and a.low == a.high
    return exact and a.unit != b.unit and b.grain > 0 and b.value < a.grain and b.state == ""


def _sum(a: Quantity, b: Quantity) -> Quantity:
    span = Span(a.span.start, b.span.end)
    text = f"{a.shown} {b.shown}"
    low, high, value = a.low + b.value, a.high + b.value, a.value + b.value
    near = a.near | b.near
    return replace(
        a, low=low, high=high, value=value, grain=b.grain, span=span, shown=text, near=near
    )


def _restated(a: Quantity, b: Quantity) -> Quantity | None:
    """`a` that knows itself in the unit of `b`; None when `b` says something else."""
    if a.dimension is Dimension.TIME:
        return _zoned(a, b)
    if a.unit == b.unit:
        return None
    is_money = a.dimension is Dimension.MONEY
    if not is_money and abs(a.value - b.value) > CONVERTED * max(abs(a.value), abs(b.value)):
        return None
    return replace(a, others=(*a.others, b))


def _zoned(a: Quantity, b: Quantity) -> Quantity | None:
    """The local time `a` with the zone that its time elsewhere, `b`, gives away."""
    if DAYPART in (a.unit, b.unit) or b.zone is None or a.zone is not None:
        return None
    ahead = (a.low - (b.low - b.zone) + HALF_DAY) % DAY - HALF_DAY
    zone = round(ahead)
    return replace(a, zone=zone, shown=shown.clock(a.low, zone), others=())
