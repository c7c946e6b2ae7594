"""Keyset paging: a page starts at a row, not at a number, so the deep ones cost as the first.

The order is compared as one row value, `(a, b, id) >= (x, y, z)`, which PostgreSQL answers from one
composite index. The row travels in the address, signed: `?after=…` or `?before=…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Field, Func, QuerySet, Value

Item = TypeVar("Item")
Row = TypeVar("Row", bound=models.Model)

AFTER, BEFORE = "after", "before"  # the parameters of the address
PLACE = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Item]):
    """Rows in order. A cursor is none where nothing more lies that way."""

    rows: list[Item]
    next_cursor: str | None
    previous_cursor: str | None


def page(
    queryset: QuerySet[Row], *, order: Sequence[str], size: int, params: Mapping[str, Any]
) -> Page[Row]:
    """At most `size` rows of the queryset, where `params` (request.GET) says; one query, or two.

    `order` replaces the queryset's own. It is total: columns of the model itself, all ascending or
    all descending, "pk" or "-pk" last; rows without a value in one of them are left out. A cursor
    that is not ours, is of another order, or has nothing left on its side is ignored; the answer is
    then the first page.
    """
    keys = _Keys(queryset.model, order)
    queryset = queryset.filter(**{f"{f.name}__isnull": False for f in keys.fields if f.null})
    if after := keys.read(params.get(AFTER)):
        rows = list(keys.past(queryset, after)[: size + 1])
        if rows:
            following = keys.cursor(rows[size - 1]) if len(rows) > size else None
            return Page(
                rows=rows[:size], next_cursor=following, previous_cursor=keys.cursor(rows[0])
            )
    elif before := keys.read(params.get(BEFORE)):
        rows = list(keys.opposite().past(queryset, before)[: size + 1])
        if len(rows) > size:  # otherwise this is the first page, which is shown in full
            rows = rows[size - 1 :: -1]
            return Page(
                rows=rows, next_cursor=keys.cursor(rows[-1]), previous_cursor=keys.cursor(rows[0])
            )
    rows = list(queryset.order_by(*order)[: size + 1])
    following = keys.cursor(rows[size - 1]) if len(rows) > size else None
    return Page(rows=rows[:size], next_cursor=following, previous_cursor=None)


def batches(
    queryset: QuerySet[Row], columns: Iterable[str], *, order: Sequence[str], size: int
) -> Iterator[list[tuple[Any, ...]]]:
    """Every row in order as a tuple of these columns, `size` rows at a time; one query each.

    A batch begins behind the last row of the one before, so none is read twice however long the
    reader takes. `order` as for `page`.
    """
    keys = _Keys(queryset.model, order)
    columns = list(columns)
    queryset = queryset.filter(**{f"{f.name}__isnull": False for f in keys.fields if f.null})
    rows = queryset.order_by(*order).values_list(*columns, *(f.attname for f in keys.fields))
    some = list(rows[:size])
    while some:
        yield [row[: len(columns)] for row in some]
        last = some[-1][len(columns) :]
        some = list(keys.past(rows, last)[:size]) if len(some) == size else []


def part(items: Sequence[Item], *, size: int, params: Mapping[str, Any]) -> Page[Item]:
    """At most `size` of what is made whole for every page of it, where `params` says.

    Its cursors are places counted from 0; another than one inside the list is ignored.
    """
    start, before = _place(params.get(AFTER)), _place(params.get(BEFORE))
    if before is not None:
        start = max(0, before - size)
    if start is None or start >= len(items):
        start = 0
    end = start + size
    return Page(
        rows=list(items[start:end]),
        next_cursor=str(end) if end < len(items) else None,
        previous_cursor=str(start) if start else None,
    )


def _place(cursor: object) -> int | None:
    text = str(cursor or "")
    return int(text) if PLACE.fullmatch(text) else None


class _RowValue(Func):
    template = "(%(expressions)s)"


class _Comparison(Func):
    """Two row values with `arg_joiner` between them; `filter` takes it as a condition."""

    template = "%(expressions)s"
    output_field = models.BooleanField()


class _Keys:
    """The columns of one order: their values in a row, a cursor or a comparison."""

    def __init__(self, model: type[models.Model], order: Sequence[str]) -> None:
        if not order:
            raise ValueError("no order given")
        directions = {name.startswith("-") for name in order}
        self.model = model
        self.order = tuple(order)
        self.fields = [_field(model, name.removeprefix("-")) for name in order]
        if len(directions) != 1 or not self.fields[-1].primary_key:
            raise ValueError(f"{self.order}: all ascending or all descending, and pk last")
        self.sign = " <= " if directions == {True} else " >= "
        # No time in it: a page has the same address whenever it is shown.
        self.signer = signing.Signer(salt=f"web.paging:{model._meta.label}:{','.join(self.order)}")

    def opposite(self) -> _Keys:
        turned = [n.removeprefix("-") if n.startswith("-") else f"-{n}" for n in self.order]
        return _Keys(self.model, turned)

    def past(self, queryset: QuerySet[Row], values: Sequence[Any]) -> QuerySet[Row]:
        """The rows beyond the one of these values, in this order.

        From that row on and without it: of a row value PostgreSQL judges by the first column alone
        how many are beyond, and beyond its most frequent value it would expect none, read all of
        them and sort.
        """
        columns = _RowValue(*(F(field.name) for field in self.fields))
        place = _RowValue(
            *(Value(v, output_field=f) for v, f in zip(values, self.fields, strict=True))
        )
        from_it_on = queryset.filter(_Comparison(columns, place, arg_joiner=self.sign))
        return from_it_on.exclude(pk=values[-1]).order_by(*self.order)

    def cursor(self, row: models.Model) -> str:
        return self.signer.sign_object([field.value_to_string(row) for field in self.fields])

    def read(self, cursor: object) -> list[Any]:
        """The values in a cursor of ours; empty for anything else."""
        try:
            texts = self.signer.unsign_object(str(cursor or ""))
        except signing.BadSignature:
            return []
        return [f.to_python(text) for text, f in zip(texts, self.fields, strict=True)]


def _field(model: type[models.Model], name: str) -> Field[Any, Any]:
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    if not isinstance(field, Field) or field.many_to_many:
        raise FieldDoesNotExist(f"{name}: not a column of {model._meta.label}")
    return field
