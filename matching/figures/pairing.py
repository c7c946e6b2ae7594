"""Figures of two texts paired off: those that agree first, so that only the rest can conflict."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matching.figures.agreement import agree
from matching.figures.quantity import Approximation, Dimension, Quantity

Pair = tuple[Quantity, Quantity]

REPEATED = frozenset(
    {Dimension.DATE, Dimension.WEEKDAY, Dimension.TIME, Dimension.PERCENT, Dimension.MONEY}
)
"""Dimensions whose figures a text repeats for other things: once found in the other text, a
figure has its like there and is not left over."""


BY_VALUE = frozenset({Dimension.PERCENT, Dimension.MONEY})
"""Of these a figure is repeated by its value alone, in whatever hedge."""

FAR = 2.0
"""Times beyond an open bound from which a figure is hardly the one that was bounded."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs that agree, and what is left of each text; of one dimension."""

    agreed: tuple[Pair, ...]
    left_a: tuple[Quantity, ...]
    left_b: tuple[Quantity, ...]


def pair_off(a: list[Quantity], b: list[Quantity]) -> Pairing:
    """Agreeing figures one to one, those most alike in what they are of before others."""
    agreed = best_pairs(a, b, lambda x, y: agree(x, y) and not is_far_within(x, y))
    if a and _may_repeat(a, b):
        left_a = [x for x in a if not any(_repeats(x, y) for y in b)]
        left_b = [y for y in b if not any(_repeats(x, y) for x in a)]
        left_a = [x for x in left_a if not any(x is taken for taken, _ in agreed)]
        left_b = [y for y in left_b if not any(y is taken for _, taken in agreed)]
    else:
        left_a = [x for x in a if not any(x is taken for taken, _ in agreed)]
        left_b = [y for y in b if not any(y is taken for _, taken in agreed)]
    return Pairing(tuple(agreed), *_without_sums(left_a, left_b))


def _may_repeat(a: list[Quantity], b: list[Quantity]) -> bool:
    """Whether the figures are of a dimension that repeats itself: sums as many are in a row."""
    dimension = a[0].dimension
    return dimension in REPEATED and not (dimension in BY_VALUE and len(a) == len(b))


def is_far_within(a: Quantity, b: Quantity) -> bool:
    """Whether figures only agree since a bound is open: “more than 40 years” holds 165, as any.

    Neither is then the other's figure, so that each can still be told from a third.
    """
    bounded = {a.approximation, b.approximation}
    is_open = len(bounded) == 2 and bool(bounded & {Approximation.AT_LEAST, Approximation.AT_MOST})
    lesser, greater = sorted((abs(a.value), abs(b.value)))
    return is_open and greater > FAR * lesser


def _repeats(a: Quantity, b: Quantity) -> bool:
    """Whether a figure is the other's, said again."""
    return agree(a, b) and (a.dimension not in BY_VALUE or math.isclose(a.value, b.value))


def best_pairs(
    a: list[Quantity], b: list[Quantity], fit: Callable[[Quantity, Quantity], bool]
) -> list[Pair]:
    """Pairs that fit, each figure in one at most, the likeliest first; ties by place."""
    candidates = sorted(_candidates(a, b, fit))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs: list[Pair] = []
    for _, i, j in candidates:
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((a[i], b[j]))
    return pairs


def _candidates(
    a: list[Quantity], b: list[Quantity], fit: Callable[[Quantity, Quantity], bool]
) -> Iterator[tuple[float, int, int]]:
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if fit(x, y):
                yield -likeness(x, y), i, j


def likeness(a: Quantity, b: Quantity) -> float:
    """How much speaks for two figures being of one thing: shared words, then nearness."""
    points = 3.0 * bool(a.counted & b.counted) + 2.0 * bool(a.state and a.state == b.state)
    points += len(a.near & b.near)
    points += 1.0 * (a.value == b.value) + 0.5 * (a.approximation is b.approximation)
    if a.value > 0 and b.value > 0:
        points -= min(3.0, abs(math.log10(a.value / b.value)))
    return points


def _without_sums(
    a: list[Quantity], b: list[Quantity]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Nothing is left when one side adds up what the other counts apart: 12 and 3, or 15."""
    for one, several in ((a, b), (b, a)):
        counts = len(one) == 1 < len(several) and one[0].dimension is Dimension.COUNT
        if counts and one[0].value == sum(each.value for each in several):
            return (), ()
    return tuple(a), tuple(b)
