"""Blanking a text with all that the desk has quoted from it: the one way through the triggers.

They read a setting of the session that `pgtrigger.ignore` makes for this transaction alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pgtrigger
from django.db import models, transaction
from django.utils import timezone

from articles import redactions
from articles.models import Article, Revision
from articles.quoting import Quoting, blanked
from articles.redactions import blank_quotes
from claims import clusters
from claims.errors import NotAllowed
from claims.models import (
    BulkAct,
    Claim,
    Comment,
    Discrepancy,
    Event,
    Evidence,
    Link,
    Mention,
    Opinion,
    RationaleDraft,
    Relocation,
    SavedView,
    Verdict,
)
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User

THROUGH = (
    *redactions.THROUGH,
    "claims.Verdict:verdict_unchanged",
    "claims.Opinion:opinion_unchanged",
    "claims.Event:event_unchanged",
    "claims.Relocation:relocation_stays_what_it_was",
    "claims.Evidence:evidence_unchanged",
)
WRITTEN_AT_ONCE = 500
# Events whose words before and after are those of the claim's own text, and of any in the story.
OF_ITS_OWN = (
    EventKind.MOVED,
    EventKind.FOLLOWED,
    EventKind.SOURCE_CHANGED,
    EventKind.RELOCATED,
)
OF_OTHERS = (EventKind.REJECTED, EventKind.RESTORED)


@transaction.atomic
def redact(article: Article, *, reason: str, by: User, number: int | None = None) -> list[Revision]:
    """Blank one revision of the article, or all; which were blanked now.

    Raises NotAllowed unless a desk admin does it, with a reason, to a revision that is there.
    """
    if not by.is_desk_admin:
        raise NotAllowed("Only a desk admin can blank a text.")
    if not reason.strip():
        raise NotAllowed("Say on whose demand, and why.")
    clusters.lock({article.story_id})
    revisions = Revision.objects.to_blank(article, number=number)
    if number is not None and not article.revisions.filter(number=number).exists():
        raise NotAllowed(f"This article has no revision {number}.")
    at, done = timezone.now(), list(revisions)
    with pgtrigger.ignore(*THROUGH):
        for revision in done:
            redactions.blank(revision, reason=reason.strip(), by=by, at=at)
            _blank_quotes(revision)
        if done:
            quoting = Quoting(*(revision.text for revision in done))
            redactions.blank_copies(article, quoting)
            _blank_what_people_wrote(article, quoting)
            _blank_views(quoting)
    return done


def _blank_quotes(revision: Revision) -> None:
    claims = list(Claim.objects.filter(revision=revision))
    _rewrite(claims, ["quote", "prefix", "suffix"])
    _rewrite(Verdict.objects.filter(revision=revision), ["quote"])
    _rewrite(Opinion.objects.filter(revision=revision), ["quote"])
    _rewrite(Relocation.objects.filter(from_revision=revision), ["old_quote"])
    _rewrite(Relocation.objects.filter(to_revision=revision), ["new_quote"])
    Mention.objects.filter(sentence__revision=revision).delete()
    article = revision.article
    quoting = Event.objects.filter(
        models.Q(kind__in=OF_ITS_OWN, claim__article=article)
        | models.Q(kind__in=OF_OTHERS, claim__story=article.story_id)
    )
    for field in ("before", "after"):
        _rewrite([one for one in quoting if _is_of(revision, getattr(one, field))], [field])
    _forget_shared_words(revision)


def _blank_what_people_wrote(article: Article, quoting: Quoting) -> None:
    """Of the story's claims: what a person quoted there stands for these words too."""
    of_story = {"claim__story": article.story_id}
    blank_quotes(Claim.objects.filter(article=article), ["statement"], quoting)
    own = Event.objects.filter(claim__article=article)
    blank_quotes(own, ["before", "after"], quoting)
    blank_quotes(Event.objects.filter(**of_story).exclude(reason=""), ["reason"], quoting)
    blank_quotes(Verdict.objects.filter(**of_story), ["rationale", "reason"], quoting)
    blank_quotes(Opinion.objects.filter(**of_story), ["rationale", "reason"], quoting)
    blank_quotes(RationaleDraft.objects.filter(**of_story), ["rationale"], quoting)
    blank_quotes(Evidence.objects.filter(**of_story), ["title", "citation", "note"], quoting)
    blank_quotes(Relocation.objects.filter(**of_story), ["note"], quoting)
    blank_quotes(Comment.objects.filter(**of_story), ["text"], quoting)
    acts = BulkAct.objects.filter(parts__claim__story=article.story_id).distinct()
    blank_quotes(acts, ["rationale", "title", "citation", "note"], quoting)
    settled = Discrepancy.objects.filter(link__a__story=article.story_id).exclude(reason="")
    blank_quotes(settled, ["reason"], quoting)


def _blank_views(quoting: Quoting) -> None:
    """Views ask about any story. One whose name quotes is called by its number, since two of a
    person may not have one name."""
    views = list(SavedView.objects.all())
    blank_quotes(views, ["query"], quoting)
    for view in views:
        if quoting.is_in(view.name):
            SavedView.objects.filter(pk=view.pk).update(name=f"Blanked {view.pk}")


def _is_of(revision: Revision, words: str) -> bool:
    return bool(words) and words in revision.text


def _forget_shared_words(revision: Revision) -> None:
    """Links and their history name words that two claims share."""
    own = Claim.objects.filter(article=revision.article_id)
    Link.objects.filter(models.Q(a__in=own) | models.Q(b__in=own)).update(shared=[], reasons=[])
    suggested = Event.objects.filter(kind=EventKind.SUGGESTED)
    suggested.filter(models.Q(claim__in=own) | models.Q(other__in=own)).update(reason="")


def _rewrite(rows: Iterable[models.Model], fields: Sequence[str]) -> None:
    rows = list(rows)
    for row in rows:
        for field in fields:
            setattr(row, field, blanked(getattr(row, field)))
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, fields, batch_size=WRITTEN_AT_ONCE)
