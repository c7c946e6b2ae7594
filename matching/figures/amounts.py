"""Figures with a unit, a currency or things counted, single or as a range."""

from __future__ import annotations

from matching.figures import bounds, shown
from matching.figures.counting import counted
from matching.figures.language import Bound, Unit
from matching.figures.measures import Measured, Written, measured
from matching.figures.numerals import Numeral, numeral
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Approximation, Dimension, Quantity
from matching.figures.tokens import DASHES, HYPHENS

OFFSET = "offset"
NAMES = 5
"""Tokens behind an age among which the person's names stand."""
WIDEST = 2.0
"""Times the lower end up to which “by 60 to 70” is a range; “by 300 to 2,800” is a move."""
MOVE = 3
"""Tokens before a figure in which a verb says that it moves."""


def amount(passage: Passage, at: int) -> Found | None:
    """The figure that begins with token `at`, be it a number or a currency sign."""
    written = _written(passage, at)
    if written is None or _is_part_of_a_word(passage, written):
        return None
    found = measured(passage, written)
    if found is None:
        return _count(passage, written)
    return Found(_quantity(passage, written, found), found.end)


def _written(passage: Passage, at: int) -> Written | None:
    currency, first = _currency_sign(passage, at)
    low = numeral(passage.tokens, first, passage.language)
    if low is None:
        return None
    if low.in_digits or not low.is_vague:
        high = _upper_end(passage, at, low)
        if high:
            return Written(at, high.end, _to_scale(low, high), high, currency)
    return Written(at, low.end, low, low, currency)


def _currency_sign(passage: Passage, at: int) -> tuple[str, int]:
    """The currency whose sign is token `at`, and where the number begins."""
    if passage.tokens[at].low in passage.language.dollars and passage.tokens[at + 1].low == "$":
        at += 1
    token = passage.tokens[at]
    code = passage.language.currency_signs.get(token.low, "")
    if not code:
        return "", at
    before = passage.tokens[at - 1]
    if before.is_word and passage.tokens.are_glued(at):
        code = passage.language.dollars.get(before.low, code) if code == "USD" else code
    return code, at + 1


def _upper_end(passage: Passage, start: int, low: Numeral) -> Numeral | None:
    """The number that a range goes up to: “20–30”, “$1.2 to $3bn”, “between 4 and 5”."""
    tokens, language = passage.tokens, passage.language
    joint = tokens[low.end].low
    before = start - 2 if tokens[start - 1].low in language.dollars else start - 1
    is_between = tokens[before].low in language.between and joint in language.joiners
    if not (joint in DASHES or joint in language.range_words or is_between):
        return None
    _, at = _currency_sign(passage, low.end + 1)
    high = numeral(tokens, at, language)
    if high is None or high.is_vague or (is_year(low) and is_year(high)):
        return None
    is_rank = tokens[high.end].low in language.ordinal_endings and tokens.are_glued(high.end)
    from_low = _to_scale(low, high).low
    is_one = tokens[before].low == "by" and high.high <= from_low * WIDEST
    if is_rank or (joint in language.range_words and _moves(passage, start) and not is_one):
        return None
    return high if high.high > from_low else None


def _moves(passage: Passage, start: int) -> bool:
    """Whether the figures are two ends of a move and no range: “rose from 5 to 7 per cent”."""
    words = passage.tokens.lows(start - MOVE, start)
    return any(word in passage.language.moves for word in words)


def _to_scale(low: Numeral, high: Numeral) -> Numeral:
    """The lower end in the magnitude that is written behind the upper: “1.2 to 3 million”."""
    if high.magnitude > 1 and low.magnitude == 1 and low.low < 1000:
        return low.times(high.magnitude, low.end)
    return low


def is_year(number: Numeral) -> bool:
    """Whether a bare number reads as a year: four digits from 1800 to 2099."""
    return number.in_digits and number.grain == 1.0 and 1800 <= number.low < 2100


def _is_part_of_a_word(passage: Passage, written: Written) -> bool:
    """`F-16`, `A320`, `9/11`, `#5`, `555-1234`: names, not figures."""
    tokens, start, end = passage.tokens, written.start, written.end
    if written.currency or not written.low.in_digits:
        return False
    lengths = [len(token.text) for token in tokens.slice(start, end)]
    if lengths == [3, 1, 4] and tokens[start + 1].low in HYPHENS:
        return True  # a telephone number
    before = tokens[start - 1]
    if tokens.are_glued(start) and start > 0 and (before.is_word or before.low in "-‐‑/.#:,"):
        return True
    behind, beyond = tokens[end], tokens[end + 1]
    if not tokens.are_glued(end):
        return False
    return behind.low in "/:" or (behind.low in HYPHENS and beyond.is_number)


