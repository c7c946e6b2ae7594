"""Bringing texts onto the desk: an article, or its next revision, whole in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import details, import_rows, origins, passages, versions
from articles.constraints import broken_by
from articles.errors import AlreadyImported, ArticleError, Blanked
from articles.models import (
    Article,
    ArticleEvent,
    ArticleEventKind,
    MediaType,
    Outlet,
    Precision,
    Revision,
    Sentence,
    Story,
)
from articles.passages import Passages

if TYPE_CHECKING:
    from accounts.models import User

# Called inside the transaction with the new revisions; `claims.apps` fills it. The other hook is
# `origins.AFTER_ORIGINS`.
AFTER_REVISION: list[Callable[[Sequence[Revision]], None]] = []

SENTENCES_A_BATCH = 2_000
BLANKED = "The words of “{}” were blanked. Others come only by New version, looked over."


@dataclass(frozen=True, kw_only=True)
class NewArticle:
    """What an import knows of an article. `text` has LF line ends and is the body alone."""

    story: Story
    outlet: Outlet
    headline: str
    text: str
    source: bytes
    media_type: MediaType = MediaType.TEXT
    source_name: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    credit: str = ""
    url: str = ""
    guid: str = ""
    language: str = ""
    info_sources: tuple[str, ...] = ()
    published_at: datetime | None = None
    published_zone: str = ""
    published_precision: Precision = Precision.MINUTE


def sha256_of(text: str) -> str:
    """Hex SHA-256 over the UTF-8 bytes of the text."""
    return hashlib.sha256(text.encode()).hexdigest()


def known_article(*, outlet: Outlet, text: str, url: str = "", guid: str = "") -> Article | None:
    """The article that this text is or was: by canonical URL, else by outlet and guid or words.

    The same words of one outlet are two articles only when each has a URL of its own.
    """
    if url and (known := Article.objects.filter(url=url).first()):
        return known
    if known := Article.objects.item(guid, outlet=outlet):
        return known
    same_words = Article.objects.filter(outlet=outlet, revisions__sha256=sha256_of(text))
    return (same_words.filter(url="") if url else same_words).first()


def revised_by(
    *, text: str, url: str, guid: str = "", outlet: Outlet | None = None
) -> Article | None:
    """The article from this address, when the text is not the one the desk has of it; else the
    outlet's item of that guid, when the text is none that it had."""
    digest = sha256_of(text)
    if url and (known := Article.objects.for_list().filter(url=url).first()):
        return known if known.sha256 != digest else None
    known = Article.objects.item(guid, outlet=outlet) if outlet else None
    return known if known and not known.revisions.has_had(digest) else None


def save(new: NewArticle, *, by: User) -> Article:
    """As `receive`; the article."""
    return receive(new, by=by).article


@transaction.atomic
def receive(new: NewArticle, *, by: User) -> Revision:
    """Save an article with its first revision; from a known address, that article's next revision.

    Raises AlreadyImported when the desk has the text, Blanked when it had to blank the article,
    ArticleError as `revise` does.
    """
    # The lock makes two saves of one text wait for each other; the second then sees the first.
    if not Outlet.objects.hold([new.outlet.pk]):
        raise ArticleError("Its outlet was merged into another meanwhile. Save it once more.")
    if known := _known(new):
        return _again(known, new, by=by)
    try:
        with transaction.atomic():
            digest, at = sha256_of(new.text), timezone.now()
            article = import_rows.article_of(new, digest=digest, at=at, by=by)
            article.save(force_insert=True)
    except IntegrityError as error:
        # From one address under two outlets at once: the lock above held nobody back.
        broken_by(error, "article_url_unique")
        return _again(Article.objects.get(url=new.url), new, by=by)
    import_rows.event_of(article).save(force_insert=True)
    return _add(import_rows.first_revision_of(article, new))


@transaction.atomic
def revise(article: Article, new: NewArticle, *, by: User) -> Revision:
    """Make the text the article's next revision, and take over the details that it gives.

    The article keeps story and outlet, whatever `new` says; going back to an earlier text is a
    revision too. Raises AlreadyImported when these are the words the desk has, or had to blank, and
    ArticleError when another article has the address or, without one, the outlet and words.
    """
    row, digest, at = held(article), sha256_of(new.text), timezone.now()
    if row.sha256 == digest:
        raise AlreadyImported(row.pk, f"“{row.headline}” has these very words. Nothing changed.")
    if row.revisions.has_blanked(digest):
        raise AlreadyImported(row.pk, "These words were taken off the desk. They do not come back.")
    given = versions.brought(row, versions.details_of(new), text=new.text)
    details.write(row, sha256=digest)
    number, kind = row.revisions.latest_number() + 1, ArticleEventKind.REVISED
    ArticleEvent.objects.create(article=row, kind=kind, at=at, by=by, after=str(number))
    details.take(row, given, kind=kind, by=by)
    row.refresh_from_db()
    return _add(import_rows.revision_of(row, new, number=number, at=at, by=by))


def held(article: Article) -> Article:
    """The article as it is now; others wait to change its text, its claims or their links.

    Its story is locked before it, as everywhere.
    """
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    return (
        Article.objects.for_list().select_for_update(of=("self",), no_key=True).get(pk=article.pk)
    )


def _known(new: NewArticle) -> Article | None:
    return known_article(outlet=new.outlet, text=new.text, url=new.url, guid=new.guid)


def _again(known: Article, new: NewArticle, *, by: User) -> Revision:
    """What is on the desk comes in once more. Words that it had before change nothing unless they
    come from its address, and none come by themselves once its words were blanked."""
    if known.revisions.newest_is_blanked():
        raise Blanked(known.pk, BLANKED.format(known.headline))
    is_from_there = bool(new.url) and known.url == new.url
    if (is_from_there and known.sha256 != sha256_of(new.text)) or _is_next_version(known, new):
        return revise(known, new, by=by)
    newer = "" if known.sha256 == sha256_of(new.text) else ", with newer words"
    raise AlreadyImported(
        known.pk, f"“{known.headline}” is on the desk already{newer}. Nothing changed."
    )


def _is_next_version(known: Article, new: NewArticle) -> bool:
    """An item of that guid with words it never had; an older version may come in late."""
    if not new.guid or known.guid != new.guid or known.revisions.has_had(sha256_of(new.text)):
        return False
    times = known.published_at, new.published_at
    return not (times[0] and times[1] and times[1] < times[0])


def _add(revision: Revision) -> Revision:
    """Save it with its sentences and passages, and do what follows from it."""
    revision.save(force_insert=True)
    add_sentences(revision)
    found = passages.read([revision])
    passages.store(found)
    follow([revision], found)
    return revision


def follow(revisions: Sequence[Revision], found: Passages) -> None:
    """Do what follows from new texts, whose rows and passages are written.

    Two copies that come into one story at once wait here for each other: the second sees the first.
    """
    Story.objects.hold(revision.article.story_id for revision in revisions)
    for one in AFTER_REVISION:
        one(revisions)
    origins.follow(revisions, found)


def add_sentences(revision: Revision) -> None:
    """Store where each sentence of the revision stands."""
    Sentence.objects.bulk_create(import_rows.sentences_of(revision), batch_size=SENTENCES_A_BATCH)
