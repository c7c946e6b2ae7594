"""The figures of two claims that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.figures.agreement import agree, differ_in_words, touch
from matching.figures.bare import without_unit
from matching.figures.claimed import Claimed, Shared
from matching.figures.evidence import are_of_one_thing, is_narrower
from matching.figures.pairing import Pair, Pairing, best_pairs, pair_off
from matching.figures.quantity import Dimension, Quantity


def same(a: Claimed, b: Claimed) -> Iterator[Pair]:
    """The figures that both give and that agree."""
    for paired in _pairings(a, b):
        yield from paired.agreed


def conflicts(a: Claimed, b: Claimed, between: Shared) -> Iterator[Discrepancy]:
    """What the figures of two claims disagree on, by dimension."""
    told: list[Pair] = []
    for paired in _pairings(a, b):
        for x, y in paired.agreed:
            if differ_in_words(x, y):
                yield _discrepancy(x, y, Grade.NOTE)
        left = _left(paired, between)
        for x, y in left:
            yield _discrepancy(x, y, _grade(x, y, between))
        told += [*paired.agreed, *left]
    yield from _without_unit(a, b, between, told)
    yield from _points_for_percent(a, b, between)


def _without_unit(
    a: Claimed, b: Claimed, between: Shared, told: list[Pair]
) -> Iterator[Discrepancy]:
    """A figure with its unit here and without it there, of those not `told` of yet."""
    for x, y in without_unit(a, b, between, told):
        dimension = y.dimension if x.dimension is Dimension.COUNT else x.dimension
        yield replace(_discrepancy(x, y, Grade.CONFLICT), kind=DiscrepancyKind(dimension))


def _points_for_percent(a: Claimed, b: Claimed, between: Shared) -> Iterator[Discrepancy]:
    """One figure as per cent here and as percentage points there: 5% of 40 are two points."""
    percent, points = Dimension.PERCENT, Dimension.POINTS
    for of_a, of_b in ((percent, points), (points, percent)):
        if a.of(of_b) or b.of(of_a):
            continue
        pairs = best_pairs(a.of(of_a), b.of(of_b), lambda x, y: _is_one_number(x, y, between))
        for x, y in pairs:
            noted = _discrepancy(x, y, Grade.NOTE)
            yield replace(noted, kind=DiscrepancyKind.PERCENT)


def _is_one_number(a: Quantity, b: Quantity, between: Shared) -> bool:
    return a.value == b.value and are_of_one_thing(a, b, between)


def _pairings(a: Claimed, b: Claimed) -> Iterator[Pairing]:
    for dimension in Dimension:
        of_a, of_b = _figures(a, b, dimension), _figures(b, a, dimension)
        if of_a and of_b and not (dimension is Dimension.TIME and _on_other_days(a, b)):
            yield pair_off(of_a, of_b)


def _figures(claim: Claimed, other: Claimed, dimension: Dimension) -> list[Quantity]:
    """A claim's figures of a dimension; for dates its weekdays where only the other has dates."""
    own = claim.of(dimension)
    if own or dimension is not Dimension.DATE or other.of(Dimension.WEEKDAY):
        return own
    days = [each for each in claim.of(Dimension.WEEKDAY) if each.when]
    return [replace(each, dimension=Dimension.DATE) for each in days]


def _on_other_days(a: Claimed, b: Claimed) -> bool:
    """Whether the claims name weekdays and none in common: then hours are of two days."""
    of_a, of_b = a.of(Dimension.WEEKDAY), b.of(Dimension.WEEKDAY)
    return bool(of_a and of_b) and not any(agree(x, y) for x in of_a for y in of_b)


def _left(paired: Pairing, between: Shared) -> list[Pair]:
    """The figures left over on both sides that are of one thing, likeliest first."""

    def fit(x: Quantity, y: Quantity) -> bool:
        if agree(x, y):
            return False
        return x.dimension is Dimension.WEEKDAY or are_of_one_thing(x, y, between)

    return best_pairs(list(paired.left_a), list(paired.left_b), fit)


def _grade(a: Quantity, b: Quantity, between: Shared) -> Grade:
    """A weekday only conflicts when the act is one; what touches or is of a part is only noted."""
    if a.dimension is Dimension.WEEKDAY and not are_of_one_thing(a, b, between):
        return Grade.NOTE
    if a.dimension is Dimension.COUNT and is_narrower(a, b):
        return Grade.NOTE
    return Grade.NOTE if touch(a, b) else Grade.CONFLICT


def _discrepancy(a: Quantity, b: Quantity, grade: Grade) -> Discrepancy:
    kind = DiscrepancyKind.NAME if a.dimension is Dimension.LABEL else DiscrepancyKind(a.dimension)
    return Discrepancy(kind, grade, a.subject or b.subject, a.shown, b.shown, a.span, b.span)
