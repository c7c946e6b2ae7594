"""What is protected in a passage: one word or figure, with its part of what is said."""

from __future__ import annotations

from dataclasses import dataclass

from matching.figures.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Item:
    """A protected word or figure, from word `at` to before `end`.

    `way` is +1 or -1 where a word beside it says so (“after”, “before”; “up”, “down”), else 0.
    `before` and `behind` are stems of words near it, `order` is its place among those of its
    kind by the part it has, `unit` the words of its whole name. `scope` is what a denial may
    deny.
    """

    kind: str
    value: str
    at: int
    end: int
    figure: Quantity | None = None
    way: int = 0
    order: float = 0.0
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    unit: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()


Pair = tuple[Item, Item]
"""An item of the old reading and one of the new that says the same."""
