"""Shares of a whole in words: “two-thirds”, “half of”, “one in five”, as per cent."""

from __future__ import annotations

from matching.figures import bounds, shown
from matching.figures.numerals import numeral
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Dimension, Quantity

SMALLEST_WHOLE = 2
ROUNDED = 1.0
"""Per cent: nobody who writes “a third” means to tell 33 from 34."""


def share(passage: Passage, at: int) -> Found | None:
    """The share that begins with token `at`, shown as per cent."""
    read = _fraction(passage, at) or _one_in(passage, at)
    if read is None:
        return None
    part, end = read
    bound, start = bounds.before(passage, at)
    percent = 100 * part
    text = passage.span(start, end).of(passage.tokens.text)
    quantity = Quantity(
        dimension=Dimension.PERCENT,
        low=percent * bound.low,
        high=percent * bound.high,
        approximation=bound.approximation,
        subject="",
        span=passage.span(start, end),
        shown=text,
        value=percent,
        grain=ROUNDED * 2,
        unit=shown.PERCENT,
        near=passage.near(start, end),
        beside=passage.beside(start, end),
    )
    return Found(quantity, end)


def _fraction(passage: Passage, at: int) -> tuple[float, int] | None:
    """“two-thirds”, “a quarter of”, “half of”."""
    tokens, language = passage.tokens, passage.language
    word = tokens[at].low
    if word in language.halves and tokens[at + 1].low in language.of:
        return 0.5, at + 1
    number = 1 if word in language.articles or word in language.pronouns else 0
    number = number or language.cardinals.get(word, 0)
    under = tokens.after_hyphen(at + 1)
    whole = language.fractions.get(tokens[under].low)
    if not number or whole is None or number >= whole:
        return None
    is_plain = number == 1 and tokens[under + 1].low not in language.of
    return None if is_plain else (number / whole, under + 1)


def _one_in(passage: Passage, at: int) -> tuple[float, int] | None:
    """“one in five”, “three out of four”."""
    tokens, language = passage.tokens, passage.language
    part = numeral(tokens, at, language)
    if part is None or part.is_vague:
        return None
    for phrase in language.out_of:
        behind = part.end + len(phrase)
        if tokens.lows(part.end, behind) == phrase:
            whole = numeral(tokens, behind, language)
            return _proper(part.low, whole.low, whole.end) if whole else None
    return None


def _proper(part: float, whole: float, end: int) -> tuple[float, int] | None:
    return (part / whole, end) if SMALLEST_WHOLE <= whole <= 100 and part < whole else None
