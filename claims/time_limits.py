"""Statements that may not take long, and may use some memory."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.errors import QueryCanceled

from claims.errors import SearchTooLong

# For the places of rows that fit. In PostgreSQL's usual 4 MB it would remember their pages
# only, and read all rows of these.
WORK_MEMORY = "64MB"


class Clock:
    """What is left of a budget, in seconds."""

    def __init__(self, seconds: float) -> None:
        self.ends = time.monotonic() + seconds

    @property
    def left(self) -> float:
        return self.ends - time.monotonic()


@contextmanager
def in_time(seconds: float, **methods: bool) -> Iterator[None]:
    """Stop a statement after that long, which raises SearchTooLong.

    `methods` are ways to read a table that the planner is to avoid or not: `seqscan`, `indexscan`.
    """
    if seconds <= 0:
        raise SearchTooLong
    given = {"statement_timeout": str(max(1, int(seconds * 1_000))), "work_mem": WORK_MEMORY}
    # What it takes to start helpers is most of a statement's time, and they take it from others.
    given |= {"jit": "off", "max_parallel_workers_per_gather": "0"}
    given |= {f"enable_{name}": "on" if on else "off" for name, on in methods.items()}
    is_inside = connection.in_atomic_block
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            before = _settings(cursor, given) if is_inside else {}
            _set(cursor, given)
            yield
            _set(cursor, before)  # otherwise they end with the transaction
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise SearchTooLong from error
        raise


def _settings(cursor: CursorWrapper, names: Iterable[str]) -> dict[str, str]:
    names = list(names)
    cursor.execute(f"SELECT {', '.join(['current_setting(%s)'] * len(names))}", names)
    return dict(zip(names, cursor.fetchone() or (), strict=True))


def _set(cursor: CursorWrapper, values: Mapping[str, str]) -> None:
    if values:
        asked = ", ".join(["set_config(%s, %s, true)"] * len(values))
        cursor.execute(f"SELECT {asked}", [part for pair in values.items() for part in pair])
