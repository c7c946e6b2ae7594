"""When an article was published, as people write it: with year and zone, or the day alone."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from articles.errors import ArticleError
from articles.models import Precision

WANTED = "Give the year and the zone, as in 2026-11-19 06:10 +00:00."
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%a %d %b %Y")
YEARS = range(1600, 2200)  # of newspapers; another is a slip of the finger
# A day without an hour is kept as its noon: the same day in nearly every zone.
NOON = time(12)
_WRITTEN = re.compile(
    r"(?P<day>.+?)"
    r"(?:[T,\s]\s?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?)?"
    r"(?:\s?(?P<zone>Z|[+-]\d{2}:?\d{2}|[A-Za-z]{3,}(?:/[A-Za-z0-9_+-]+)*))?"
)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")


class BadPublished(ArticleError):
    """The time as written cannot be read; `str()` says how to write it."""


@dataclass(frozen=True)
class Published:
    """A moment, the zone it was given in, and whether more than the day is known."""

    at: datetime
    zone: str
    precision: Precision

    def __str__(self) -> str:
        """As `read` takes it: “2026-11-19 06:10 +00:00”, “2026-11-19 Europe/London”."""
        local = self.at.astimezone(zone_of(self.zone))
        hour = "" if self.precision == Precision.DAY else f" {local:%H:%M}"
        return f"{local:%Y-%m-%d}{hour} {self.zone}"

    @property
    def iso(self) -> str:
        """ISO 8601 in its own zone; the date alone when only the day is known."""
        if self.precision == Precision.DAY:
            return self.day.isoformat()
        return self.at.astimezone(zone_of(self.zone)).isoformat()

    def columns(self) -> dict[str, Any]:
        """The article's columns that say the same."""
        return {f"published_{name}": value for name, value in asdict(self).items()}

    @property
    def day(self) -> date:
        """The day in its own zone, whatever the reader's."""
        return self.at.astimezone(zone_of(self.zone)).date()


class Dated(Protocol):
    """An article, or one that is on its way."""

    @property
    def published_at(self) -> datetime | None: ...
    @property
    def published_zone(self) -> str: ...
    @property
    def published_precision(self) -> str: ...


def of(article: Dated) -> Published | None:
    """None when it is not known when the article was published."""
    if article.published_at is None:
        return None
    zone = article.published_zone or "UTC"
    return Published(article.published_at, zone, Precision(article.published_precision))


def read(written: str, *, zone: str = "", day_zone: str = "UTC") -> Published:
    """What the words say. Raises BadPublished, whose sentence shows how to write it.

    `zone` (IANA name or offset) holds where an hour is given without one; empty asks for one.
    `day_zone` holds where only a day is given.
    """
    parts = _WRITTEN.fullmatch(" ".join(written.split()))
    if parts is None:
        raise BadPublished(WANTED)
    day = _day(parts["day"])
    is_day = parts["hour"] is None
    name = _name(parts["zone"] or (day_zone if is_day else zone))
    try:
        hour = NOON if is_day else time(int(parts["hour"]), int(parts["minute"]))
    except ValueError as error:
        raise BadPublished(WANTED) from error
    at = datetime.combine(day, hour, zone_of(name)).astimezone(UTC)
    return Published(at, name, Precision.DAY if is_day else Precision.MINUTE)


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name or an offset as in +02:00. Raises BadPublished."""
    if offset := _OFFSET.fullmatch(name):
        sign, hours, minutes = offset[1], int(offset[2]), int(offset[3])
        if hours < 24 and minutes < 60:
            shift = timedelta(hours=hours, minutes=minutes)
            return timezone(-shift if sign == "-" else shift)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise BadPublished(f"“{name}” is no time zone. Give +02:00 or Europe/London.") from error


def _name(zone: str) -> str:
    """The zone in the one form in which it is kept."""
    if not zone:
        raise BadPublished(WANTED)
    if offset := _OFFSET.fullmatch(zone):
        return f"{offset[1]}{offset[2]}:{offset[3]}"
    return "+00:00" if zone == "Z" else zone


def _day(written: str) -> date:
    for form in DAYS:
        try:
            day = datetime.strptime(written.replace(",", " ").replace("  ", " "), form)  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
        if day.year in YEARS:
            return day.date()
    raise BadPublished(WANTED)
