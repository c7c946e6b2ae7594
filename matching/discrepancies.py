"""Where two claims cannot both hold: figures, dates, and what is said to be so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matching.figures.agreement import differ_in_words
from matching.figures.pairing import Pairing, are_of_one_thing, pair_off
from matching.figures.quantity import Dimension, Quantity
from matching.figures.reading import quantities
from matching.spans import Span


class Grade(StrEnum):
    """How far two claims are apart."""

    CONFLICT = "conflict"
    NOTE = "note"


class DiscrepancyKind(StrEnum):
    """In what two claims differ."""

    COUNT = "count"
    DURATION = "duration"
    AGE = "age"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    DISTANCE = "distance"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    POWER = "power"
    ORDINAL = "ordinal"
    SCORE = "score"
    TIME = "time"
    DATE = "date"
    WEEKDAY = "weekday"
    POLARITY = "polarity"
    NAME = "name"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One point on which two claims differ, with where each says it.

    `subject` is what the figure is of, in the words of the first claim; "" when neither
    says. `value_a` and `value_b` are short: “4–5 h”, “about 2 h”.
    """

    kind: DiscrepancyKind
    grade: Grade
    subject: str
    value_a: str
    value_b: str
    span_a: Span
    span_b: Span


def discrepancies(
    a: str,
    b: str,
    *,
    published_a: date | str | None = None,
    published_b: date | str | None = None,
) -> list[Discrepancy]:
    """Where `a` and `b` differ in fact, by place in `a`; none when they can both hold.

    `published_…` as in `quantities`. Swapping the claims swaps the sides.
    """
    of_a = quantities(a, published=published_a)
    of_b = quantities(b, published=published_b)
    found = [each for dimension in Dimension for each in _between(_paired(of_a, of_b, dimension))]
    return sorted(found, key=lambda each: (each.span_a, each.span_b, each.kind))


def same_figures(
    a: str,
    b: str,
    *,
    published_a: date | str | None = None,
    published_b: date | str | None = None,
) -> list[tuple[Span, Span]]:
    """Where both texts give a figure that agrees, by place in `a`; each figure once."""
    of_a = quantities(a, published=published_a)
    of_b = quantities(b, published=published_b)
    agreed = [
        (x.span, y.span)
        for dimension in Dimension
        for x, y in _paired(of_a, of_b, dimension).agreed
    ]
    return sorted(agreed)


def _paired(a: list[Quantity], b: list[Quantity], dimension: Dimension) -> Pairing:
    of_a = [x for x in a if x.dimension is dimension]
    of_b = [y for y in b if y.dimension is dimension]
    return pair_off(of_a, of_b) if of_a and of_b else Pairing((), (), ())


def _between(paired: Pairing) -> list[Discrepancy]:
    notes = [_discrepancy(x, y, Grade.NOTE) for x, y in paired.agreed if differ_in_words(x, y)]
    conflicts = [
        _discrepancy(x, y, Grade.CONFLICT)
        for x in paired.left_a
        for y in paired.left_b
        if are_of_one_thing(x, y)
    ]
    return notes + conflicts


def _discrepancy(a: Quantity, b: Quantity, grade: Grade) -> Discrepancy:
    kind = DiscrepancyKind.NAME if a.dimension is Dimension.LABEL else DiscrepancyKind(a.dimension)
    return Discrepancy(kind, grade, a.subject or b.subject, a.shown, b.shown, a.span, b.span)
