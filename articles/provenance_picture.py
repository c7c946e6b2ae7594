"""The picture of a story's origins: a lane each, articles by time, arrows from text to reprint.

Numbers for a server-side SVG; the table beside it says the same in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from articles.provenance import Lane, Source, Told

WIDTH, LEFT, RIGHT = 960, 150, 40  # units; the lanes' names stand left
LANE, TOP, BOTTOM = 46, 12, 26
RADIUS = 5
LEAST_APART = 18  # units between two dots of one lane, so that both can be seen
LONGEST_NAME = 20  # letters


@dataclass(frozen=True, kw_only=True)
class Dot:
    """An article at its time in its lane."""

    key: int
    x: float
    y: float
    title: str


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """From the article that had the text first to one that printed it; paths of SVG."""

    path: str
    head: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A lane's line and name."""

    y: float
    name: str

    @property
    def baseline(self) -> float:
        """Of its name, so that the line runs through the middle of the letters."""
        return self.y + 4


@dataclass(frozen=True, kw_only=True)
class Picture:
    width: int
    height: int
    left: int
    rows: list[Row]
    dots: list[Dot]
    arrows: list[Arrow]
    first: datetime
    last: datetime

    @property
    def radius(self) -> int:
        return RADIUS

    @property
    def right(self) -> int:
        return self.width - RIGHT

    @property
    def base(self) -> int:
        return self.height - 6


def draw(lanes: Sequence[Lane]) -> Picture | None:
    """None without articles. Those of one lane stand in their order, never over each other."""
    if not lanes:
        return None
    moments = [one.moment for lane in lanes for one in lane.told]
    first, last = min(moments), max(moments)
    dots = {
        dot.key: dot for at, lane in enumerate(lanes) for dot in _dots(lane, _y(at), first, last)
    }
    return Picture(
        width=WIDTH,
        height=TOP + LANE * len(lanes) + BOTTOM,
        left=LEFT,
        rows=[Row(y=_y(at), name=_brief(lane.name)) for at, lane in enumerate(lanes)],
        dots=list(dots.values()),
        arrows=[_arrow(dots, one, one.source) for lane in lanes for one in lane.told if one.source],
        first=first,
        last=last,
    )


def _y(lane: int) -> float:
    return TOP + LANE * lane + LANE / 2


def _dots(lane: Lane, y: float, first: datetime, last: datetime) -> list[Dot]:
    room = WIDTH - LEFT - RIGHT
    whole = max(last - first, timedelta(minutes=1))
    apart = min(LEAST_APART, room / max(1, len(lane.told)))
    found: list[Dot] = []
    for one in lane.told:
        x = LEFT + room * ((one.moment - first) / whole)
        found.append(_dot(one, max(x, found[-1].x + apart) if found else x, y))
    over = found[-1].x - (WIDTH - RIGHT)
    if over <= 0:
        return found
    return _moved_in(found, lane, y)


def _moved_in(dots: list[Dot], lane: Lane, y: float) -> list[Dot]:
    """Push dots back that stand beyond the right edge, the last one first."""
    apart = min(LEAST_APART, (WIDTH - LEFT - RIGHT) / len(dots))
    limit = float(WIDTH - RIGHT)
    placed: list[Dot] = []
    for dot, one in zip(reversed(dots), reversed(lane.told), strict=True):
        placed.append(_dot(one, min(dot.x, limit), y))
        limit = placed[-1].x - apart
    return placed[::-1]


def _dot(one: Told, x: float, y: float) -> Dot:
    article = one.article
    at = timezone.localtime(one.moment)
    return Dot(
        key=article.pk,
        x=round(x, 1),
        y=y,
        title=f"{article.outlet}, {at:%d %b %H:%M}: {article.headline}",
    )


def _arrow(dots: Mapping[int, Dot], one: Told, source: Source) -> Arrow:
    """A bow above the lane, and the head at its end."""
    earlier, copy = dots[source.article.pk], dots[one.article.pk]
    start, end, y = earlier.x, copy.x, earlier.y - RADIUS - 2
    top = y - 14 - min(14.0, (end - start) / 6)
    return Arrow(
        path=f"M{start:.1f} {y:.1f} C{start:.1f} {top:.1f} {end:.1f} {top:.1f} {end:.1f} {y:.1f}",
        head=f"M{end:.1f} {y:.1f} l-3.5 -6 h7 z",
        title=f"{one.article.outlet} has {one.percent} from {source.article.outlet}",
    )


def _brief(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
