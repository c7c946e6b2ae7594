"""How far an act on many claims is, seen from outside the one transaction that does it.

What that writes shows only once all of it is committed. The name of its session shows at once, to
whoever asks the server who is at work; it goes with the transaction, whichever way that ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from claims.models import BulkAct

NAME = "bulk act"


def tell(act: BulkAct, done: int, *, of: int) -> None:
    """Say in the transaction that does the act how many of how many claims it has written."""
    with connection.cursor() as cursor:
        name = f"{NAME} {act.pk} {done} {of}"
        cursor.execute("SELECT set_config('application_name', %s, true)", [name])


def of(act: BulkAct) -> tuple[int, int] | None:
    """How many of how many claims a transaction under way has written; none without one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT application_name FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name LIKE %s",
            [f"{NAME} {act.pk} %"],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    done, total = row[0].split()[-2:]
    return int(done), int(total)
