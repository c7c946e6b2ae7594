"""The rows that an import writes, none of them saved yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import matching
from articles.models import Article, ArticleEvent, ArticleEventKind, Revision, Sentence

if TYPE_CHECKING:
    from accounts.models import User
    from articles.importing import NewArticle


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
        guid=new.guid,
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
    return revision_of(article, new, number=1, at=article.imported_at, by=article.imported_by)


def revision_of(
    article: Article, new: NewArticle, *, number: int, at: datetime, by: User
) -> Revision:
    """Its row, not saved yet; the article has the SHA-256 of the text already."""
    return Revision(
        article=article,
        number=number,
        text=new.text,
        sha256=article.sha256,
        source=new.source,
        source_name=new.source_name,
        media_type=new.media_type,
        imported_at=at,
        imported_by=by,
    )


def event_of(article: Article) -> ArticleEvent:
    """Its row, not saved yet."""
    return ArticleEvent(
        article=article,
        kind=ArticleEventKind.IMPORTED,
        at=article.imported_at,
        by=article.imported_by,
    )


def sentences_of(revision: Revision) -> Iterator[Sentence]:
    """Their rows, not saved yet."""
    for position, span in enumerate(matching.split(revision.text)):
        yield Sentence(revision=revision, position=position, start=span.start, end=span.end)
