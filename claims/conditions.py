"""What the conditions of a query mean: outlets, stories, statuses, authors, dates of the desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from articles.models import Outlet, Story
from claims.query import Condition, Query
from claims.states import ClaimStatus

NAMES = ("outlet", "story", "status", "by", "before", "after")
NEAR_ENOUGH = 0.4  # of word similarity, 0 to 1: one letter wrong in six is above it
FIRST_YEAR = 1600  # the first newspapers
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_LEFT_OUT = "and was left out"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """One sentence on what was not understood; `instead` is the query as it was perhaps meant."""

    sentence: str
    instead: str = ""


@dataclass(kw_only=True)
class Understood:
    """The conditions that hold. Those of one name are alternatives, those left out add up.

    `where` fits articles and claims: both have outlet, story and date.
    """

    where: Q = field(default_factory=Q)
    statuses: Q = field(default_factory=Q)  # over `status`
    authors: list[str] = field(default_factory=list)
    authors_left_out: list[str] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def narrows(self) -> bool:
        return bool(self.where or self.statuses or self.authors or self.authors_left_out)


def understand(query: Query) -> Understood:
    """What can be understood of the query's conditions; the rest are complaints. At most four
    queries, whatever is asked."""
    found = Understood()
    by_name: dict[str, list[Condition]] = {}
    for condition in query.conditions:
        by_name.setdefault(condition.name, []).append(condition)
    for name, conditions in by_name.items():
        given = [one for one in conditions if one.value]
        if name not in NAMES:
            found.complaints += map(_unknown, conditions)
        elif len(given) < len(conditions):
            found.complaints.append(_empty(name))
        if name in NAMES and given:
            _READERS[name](found, given, query)
    return found


def _unknown(condition: Condition) -> Complaint:
    *most, last = (f"{name}:" for name in NAMES)
    return Complaint(
        sentence=f"“{condition.name}:” is not a filter {_LEFT_OUT}. "
        f"The filters are {', '.join(most)} and {last}. Words with a colon go in quotes."
    )


def _empty(name: str) -> Complaint:
    return Complaint(
        sentence=f"“{name}:” has no value {_LEFT_OUT}. Write {name}:value without a blank."
    )


def _outlets(found: Understood, asked: Sequence[Condition], query: Query) -> None:
    _named(found, asked, query, Outlet.objects.all(), label="name")


def _stories(found: Understood, asked: Sequence[Condition], query: Query) -> None:
    _named(found, asked, query, Story.objects.all(), label="title")


def _named(
    found: Understood,
    asked: Sequence[Condition],
    query: Query,
    rows: QuerySet[Outlet] | QuerySet[Story],
    *,
    label: str,
) -> None:
    """Outlets or stories by slug or by `label`, whatever their case."""
    values = {one.value.lower() for one in asked}
    known = rows.annotate(lower=Lower(label)).filter(Q(slug__in=values) | Q(lower__in=values))
    keys = {key: pk for pk, *names in known.values_list("pk", "slug", "lower") for key in names}
    _choose(found, asked, f"{asked[0].name}__in", lambda one: keys.get(one.value.lower()))
    missing = [one for one in asked if one.value.lower() not in keys]
    for at, one in enumerate(missing):
        near = None if at else _nearest(rows, label, one.value)  # the first tells enough
        instead = replace(one, value=near) if near else None
        found.complaints.append(
            Complaint(
                sentence=f"No {one.name} is called “{one.value}”; the filter was left out.",
                instead=str(query.with_instead(one, instead)) if instead else "",
            )
        )


def _nearest(rows: QuerySet[Outlet] | QuerySet[Story], label: str, value: str) -> str | None:
    near = rows.annotate(nearness=TrigramWordSimilarity(value, label))
    best = near.filter(nearness__gte=NEAR_ENOUGH).order_by("-nearness", "pk")
    return best.values_list("slug", flat=True).first()


def _statuses(found: Understood, asked: Sequence[Condition], query: Query) -> None:
    known = {value: value for value in ClaimStatus.values}
    chosen = Understood()
    _choose(chosen, asked, "status__in", lambda one: known.get(one.value.lower()))
    found.statuses = chosen.where
    *most, last = ClaimStatus.values
    found.complaints += (
        Complaint(
            sentence=f"“{one.value}” is not a status {_LEFT_OUT}. "
            f"The statuses are {', '.join(most)} and {last}."
        )
        for one in asked
        if one.value.lower() not in known
    )


def _authors(found: Understood, asked: Sequence[Condition], query: Query) -> None:
    for one in asked:
        (found.authors_left_out if one.is_left_out else found.authors).append(one.value)


def _dates(found: Understood, asked: Sequence[Condition], query: Query) -> None:
    for one in asked:
        moment = first_moment(one.value)
        if moment is None:
            found.complaints.append(
                Complaint(
                    sentence=f"“{one.value}” is not a date {_LEFT_OUT}. "
                    f"Write {one.name}:2026-11-18, or a month or a year."
                )
            )
        elif (one.name == "before") != one.is_left_out:
            found.where &= Q(dated_at__lt=moment)
        else:
            found.where &= Q(dated_at__gte=moment)


def first_moment(written: str) -> datetime | None:
    """When that day, month or year begins for the reader; none when it is no date."""
    parts = _DATE.fullmatch(written)
    if not parts or int(parts[1]) < FIRST_YEAR:
        return None
    try:
        day = date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return None
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def _choose(
    found: Understood,
    asked: Iterable[Condition],
    lookup: str,
    key_of: Callable[[Condition], object],
) -> None:
    """Narrow to the keys that are wanted, and away from those left out."""
    keys: dict[bool, list[object]] = {False: [], True: []}
    for one in asked:
        if (key := key_of(one)) is not None:
            keys[one.is_left_out].append(key)
    if keys[False]:
        found.where &= Q(**{lookup: keys[False]})
    if keys[True]:
        found.where &= ~Q(**{lookup: keys[True]})


_READERS: dict[str, Callable[[Understood, Sequence[Condition], Query], None]] = {
    "outlet": _outlets,
    "story": _stories,
    "status": _statuses,
    "by": _authors,
    "before": _dates,
    "after": _dates,
}
