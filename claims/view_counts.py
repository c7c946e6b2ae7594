"""How many claims each saved view has: all views in one statement, whatever they ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from claims import named, queue_address
from claims.errors import SearchTooLong
from claims.filters import QueueFilter
from claims.models import SavedView
from claims.time_limits import in_time

if TYPE_CHECKING:
    from accounts.models import User

BUDGET_SECONDS = 1.5
COUNT_CAP = 1_000  # counts above it read "over 1,000"; counting stops there


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A view as it is shown: where it leads, how many claims it has up to the cap and one (none
    where that took too long), and whether part of its query is not understood by now."""

    view: SavedView
    chosen: QueueFilter
    count: int | None

    @property
    def is_understood(self) -> bool:
        return not self.chosen.complaints


def choice(view: SavedView, *, reader: User) -> QueueFilter:
    """What the view asks of the queue, as that person would."""
    return QueueFilter({"q": view.query, **queue_address.tab(view.tab)}, person=reader)


def count(views: Iterable[SavedView], *, reader: User) -> list[Counted]:
    """At most five queries for any number of views."""
    views = list(views)
    chosen = [choice(view, reader=reader) for view in views]
    known = named.read(one.query for one in chosen)
    for one in chosen:
        one.known = known
    counts = _counts([one.claims.order_by().values("pk")[: COUNT_CAP + 1] for one in chosen])
    return [
        Counted(view=view, chosen=one, count=number)
        for view, one, number in zip(views, chosen, counts, strict=True)
    ]


def _counts(rows: Sequence[QuerySet[Any, Any]]) -> list[int | None]:
    """One statement, a row for each; all are none when it takes too long."""
    statements: list[str] = []
    params: list[Any] = []
    for place, one in enumerate(rows):
        try:
            sql, given = one.query.sql_with_params()
        except EmptyResultSet:  # nothing can fit
            continue
        statements.append(f"SELECT {place}, count(*) FROM ({sql}) one")  # noqa: S608  our own SQL
        params += given
    found: dict[int, int] = {}
    try:
        if statements:
            with in_time(BUDGET_SECONDS):
                found = _ask(" UNION ALL ".join(statements), params)
    except SearchTooLong:
        return [None] * len(rows)
    return [found.get(place, 0) for place in range(len(rows))]


def _ask(statement: str, params: Sequence[Any]) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return dict(cursor.fetchall())
