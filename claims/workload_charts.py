"""The workload's figures as drawings: places in pictures of fixed width, worked out here.

Lengths are units of the drawing's view box. A stretch wears a CSS class; colours are the style
sheet's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from claims.period import Unit
from claims.states import VerdictStatus
from claims.workload import AGE_NAMES, Time, Workload

WIDTH = 580
NAMES = 176  # where the names of rows stand
NUMBERS = 48  # and behind them their numbers, so that a narrow window shows both
ROW, BAR = 26, 14
LETTERS = 25  # of a name
AXIS = 52  # where the numbers of an axis stand, at the right: there a narrow window begins
HEIGHT, BASE = 200, 172  # of a drawing with columns; the line they stand on
TOP = 12
MOST_LABELS = 8
STEPS = (1, 2, 5)
AGE_CLASSES = tuple(f"age-{at}" for at in range(len(AGE_NAMES)))
STATUS_CLASSES = tuple(f"is-{status.value}" for status in VerdictStatus)
# What an axis of times is numbered by, in minutes.
TIME_STEPS = (1, 5, 10, 30, 60, 120, 240, 360, 720, 1_440)
DAY_MINUTES = 1_440


@dataclass(frozen=True)
class Stretch:
    """A part of a bar or column."""

    css: str
    at: float
    length: float


@dataclass(frozen=True)
class Bar:
    """One row."""

    y: int
    name: str
    stretches: list[Stretch]
    number: str

    number_x = NAMES + NUMBERS - 8  # where it ends

    @property
    def baseline(self) -> int:
        return self.y + BAR - 3


@dataclass(frozen=True)
class Bars:
    rows: list[Bar]

    width = WIDTH
    bar = BAR

    @property
    def height(self) -> int:
        return ROW * len(self.rows) + 4


@dataclass(frozen=True)
class Tick:
    """A number of the axis at the right, or a day below."""

    at: float
    label: str

    @property
    def baseline(self) -> float:
        return self.at + 4


@dataclass(frozen=True)
class Column:
    x: float
    stretches: list[Stretch]


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What columns and lines stand in."""

    ticks: list[Tick]
    days: list[Tick]

    width = WIDTH
    height = HEIGHT
    right = WIDTH - AXIS
    label_x = WIDTH
    days_y = BASE + 18


@dataclass(frozen=True, kw_only=True)
class Columns(Frame):
    columns: list[Column]
    wide: float


@dataclass(frozen=True, kw_only=True)
class Line:
    css: str
    dots: list[Dot]

    @property
    def points(self) -> str:
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


@dataclass(frozen=True, kw_only=True)
class Lines(Frame):
    lines: list[Line]


def waiting(work: Workload) -> Bars:
    return _bars([(row.name, row.ages) for row in work.waiting], AGE_CLASSES)


def people(work: Workload) -> Bars:
    return _bars([(one.name, one.counts) for one in work.people], STATUS_CLASSES)


def decided(work: Workload) -> Columns:
    """A column for each part of the period, those without verdicts empty."""
    most = max((sum(counts) for counts in work.by_part.values()), default=0)
    step = _step(most)
    top = step * max(1, ceil(most / step))
    space = (WIDTH - AXIS) / len(work.by_part)
    return Columns(
        ticks=[Tick(_high(n * step, top), f"{n * step:,}") for n in range(top // step + 1)],
        days=_days(work, space),
        columns=[
            Column(round(space * (at + 0.15), 1), _upwards(counts, top))
            for at, counts in enumerate(work.by_part.values())
        ],
        wide=round(0.7 * space, 1),
    )


def times(work: Workload) -> Lines:
    """The median and nine in ten of each part that has verdicts."""
    most = max((_minutes(time.p90) for time in work.times.values()), default=0)
    step = _time_step(most)
    top = step * max(1, ceil(most / step))
    parts = list(work.by_part)
    space = (WIDTH - AXIS) / len(parts)
    shown = [(at, work.times[part]) for at, part in enumerate(parts) if part in work.times]
    return Lines(
        ticks=[Tick(_high(n * step, top), _span(n * step)) for n in range(top // step + 1)],
        days=_days(work, space),
        lines=[
            Line(css=css, dots=[_dot(at, _value(time, css), top, space) for at, time in shown])
            for css in ("median", "p90")
        ],
    )


def _value(time: Time, name: str) -> timedelta:
    return time.median if name == "median" else time.p90


def _dot(at: int, value: timedelta, top: int, space: float) -> Dot:
    return Dot(round(space * (at + 0.5), 1), _high(_minutes(value), top))


def _bars(rows: Sequence[tuple[str, tuple[int, ...]]], classes: Sequence[str]) -> Bars:
    most = max((sum(counts) for _, counts in rows), default=0) or 1
    unit = (WIDTH - NAMES - NUMBERS) / most
    bars = []
    for number, (name, counts) in enumerate(rows):
        stretches, at = [], float(NAMES + NUMBERS)
        for css, count in zip(classes, counts, strict=True):
            stretches.append(Stretch(css, round(at, 1), round(count * unit, 1)))
            at += count * unit
        bars.append(Bar(ROW * number + 6, _short(name), stretches, f"{sum(counts):,}"))
    return Bars(bars)


def _upwards(counts: Sequence[int], top: int) -> list[Stretch]:
    stretches, below = [], 0
    for css, count in zip(STATUS_CLASSES, counts, strict=True):
        high = _high(below + count, top)
        stretches.append(Stretch(css, high, round(_high(below, top) - high, 1)))
        below += count
    return stretches


def _high(value: float, top: int) -> float:
    """Where a value stands between the line and the top."""
    return round(BASE - (BASE - TOP) * value / top, 1)


def _days(work: Workload, space: float) -> list[Tick]:
    """Below the line: as many days as have room, evenly, the last among them."""
    parts = list(work.by_part)
    every = ceil(len(parts) / MOST_LABELS)
    return [
        Tick(round(space * (at + 0.5), 1), day_name(part, work.period.unit))
        for at, part in enumerate(parts)
        if (len(parts) - 1 - at) % every == 0
    ]


def day_name(day: date, unit: Unit) -> str:
    """“18 Nov”, “Nov 2026”: a day, the first of a week, or a month."""
    return f"{day:%b %Y}" if unit == Unit.MONTH else f"{day.day} {day:%b}"


def _step(most: int) -> int:
    """Round, so that at most five of them reach the most."""
    size = 1
    while True:
        for step in STEPS:
            if step * size * 5 >= most:
                return step * size
        size *= 10


def _time_step(most: float) -> int:
    """Minutes, so that at most five reach the most: round hours, then round days."""
    for step in TIME_STEPS:
        if step * 5 >= most:
            return step
    return _step(ceil(most / DAY_MINUTES)) * DAY_MINUTES


def _minutes(value: timedelta) -> float:
    return value / timedelta(minutes=1)


def _span(minutes: int) -> str:
    if not minutes:
        return "0"
    if minutes >= DAY_MINUTES and minutes % DAY_MINUTES == 0:
        return f"{minutes // DAY_MINUTES:,} d"
    return f"{minutes // 60} h" if minutes >= 60 and minutes % 60 == 0 else f"{minutes} min"


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else name[: LETTERS - 1].rstrip() + "…"
