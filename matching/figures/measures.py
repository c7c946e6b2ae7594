"""The unit that a written number stands in."""

from __future__ import annotations

from dataclasses import dataclass

from matching.figures.language import Unit
from matching.figures.numerals import Numeral
from matching.figures.passage import Passage
from matching.figures.quantity import Dimension
from matching.figures.tokens import HYPHENS

HALF = 0.5
OLDEST = 130
"""Years a person can be old; beyond it “old” speaks of a thing."""


@dataclass(frozen=True, slots=True)
class Written:
    """A number or range as written, before its unit is known; `start` and `end` are tokens."""

    start: int
    end: int
    low: Numeral
    high: Numeral
    currency: str

    @property
    def is_range(self) -> bool:
        return self.low.low < self.high.high and not self.low.is_vague


@dataclass(frozen=True, slots=True)
class Measured:
    """The unit of a figure and the token behind it; base = figure × factor + shift."""

    unit: Unit
    end: int


def measured(passage: Passage, written: Written) -> Measured | None:
    """What unit stands with the figure; None when it counts things."""
    language, tokens = passage.language, passage.tokens
    if written.currency:
        return Measured(Unit(Dimension.MONEY, 1.0, written.currency), written.end)
    at = tokens.after_hyphen(written.end)
    ends = [end for end in range(at, at + 5) if tokens[end].low not in HYPHENS][:3]
    for length in (3, 2):
        phrase = tuple(tokens[end].low for end in ends[:length])
        if phrase in language.unit_phrases:
            return Measured(language.unit_phrases[phrase], ends[length - 1] + 1)
    return _one_word_unit(passage, written, at)


def _one_word_unit(passage: Passage, written: Written, at: int) -> Measured | None:
    language, tokens = passage.language, passage.tokens
    word = tokens[at].low
    if word in language.percent or (word, tokens[at + 1].low) == ("per", "cent"):
        end = at + 1 if word in language.percent else at + 2
        return _percent(passage, end)
    if word in language.points:
        return Measured(Unit(Dimension.POINTS, 1.0, "points"), at + 1)
    if word in language.currencies:
        code, factor = language.currencies[word]
        return Measured(Unit(Dimension.MONEY, factor, code), at + 1)
    if word in language.units:
        return _unit(passage, written, at)
    if word in language.scales and tokens.are_glued(at) and tokens[at].is_capital:
        return Measured(language.scales[word], at + 1)
    return None


def _percent(passage: Passage, end: int) -> Measured:
    """“percentage points” are points of per cent, a dimension of their own."""
    return Measured(Unit(Dimension.PERCENT, 1.0, "%"), end)


def _unit(passage: Passage, written: Written, at: int) -> Measured | None:
    language, tokens = passage.language, passage.tokens
    unit = language.units[tokens[at].low]
    if unit.dimension is Dimension.DURATION:
        end = tokens.after_hyphen(at + 1)
        if tokens[end].low in language.old:
            return Measured(_age_or_duration(passage, written, unit, end), end + 1)
    if unit.shown == "lb" and written.high.magnitude >= 1e6:
        unit = Unit(Dimension.MONEY, 1.0, "GBP")  # nobody weighs millions of pounds
    return Measured(unit, _behind_half(passage, written, at + 1))


def _behind_half(passage: Passage, written: Written, end: int) -> int:
    """Behind the “and a half” that a figure before its unit has counted in."""
    language = passage.language
    words = passage.tokens.lows(end, end + 3)
    if written.low.grain != HALF or len(words) < 3 or words[0] not in language.joiners:
        return end
    return end + 3 if words[2] in language.halves else end


def _age_or_duration(passage: Passage, written: Written, unit: Unit, old: int) -> Unit:
    """People have an age; an 18-month-old war has lasted."""
    language = passage.language
    year = language.units["year"].factor
    following = passage.tokens.slice(old + 1, old + 4)
    is_year = unit.factor == year
    of_person = any(token.low in language.people for token in following)
    of_thing = not of_person and (
        not is_year or any(token.low in language.things for token in following)
    )
    if of_thing or written.high.high * unit.factor / year > OLDEST:
        return unit
    return Unit(Dimension.AGE, unit.factor / year, "years old" if is_year else "old")
