"""Figures of two texts paired off: those that agree first, so that only the rest can conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.figures.agreement import agree
from matching.figures.quantity import Dimension, Quantity

Pair = tuple[Quantity, Quantity]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs that agree, and what is left of each text; one dimension."""

    agreed: tuple[Pair, ...]
    left_a: tuple[Quantity, ...]
    left_b: tuple[Quantity, ...]


def pair_off(a: list[Quantity], b: list[Quantity]) -> Pairing:
    """Agreeing figures one to one, those of the same things before others, each in order."""
    ranked = sorted(_candidates(a, b))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    agreed: list[Pair] = []
    for _, i, j in ranked:
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            agreed.append((a[i], b[j]))
    left_a = tuple(x for i, x in enumerate(a) if i not in taken_a)
    left_b = tuple(y for j, y in enumerate(b) if j not in taken_b)
    return Pairing(tuple(sorted(agreed, key=lambda p: p[0].span)), left_a, left_b)


def _candidates(a: list[Quantity], b: list[Quantity]) -> Iterator[tuple[float, int, int]]:
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if agree(x, y):
                yield -likeness(x, y), i, j


def likeness(a: Quantity, b: Quantity) -> float:
    """How much speaks for two figures being of one thing: shared words in and around them."""
    points = 3.0 * bool(a.counted & b.counted) + 2.0 * bool(a.state and a.state == b.state)
    points += len(a.near & b.near)
    points += 1.0 * (a.value == b.value) + 0.5 * (a.approximation is b.approximation)
    return points


def are_of_one_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of one dimension may be of the same thing, by what they count."""
    if a.state and b.state and a.state != b.state:
        return False
    if a.dimension not in (Dimension.COUNT, Dimension.ORDINAL, Dimension.LABEL):
        return True
    return bool(a.counted & b.counted) or bool(a.state and a.state == b.state)
