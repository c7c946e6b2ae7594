"""The tables of the workload page for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims import spreadsheets
from claims.states import VerdictStatus
from claims.workload import AGE_NAMES, OTHERS, Time, Workload

if TYPE_CHECKING:
    from datetime import timedelta

Cells = Sequence[object]


def _waiting(work: Workload) -> Iterator[Cells]:
    yield "Story", *AGE_NAMES, "all"
    for row in work.waiting:
        yield row.name, *row.ages, row.total


def _decided(work: Workload) -> Iterator[Cells]:
    """A row for each person and day; those beyond the first are “All others”, as on the page."""
    names = {one.user.pk: one.name for one in work.people if one.user}
    yield work.period.unit, "Person", *VerdictStatus.labels, "all"
    for one in sorted(work.decided, key=lambda one: (one.part, one.person)):
        name = names.get(one.person, OTHERS)
        yield one.part.isoformat(), name, *one.counts, sum(one.counts)


def _people(work: Workload) -> Iterator[Cells]:
    yield "Person", *VerdictStatus.labels, "all", "median hours", "90 % within hours"
    for one in work.people:
        yield one.name, *one.counts, one.total, *_hours(one.time)


def _times(work: Workload) -> Iterator[Cells]:
    yield work.period.unit, "verdicts that were waited for", "median hours", "90 % within hours"
    for part in work.period.parts:
        time = work.times.get(part)
        yield part.isoformat(), time.verdicts if time else 0, *_hours(time)


def _origins(work: Workload) -> Iterator[Cells]:
    yield "Verified claims", "with a single origin"
    yield work.single_origin.of, work.single_origin.single


def _agreement(work: Workload) -> Iterator[Cells]:
    """How far two people agree; empty cells where that is not defined."""
    yield "Pairs of opinions", "pairs", "that agree", "percent", "kappa"
    for name, one in work.agreement.rows:
        kappa = "" if one.kappa is None else round(one.kappa, 3)
        percent = "" if one.percent is None else one.percent
        yield name, one.count, one.agreeing, percent, kappa


TABLES: dict[str, Callable[[Workload], Iterable[Cells]]] = {
    "waiting": _waiting,
    "decided": _decided,
    "people": _people,
    "times": _times,
    "origins": _origins,
    "agreement": _agreement,
}


def text(work: Workload, table: str) -> str:
    """The file of one of TABLES."""
    rows = ([_cell(value) for value in cells] for cells in TABLES[table](work))
    return spreadsheets.BOM + spreadsheets.lines(rows)


def _cell(value: object) -> str:
    return spreadsheets.words(value) if isinstance(value, str) else str(value)


def _hours(time: Time | None) -> tuple[object, object]:
    """Empty where nothing was waited for."""
    return (_in_hours(time.median), _in_hours(time.p90)) if time else ("", "")


def _in_hours(value: timedelta) -> float:
    return round(value.total_seconds() / 3_600, 2)
