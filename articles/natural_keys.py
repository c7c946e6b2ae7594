"""Natural keys as conditions, so that one query finds a row however deep its key goes.

A fixture names few rows over and over. Inside `remembered` each is asked for once: a manager finds
it with `find`, and a row whose key begins with another's takes that from `key_of`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Manager, Model, Q, QuerySet

Key = Sequence[str | int]
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class _Memory:
    """Rows by model and key, and keys by model and `pk`."""

    rows: dict[tuple[str, tuple[str | int, ...]], Model] = field(default_factory=dict)
    keys: dict[tuple[str, Any], tuple[str | int, ...]] = field(default_factory=dict)


_memory: ContextVar[_Memory | None] = ContextVar("natural_keys", default=None)


@contextmanager
def remembered() -> Iterator[None]:
    """Rows found by key stay known inside; what is loaded must not change keys or delete rows."""
    token = _memory.set(_Memory())
    try:
        yield
    finally:
        _memory.reset(token)


def find(rows: QuerySet[Row] | Manager[Row], key: Key, condition: Q) -> Row:
    """The row of that key, its other columns deferred. Raises the model's `DoesNotExist`."""
    memory, label = _memory.get(), rows.model._meta.label_lower
    if memory and (label, tuple(key)) in memory.rows:
        return memory.rows[label, tuple(key)]  # type: ignore[return-value]
    found = rows.only("pk").get(condition)
    if memory:
        memory.rows[label, tuple(key)] = found
        memory.keys[label, found.pk] = tuple(key)
    return found


def key_of(row: Model, relation: str) -> tuple[str | int, ...]:
    """The natural key of the row that `relation` points at."""
    memory = _memory.get()
    model = row._meta.get_field(relation).related_model
    if memory and model:
        known = memory.keys.get((model._meta.label_lower, getattr(row, f"{relation}_id")))
        if known:
            return known
    key: tuple[str | int, ...] = getattr(row, relation).natural_key()
    return key


def known(label: str, key: Key, prefix: str) -> Q | None:
    """The condition that a row found before is at `prefix`; None when it was not."""
    memory = _memory.get()
    row = memory.rows.get((label, tuple(key))) if memory else None
    return Q((f"{prefix}pk", row.pk)) if row else None


def article(key: Key, prefix: str = "") -> Q:
    """(url, outlet slug, sha256): by canonical URL; without one by outlet and text.

    `prefix` leads from the model asked to its article, as in `revision__article__`.
    """
    url, outlet, sha256 = key
    if found := known("articles.article", key, prefix):
        return found
    if url:
        return Q((f"{prefix}url", url))
    return Q((f"{prefix}url", ""), (f"{prefix}outlet__slug", outlet), (f"{prefix}sha256", sha256))


def revision(key: Key, prefix: str = "") -> Q:
    """The article's key and the revision's number."""
    *of_article, number = key
    if found := known("articles.revision", key, prefix):
        return found
    return article(of_article, f"{prefix}article__") & Q((f"{prefix}number", number))
