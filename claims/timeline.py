"""Who published when, as a drawing: places in a picture of fixed width, worked out here.

Lengths are units of the drawing's view box. Times are the reader's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from articles.models import Article, Precision
from claims.board import Column

WIDTH = 960
NAMES = 168  # where the names of the outlets stand
TOP, LANE = 20, 22  # the axis's labels; one outlet
LETTER = 6.6  # one letter of a label, on average
NAME_LETTERS = 24
GAP = 9  # from a dot to its label
EDGE = 6  # kept free at the right, so that the last dot is whole
MOST_TICKS = 8
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
HOURS = (1, 2, 3, 6, 12)
DAYS = (1, 2, 7, 14, 28, 91, 182, 365, 1_826, 3_652)
LONG = timedelta(days=6)  # beyond it a weekday names no day


@dataclass(frozen=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True)
class Dot:
    """One article; the label is empty where it would run into the next."""

    x: float
    article: Article
    label: str
    is_left: bool  # the label stands left of the dot

    @property
    def label_x(self) -> float:
        return self.x - GAP if self.is_left else self.x + GAP


@dataclass(frozen=True)
class Lane:
    """One outlet: its articles of known time."""

    y: int
    name: str
    column: Column
    dots: list[Dot]

    @property
    def floor(self) -> int:
        """The line below the lane."""
        return self.y + LANE // 2

    @property
    def baseline(self) -> int:
        return self.y + 4


@dataclass(frozen=True, kw_only=True)
class Timeline:
    lanes: list[Lane]
    ticks: list[Tick]
    first: datetime
    last: datetime

    width = WIDTH
    top = TOP

    @property
    def height(self) -> int:
        return TOP + LANE * len(self.lanes) + 4

    @property
    def bottom(self) -> int:
        return self.height - 4


def draw(columns: Sequence[Column]) -> Timeline | None:
    """The timeline in the reader's zone; none when no article's time is known."""
    times = [
        timezone.localtime(article.published_at)
        for column in columns
        for article in column.articles
        if article.published_at
    ]
    if not times:
        return None
    marks = _marks(min(times), max(times))
    axis = _Axis(marks[0], marks[-1], is_long=max(times) - min(times) > LONG)
    has_hours = marks[1] - marks[0] < DAY
    return Timeline(
        lanes=[_lane(number, column, axis) for number, column in enumerate(columns)],
        ticks=[
            Tick(axis.place(at), _tick_label(at, is_first=at == marks[0], has_hours=has_hours))
            for at in marks[:-1]
        ],
        first=min(times),
        last=max(times),
    )


@dataclass(frozen=True)
class _Axis:
    start: datetime
    end: datetime
    is_long: bool  # so long that a weekday names no day

    def place(self, at: datetime) -> float:
        share = (timezone.localtime(at) - self.start) / (self.end - self.start)
        return round(NAMES + min(1.0, share) * (WIDTH - NAMES - EDGE), 1)

    def label(self, article: Article) -> str:
        """“Wed 19:22”, “18 Nov, 19:22” on a long axis; the day alone where no hour is known."""
        at = timezone.localtime(article.published_at)
        if article.published_precision == Precision.DAY:
            return f"{article.published_day:%a} {article.published_day:%d %b}"
        return f"{at.day} {at:%b, %H:%M}" if self.is_long else f"{at:%a %H:%M}"


def _marks(first: datetime, last: datetime) -> list[datetime]:
    """Even times from before the first to after the last, at most MOST_TICKS spaces apart.

    By the clock on the wall, so a day with a change of the clocks is as wide as any.
    """
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
    for step in (*(HOUR * count for count in HOURS), *(DAY * count for count in DAYS)):
        start = midnight + (first - midnight) // step * step
        spaces = (last - start) // step + 1
        if spaces <= MOST_TICKS:
            break
    return [start + step * number for number in range(spaces + 1)]


def _tick_label(at: datetime, *, is_first: bool, has_hours: bool) -> str:
    if has_hours:
        return f"{at:%a %H:%M}" if is_first or at.hour == 0 else f"{at:%H:%M}"
    year = "" if at.year == timezone.localtime().year else f" {at.year}"
    return f"{at.day} {at:%b}{year}"


def _lane(number: int, column: Column, axis: _Axis) -> Lane:
    dated = [article for article in column.articles if article.published_at]
    name = column.outlet.name
    return Lane(
        y=TOP + LANE * number + LANE // 2 + 4,
        name=name if len(name) <= NAME_LETTERS else name[: NAME_LETTERS - 1].rstrip() + "…",
        column=column,
        dots=list(_dots(dated, axis)),
    )


def _dots(articles: Sequence[Article], axis: _Axis) -> Iterator[Dot]:
    """Each with its label at the right, else at the left, else without one: never over another."""
    places = [axis.place(one.published_at) for one in articles if one.published_at]
    taken_until = float(NAMES)
    for number, (article, x) in enumerate(zip(articles, places, strict=True)):
        following = places[number + 1] if number + 1 < len(places) else WIDTH + GAP
        label = axis.label(article)
        width = GAP + LETTER * len(label)
        fits_right = x + width <= following - GAP
        fits_left = x - width >= taken_until
        if not fits_right and not fits_left:
            label = ""
        taken_until = x + (width if fits_right else GAP)
        yield Dot(x=x, article=article, label=label, is_left=fits_left and not fits_right)
