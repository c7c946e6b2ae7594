"""Times as machines write them, and days as people do, with how exact they are."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from articles.extraction.clocks import clock_in
from articles.extraction.dates import date_in
from articles.extraction.declared import FoundTime

_DAY_ONLY = re.compile(r"^\d{4}-?\d{2}-?\d{2}$")
_SPACED_OFFSET = re.compile(r"(?<=\d)\s+(?=[+-]\d{2}:?\d{2}$|Z$)")
_FRACTION = re.compile(r"\.\d+(?=[+-Z]|$)")
_YEARS = range(1800, 2201)


def moment_of(text: str, where: str) -> FoundTime | None:
    """The time in an ISO 8601 or e-mail style text; None for anything less than a day.

    A time without a zone is given as if in UTC, with an empty `zone`: its clock is the page's
    own, for whoever knows the outlet's zone to place.
    """
    text = text.strip()
    if not 8 <= len(text) <= 60:
        return None
    read = _iso(text) or _mail(text)
    if read is None or read.year not in _YEARS:
        return None
    if _DAY_ONLY.match(text):
        return FoundTime(read.replace(tzinfo=UTC), "day", "", where)
    if read.tzinfo is None:
        return FoundTime(read.replace(tzinfo=UTC), "minute", "", where)
    return FoundTime(read, "minute", _zone(read), where)


def line_moment(text: str, where: str) -> FoundTime | None:
    """The day a date line names, with its hour if it has exactly one; None when it leaves a doubt.

    The hour of an update is not that of publishing. A zone that several places call by one name,
    or none at all, leaves `zone` empty, as in `moment_of`.
    """
    day = date_in(text)
    if day is None or day.year not in _YEARS:
        return None
    clock = clock_in(text)
    if clock is None:
        return FoundTime(datetime.combine(day, time(), UTC), "day", "", where)
    at = datetime.combine(day, clock.time, UTC)
    return FoundTime(at, "minute", clock.zone, where)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_FRACTION.sub("", _SPACED_OFFSET.sub("", text)))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None


def _zone(read: datetime) -> str:
    """ "UTC", or an offset such as "+02:00"."""
    offset = read.utcoffset() or timedelta(0)
    return read.isoformat()[-6:] if offset else "UTC"
