"""Comparisons as they are typed: `<2`, `>=3` and, in a unit of time, `>2d`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Lookup
from django.db.models.lookups import (
    Exact,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
)

UNITS = {
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
LONGEST_AGE = timedelta(days=100 * 365)
LOOKUPS: dict[str, type[Lookup[Any]]] = {
    "": Exact,
    "=": Exact,
    "<": LessThan,
    "<=": LessThanOrEqual,
    "≤": LessThanOrEqual,
    ">": GreaterThan,
    ">=": GreaterThanOrEqual,
    "≥": GreaterThanOrEqual,
}
# What is older began earlier: of the moment it began, the comparison is the other way round.
BEGAN = {
    "": "lte",
    "=": "lte",
    "<": "gt",
    "<=": "gte",
    "≤": "gte",
    ">": "lt",
    ">=": "lte",
    "≥": "lte",
}
HOLDS: dict[type[Lookup[Any]], Callable[[int, int], bool]] = {
    Exact: operator.eq,
    LessThan: operator.lt,
    LessThanOrEqual: operator.le,
    GreaterThan: operator.gt,
    GreaterThanOrEqual: operator.ge,
}
SIGNS = "<>=≤≥"
_SIGN = "(?P<sign><=|>=|[<>=≤≥])?"
_COUNT = re.compile(rf"{_SIGN}(?P<number>[0-9]{{1,4}})")
_AGE = re.compile(rf"{_SIGN}(?P<number>[0-9]{{1,6}})(?P<unit>{'|'.join(UNITS)})", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A comparison with a number, as the database makes it."""

    lookup: type[Lookup[Any]]
    number: int

    def holds_for(self, number: int) -> bool:
        return HOLDS[self.lookup](number, self.number)


@dataclass(frozen=True, kw_only=True)
class Age:
    """`began` is the name of the comparison of its beginning with the moment that long ago.

    An age without a sign is at least that.
    """

    began: str
    ago: timedelta

    @property
    def ends(self) -> str:
        """The same with a moment to come: what is less than two days off ends before it."""
        return {"lt": "gt", "lte": "gte", "gt": "lt", "gte": "lte"}[self.began]


def count(written: str) -> Compared | None:
    """A number from 0 to 9999 with or without a comparison; none for anything else."""
    parts = _COUNT.fullmatch(written)
    if not parts:
        return None
    return Compared(lookup=LOOKUPS[parts["sign"] or ""], number=int(parts["number"]))


def age(written: str) -> Age | None:
    """As `>2d`, `<=90min`, `3w`, of at most a hundred years; none for anything else."""
    parts = _AGE.fullmatch(written)
    if not parts:
        return None
    ago = int(parts["number"]) * UNITS[parts["unit"].lower()]
    return Age(began=BEGAN[parts["sign"] or ""], ago=ago) if ago <= LONGEST_AGE else None
