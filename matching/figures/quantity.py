"""What a figure in a text says: a value or range of one dimension, of something."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from matching.spans import Span

HARMED = "harmed"
"""A fate that is only told of none: who was “harmed” is dead or injured."""


class Dimension(StrEnum):
    """What kind of figure it is; figures of two dimensions are never compared."""

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
    LABEL = "label"


class Approximation(StrEnum):
    """How the writer bounds a figure."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date as far as it is known; `month` 1–12. Of days in a row `until` is the last."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None

    def beside(self, other: PartialDate) -> tuple[tuple[int | None, int | None], ...]:
        """Year, month and day of both dates, part by part."""
        return (self.year, other.year), (self.month, other.month), (self.day, other.day)

    def complete(self) -> date | None:
        """The day it names; None while a part is missing or there is no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a text. `low` and `high` are inclusive, in the dimension's base unit:

    count as it is, duration seconds, age years, money the currency's unit, percent and points
    as they are, distance metres, area square metres, volume litres, mass kilograms, speed
    metres a second, temperature degrees Celsius, power watts, ordinal its number, score the
    lesser and the greater side, time minutes after midnight (beyond 1440 in the next
    morning), weekday 0 (Monday) to 6, date the year, month or day that it names.
    """

    dimension: Dimension
    low: float
    high: float
    approximation: Approximation
    subject: str
    """What is counted, in the text's words; "" when the text does not say right there."""
    span: Span
    shown: str
    """Short text for a person: “4–5 h”, “about 2 h”, “241”, “$1.2bn”, “Wed 13 Sep”."""

    value: float = field(default=0.0, compare=False)
    """The figure itself before its bound widens it, in the base unit; of a range the higher."""
    grain: float = field(default=0.0, compare=False)
    """The step to which it is written: 0.1 for 2.5, 100,000 for 1.2 million."""
    unit: str = field(default="", compare=False)
    """The unit as shown; a currency's code for money."""
    counted: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Stems of what is counted."""
    state: str = field(default="", compare=False)
    """What became of the counted: “dead”, “injured”, “missing” …"""
    near: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Stems of the words around it."""
    scene: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Stems of the words around a fate that may tell of which event it is."""
    beside: tuple[str, str] = field(default=("", ""), compare=False, repr=False)
    """Stems of the nearest words before and behind it."""
    zone: int | None = field(default=None, compare=False)
    """Minutes east of UTC that a clock time names; None for local time."""
    when: PartialDate | None = field(default=None, compare=False)
    """The date that a date or a resolved weekday names."""
    others: tuple[Quantity, ...] = field(default=(), compare=False, repr=False)
    """The same figure in other units, as in “1,000 km (620 miles)”."""
