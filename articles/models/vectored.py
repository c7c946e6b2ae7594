"""Texts whose meaning is kept as a vector: columns that a stock PostgreSQL has."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.functions import Length

DIMENSIONS = 384  # as the model of matching.encoder makes
VECTOR_BYTES = 2 * DIMENSIONS  # float16

models.BinaryField.register_lookup(Length)


class BitField(models.Field[str | None, str | None]):
    """PostgreSQL's bit(n); in Python a string of n times 0 or 1."""

    def __init__(self, *args: Any, length: int, **kwargs: Any) -> None:
        self.length = length
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "length": self.length}

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return f"bit({self.length})"


class Vectored(models.Model):
    """A text with its vector, once the worker has made it.

    Not in fixtures: the worker makes vectors anew. Not loaded by `objects` unless asked for.
    """

    vector = models.BinaryField(
        null=True, serialize=False, help_text="Float16, the least byte first; length one"
    )
    code = BitField(
        length=DIMENSIONS, null=True, editable=False, serialize=False, help_text="Its signs"
    )
    vector_model = models.CharField(
        max_length=80, null=True, editable=False, serialize=False, help_text="What made the vector"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_vector_whole",
                condition=Q(vector=None, code=None, vector_model=None)
                | Q(
                    # The length of nothing is neither right nor wrong to a CHECK.
                    vector__isnull=False,
                    vector__length=VECTOR_BYTES,
                    code__isnull=False,
                    vector_model__isnull=False,
                ),
            )
        ]
        indexes = [
            # What the worker has still to do.
            models.Index(
                fields=["id"], name="%(class)s_without_vector", condition=Q(vector_model=None)
            )
        ]
