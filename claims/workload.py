"""What the desk has before it and behind it: counts over all claims and verdicts of a period.

Each is one question to the database that reads one index, and none reads texts; the same number of
questions however many claims, people or days there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import F, Value
from django.utils import timezone

from accounts.models import User
from articles.models import Story
from claims import agreement, workload_counts
from claims.agreement import Agreements
from claims.models import Verdict
from claims.states import VerdictStatus

if TYPE_CHECKING:
    from claims.period import Period

STORIES_SHOWN = 20  # those with most waiting; the others are one row
PEOPLE_SHOWN = 30  # those with most verdicts; likewise
OTHERS = "All others"
VERIFIED_COUNTED = 500  # the newest of the period are asked for their origins

# How long a claim has waited, in days: at least so many, the last without an end.
AGES = (0, 1, 3, 7, 30)
AGE_NAMES = ("under 1 day", "1 to 3 days", "3 to 7 days", "7 to 30 days", "over 30 days")


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many claims of a story wait, by age as AGES; `story` is none for all others together."""

    story: Story | None
    ages: tuple[int, ...]

    @property
    def name(self) -> str:
        return str(self.story or "All other stories")

    @property
    def total(self) -> int:
        return sum(self.ages)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Verdicts of one person in one part of the period, in the order of VerdictStatus."""

    part: date
    person: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Time:
    """How long claims had waited for their verdicts: half of them at most `median`, nine in ten at
    most `p90`. Those that did not wait, as a second verdict, are not counted."""

    median: timedelta
    p90: timedelta
    verdicts: int


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person's verdicts of the period by status; `user` is none for all others together."""

    user: User | None
    counts: tuple[int, ...]
    time: Time | None

    @property
    def name(self) -> str:
        return str(self.user or OTHERS)

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Share:
    """So many `single` of `of` verified claims have one origin."""

    single: int
    of: int

    @property
    def percent(self) -> int:
        return round(100 * self.single / max(1, self.of))


@dataclass(frozen=True, kw_only=True)
class Day:
    """Of one part of the period: verdicts by status, and how many are whose, the most first."""

    part: date
    counts: tuple[int, ...]
    people: list[tuple[str, int]]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, kw_only=True)
class Workload:
    period: Period
    waiting: list[Waiting]  # by what waits, the most first, the others last
    decided: list[Decided]
    people: list[Person]
    time: Time | None  # of the whole period
    times: dict[date, Time]  # of its parts
    single_origin: Share
    agreement: Agreements  # of pairs whose second opinion is of the period

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """Of all claims that wait."""
        return _sums([row.ages for row in self.waiting], len(AGES))

    @property
    def waits(self) -> int:
        return sum(self.ages)

    @cached_property
    def by_part(self) -> dict[date, tuple[int, ...]]:
        """Verdicts by status of every part of the period, those without any as well."""
        rows: dict[date, list[tuple[int, ...]]] = defaultdict(list)
        for one in self.decided:
            rows[one.part].append(one.counts)
        return {part: _sums(rows[part], len(VerdictStatus)) for part in self.period.parts}

    @property
    def days(self) -> list[Day]:
        """As `by_part`, with the people who are named; the others of a day are one."""
        names = {person.user.pk: person.name for person in self.people if person.user}
        found: dict[date, Counter[str]] = defaultdict(Counter)
        for one in self.decided:
            found[one.part][names.get(one.person, OTHERS)] += sum(one.counts)
        return [
            Day(part=part, counts=counts, people=found[part].most_common())
            for part, counts in self.by_part.items()
        ]

    @property
    def times_in_order(self) -> list[tuple[date, Time]]:
        return sorted(self.times.items())

    @property
    def verdicts(self) -> int:
        return sum(person.total for person in self.people)


def of(period: Period) -> Workload:
    """Nine questions."""
    verdicts = Verdict.objects.decided_between(period.start, period.end)
    by_part = workload_counts.parts(period.unit, period.zone)
    decided = [
        Decided(part=part, person=person, counts=tuple(counts))
        for part, person, *counts in workload_counts.decided(verdicts, by_part)
    ]
    by_person = workload_counts.times(verdicts, F("decided_by"))
    everything = workload_counts.times(verdicts, Value(1))
    return Workload(
        period=period,
        waiting=_waiting(),
        decided=decided,
        people=_people(decided, {person: Time(*row) for person, *row in by_person}),
        time=next((Time(*row) for _, *row in everything if row[-1]), None),
        times={part: Time(*row) for part, *row in workload_counts.times(verdicts, by_part)},
        single_origin=Share(*workload_counts.single_origins(verdicts, VERIFIED_COUNTED)),
        agreement=agreement.between(period.start, period.end),
    )


def _waiting() -> list[Waiting]:
    now = timezone.now()
    rows = sorted(
        workload_counts.waiting([now - timedelta(days=age) for age in AGES[1:]]),
        key=lambda row: (-sum(row[1:]), row[0]),
    )
    shown = rows[:STORIES_SHOWN]
    stories = Story.objects.in_bulk([story for story, *_ in shown])
    waiting = [Waiting(story=stories[story], ages=tuple(ages)) for story, *ages in shown]
    others = _sums([tuple(ages) for _, *ages in rows[STORIES_SHOWN:]], len(AGES))
    return waiting + ([Waiting(story=None, ages=others)] if any(others) else [])


def _people(decided: list[Decided], times: dict[int, Time]) -> list[Person]:
    counts: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for one in decided:
        counts[one.person].append(one.counts)
    sums = {person: _sums(rows, len(VerdictStatus)) for person, rows in counts.items()}
    ranked = sorted(sums, key=lambda person: (-sum(sums[person]), person))
    users = User.objects.in_bulk(ranked[:PEOPLE_SHOWN])
    people = [
        Person(user=users[one], counts=sums[one], time=times.get(one))
        for one in ranked[:PEOPLE_SHOWN]
    ]
    others = _sums([sums[one] for one in ranked[PEOPLE_SHOWN:]], len(VerdictStatus))
    return people + ([Person(user=None, counts=others, time=None)] if any(others) else [])


def _sums(rows: list[tuple[int, ...]], width: int) -> tuple[int, ...]:
    return tuple(sum(row[at] for row in rows) for at in range(width))
