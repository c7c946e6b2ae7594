"""Importing files without a preview, as the command does: one transaction a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction

from articles import extraction, guesses, importing, outlets
from articles.errors import AlreadyImported, ArticleError
from articles.extraction import ExtractionError, SourceTooLong
from articles.models import Article, MediaType, Outlet, Story

if TYPE_CHECKING:
    from accounts.models import User
    from articles.extraction import Page

ENDINGS = frozenset({".txt", ".html", ".htm"})


class Status(StrEnum):
    IMPORTED = "imported"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class BadFile(ArticleError):
    """It is not there, cannot be opened, or is no kind of file that is imported."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What became of one path; without an article it was refused, and `sentence` says why."""

    path: Path
    status: Status
    sentence: str
    article: Article | None = None
    text: str = ""


def find(paths: Iterable[Path]) -> list[Path]:
    """The files to import: those named, and those with ENDINGS in folders, by name, each once.

    A folder without such a file stands for itself: it is refused, not passed over.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = (file for file in path.rglob("*") if file.suffix.lower() in ENDINGS)
        found |= dict.fromkeys(sorted(filter(Path.is_file, inside)) or [path])
    return list(found)


def import_file(path: Path, *, story: Story, by: User, outlet_name: str = "") -> Result:
    """Import one file; nothing of it stays when it is refused.

    Without `outlet_name` the outlet is the one the page names, else one called as the file is,
    without its ending. Outlets the desk does not know are made.
    """
    try:
        source = _bytes_of(path)
        page = extraction.read(source, file_name=_name(path))
        text = extraction.body(page.lines)
    except (ArticleError, ExtractionError) as error:
        return Result(path=path, status=Status.REFUSED, sentence=str(error))
    try:
        with transaction.atomic():
            new = _new_article(page, text, path, source, story, outlet_name)
            revision = importing.receive(new, by=by)
    except AlreadyImported as error:
        known = Article.objects.for_list().get(pk=error.article_id)
        return Result(
            path=path, status=Status.UNCHANGED, sentence=str(error), article=known, text=text
        )
    except ArticleError as error:
        return Result(path=path, status=Status.REFUSED, sentence=str(error))
    article, number = revision.article, revision.number
    version = "" if number == 1 else f", revision {number}"
    return Result(
        path=path,
        status=Status.IMPORTED if number == 1 else Status.REVISED,
        sentence=f"“{article.headline}”, {article.outlet}{version}",
        article=article,
        text=text,
    )


def _bytes_of(path: Path) -> bytes:
    if not path.exists():
        raise BadFile("There is no such file.")
    if path.is_dir():
        raise BadFile("There is no .txt, .html or .htm file in this folder.")
    if path.suffix.lower() not in ENDINGS:
        raise BadFile("Only .txt, .html and .htm files are imported.")
    try:
        if path.stat().st_size > extraction.MAX_BYTES:
            raise SourceTooLong
        return path.read_bytes()
    except OSError as error:
        raise BadFile(f"It cannot be opened: {error.strerror}.") from error


def _new_article(
    page: Page, text: str, path: Path, source: bytes, story: Story, outlet_name: str
) -> importing.NewArticle:
    words: dict[str, Any] = {name: guess.value for name, guess in guesses.plain(page, text).items()}
    address = words.get("url", "")
    known = importing.revised_by(text=text, url=address)
    outlet = known.outlet if known else _outlet_of(page, address, path, outlet_name)
    published = page.published and guesses.moment(page.published, outlet)
    return importing.NewArticle(
        story=story,
        outlet=outlet,
        text=text,
        source=source,
        media_type=MediaType(page.media_type),
        source_name=_name(path),
        info_sources=guesses.sources(page),
        **words,
        **(published.columns() if published else {}),
    )


def _outlet_of(page: Page, address: str, path: Path, outlet_name: str) -> Outlet:
    if outlet_name:
        return outlets.named(outlet_name)
    if known := guesses.known_outlet(page, address):
        return known[0]
    name = guesses.outlet_name(page, address)
    return outlets.named(name.value if name else _name(path).rsplit(".", 1)[0])


def _name(path: Path) -> str:
    """The file's name as text, whatever bytes it is made of."""
    return path.name.encode(errors="replace").decode()
