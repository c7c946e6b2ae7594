"""How far two people who looked at the same claims agree: percent, and Cohen's kappa.

A pair is a first and a second opinion on one claim, neither taken back nor set aside. Pairs whose
second person had seen the first opinion and blind ones are counted apart: only the latter show how
far two people agree by themselves. Kappa is how
much of the agreement that chance leaves open was reached: (p - e) / (1 - e), where p is the share
of pairs that agree and e the share that would if both gave their statuses as often as they do, but
at random. 1 is full agreement, 0 no more than chance, below 0 less. Source: Cohen, A coefficient
of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from claims.models import Opinion
from claims.states import VerdictStatus

if TYPE_CHECKING:
    from articles.models import Story
    from claims.verdict_querysets import OpinionQuerySet

Pair = tuple[str, str]  # the statuses of the first and of the second


@dataclass(frozen=True)
class Agreement:
    """Over `pairs`: how often each pair of statuses was given."""

    pairs: Mapping[Pair, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(self.pairs.values())

    @property
    def agreeing(self) -> int:
        return sum(n for (first, second), n in self.pairs.items() if first == second)

    @property
    def percent(self) -> int | None:
        """Of the pairs that agree, rounded; none without a pair."""
        return round(100 * Fraction(self.agreeing, self.count)) if self.count else None

    @property
    def kappa(self) -> float | None:
        """-1.0 to 1.0; none without a pair, and when both always gave one and the same status."""
        if not self.count:
            return None
        by_chance = self._by_chance()
        if by_chance == 1:
            return None
        return float((Fraction(self.agreeing, self.count) - by_chance) / (1 - by_chance))

    def _by_chance(self) -> Fraction:
        first, second = Counter[str](), Counter[str]()
        for (one, other), n in self.pairs.items():
            first[one] += n
            second[other] += n
        return sum(
            (Fraction(first[status] * second[status], self.count**2) for status in VerdictStatus),
            Fraction(0),
        )


@dataclass(frozen=True)
class Agreements:
    """Of pairs whose second person had `seen` the first opinion, and of `blind` ones."""

    seen: Agreement
    blind: Agreement

    @property
    def count(self) -> int:
        return self.seen.count + self.blind.count

    @property
    def rows(self) -> list[tuple[str, Agreement]]:
        return [("Reviewed blind", self.blind), ("First opinion seen", self.seen)]


def overall() -> Agreements:
    """Over all stories; one query."""
    return _of(Opinion.objects.all())


def between(start: datetime, end: datetime) -> Agreements:
    """Of pairs whose second opinion was given at `start` or later, before `end`; one query."""
    return _of(Opinion.objects.given_between(start, end))


def of_stories(stories: Sequence[Story]) -> list[tuple[Story, Agreements]]:
    """Of each of the stories, in their order; one query for all."""
    found = _by_story(Opinion.objects.of_stories(stories))
    return [(story, _apart(found[story.pk])) for story in stories]


def _of(opinions: OpinionQuerySet) -> Agreements:
    return _apart(sum(_by_story(opinions).values(), Counter()))


def _by_story(opinions: OpinionQuerySet) -> dict[int, Counter[tuple[bool, str, str]]]:
    found: dict[int, Counter[tuple[bool, str, str]]] = defaultdict(Counter)
    for story, is_blind, first, second, n in opinions.pairs():
        found[story][is_blind, first, second] += n
    return found


def _apart(counts: Mapping[tuple[bool, str, str], int]) -> Agreements:
    pairs: dict[bool, dict[Pair, int]] = {True: {}, False: {}}
    for (is_blind, first, second), n in counts.items():
        pairs[is_blind][first, second] = n
    return Agreements(seen=Agreement(pairs[False]), blind=Agreement(pairs[True]))
