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
    article = revision.article_id
    Draft.objects.filter(Q(article=article) | Q(revises=article)).delete()
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