def _bound(passage: Passage, written: Written) -> tuple[Bound, int, int]:
    """The bound with the first and last token it takes in."""
    if written.is_range:
        return bounds.RANGE, written.start, written.end
    bound, start = bounds.before(passage, written.start)
    end = written.end
    if bound is bounds.EXACT and written.low.is_vague:
        bound = bounds.VAGUE
    return bound, start, end


def _quantity(passage: Passage, written: Written, measured: Measured) -> Quantity:
    bound, start, _ = _bound(passage, written)
    end = measured.end
    if bound is bounds.EXACT:
        bound, end = bounds.behind(passage, measured.end)
    unit = measured.unit
    low, high = (number * unit.factor + unit.shift for number in _ends(written, bound))
    value = written.high.high * unit.factor + unit.shift
    size = unit.factor if unit.dimension is Dimension.MONEY else 1.0
    ends = (written.low.low * size, written.high.high * size)
    text = shown.amount(*ends, unit.shown, bound.approximation)
    return Quantity(
        dimension=unit.dimension,
        low=low,
        high=high,
        approximation=bound.approximation,
        subject="",
        span=passage.span(start, end),
        shown=text,
        value=value,
        grain=max(written.low.grain, written.high.grain) * unit.factor,
        unit=unit.shown,
        counted=_person(passage, unit, end),
        state=_scope(passage, unit, end),
        near=passage.near(start, end),
        beside=passage.beside(start, end),
    )


def _person(passage: Passage, unit: Unit, end: int) -> frozenset[str]:
    """The names behind an age: “the 36-year-old Anna Berg”."""
    is_age = unit.dimension is Dimension.AGE
    return passage.names(end, end + NAMES) if is_age else frozenset()


def _scope(passage: Passage, unit: Unit, end: int) -> str:
    """What a figure is taken from: “ago” for a stretch of time, “share” for $5 a share."""
    word, beyond = passage.tokens[end].low, passage.tokens[end + 1]
    if unit.dimension is Dimension.DURATION and word in passage.language.offsets:
        return OFFSET
    if unit.dimension is Dimension.MONEY and word in passage.language.per and beyond.is_word:
        return beyond.low
    return ""


def _ends(written: Written, bound: Bound) -> tuple[float, float]:
    """The least and the most that the figure can be: “about 72” is no 66, as “about 70” may be."""
    low, high = written.low.low * bound.low, written.high.high * bound.high
    if bound.approximation is not Approximation.ABOUT:
        return low, high
    step = roundness(written.high.high, written.high.grain)
    return max(low, written.low.low - step), min(high, written.high.high + step)


def roundness(value: float, grain: float) -> float:
    """The step of a figure by the digits it ends in: 10 for 130, 5 for 45, 500 for 12,500.

    Source: round numbers are read as round (Krifka 2007).
    """
    steps = round(value / grain) if grain else 0
    while steps and steps % 10 == 0:
        steps //= 10
        grain *= 10
    return grain * 5 if steps % 5 == 0 else grain


def _count(passage: Passage, written: Written) -> Found | None:
    """A figure without a unit counts what stands behind it."""
    bound, start, end = _bound(passage, written)
    if bound is bounds.EXACT:
        bound, end = bounds.behind(passage, written.end)
    things = counted(passage, start, end)
    if not _counts(passage, written, things.stems, things.state):
        return None
    low, high = _ends(written, bound)
    quantity = Quantity(
        dimension=Dimension.COUNT,
        low=low,
        high=high,
        approximation=bound.approximation,
        subject=things.subject,
        span=passage.span(start, end),
        shown=shown.amount(written.low.low, written.high.high, "", bound.approximation),
        value=written.high.high,
        grain=max(written.low.grain, written.high.grain),
        counted=things.stems,
        state=things.state,
        scene=passage.scene(start, end) if things.state else frozenset(),
        near=passage.near(start, end),
        beside=passage.beside(start, end),
    )
    return Found(quantity, max(end, written.end))


def _counts(passage: Passage, written: Written, stems: frozenset[str], state: str) -> bool:
    """Whether the number counts at all: “one” and “half” seldom do."""
    following = passage.tokens[written.end].low
    if passage.tokens[written.start].low in passage.language.pronouns and written.high.high == 1:
        return following in passage.language.counted_by_one
    return bool(stems or state) if written.low.is_vague else True
