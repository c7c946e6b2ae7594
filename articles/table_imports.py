"""Tables that a person sends: kept until their columns are confirmed, then read row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from django.db import transaction

from articles import drafts, formats
from articles.extraction import ExtractionError
from articles.formats import tables
from articles.formats.files import File
from articles.models import Draft, Story, Table

if TYPE_CHECKING:
    from accounts.models import User

SHOWN_ROWS, SHOWN_LETTERS = 3, 120


@dataclass(frozen=True)
class Sample:
    """A column's title and the beginnings of its first cells."""

    title: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """What the form of a table shows; `guessed` maps the desk's words to titles."""

    titles: tuple[str, ...]
    guessed: Mapping[str, str]
    samples: tuple[Sample, ...]
    rows: int


def keep(
    source: bytes, *, file_name: str, by: User, at: datetime, story: Story | None = None
) -> Table:
    """Raises ExtractionError for what is no table with rows, TooManyArticles for too many rows."""
    if len(tables.checked(File(name=file_name, content=source)).rows) > drafts.DRAFTS_MOST:
        raise formats.TooManyArticles(drafts.DRAFTS_MOST)
    name = file_name[: drafts.NAME_LENGTH]
    return Table.objects.create(owner=by, created_at=at, file_name=name, source=source, story=story)


def columns_of(table: Table) -> Columns:
    read = tables.checked(_file(table))
    titles = tuple(dict.fromkeys(filter(None, read.header)))
    places = {title: read.header.index(title) for title in titles}
    first = read.rows[:SHOWN_ROWS]
    samples = (
        Sample(title, tuple(row[at][:SHOWN_LETTERS] for row in first if at < len(row)))
        for title, at in places.items()
    )
    return Columns(titles, tables.guess(read), tuple(samples), len(read.rows))


@transaction.atomic
def read(
    table: Table, *, columns: Mapping[str, str], by: User
) -> tuple[list[Draft], list[tuple[str, str]]]:
    """Drafts of the rows, in the table's batch; name and sentence of each row that gave none.

    The table itself is gone then, unless it gave no draft at all: another map may.
    """
    if len(tables.checked(_file(table)).rows) > drafts.DRAFTS_MOST:
        return [], [(table.file_name, str(formats.TooManyArticles(drafts.DRAFTS_MOST)))]
    taken, refused = [], []
    source, name = bytes(table.source), table.file_name
    for reading in formats.readings(source, file_name=name, columns=columns):
        try:
            if reading.page:
                at, story = table.created_at, table.story
                taken.append(drafts.keep(reading, by=by, at=at, story=story))
            else:
                refused.append((reading.name, reading.refusal))
        except ExtractionError as error:
            refused.append((reading.name, str(error)))
    if taken:
        table.delete()
    return taken, refused


def cells(table: Table) -> Iterator[str]:
    """Every cell of it; none of a table that cannot be read."""
    with suppress(ExtractionError):
        read = tables.table_of(_file(table))
        yield from chain(read.header, *read.rows)


def discard(table: Table) -> None:
    """Forget the table; drafts that were read from it stay."""
    table.delete()


def _file(table: Table) -> File:
    return File(name=table.file_name, content=bytes(table.source))
