"""Writing very many rows: by COPY, and with the indexes made afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum

from django.db import connection, models

# Those that no constraint rests on: keys and unique places hold while rows come in.
SECONDARY_INDEXES = """
    SELECT indexrelid::regclass::text, concat_ws('; ', pg_get_indexdef(indexrelid), (
        SELECT string_agg(format('ALTER INDEX %%s ALTER COLUMN %%s SET STATISTICS %%s',
            indexrelid::regclass, attnum, attstattarget), '; ')
        FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0
    ))
    FROM pg_index
    WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique
    ORDER BY 1
"""
MEMORY = "512MB"  # for sorting one index; the default of 64 MB sorts on disk


def copy_in(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Write rows by COPY, every column as Django knows it; triggers and keys hold as always."""
    fields = [one for one in model._meta.concrete_fields if not one.generated]
    columns = ", ".join(connection.ops.quote_name(str(one.column)) for one in fields)
    names = [one.attname for one in fields]
    table = connection.ops.quote_name(model._meta.db_table)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            values = (getattr(row, name) for name in names)
            copy.write_row([one.value if isinstance(one, Enum) else one for one in values])


@contextmanager
def without_indexes(*of: type[models.Model]) -> Iterator[None]:
    """Drop the tables' indexes and make them anew at the end, which takes a fraction of the time.

    What breaks off in between leaves the tables without.
    """
    with connection.cursor() as cursor:
        cursor.execute(SECONDARY_INDEXES, [[model._meta.db_table for model in of]])
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        cursor.execute(f"SET maintenance_work_mem = '{MEMORY}'")
        for _, definition in indexes:
            cursor.execute(definition)
