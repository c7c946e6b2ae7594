"""One database for each kind of data and size, built once and kept until it is built afresh."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

UNFINISHED = "_unfinished"


def use(
    data: str,
    size: Mapping[str, int],
    *,
    build: Callable[[Mapping[str, int]], None],
    afresh: bool = False,
) -> None:
    """Point Django at the database of those data and that size, built when it is not there.

    It is built under another name, so that one which broke off is never measured.
    """
    home = str(connection.settings_dict["NAME"])
    name = "_".join(["bench", data, *(str(number) for number in size.values())])
    if afresh:
        _administer("DROP DATABASE IF EXISTS {}", name)
    if not _exists(name):
        _administer("DROP DATABASE IF EXISTS {}", name + UNFINISHED)
        _administer("CREATE DATABASE {}", name + UNFINISHED)
        _connect(name + UNFINISHED)
        call_command("migrate", verbosity=0)
        build(size)
        _connect(home)
        _administer("ALTER DATABASE {} RENAME TO {}", name + UNFINISHED, name)
    _connect(name)
    call_command("migrate", verbosity=0)  # the code may be newer than the data
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # a column that is newer has no statistics yet


def surroundings() -> dict[str, str]:
    """Variables for a process that is to use the database that Django points at now."""
    url, name = os.environ["DATABASE_URL"], str(connection.settings_dict["NAME"])
    return {**os.environ, "DATABASE_URL": make_conninfo(url, dbname=name)}


def _connect(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name


def _exists(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _administer(statement: str, *names: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)).as_string())
