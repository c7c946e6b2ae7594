"""Counts that stop at a cap: beyond it nobody reads on, and the page says “over 1,000”."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import QuerySet

Rows = TypeVar("Rows", bound=QuerySet[Any, Any])

COUNT_CAP = 1_000


def capped(rows: Rows) -> Rows:
    """As many of the rows as are counted, in no order: COUNT_CAP and one."""
    return rows.order_by()[: COUNT_CAP + 1]
