"""Clock times with their zones, and the parts of a day."""

from __future__ import annotations

from matching.figures import bounds, shown
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Approximation, Dimension, Quantity
from matching.figures.tokens import HYPHENS

AMBIGUOUS = "12h"
"""The unit of a time that does not say whether it is before or after noon."""

DAYPART = "part of day"


def clock(passage: Passage, at: int) -> Found | None:
    """The clock time that begins with token `at`: “6.40pm”, “18:38”, “5 p.m. EDT”, “1400 GMT”."""
    read = _hour_and_minute(passage, at)
    if read is None:
        return None
    hour, minute, end = read
    meridiem = passage.language.meridiems.get(passage.tokens[end].low)
    zone_at = end if meridiem is None else end + 1
    zone = passage.language.zones.get(passage.tokens[zone_at].low)
    if passage.tokens[end].low in passage.language.countdown:
        return None
    if not _is_time(passage, at, end, meridiem is not None or zone is not None):
        return None
    if hour > 24 or minute > 59 or (meridiem is not None and not 1 <= hour <= 12):
        return None
    minutes = (hour % 12 * 60 + meridiem if meridiem is not None else hour * 60) + minute
    is_open = meridiem is None and zone is None and 1 <= hour <= 12
    last = zone_at + (zone is not None)
    return Found(_time(passage, (at, last), minutes, zone, AMBIGUOUS if is_open else ""), last)


def _hour_and_minute(passage: Passage, at: int) -> tuple[int, int, int] | None:
    """Hour, minute and the token behind them."""
    tokens = passage.tokens
    text = tokens[at].text
    if not tokens[at].is_number or "," in text:
        return None
    if tokens[at + 1].low == ":" and len(tokens[at + 2].text) == 2 and tokens[at + 2].is_number:
        glued = tokens.are_glued(at + 1) and tokens.are_glued(at + 2)
        if not glued or len(text) > 2 or tokens[at + 3].low == ":":
            return None
        return int(text), int(tokens[at + 2].text), at + 3
    whole, point, minutes = text.partition(".")
    if point:
        return (int(whole), int(minutes), at + 1) if len(whole) < 3 and len(minutes) == 2 else None
    if len(text) == 4:
        return int(text[:2]), int(text[2:]), at + 1
    return (int(text), 0, at + 1) if len(text) < 3 else None


def _is_time(passage: Passage, at: int, end: int, is_marked: bool) -> bool:
    """Whether the numbers are a time: marked as one, or written with a colon."""
    tokens = passage.tokens
    if tokens.are_glued(at) and (tokens[at - 1].is_word or tokens[at - 1].low in "-/.$£€"):
        return False
    if len(tokens[at].text) == 4 and "." not in tokens[at].text:
        return is_marked and tokens[end].low in passage.language.zones
    return is_marked or end == at + 3 or tokens[end].low in passage.language.oclock


def _time(
    passage: Passage, place: tuple[int, int], minutes: float, zone: int | None, unit: str
) -> Quantity:
    start, end = place
    bound, begin = bounds.before(passage, start)
    return Quantity(
        dimension=Dimension.TIME,
        low=minutes,
        high=minutes,
        approximation=bound.approximation,
        subject="",
        span=passage.span(begin, end),
        shown=shown.clock(minutes, zone),
        value=minutes,
        grain=1.0,
        unit=unit,
        zone=zone,
        near=passage.near(begin, end),
        beside=passage.beside(begin, end),
    )


def daypart(passage: Passage, at: int) -> Found | None:
    """“morning”, “overnight”, “noon” as the stretch of minutes it covers."""
    token = passage.tokens[at]
    stretch = passage.language.dayparts.get(token.low)
    if stretch is None or passage.tokens[at + 1].low in HYPHENS:
        return None
    quantity = Quantity(
        dimension=Dimension.TIME,
        low=float(stretch[0]),
        high=float(stretch[1]),
        approximation=Approximation.VAGUE,
        subject="",
        span=passage.span(at, at + 1),
        shown=token.low,
        value=float(stretch[0]),
        unit=DAYPART,
        near=passage.near(at, at + 1),
        beside=passage.beside(at, at + 1),
    )
    return Found(quantity, at + 1)
