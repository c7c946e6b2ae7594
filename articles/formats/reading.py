"""Which format a file is in, by its content, and every article of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from articles import extraction
from articles.extraction import ExtractionError
from articles.formats import tables
from articles.formats.errors import FileTooLarge, NothingReadable
from articles.formats.files import MAX_FILE_BYTES, File, Format, Reading


def read_all(
    source: bytes,
    *,
    file_name: str = "",
    media_type: str = "",
    columns: Mapping[str, str] | None = None,
) -> list[Reading]:
    """Every article of a file, in order; at least one reading, which may be a refusal.

    The content decides what a file is, its name and type only what that leaves open. `columns` maps
    what the desk calls a table's columns to their titles. Nothing is raised for what is wrong with
    a file: that is the refusal of a reading.
    """
    return list(readings(source, file_name=file_name, media_type=media_type, columns=columns))


def readings(
    source: bytes,
    *,
    file_name: str = "",
    media_type: str = "",
    columns: Mapping[str, str] | None = None,
) -> Iterator[Reading]:
    """The same one by one, so that a file of many articles never stands in memory read."""
    file = File(name=file_name, content=source, media_type=media_type, columns=columns or {})
    return _read(file)


def is_table(source: bytes, *, file_name: str) -> bool:
    """Whether the file is read row by row, by a map of columns."""
    file = File(name=file_name, content=source)
    return next((kind for kind in _formats() if kind.matches(file)), None) is tables.FORMAT


@cache
def _formats() -> tuple[Format, ...]:
    """The first that matches reads; what is none of them is a page or plain text.

    Only who reads files needs what these import, 12 MB.
    """
    from articles.formats import archive, json_ld, letters, newsml, ninjs, nitf, pdf, unknown, word

    return (
        word.FORMAT,
        archive.FORMAT,
        pdf.FORMAT,
        letters.FORMAT,
        ninjs.FORMAT,
        json_ld.FORMAT,
        newsml.FORMAT,
        nitf.FORMAT,
        tables.FORMAT,
        unknown.FORMAT,
    )


def _read(file: File) -> Iterator[Reading]:
    try:
        found = iter(_readings(file))
        first = next(found, None)
        if first is None:
            raise NothingReadable
        yield first
        yield from found
    except ExtractionError as error:
        yield Reading(name=file.name, source=file.content, refusal=str(error))


def _readings(file: File) -> Iterable[Reading]:
    if len(file.content) > MAX_FILE_BYTES:
        raise FileTooLarge
    for kind in _formats():
        if kind.matches(file):
            if kind.read_parts:
                return kind.read_parts(file, _read)
            return kind.read(file) if kind.read else ()
    page = extraction.read(file.content, file_name=file.name, media_type=file.media_type)
    return [Reading(name=file.name, source=file.content, page=page)]
