"""Writing many rows by PostgreSQL's COPY; triggers and keys hold as always."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from django.db import connection, models


def copy_in(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Write these rows with every column as Django knows it, their keys too."""
    fields = [one for one in model._meta.concrete_fields if not one.generated]
    copy_values(
        model,
        [one.name for one in fields],
        ([_value(one, row) for one in fields] for row in rows),
    )


def copy_values(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write rows that are the values of these fields, as psycopg takes them.

    A column that is not named gets what the database gives it: a key, else its default or nothing.
    """
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(model._meta.get_field(name).column)) for name in names)  # type: ignore[union-attr]
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY {quoted(model._meta.db_table)} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def free_keys(model: type[models.Model], count: int) -> list[int]:
    """That many keys for new rows, which nobody else gets."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, str(model._meta.pk and model._meta.pk.column), count],
        )
        return [key for (key,) in cursor.fetchall()]


def _value(field: models.Field[Any, Any], row: models.Model) -> Any:
    value = field.get_db_prep_save(getattr(row, field.attname), connection)
    return value.value if isinstance(value, Enum) else value
