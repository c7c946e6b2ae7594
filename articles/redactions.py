"""Blanking a text on legal demand: its words go; hash, places and history stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from articles import page_json, table_imports
from articles.models import (
    Article,
    ArticleEvent,
    ArticleEventKind,
    BatchItem,
    Draft,
    FeedItem,
    OriginEvent,
    Passage,
    Revision,
    Sentence,
    Table,
)
from articles.quoting import Quoting, blanked

if TYPE_CHECKING:
    from accounts.models import User

# The triggers that are told to let this one transaction through; all others hold.
THROUGH = (
    "articles.Revision:revision_unchanged",
    "articles.ArticleEvent:article_event_unchanged",
    "articles.OriginEvent:origin_event_unchanged",
)
WRITTEN_AT_ONCE = 500


def blank(revision: Revision, *, reason: str, by: User, at: datetime) -> None:
    """Blank the text and all that was made from it here; the caller lets it through THROUGH."""
    Revision.objects.filter(pk=revision.pk).update(
        text=blanked(revision.text),
        source=b"",
        source_name=Quoting(revision.text).blanked(revision.source_name),
        redacted_at=at,
    )
    Sentence.objects.filter(revision=revision).update(vector=None, code=None, vector_model=None)
    Passage.objects.filter(revision=revision).delete()
    for credit in revision.article.credits.filter(field="text"):
        if credit.words in revision.text:
            credit.words = blanked(credit.words)
            credit.save(update_fields=["words"])
    ArticleEvent.objects.create(
        article_id=revision.article_id,
        kind=ArticleEventKind.REDACTED,
        field=f"revision {revision.number}",
        after=reason,
        at=at,
        by=by,
    )


def blank_copies(article: Article, quoting: Quoting) -> None:
    """Blank or forget what else this app has of the words; the caller lets it through THROUGH.

    A standfirst goes as a whole with the newest text.
    """
    _blank_details(article, quoting)
    _forget_announcements(article, quoting)
    _forget_imports(article, quoting)


def blank_quotes(rows: Iterable[models.Model], fields: Sequence[str], quoting: Quoting) -> None:
    """Blank in these fields of the rows what is quoted."""
    changed = []
    for row in rows:
        before = [getattr(row, name) for name in fields]
        after = [quoting.blanked(words) for words in before]
        if after != before:
            for name, words in zip(fields, after, strict=True):
                setattr(row, name, words)
            changed.append(row)
    if changed:
        manager = type(changed[0])._default_manager
        manager.bulk_update(changed, fields, batch_size=WRITTEN_AT_ONCE)


def _blank_details(article: Article, quoting: Quoting) -> None:
    """Headline and standfirst, with what the history tells of them, and reasons for origins."""
    article.refresh_from_db()
    is_newest = article.revisions.newest_is_blanked()
    standfirst = blanked(article.standfirst) if is_newest else quoting.blanked(article.standfirst)
    # The trigger on the headline reads the newest text anew.
    Article.objects.filter(pk=article.pk).update(
        headline=quoting.blanked(article.headline), standfirst=standfirst
    )
    blank_quotes(article.events.all(), ["before", "after"], quoting)
    for event in article.events.filter(field="standfirst") if is_newest else ():
        event.before, event.after = blanked(event.before), blanked(event.after)
        event.save(update_fields=["before", "after"])
    blank_quotes(OriginEvent.objects.filter(story=article.story_id), ["reason"], quoting)


def _forget_announcements(article: Article, quoting: Quoting) -> None:
    """What feeds of its outlet say, and what became of addresses."""
    announced = Q(batch_item__article=article)
    if article.url:
        announced |= Q(url=article.url)
    FeedItem.objects.filter(announced).update(summary="")
    items = FeedItem.objects.filter(announced | Q(feed__outlet=article.outlet_id))
    blank_quotes(items.only("title", "summary").iterator(), ["title", "summary"], quoting)
    told = BatchItem.objects.filter(Q(article=article) | Q(checks=article))
    blank_quotes(told, ["sentence"], quoting)


def _forget_imports(article: Article, quoting: Quoting) -> None:
    """Drafts of the article or its address, and pasted words and tables that quote it."""
    drafts = Q(article=article) | Q(revises=article)
    if article.url:
        for place in ("address", "page__url__value", "typed__fields__url", "batch_items__url"):
            drafts |= Q(**{place: article.url})
    Draft.objects.filter(drafts).delete()
    others = Draft.objects.without_address().only("page")
    quoted = [draft.pk for draft in others.iterator() if _is_quoted(draft, quoting)]
    Draft.objects.filter(pk__in=quoted).delete()
    tables = Table.objects.all().iterator()
    stored = [table.pk for table in tables if any(map(quoting.is_in, table_imports.cells(table)))]
    Table.objects.filter(pk__in=stored).delete()


def _is_quoted(draft: Draft, quoting: Quoting) -> bool:
    page = page_json.load(draft.page)
    return any(quoting.is_in(line.text) for line in page.lines)
