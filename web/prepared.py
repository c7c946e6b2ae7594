"""Questions that pages ask all the time: their SQL is written once in a process and planned once in
a connection.

Django writes the SQL of a queryset anew each time it is asked, and PostgreSQL plans it anew. For
few rows both take longer than the answer.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Expression, Model, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler
from psycopg import ClientCursor
from psycopg.types.numeric import Int8

P = ParamSpec("P")
Row = TypeVar("Row")
ModelRow = TypeVar("ModelRow", bound=Model)

PREPARED_AT_ONCE = 0  # statements that are asked the usual way first
BIGGEST = 2**63 - 1  # of a bigint

_PLACE = re.compile(r"%%|%s")
_IS_AMONG = re.compile(r" IN \((%\(\w+\)s)\)")  # as Django writes `__in`; PostgreSQL takes an array


def prepared(question: Callable[P, QuerySet[ModelRow, Row]]) -> Callable[P, list[Row]]:
    """Decorator: the rows of the queryset that the function makes, asked as a prepared statement.

    The function is called once, with a stand-in for each value, which it may only hand to the
    queryset where an expression may stand. Values come by position: plain ones, a row for its key,
    or a collection of keys for `__in`. All else becomes part of the SQL.
    """
    written = cache(lambda: _Written(question))

    @wraps(question)
    def ask(*values: P.args, **_: P.kwargs) -> list[Row]:
        return list(written().asking(values))

    return ask


def prepared_count(question: Callable[P, QuerySet[Any, Any]]) -> Callable[P, int]:
    """Decorator: as `prepared`, how many rows there are."""
    written = cache(lambda: _Written(question, form="SELECT COUNT(*) FROM ({}) counted"))

    @wraps(question)
    def ask(*values: P.args, **_: P.kwargs) -> int:
        [(count,)] = written().asking(values).query.get_compiler().execute_sql()[0]
        return int(count)

    return ask


class _Written:
    """A question with its SQL; `form`: what is asked of the rows."""

    def __init__(self, question: Callable[..., QuerySet[Any, Any]], form: str = "{}") -> None:
        self.names = list(signature(question).parameters)
        rows: Any = question(*map(_StandIn, self.names)).all()
        query = rows.query.chain(klass=_Query)
        query.statement = _Statement(query, connections[rows.db], rows.db)
        query.statement.write(form)
        rows._query = query  # not `.query`, which takes rows of values for dictionaries
        self.rows = rows

    def asking(self, values: Sequence[Any]) -> Any:
        rows = self.rows.all()
        rows.query.given = dict(zip(self.names, values, strict=True))
        return rows


class _StandIn(Expression):
    """For a value that is not known yet."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, *_: Any, **__: Any) -> tuple[str, Any]:
        return "%s", [self]


class _Query(Query):
    """Keeps its compiler, also in its copies."""

    statement: _Statement
    given: Mapping[str, Any]

    def get_compiler(self, using: str | None = None, *_: Any, **__: Any) -> _Statement:
        asking = copy.copy(self.statement)
        asking.connection, asking.given = connections[using or DEFAULT_DB_ALIAS], self.given
        return asking


class _Statement(SQLCompiler):
    """Keeps its SQL, with named places for what is `given`."""

    sql: str
    converters: dict[int, Any]
    given: Mapping[str, Any]

    def write(self, form: str) -> None:
        """Constants are written out, so that PostgreSQL can choose indexes of a condition."""
        sql, params = self.as_sql()
        columns = [column for column, *_ in self.select[: self.col_count]]
        self.converters = super().get_converters(columns)
        filled = with_constants(sql, params, _name_of, self.connection)
        self.sql = form.format(_IS_AMONG.sub(r" = ANY(\1)", filled))

    def get_converters(self, expressions: Any) -> dict[int, Any]:
        return self.converters

    def execute_sql(self, *_: Any, **__: Any) -> Any:
        return [rows_of(self.sql, self.given, self.connection)]


def with_constants(
    sql: str, params: Iterable[Any], name_of: Callable[[Any], str | None], connection: Any
) -> str:
    """The SQL with its values written into it, but for those with a name: these get a place."""
    connection.ensure_connection()
    literals = ClientCursor(connection.connection)
    values = iter(params)

    def fill(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return place[0]
        value: object = next(values)
        if name := name_of(value):
            return f"%({name})s"
        return literals.mogrify("%s", [value]).replace("%", "%%")

    return _PLACE.sub(fill, sql)


def rows_of(sql: str, given: Mapping[str, Any], connection: Any) -> list[tuple[Any, ...]]:
    """What a prepared statement answers; `given` has a value for each of its places."""
    given = {name: _plain(value) for name, value in given.items()}
    logged = connection.queries_logged  # with their values, so that they can be explained
    with connection.cursor() if logged else _cursor(connection) as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _name_of(value: object) -> str | None:
    return value.name if isinstance(value, _StandIn) else None


class _Cursor(ServerBindingCursor):
    def execute(self, query: Any, params: Any = None, **_: Any) -> Any:
        return super().execute(query, params, prepare=True)  # type: ignore[misc]  # not in its stub


def _cursor(connection: Any) -> Any:
    """As `connection.cursor()`, with its checks. What Django itself asks is never prepared."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    connection.connection.prepare_threshold = PREPARED_AT_ONCE
    return connection._prepare_cursor(_Cursor(connection.connection))  # type: ignore[call-arg]


def _plain(value: Any) -> Any:
    """As PostgreSQL gets it. Keys are all of one type, or each size would be planned for itself;
    a number that no key can be is no row's."""
    if isinstance(value, Model):
        value = value.pk
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return [_plain(one) for one in value]
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return Int8(value) if abs(value) <= BIGGEST else None
