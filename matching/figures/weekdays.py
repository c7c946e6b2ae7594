"""Days of the week, resolved against the day of publication when that is known."""

from __future__ import annotations

from datetime import date, timedelta

from matching.figures import shown
from matching.figures.calendar import told
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Approximation, Dimension, PartialDate, Quantity

WEEK = 7


def weekday(passage: Passage, at: int) -> Found | None:
    """“Wednesday”, “yesterday”: the day of the week, and the date when publication is known."""
    token, published = passage.tokens[at], passage.published
    number = passage.language.weekdays.get(token.low)
    step = passage.language.relative_days.get(token.low)
    if number is None and (step is None or published is None):
        return None
    day = None
    if published is not None:
        day = _resolved(passage, at, published, number, step)
        number = day.weekday()
    when = PartialDate(day.year, day.month, day.day) if day else None
    quantity = Quantity(
        dimension=Dimension.WEEKDAY,
        low=float(number or 0),
        high=float(number or 0),
        approximation=Approximation.EXACT,
        subject="",
        span=passage.span(at, at + 1),
        shown=shown.weekday(number or 0, when),
        value=float(number or 0),
        state=told(passage, at),
        when=when,
        near=passage.near(at, at + 1),
        beside=passage.beside(at, at + 1),
    )
    return Found(quantity, at + 1)


def _resolved(
    passage: Passage, at: int, published: date, number: int | None, step: int | None
) -> date:
    """The day meant: the last such weekday, or the next when the text looks ahead."""
    if number is None:
        return published + timedelta(days=step or 0)
    ago = (published.weekday() - number) % WEEK
    words = passage.tokens.lows(at - WEEK, at)
    if ago and any(word in passage.language.ahead for word in words):
        ago -= WEEK
    return published - timedelta(days=ago)
