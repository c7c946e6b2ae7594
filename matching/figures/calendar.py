"""Dates, resolved against the day of publication when that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matching.figures import shown
from matching.figures.day_runs import last_day, last_day_behind_month
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Approximation, Dimension, PartialDate, Quantity

FIRST_YEAR, LAST_YEAR = 1800, 2099
MONTHS = 12
TOLD = "told"
TOLD_WITHIN = 3
"""Tokens before a day in which a verb of reporting makes it the report's day."""


def calendar_date(passage: Passage, at: int) -> Found | None:
    """The date that begins with token `at`: “13 September 2023”, “Sept. 13”, “last July”, 2019."""
    decade = _decade(passage, at)
    if decade:
        return decade
    for reader in (_day_first, _month_first, _iso, _slashed, _relative_year, _year):
        read = reader(passage, at)
        if read is not None:
            when, end = read
            return Found(_quantity(passage, at, end, when), end)
    return None


def _day_first(passage: Passage, at: int) -> tuple[PartialDate, int] | None:
    day, end = _day(passage, at)
    if not day:
        return None
    until, end = last_day(passage, at, end)
    if passage.tokens[end].low == "of":
        end += 1
    month = passage.language.months.get(passage.tokens[end].low)
    if month is None or not passage.tokens[end].is_capital:
        return None
    year, behind = _year_behind(passage, _after_dot(passage, end + 1))
    return PartialDate(year, month, day, until), behind if year else end + 1


def _month_first(passage: Passage, at: int) -> tuple[PartialDate, int] | None:
    tokens, language = passage.tokens, passage.language
    month = language.months.get(tokens[at].low)
    if month is None or not tokens[at].is_capital:
        return None
    end = _after_dot(passage, at + 1)
    day, behind = _day(passage, end)
    if day and not _counts_something(passage, behind):
        until, behind = last_day_behind_month(passage, end, behind)
        year, last = _year_behind(passage, behind)
        return PartialDate(year, month, day, until), last if year else behind
    year, last = _year_behind(passage, end)
    if year:
        return PartialDate(year, month), last
    if tokens[at].low in language.shy_months and tokens[at - 1].low not in language.date_words:
        return None
    return PartialDate(_year_of_month(passage, at, month), month), at + 1


def _iso(passage: Passage, at: int) -> tuple[PartialDate, int] | None:
    parts = passage.tokens.slice(at, at + 5)
    if len(parts) < 5 or not all(parts[n].is_number for n in (0, 2, 4)):
        return None
    if [len(part.text) for part in parts] != [4, 1, 2, 1, 2] or parts[1].low != "-":
        return None
    year, month, day = (int(float(parts[n].text)) for n in (0, 2, 4))
    when = PartialDate(year, month, day)
    return (when, at + 5) if when.complete() else None


def _slashed(passage: Passage, at: int) -> tuple[PartialDate, int] | None:
    """`13/09/2023` and `9/13/2023`; of 5/6/2023 only the year is certain."""
    parts = passage.tokens.slice(at, at + 5)
    if len(parts) < 5 or not all(parts[n].text.isdigit() for n in (0, 2, 4)):
        return None
    if not (parts[1].low == parts[3].low == "/") or len(parts[4].text) != 4:
        return None
    first, second, year = (int(parts[n].text) for n in (0, 2, 4))
    day, month = (first, second) if first > MONTHS else (second, first)
    if day <= MONTHS:
        return PartialDate(year), at + 5
    when = PartialDate(year, month, day)
    return (when, at + 5) if when.complete() else None


