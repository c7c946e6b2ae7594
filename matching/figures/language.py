"""The words a language writes its figures with. A second language is one more module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matching.figures.quantity import Approximation, Dimension


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: base = figure × `factor` + `shift`. `shown` is its short form."""

    dimension: Dimension
    factor: float
    shown: str
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Bound:
    """What a bounding word makes of a figure: from `low` × to `high` × the figure."""

    approximation: Approximation
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Word tables, all keys in lower case without inner dots."""

    cardinals: Mapping[str, int]
    magnitudes: Mapping[str, float]
    plural_magnitudes: Mapping[str, float]
    glued_magnitudes: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    collectives: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    fractions: Mapping[str, int]
    halves: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    joiners: frozenset[str]
    range_words: frozenset[str]
    between: frozenset[str]
    bounds: Mapping[tuple[str, ...], Bound]
    bounds_behind: Mapping[tuple[str, ...], Bound]
    units: Mapping[str, Unit]
    unit_phrases: Mapping[tuple[str, ...], Unit]
    currency_signs: Mapping[str, str]
    currencies: Mapping[str, tuple[str, float]]
    percent: frozenset[str]
    points: frozenset[str]
    months: Mapping[str, int]
    shy_months: frozenset[str]
    weekdays: Mapping[str, int]
    dayparts: Mapping[str, tuple[int, int]]
    relative_days: Mapping[str, int]
    relative_years: Mapping[str, int]
    meridiems: Mapping[str, int]
    zones: Mapping[str, int]
    date_words: frozenset[str]
    offsets: frozenset[str]
    old: frozenset[str]
    aged: frozenset[str]
    decades_of_life: frozenset[str]
    people: frozenset[str]
    person: frozenset[str]
    states: Mapping[str, str]
    fillers: frozenset[str]
    passing: frozenset[str]
    score_words: frozenset[str]
    counted_by_one: frozenset[str]
    lasting: frozenset[str]
    stop_words: frozenset[str]
    dollars: Mapping[str, str]
    pronouns: frozenset[str]
    oclock: frozenset[str]
    ahead: frozenset[str]
    versus: frozenset[str]
    moves: frozenset[str]
    things: frozenset[str]
    numbered: frozenset[str]
    of: frozenset[str]
    out_of: tuple[tuple[str, ...], ...]
    alternatives: frozenset[str]
    per: frozenset[str]
    reporting: frozenset[str]
    times: frozenset[str]
    rank_words: frozenset[str]
    decades: frozenset[str]
    countdown: frozenset[str]
    ballots: frozenset[str]
    scales: Mapping[str, Unit]
    comparisons: frozenset[str]
    synonyms: Mapping[str, str]
    nobody: tuple[tuple[str, ...], ...]
    none: frozenset[str]
    no: frozenset[str]
    harms: Mapping[str, str]
    not_zero: frozenset[str]
    aside: frozenset[str]
    possessive: frozenset[str]
    too: frozenset[str]
    bystanders: frozenset[str]
    """Words that stand beside a fate whatever happened, with those of other tables."""

    def openers(self) -> frozenset[str]:
        """The words a figure can begin with, so that all others are passed over at once."""
        tables: tuple[Iterable[str], ...] = (
            self.cardinals, self.vague, self.ordinals, self.halves, self.articles,
            self.currency_signs, self.months, self.weekdays, self.dayparts, self.relative_days,
            self.relative_years, self.none, self.no, [phrase[0] for phrase in self.nobody],
        )  # fmt: skip
        return frozenset(word for table in tables for word in table)
