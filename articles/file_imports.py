"""Importing files without a preview, as the command does: many in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from articles import (
    bulk,
    extraction,
    files,
    formats,
    guesses,
    importers,
    importing,
    page_imports,
    stories,
    withdrawals,
)
from articles.errors import AlreadyImported, ArticleError
from articles.extraction import ExtractionError
from articles.files import BadFile, File
from articles.formats.files import own_name
from articles.import_results import Result, Status, refusal, told
from articles.models import Article, Outlet, Revision, Story
from articles.revision_querysets import hash_of

if TYPE_CHECKING:
    from accounts.models import User
    from articles.extraction import Page

ARTICLES_A_BATCH = 100  # are written together
OF_ONE_ARTICLE = (".txt", ".html", ".htm", ".xhtml", ".docx", ".pdf")
KNOWN = "“{0.headline}” is on the desk already. Nothing changed."
NAMELESS = "It does not say which outlet published it: add --outlet NAME."


@dataclass(frozen=True, kw_only=True)
class Run:
    """What holds for all files of one call."""

    story: str  # its slug
    create_story: str | None = None  # the title to open it with
    outlet: str = ""  # its name; otherwise what each file says
    by: str | None = None  # a user name
    columns: Mapping[str, str] = field(default_factory=dict)  # of tables, by the desk's words
    is_dry: bool = False  # nothing is written


@dataclass(frozen=True)
class Reading:
    """An article that was read in a file; `part` is empty when it is all of the file."""

    file: File
    found: formats.Reading
    page: Page
    text: str

    @property
    def part(self) -> str:
        return _part(self.file, self.found)


def begin(run: Run) -> None:
    """Raises ArticleError when story or account are not there; opens the story as asked for."""
    with _kept_unless(run.is_dry):
        _desk_of(run)


def import_files(paths: Sequence[Path], run: Run) -> list[Result]:
    """Import these files, each once, in their order; of one that is refused nothing stays.

    Without `run.outlet` the outlet is the one the page names, else one called as the file is,
    without its ending. Outlets the desk does not know are made.
    """
    results: list[Result] = []
    unread = _not_read_yet(list(_opened(paths, results)), run, results)
    taken_back: list[tuple[File, formats.Reading]] = []
    readings = _readings(unread, run, results, taken_back)
    while batch := list(islice(readings, ARTICLES_A_BATCH)):
        with _kept_unless(run.is_dry):
            results += _saved(batch, run)
    if taken_back:
        with _kept_unless(run.is_dry):
            results += [_taken_back(file, found, run) for file, found in taken_back]
    places = {str(path): place for place, path in enumerate(paths)}
    return sorted(results, key=lambda result: places[result.path])


def _opened(paths: Iterable[Path], results: list[Result]) -> Iterator[File]:
    for path in paths:
        try:
            yield files.opened(path)
        except (ArticleError, ExtractionError) as error:
            results.append(refusal(path, str(error)))


def _not_read_yet(opened: Sequence[File], run: Run, results: list[Result]) -> list[File]:
    """Without the files whose bytes, under their name, gave the newest text of an article.

    An import that goes on where it was stopped need not read them again. Of those that may hold
    several articles all are read: the others may not be in yet.
    """
    outlet = Outlet.objects.called(run.outlet) if run.outlet else None
    known = {
        (source_hash, revision.source_name): revision
        for source_hash, revision in Revision.objects.newest_from(file.source for file in opened)
        if not run.outlet or revision.article.outlet == outlet
    }
    unread = []
    for file in opened:
        revision = known.get((hash_of(file.source), file.name))
        if revision and file.name.lower().endswith(OF_ONE_ARTICLE):
            article, text = revision.article, revision.text
            results.append(told(file.path, Status.UNCHANGED, KNOWN.format(article), article, text))
        else:
            unread.append(file)
    return unread


def _readings(
    opened: Iterable[File],
    run: Run,
    results: list[Result],
    taken_back: list[tuple[File, formats.Reading]],
) -> Iterator[Reading]:
    for file in opened:
        for found in formats.readings(file.source, file_name=file.name, columns=run.columns):
            if found.page:
                yield Reading(file, found, found.page, extraction.body(found.page.lines))
            elif found.withdraws:
                taken_back.append((file, found))
            else:
                results.append(refusal(file.path, found.refusal, part=_part(file, found)))


def _saved(readings: Sequence[Reading], run: Run) -> Iterator[Result]:
    story, by = _desk_of(run)
    news, named = [], []
    for reading, outlet in zip(readings, _outlets_of(readings, run), strict=True):
        if outlet:
            found = reading.found
            news.append(
                page_imports.new_article(
                    reading.page,
                    source=found.source,
                    source_name=found.name,
                    story=story,
                    outlet=outlet,
                )
            )
            named.append(reading)
        else:
            yield refusal(reading.file.path, str(BadFile(NAMELESS)), part=reading.part)
    for reading, outcome in zip(named, bulk.save_each(news, by=by), strict=True):
        yield _result(reading, outcome, run)


def _outlets_of(readings: Sequence[Reading], run: Run) -> list[Outlet | None]:
    """For each its outlet, without a key when the desk knows none of the name; none without one."""
    found = [_named_by(reading, run) for reading in readings]
    known = Outlet.objects.called_any(name for name in found if isinstance(name, str))
    return [
        known.get(name.lower()) or (Outlet(name=name) if name else None)
        if isinstance(name, str)
        else name
        for name in found
    ]


def _named_by(reading: Reading, run: Run) -> Outlet | str:
    """The outlet of the desk that the page is from, or the name of one that may be new."""
    address = guesses.address_of(reading.page)
    if known_article := importing.revised_by(text=reading.text, url=address):
        return known_article.outlet
    if run.outlet:
        return run.outlet
    if known := guesses.known_outlet(reading.page, address):
        return known[0]
    name = guesses.outlet_name(reading.page, address)
    return name.value if name else own_name(reading.found.name).rsplit(".", 1)[0]


def _result(reading: Reading, outcome: Revision | ArticleError, run: Run) -> Result:
    path, text, part = reading.file.path, reading.text, reading.part
    if isinstance(outcome, AlreadyImported):
        known = Article.objects.for_list().get(pk=outcome.article_id)
        return told(path, Status.UNCHANGED, str(outcome), known, text, part=part)
    if isinstance(outcome, ArticleError):
        return refusal(path, str(outcome), part=part)
    article, number = outcome.article, outcome.number
    sentence = f"“{article.headline}”, {article.outlet}"
    if number > 1:
        sentence = f"{sentence}, revision {number}"
        return told(path, Status.REVISED, sentence, article, text, part=part)
    status = Status.NEW if run.is_dry else Status.IMPORTED
    return told(path, status, sentence, article, text, part=part)


def _taken_back(file: File, found: formats.Reading, run: Run) -> Result:
    """Marks the article that its sender withdraws; where there is none it is refused."""
    outlet = Outlet.objects.called(run.outlet) if run.outlet else None
    article, sentence = withdrawals.follow(found, by=_desk_of(run)[1], outlet=outlet)
    part = _part(file, found)
    if article is None:
        return refusal(file.path, sentence, part=part)
    text = article.revisions.latest("number").text
    return told(file.path, Status.WITHDRAWN, sentence, article, text, part=part)


def _part(file: File, found: formats.Reading) -> str:
    """What a reading is called beside its file."""
    return found.name.removeprefix(file.name).removeprefix(formats.INSIDE)


def _desk_of(run: Run) -> tuple[Story, User]:
    by = importers.named(run.by) if run.by else importers.default()
    return stories.at(run.story, or_open=run.create_story, by=by), by


@contextmanager
def _kept_unless(is_dry: bool) -> Iterator[None]:
    if not is_dry:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
