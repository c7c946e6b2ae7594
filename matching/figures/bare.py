"""Figures whose unit only one of two claims writes: “up 4.66”, “a gain of 4.64 points”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from matching.figures.claimed import MOST, Claimed, Shared
from matching.figures.evidence import ALIKE
from matching.figures.pairing import Pair, best_pairs
from matching.figures.quantity import Approximation, Dimension, Quantity

LEFT_OUT = frozenset({Dimension.POINTS, Dimension.MONEY, Dimension.AGE, Dimension.PERCENT})
"""Dimensions whose unit is left out where it goes without saying."""

SIZE = 1.5
"""Times a bare figure may be the other: without a unit nothing but its size says what it is."""

SHARED = 2
"""Words near both figures."""


def without_unit(a: Claimed, b: Claimed, between: Shared, told: list[Pair]) -> Iterator[Pair]:
    """A bare figure of one claim and another with its unit in the other, both of one thing.

    `told` are the figures that have their like already.
    """
    if between.overlap < ALIKE:
        return
    for x, y in best_pairs(_left(a, told), _left(b, told), _may_be_one):
        if x.value != y.value:
            yield x, y


def _left(claim: Claimed, told: list[Pair]) -> list[Quantity]:
    taken = [id(each) for each in chain.from_iterable(told)]
    return [each for each in claim.quantities if id(each) not in taken][:MOST]


def _may_be_one(x: Quantity, y: Quantity) -> bool:
    """Whether one is bare, the other of a unit that may be left out, and both of one size."""
    if not ((_is_bare(x) and y.dimension in LEFT_OUT) or (_is_bare(y) and x.dimension in LEFT_OUT)):
        return False
    lesser, greater = sorted((x.value, y.value))
    beside = sum(one == other != "" for one, other in zip(x.beside, y.beside, strict=True))
    return 0 < greater <= SIZE * lesser and len(x.near & y.near) + beside >= SHARED


def _is_bare(each: Quantity) -> bool:
    is_exact = each.approximation is Approximation.EXACT
    return each.dimension is Dimension.COUNT and is_exact and not (each.counted or each.state)
