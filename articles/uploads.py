"""Files that a person sends: each becomes a draft or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import UploadedFile

from articles import drafts, extraction
from articles.extraction import ExtractionError, SourceTooLong
from articles.models import Article, Draft, Story

if TYPE_CHECKING:
    from accounts.models import User


def read(
    files: Iterable[UploadedFile[Any]], *, by: User, at: datetime, story: Story | None
) -> tuple[list[Draft], list[tuple[str, str]]]:
    """Drafts of the files that hold an article; name and sentence of those that do not."""
    taken, refused = [], []
    for file in files:
        try:
            taken.append(draft_of(file, by=by, at=at, story=story))
        except ExtractionError as error:
            refused.append((file.name or "", str(error)))
    return taken, refused


def draft_of(
    file: UploadedFile[Any],
    *,
    by: User,
    at: datetime,
    story: Story | None = None,
    revises: Article | None = None,
) -> Draft:
    """Raises ExtractionError when it holds no article."""
    if (file.size or 0) > extraction.MAX_BYTES:  # its bytes stay where they are
        raise SourceTooLong
    name = file.name or ""
    return drafts.read(file.read(), file_name=name, by=by, at=at, story=story, revises=revises)
