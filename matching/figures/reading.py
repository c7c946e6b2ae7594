"""Every figure of a text, in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from matching.figures.amounts import amount
from matching.figures.calendar import calendar_date
from matching.figures.clock import clock, daypart
from matching.figures.english import ENGLISH
from matching.figures.joining import joined
from matching.figures.language import Language
from matching.figures.nobody import nobody
from matching.figures.parts import share
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Quantity
from matching.figures.ranks import age_in_commas, aged_range, decade_of_life, label, ordinal, score
from matching.figures.tokens import Tokens
from matching.figures.weekdays import weekday

Reader = Callable[[Passage, int], Found | None]

READERS: tuple[Reader, ...] = (
    nobody,
    calendar_date,
    weekday,
    clock,
    daypart,
    score,
    aged_range,
    age_in_commas,
    decade_of_life,
    share,
    ordinal,
    label,
    amount,
)
"""In this order: what reads most of the text for certain comes first."""


def quantities(text: str, *, published: date | str | None = None) -> list[Quantity]:
    """The figures of `text` in order, apart from each other.

    `published` (a date, a datetime in the outlet's own zone, or either in ISO 8601) resolves
    “Wednesday”, “yesterday”, “last July”; without it they stay unresolved. Raises ValueError
    for a string that is no date. Of a text, the first 10,000 code points are read; linear.
    """
    return read(Passage(Tokens(text), ENGLISH, as_date(published)))


def as_date(published: date | str | None) -> date | None:
    """The day of publication, in whatever form it was given."""
    if isinstance(published, str):
        published = datetime.fromisoformat(published)
    return published.date() if isinstance(published, datetime) else published


@lru_cache
def _openers(language: Language) -> frozenset[str]:
    return language.openers()


def read(passage: Passage) -> list[Quantity]:
    """The figures of a passage in order."""
    openers = _openers(passage.language)
    found: list[Quantity] = []
    at = 0
    while at < len(passage.tokens):
        token = passage.tokens[at]
        read_here = None
        if token.is_number or token.low in openers:
            read_here = next(filter(None, (reader(passage, at) for reader in READERS)), None)
        if read_here:
            found.append(read_here.quantity)
        at = max(at + 1, read_here.end) if read_here else at + 1
    return joined(passage.tokens.text, found, passage.language)
