"""Marking claims in a revision, moving their ends, removing and restoring them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

import matching
from claims import history
from claims.errors import BadSpan
from claims.models import Claim
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Revision


@transaction.atomic
def mark(
    revision: Revision,
    *,
    start: int,
    end: int,
    by: User,
    statement: str = "",
    attribution: str = "",
) -> Claim:
    """Mark the words from `start` to `end` (code points, end exclusive) as a claim.

    The span snaps to words. A place that is marked already gives that claim; a removed one there
    is put back. Raises BadSpan when the place is outside the text or holds no words.
    """
    if not 0 <= start < end <= len(revision.text):
        raise BadSpan("These words are not in the text. Select them again.")
    try:
        span = matching.snap_to_words(revision.text, start, end)
    except ValueError as error:
        raise BadSpan("Select at least one word.") from error
    selector = matching.describe(revision.text, span.start, span.end)
    at = timezone.now()
    claim, is_new = Claim.objects.get_or_create(
        revision=revision,
        start=span.start,
        end=span.end,
        defaults={
            "article_id": revision.article_id,
            "story_id": revision.article.story_id,
            "outlet_id": revision.article.outlet_id,
            "quote": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
            "statement": statement,
            "attribution": attribution,
            "waiting_since": at,
            "marked_at": at,
            "marked_by": by,
        },
    )
    if is_new:
        history.record(claim, EventKind.MARKED, by=by, at=at)
    return claim
