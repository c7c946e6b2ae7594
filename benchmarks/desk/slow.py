"""The statements that took PostgreSQL long, as its own extension counts them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection

SLOW_MS = 10.0  # on average; a page has 60 for everything
LISTED = 5  # of one figure, the slowest
EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements"
RESET = "SELECT pg_stat_statements_reset()"
FOUND = """
    SELECT calls, mean_exec_time, max_exec_time, rows, regexp_replace(query, '\\s+', ' ', 'g')
    FROM pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND mean_exec_time >= %s
    ORDER BY mean_exec_time DESC LIMIT %s
"""


@dataclass(frozen=True, kw_only=True)
class SlowQuery:
    """`rows` of all its `calls` together."""

    figure: str
    calls: int
    mean_ms: float
    longest_ms: float
    rows: int
    query: str


@contextmanager
def watched(figure: str, found: list[SlowQuery]) -> Iterator[None]:
    """Add what is slow meanwhile, whoever asks for it. Nothing where the server does not count."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW shared_preload_libraries")
        is_counted = "pg_stat_statements" in str(cursor.fetchone())
        if is_counted:
            cursor.execute(EXTENSION)
            cursor.execute(RESET)
    yield
    if is_counted:
        with connection.cursor() as cursor:
            cursor.execute(FOUND, [SLOW_MS, LISTED])
            found += (_query(figure, row) for row in cursor.fetchall())


def _query(figure: str, row: tuple[int, float, float, int, str]) -> SlowQuery:
    calls, mean, longest, rows, query = row
    return SlowQuery(
        figure=figure,
        calls=calls,
        mean_ms=round(mean, 1),
        longest_ms=round(longest, 1),
        rows=rows,
        query=query,
    )