def _decade(passage: Passage, at: int) -> Found | None:
    """“the 1990s”."""
    token = passage.tokens[at]
    is_year = len(token.text) == 4 and token.text.isdigit() and token.text.endswith("0")
    if not is_year or passage.tokens[at + 1].low not in passage.language.decades:
        return None
    year = int(token.text)
    if not (passage.tokens.are_glued(at + 1) and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    first, last = PartialDate(year), PartialDate(min(year + 9, LAST_YEAR))
    quantity = replace(
        _quantity(passage, at, at + 2, first),
        high=_ordinals(last)[1],
        approximation=Approximation.RANGE,
        when=None,
        shown=f"{year}s",
    )
    return Found(quantity, at + 2)


def _relative_year(passage: Passage, at: int) -> tuple[PartialDate, int] | None:
    """“last year”, “this year”: nothing while the day of publication is unknown."""
    step = passage.language.relative_years.get(passage.tokens[at].low)
    if step is None or passage.published is None or passage.tokens[at + 1].low != "year":
        return None
    return PartialDate(passage.published.year + step), at + 2


def _year(passage: Passage, at: int) -> tuple[PartialDate, int] | None:
    year, end = _year_behind(passage, at)
    if not year or (passage.tokens.are_glued(at) and at > 0 and passage.tokens[at - 1].low != "("):
        return None
    following = passage.tokens[end]
    language = passage.language
    is_unit = following.low in language.units and following.low not in language.ordinals
    if is_unit or following.low in language.people:
        return None
    return PartialDate(year), end


def _day(passage: Passage, at: int) -> tuple[int, int]:
    """A day of the month in digits, perhaps with its ending, and the token behind; 0 for none."""
    token = passage.tokens[at]
    if not (token.is_number and token.text.isdigit() and len(token.text) <= 2):
        return 0, at
    if not 1 <= int(token.text) <= 31:
        return 0, at
    if passage.tokens.are_glued(at) and passage.tokens[at - 1].low in ("$", "£", "€", "-", "/"):
        return 0, at
    has_ending = passage.tokens[at + 1].low in passage.language.ordinal_endings
    return int(token.text), at + 2 if has_ending else at + 1


def _year_behind(passage: Passage, at: int) -> tuple[int | None, int]:
    """A year at token `at`, perhaps behind a comma."""
    if passage.tokens[at].low == "," and at > 0:
        at += 1
    text = passage.tokens[at].text
    is_year = len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
    if is_year and passage.tokens[at + 1].low not in passage.language.percent:
        return int(text), at + 1
    return None, at


def _after_dot(passage: Passage, at: int) -> int:
    return at + 1 if passage.tokens[at].low == "." and passage.tokens.are_glued(at) else at


def _counts_something(passage: Passage, at: int) -> bool:
    """Whether “May 15” goes on as a figure: “15 percent”, “15,000”, “15 people”."""
    word = passage.tokens[at].low
    language = passage.language
    return word in language.percent or word in language.units or word in language.people


def _year_of_month(passage: Passage, at: int, month: int) -> int | None:
    """The year of “last July”, when the day of publication is known."""
    step = passage.language.relative_years.get(passage.tokens[at - 1].low)
    if passage.published is None or step is None:
        return None
    if step < 0:
        return passage.published.year - (month >= passage.published.month)
    return passage.published.year + (step > 0 and month <= passage.published.month)


def _quantity(passage: Passage, at: int, end: int, when: PartialDate) -> Quantity:
    low, high = _ordinals(when)
    return Quantity(
        dimension=Dimension.DATE,
        low=low,
        high=high,
        approximation=Approximation.RANGE if when.until else Approximation.EXACT,
        subject="",
        span=passage.span(at, end),
        shown=shown.day(when),
        value=low,
        state=told(passage, at) if when.day else "",
        when=when,
        near=passage.near(at, end),
        beside=passage.beside(at, end),
    )


def told(passage: Passage, at: int) -> str:
    """TOLD where the day is that of a report: “police said on Tuesday”, “today (14 October)”."""
    tokens, language = passage.tokens, passage.language
    is_dateline = tokens[at - 1].low == "(" and tokens[at - 2].low in language.relative_days
    words = tokens.lows(at - TOLD_WITHIN, at)
    return TOLD if is_dateline or any(word in language.reporting for word in words) else ""


def _ordinals(when: PartialDate) -> tuple[float, float]:
    """The first and last day it may be, as proleptic ordinals; 0.0 without a year."""
    if when.year is None:
        return 0.0, 0.0
    first = date(when.year, when.month or 1, 1)
    complete = when.complete()
    if complete:
        run = (when.until or complete.day) - complete.day
        return float(complete.toordinal()), float(complete.toordinal() + run)
    month = when.month or 12
    beyond = date(when.year + month // 12, month % 12 + 1, 1)
    return float(first.toordinal()), float(beyond.toordinal() - 1)
