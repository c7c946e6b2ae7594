"""Blanking a text on legal demand: its words go; hash, places and history stay."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import F, Q

from articles.models import (
    Article,
    ArticleEvent,
    ArticleEventKind,
    Draft,
    FeedItem,
    Passage,
    Revision,
    Sentence,
)

if TYPE_CHECKING:
    from accounts.models import User

FILLER = "█"
# The triggers that are told to let this one transaction through; all others hold.
THROUGH = ("articles.Revision:revision_unchanged",)


def blanked(words: str) -> str:
    """As many code points, blanks and line breaks where they were, so that every place holds."""
    return re.sub(r"\S", FILLER, words)


def blank(revision: Revision, *, reason: str, by: User, at: datetime) -> None:
    """Blank the text and all that was made from it here; the caller lets it through THROUGH."""
    Revision.objects.filter(pk=revision.pk).update(
        text=blanked(revision.text), source=b"", redacted_at=at
    )
    Sentence.objects.filter(revision=revision).update(vector=None, code=None, vector_model=None)
    Passage.objects.filter(revision=revision).delete()
    _forget_copies(revision)
    article = revision.article_id
    # The trigger on the headline reads the newest text anew.
    Article.objects.filter(pk=article).update(headline=F("headline"))
    ArticleEvent.objects.create(
        article_id=article,
        kind=ArticleEventKind.REDACTED,
        field=f"revision {revision.number}",
        after=reason,
        at=at,
        by=by,
    )


def _forget_copies(revision: Revision) -> None:
    """What else the desk keeps of the words: credits, summaries of feeds, imports on their way."""
    article = revision.article
    for credit in article.credits.filter(field="text"):
        if credit.words in revision.text:
            credit.words = blanked(credit.words)
            credit.save(update_fields=["words"])
    announced, drafts = Q(batch_item__article=article), Q(article=article) | Q(revises=article)
    if article.url:
        announced |= Q(url=article.url)
        for place in ("address", "page__url__value", "typed__fields__url", "batch_items__url"):
            drafts |= Q(**{place: article.url})
    FeedItem.objects.filter(announced).update(summary="")
    Draft.objects.filter(drafts).delete()
