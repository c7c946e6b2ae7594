"""Imports on their way: read, looked over, then saved or discarded."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import OperationalError, transaction

from articles import extraction, guesses, importing, page_json
from articles.choice_fields import outlet_of, story_of
from articles.errors import AlreadyImported, ArticleError, NewVersion, NothingKept
from articles.models import Article, Draft, MediaType, Outlet, Revision, Story, Table
from articles.published import Published

if TYPE_CHECKING:
    from accounts.models import User
    from articles.extraction import Page
    from articles.formats import Reading

NAME_LENGTH = 255  # characters of a file's name, or of an address in its place
DRAFTS_MOST = 500  # of one file; more than that nobody looks through
IN_THE_WAY = "Something else changed the same article. Save it once more."
LINES_MOST = 10_000  # a checkbox each; the settings let a form have twice as many fields


def paste(
    text: str,
    *,
    by: User,
    at: datetime,
    story: Story | None = None,
    revises: Article | None = None,
) -> Draft:
    """Keep what was read from pasted words, or the pasted source of a page.

    `revises` is the article that it is a new version of, whatever its address. Raises
    ExtractionError when there is no article in it, or more than LINES_MOST lines.
    """
    page = extraction.read_text(text)
    return _keep(page, text.encode(), by=by, at=at, story=story, revises=revises)


def keep(
    reading: Reading,
    *,
    by: User,
    at: datetime,
    story: Story | None = None,
    revises: Article | None = None,
) -> Draft:
    """Keep an article that was read in a file; drafts of one `at` are one batch.

    `revises` as in `paste`. Raises TooManyLines.
    """
    if reading.page is None:
        raise ValueError("What was refused is no draft.")
    page, name = reading.page, reading.name[:NAME_LENGTH]
    return _keep(page, reading.source, by=by, at=at, story=story, file_name=name, revises=revises)


def fetched(
    page: Page,
    source: bytes,
    *,
    address: str,
    by: User,
    at: datetime,
    story: Story | None = None,
    revises: Article | None = None,
) -> Draft:
    """Keep what the worker read at an address; `revises` as in `paste`. Raises TooManyLines."""
    return _keep(page, source, by=by, at=at, story=story, address=address, revises=revises)


def _keep(
    page: Page,
    source: bytes,
    *,
    by: User,
    at: datetime,
    story: Story | None,
    file_name: str = "",
    revises: Article | None = None,
    address: str = "",
) -> Draft:
    if len(page.lines) > LINES_MOST:
        raise extraction.TooManyLines
    purge(by)
    return Draft.objects.create(
        owner=by,
        created_at=at,
        file_name=file_name,
        revises=revises,
        address=address,
        media_type=MediaType(page.media_type),
        source=source,
        page=page_json.dump(page),
        typed={"fields": {"story": str(story.pk)}} if story else {},
    )


def purge(owner: User | None = None) -> int:
    """Delete drafts past their time, of one person or of all; how many there were. Tables too."""
    expired, tables = Draft.objects.expired(), Table.objects.expired()
    if owner:
        expired, tables = expired.filter(owner=owner), tables.filter(owner=owner)
    tables.delete()
    deleted, _ = expired.delete()
    return deleted


def remember(draft: Draft, *, fields: Mapping[str, str], kept: Collection[int]) -> None:
    """Keep what was typed and chosen so far."""
    draft.typed = {"fields": dict(fields), "kept": sorted(kept)}
    draft.save(update_fields=["typed"])


def text_of(page: Page, kept: Collection[int]) -> str:
    """The article's text when these lines, counted from 0, are kept."""
    return extraction.body(
        replace(line, kept=number in kept) for number, line in enumerate(page.lines)
    )


def save(
    draft: Draft,
    *,
    details: Mapping[str, Any],
    kept: Collection[int],
    by: User,
    announced: int | None = None,
) -> Revision:
    """Make the draft an article, with its outlet and story when these are new; or a new version.

    `details` are those of `forms.DetailsForm`; `announced` is the key of the article whose new
    version the person was told it is. Raises NothingKept without a line, AlreadyImported when the
    desk has the article or the draft was saved before, NewVersion when it is one unannounced,
    ArticleError when others were in the way.
    """
    try:
        with transaction.atomic():
            return _save(draft, details, kept, by, announced)
    except OperationalError as error:  # two waited for each other, and one had to give way
        raise ArticleError(IN_THE_WAY) from error


def _save(
    draft: Draft,
    details: Mapping[str, Any],
    kept: Collection[int],
    by: User,
    announced: int | None,
) -> Revision:
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if draft.article_id:
        raise AlreadyImported(draft.article_id, "This draft is saved already. Nothing changed.")
    page = page_json.load(draft.page)
    text, guid = text_of(page, kept), guesses.guid_of(page)
    if not text:
        raise NothingKept("Every line is left out. Keep at least one.")
    outlet = _outlet(details, announced)
    known = draft.revises or importing.revised_by(
        text=text, url=details["url"], guid=guid, outlet=outlet
    )
    if known and known.pk not in (draft.revises_id, announced):
        raise NewVersion(known.pk, "It is a new version of an article on the desk.")
    new = replace(_new_article(draft, text, details, by, known=known), guid=guid)
    revision = importing.revise(known, new, by=by) if known else importing.receive(new, by=by)
    draft.article = revision.article
    draft.save(update_fields=["article"])
    return revision


def _outlet(details: Mapping[str, Any], announced: int | None) -> Outlet | None:
    """The one that was chosen; of a new version, which asks for none, its article's."""
    chosen = details.get("outlet")
    if chosen is None and announced:
        return Outlet.objects.filter(articles=announced).first()
    return chosen if isinstance(chosen, Outlet) else None


def _new_article(
    draft: Draft, text: str, details: Mapping[str, Any], by: User, *, known: Article | None
) -> importing.NewArticle:
    published: Published | None = details["published"]
    plain = ("headline", "standfirst", "byline", "dateline", "credit", "url", "language")
    return importing.NewArticle(
        story=known.story if known else story_of(details, by=by),
        outlet=known.outlet if known else outlet_of(details),
        text=text,
        source=bytes(draft.source),
        media_type=MediaType(draft.media_type),
        source_name=(draft.file_name or draft.address)[:NAME_LENGTH],
        info_sources=tuple(details["info_sources"]),
        **{name: details[name] for name in plain},
        **(published.columns() if published else {}),
    )


def discard(draft: Draft) -> None:
    """Forget the draft; what was saved from it stays."""
    draft.delete()


def follow_merge(gone: Outlet, *, into: Outlet) -> None:
    """Choose in drafts the outlet that was kept, where the other was chosen."""
    for draft in Draft.objects.filter(typed__fields__outlet=str(gone.pk)):
        fields = {**draft.typed["fields"], "outlet": str(into.pk)}
        Draft.objects.filter(pk=draft.pk).update(typed={**draft.typed, "fields": fields})
