"""Bringing an article onto the desk: article, revision 1 and sentences in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

import matching
from articles.constraints import broken_by
from articles.errors import AddressTaken, AlreadyImported
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

if TYPE_CHECKING:
    from accounts.models import User

# Called inside the transaction with the new revisions; `claims.apps` fills it. The only hook.
AFTER_REVISION: list[Callable[[Sequence[Revision]], None]] = []

SENTENCES_A_BATCH = 2_000


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
    language: str = ""
    info_sources: tuple[str, ...] = ()
    published_at: datetime | None = None
    published_zone: str = ""
    published_precision: Precision = Precision.MINUTE


def sha256_of(text: str) -> str:
    """Hex SHA-256 over the UTF-8 bytes of the text."""
    return hashlib.sha256(text.encode()).hexdigest()


def known_article(*, outlet: Outlet, text: str, url: str = "") -> Article | None:
    """The article that this text already is: by canonical URL, else by outlet and words.

    The same words of one outlet are two articles only when each has a URL of its own.
    """
    if url and (known := Article.objects.filter(url=url).first()):
        return known
    same_words = Article.objects.filter(outlet=outlet, sha256=sha256_of(text))
    return (same_words.filter(url="") if url else same_words).first()


@transaction.atomic
def save(new: NewArticle, *, by: User) -> Article:
    """Save an article with its first revision and sentences.

    Raises AlreadyImported when the desk has it: the same text, or other text at a known address.
    """
    digest = sha256_of(new.text)
    at = timezone.now()
    # The lock makes two saves of one text wait for each other; the second then sees the first.
    Outlet.objects.select_for_update(no_key=True).get(pk=new.outlet.pk)
    _refuse_known(new, digest)
    try:
        with transaction.atomic():
            article = article_of(new, digest=digest, at=at, by=by)
            article.save(force_insert=True)
    except IntegrityError as error:
        # From one address under two outlets at once: the lock above held nobody back.
        broken_by(error, "article_url_unique")
        _refuse_known(new, digest)
        raise
    revision = first_revision_of(article, new)
    revision.save(force_insert=True)
    add_sentences(revision)
    import_event_of(article).save(force_insert=True)
    for follow in AFTER_REVISION:
        follow([revision])
    return article


def article_of(new: NewArticle, *, digest: str, at: datetime, by: User) -> Article:
    """Its row, not saved yet; `digest` is the SHA-256 of the text."""
    return Article(
        story=new.story,
        outlet=new.outlet,
        headline=new.headline,
        standfirst=new.standfirst,
        byline=new.byline,
        dateline=new.dateline,
        credit=new.credit,
        url=new.url,
        language=new.language,
        info_sources=list(new.info_sources),
        published_at=new.published_at,
        published_zone=new.published_zone,
        published_precision=new.published_precision,
        sha256=digest,
        imported_at=at,
        imported_by=by,
    )


def first_revision_of(article: Article, new: NewArticle) -> Revision:
    """Its row, not saved yet."""
    return Revision(
        article=article,
        number=1,
        text=new.text,
        sha256=article.sha256,
        source=new.source,
        source_name=new.source_name,
        media_type=new.media_type,
        imported_at=article.imported_at,
        imported_by=article.imported_by,
    )


def import_event_of(article: Article) -> ArticleEvent:
    """Its row, not saved yet."""
    return ArticleEvent(
        article=article,
        kind=ArticleEventKind.IMPORTED,
        at=article.imported_at,
        by=article.imported_by,
    )


def _refuse_known(new: NewArticle, digest: str) -> None:
    known = known_article(outlet=new.outlet, text=new.text, url=new.url)
    if known is None:
        return
    if known.sha256 == digest:
        raise AlreadyImported(
            known.pk, f"“{known.headline}” is on the desk already. Nothing changed."
        )
    raise AddressTaken(
        known.pk,
        f"“{known.headline}” came from this address with other words. "
        "Leave the address empty to keep both, or open the article on the desk.",
    )


def add_sentences(revision: Revision) -> None:
    """Store where each sentence of the revision stands."""
    Sentence.objects.bulk_create(sentences_of(revision), batch_size=SENTENCES_A_BATCH)


def sentences_of(revision: Revision) -> Iterator[Sentence]:
    """Their rows, not saved yet."""
    for position, span in enumerate(matching.split(revision.text)):
        yield Sentence(revision=revision, position=position, start=span.start, end=span.end)
