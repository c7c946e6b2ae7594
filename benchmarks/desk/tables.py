"""Writing invented rows by SQL, the same ones in every run, past triggers and foreign keys.

What a statement does not name of a row gets the default that Django would give it, so that a model
may grow columns. CHECKs and unique places hold as always.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any

from django.db import connection, models
from django.db.models import NOT_PROVIDED, Field

AT_ONCE = 2  # connections that write
# 0 up to 1, by a row's key and by what is drawn for it.
DRAW = """
    CREATE FUNCTION bench_draw(key bigint, what integer) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        (hashint8extended(key, what) & 2147483647)::double precision / 2147483648
"""
OWN_TABLES = """
    SELECT format('DROP TABLE %%s', oid::regclass) FROM pg_class
    WHERE relkind = 'r' AND relname LIKE 'bench\\_%%'
"""
# Those that fill in a column of the row itself.
FILLING = ("claim_found_by", "article_words_kept")
TRIGGER = """
    SELECT format('ALTER TABLE %%s ENABLE {how} TRIGGER %%I', tgrelid::regclass, tgname)
    FROM pg_trigger WHERE tgname LIKE ANY (%s)
"""


def insert(model: type[models.Model], source: str, /, **columns: str) -> str:
    """A statement that writes a row for each of the source: SQL for each column by name."""
    fields = {str(one.column): one for one in model._meta.concrete_fields if not one.generated}
    if unknown := columns.keys() - fields.keys():
        raise ValueError(f"{model.__name__} has no {sorted(unknown)}")
    given = columns | {
        name: _literal(field)
        for name, field in fields.items()
        if name not in columns and not _is_left_to_the_database(field)
    }
    names = ", ".join(map(connection.ops.quote_name, given))
    table = connection.ops.quote_name(model._meta.db_table)
    return f"INSERT INTO {table} ({names}) SELECT {', '.join(given.values())} FROM {source}"


def _is_left_to_the_database(field: Field[Any, Any]) -> bool:
    has_none = field.null and not field.has_default()
    return has_none or field.primary_key or field.db_default is not NOT_PROVIDED


def _literal(field: Field[Any, Any]) -> str:
    """Django's default, for a column that a statement does not name."""
    value = field.get_db_prep_save(field.get_default(), connection)
    if value is None:
        raise ValueError(f"{field.model.__name__}.{field.name} needs a value")
    plain = value.value if isinstance(value, Enum) else value
    with connection.cursor() as cursor:
        return str(cursor.mogrify("%s", [plain])).replace("%", "%%")


def execute(*statements: str, **values: int | datetime) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, values)


def in_parts(rows: int, *statements: str, **values: int | datetime) -> None:
    """Do the statements, one after the other, AT_ONCE connections sharing the keys of each.

    A statement takes the keys from %(first)s to %(last)s.
    """
    step = -(-rows // AT_ONCE)
    parts = [(low, min(low + step - 1, rows)) for low in range(1, rows + 1, step)]
    with ThreadPoolExecutor(AT_ONCE) as writers:
        for statement in statements:
            list(writers.map(partial(_write_part, statement, values), parts))


def _write_part(statement: str, values: dict[str, int | datetime], part: tuple[int, int]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(statement, {**values, "first": part[0], "last": part[1]})
    finally:
        connection.close()


@contextmanager
def past_triggers() -> Iterator[None]:
    """No trigger comes and no foreign key is looked after, but what fills in the row's own words.

    The account has to be a superuser's. Tables whose name begins with `bench_` are gone afterwards.
    """
    execute(DRAW, "SET session_replication_role = replica")
    _set_filling("ALWAYS")
    try:
        yield
    finally:
        _set_filling("")
        execute("SET session_replication_role = origin")
        with connection.cursor() as cursor:
            cursor.execute(OWN_TABLES, [])
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
            cursor.execute("DROP FUNCTION bench_draw")


def _set_filling(how: str) -> None:
    patterns = [f"pgtrigger\\_{name}\\_%" for name in FILLING]
    with connection.cursor() as cursor:
        cursor.execute(TRIGGER.format(how=how), [patterns])
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)


def count_on(of: Sequence[type[models.Model]]) -> None:
    """Have the sequences go on behind the rows that are there."""
    for model in of:
        table = model._meta.db_table
        execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
            f" (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)"
        )
