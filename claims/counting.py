"""How many rows each of several questions finds, up to a cap: one statement for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from claims.errors import SearchTooLong
from claims.time_limits import in_time
from web.counts import capped


def count_each(
    questions: Sequence[QuerySet[Any, Any]],
    *,
    seconds: float | None = None,
    **methods: bool,
) -> list[int | None]:
    """At most the cap and one of each. With a limit all are none when it takes longer; `methods`
    as `in_time` has them."""
    rows = [capped(one.values("pk")) for one in questions]
    statement, params = _together(rows)
    if not statement:
        return [0] * len(rows)
    try:
        if seconds is None:
            found = _ask(statement, params)
        else:
            with in_time(seconds, **methods):
                found = _ask(statement, params)
    except SearchTooLong:
        return [None] * len(rows)
    return [found.get(place, 0) for place in range(len(rows))]


def _together(rows: Sequence[QuerySet[Any, Any]]) -> tuple[str, list[Any]]:
    """A row of place and count for each; none for one that nothing can fit."""
    statements: list[str] = []
    params: list[Any] = []
    for place, one in enumerate(rows):
        try:
            sql, given = one.query.sql_with_params()
        except EmptyResultSet:
            continue
        statements.append(f"SELECT {place}, count(*) FROM ({sql}) one")  # noqa: S608  our own SQL
        params += given
    return " UNION ALL ".join(statements), params


def _ask(statement: str, params: Sequence[Any]) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return dict(cursor.fetchall())
