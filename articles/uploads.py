"""Files that a person sends: each article in them becomes a draft or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model

from accounts import sendings
from articles import drafts, formats, table_imports, withdrawals
from articles.extraction import ExtractionError
from articles.formats import FileTooLarge, Reading, SeveralArticles, TooManyArticles
from articles.models import Article, Draft, Story, Table

if TYPE_CHECKING:
    from accounts.models import User


def read(
    files: Iterable[UploadedFile[Any]], *, by: User, at: datetime, story: Story | None
) -> tuple[list[Draft | Table], list[tuple[str, str]]]:
    """Drafts of the articles in the files; name and sentence of what gave none.

    A table waits for somebody to confirm its columns. An article that its sender takes back is
    marked at once, where the desk has it.
    """
    taken: list[Draft | Table] = []
    refused: list[tuple[str, str]] = []
    for file in files:
        try:
            table = _table(file, by=by, at=at, story=story)
        except TooManyArticles as error:
            refused.append((file.name or "", str(error)))
            continue
        if table:
            taken.append(table)
            continue
        for reading in _readings(file):
            try:
                if reading.page:
                    taken.append(drafts.keep(reading, by=by, at=at, story=story))
                else:
                    refused.append((reading.name, withdrawals.follow(reading, by=by)[1]))
            except ExtractionError as error:
                refused.append((reading.name, str(error)))
    return taken, refused


def read_once(
    files: Sequence[UploadedFile[Any]], *, sent: str, by: User, at: datetime, story: Story | None
) -> tuple[list[Draft | Table], list[tuple[str, str]]]:
    """As `read`, wholly or not at all; of a form that came before, by its digest `sent`, all that
    there is of its batch."""
    taken: list[Draft | Table] = []
    refused: list[tuple[str, str]] = []

    def make() -> Draft | Table | None:
        found, wrong = read(files, by=by, at=at, story=story)
        taken.extend(found)
        refused.extend(wrong)
        return found[0] if found else None

    kind: type[Model] = Table if all(map(_is_table, files)) else Draft
    first = sendings.once(sent, among=kind._default_manager.all(), by=by, make=make)
    if first and not taken:
        taken.extend([*Draft.objects.of_batch(by, at), *Table.objects.of_batch(by, at)])
    return taken, refused


def _is_table(file: UploadedFile[Any]) -> bool:
    if (file.size or 0) > formats.MAX_FILE_BYTES:
        return False
    source = file.read()
    file.seek(0)
    return formats.is_table(source, file_name=file.name or "")


def _table(file: UploadedFile[Any], *, by: User, at: datetime, story: Story | None) -> Table | None:
    """None for a file that is none, or is to be refused like any other.

    Raises TooManyArticles.
    """
    if not _is_table(file):
        return None
    source, name = file.read(), file.name or ""
    file.seek(0)
    try:
        return table_imports.keep(source, file_name=name, by=by, at=at, story=story)
    except TooManyArticles:
        raise
    except ExtractionError:
        return None


def draft_of(file: UploadedFile[Any], *, by: User, at: datetime, revises: Article) -> Draft:
    """Of the only article of a file. Raises ExtractionError when it holds none, or several."""
    readings = _readings(file)
    if len(readings) > 1:
        raise SeveralArticles(len(readings))
    if readings[0].page is None:
        raise ExtractionError(readings[0].refusal)
    return drafts.keep(readings[0], by=by, at=at, revises=revises)


def _readings(file: UploadedFile[Any]) -> list[Reading]:
    name = file.name or ""
    if (file.size or 0) > formats.MAX_FILE_BYTES:  # its bytes stay where they are
        return [Reading(name=name, source=b"", refusal=str(FileTooLarge()))]
    most = drafts.DRAFTS_MOST
    found = list(islice(formats.readings(file.read(), file_name=name), most + 1))
    if len(found) > most:
        return [Reading(name=name, source=b"", refusal=str(TooManyArticles(most)))]
    return found
