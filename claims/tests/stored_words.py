"""Looking for words in all that the desk has stored."""

from __future__ import annotations

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

COLUMNS = models.TextField | models.CharField | models.JSONField | ArrayField


def tables_with(words: str) -> set[str]:
    """The tables of the desk in which a row holds the words anywhere, in text or in bytes."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, COLUMNS | models.BinaryField) and _holds(model, field, words):
                found.add(model._meta.label)
    return found


def _holds(model: type[models.Model], field: models.Field, words: str) -> bool:
    is_bytes = isinstance(field, models.BinaryField)
    place = "convert_to(%s, 'UTF8') IN" if is_bytes else "%s IN"
    value = f'"{field.column}"' if is_bytes else f'"{field.column}"::text'
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM {model._meta.db_table} WHERE position({place} {value}) > 0",  # noqa: S608
            [words],
        )
        return cursor.fetchone() is not None
