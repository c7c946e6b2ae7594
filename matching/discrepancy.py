"""In what two claims differ, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from matching.spans import Span


class Grade(StrEnum):
    """How far two claims are apart.

    Both cannot hold (conflict), or they differ in a way that need not be one: rounded, of
    another scope, or two days whose acts may be two (note).
    """

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

    `subject` is what the figure is of, in the words of one of the claims; "" when neither
    says. `value_a` and `value_b` are short: “4–5 h”, “about 2 h”.
    """

    kind: DiscrepancyKind
    grade: Grade
    subject: str
    value_a: str
    value_b: str
    span_a: Span
    span_b: Span
