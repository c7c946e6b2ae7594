"""The days that a page of figures looks at, as the reader's clock counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from django.utils import timezone

DAY = timedelta(days=1)
DEFAULT_DAYS = 28
LONGEST_DAYS = 5 * 366
QUICK = ((7, "7 days"), (28, "4 weeks"), (91, "3 months"), (365, "A year"))
BY_DAY, BY_WEEK = 62, 2 * 366  # longest periods, in days, that are told by day and by week


class Unit(StrEnum):
    """What one column of a chart stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, kw_only=True)
class Period:
    """From the first to the last day, both inclusive."""

    first: date
    last: date
    zone: tzinfo

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, time.min, self.zone)

    @property
    def end(self) -> datetime:
        """Exclusive."""
        return datetime.combine(self.last + DAY, time.min, self.zone)

    @property
    def unit(self) -> Unit:
        if self.days <= BY_DAY:
            return Unit.DAY
        return Unit.WEEK if self.days <= BY_WEEK else Unit.MONTH

    @property
    def parts(self) -> list[date]:
        """The first day of each day, week or month, in order; the first may begin before it."""
        parts, at = [], self.first
        while at <= self.last:
            begin = self._begin(at)
            parts.append(begin)
            at = self._next(begin)
        return parts

    def _begin(self, day: date) -> date:
        if self.unit == Unit.WEEK:
            return day - day.weekday() * DAY
        return day.replace(day=1) if self.unit == Unit.MONTH else day

    def _next(self, begin: date) -> date:
        if self.unit == Unit.MONTH:
            return (begin + 31 * DAY).replace(day=1)
        return begin + (7 * DAY if self.unit == Unit.WEEK else DAY)


def last_days(days: int) -> Period:
    """So many days up to today, by the reader's clock."""
    today = timezone.localdate()
    zone = timezone.get_current_timezone()
    return Period(first=today - (days - 1) * DAY, last=today, zone=zone)
