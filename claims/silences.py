"""“Not mentioned”: earned where nothing is found, said by a person, withdrawn by new words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from claims import clusters, history
from claims.errors import NotSilent
from claims.models import Claim, Event, Mention, Silence
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Outlet, Revision
    from claims.mention_querysets import SilenceQuerySet

NEW_TEXT = "a new text came in"
MERGED = "it is one with another outlet now"
NEW_SENTENCE = "a sentence may say it after all"


@transaction.atomic
def confirm(claim: Claim, outlet: Outlet, *, by: User) -> list[Silence]:
    """Say that the outlet mentions nothing of the claim's point; saying it twice changes nothing.

    Raises NotSilent when the outlet has a claim in the point, an unmarked sentence that may say it,
    or no article in the story.
    """
    clusters.lock({claim.story_id})
    point = list(Claim.objects.sharing_point_with(claim).order_by("pk"))
    _refuse_unless_silent(claim, point, outlet)
    known = set(Silence.objects.of_point(_keys(point), outlet).values_list("claim", flat=True))
    at = timezone.now()
    silences = Silence.objects.bulk_create(
        Silence(claim=one, outlet=outlet, at=at, by=by) for one in point if one.pk not in known
    )
    _tell(silences, EventKind.SILENT, by=by)
    return silences


@transaction.atomic
def take_back(claim: Claim, outlet: Outlet, *, by: User) -> None:
    """The point is only not found there again. Raises NotSilent when nobody says otherwise."""
    clusters.lock({claim.story_id})
    point = Claim.objects.sharing_point_with(claim)
    if not _withdraw(Silence.objects.of_point(_keys(point), outlet), by=by):
        raise NotSilent("This was taken back already. Nothing changed.")


def follow_texts(revisions: Iterable[Revision]) -> None:
    """New texts of outlets: whether they mention the claims has to be looked at again."""
    places = {(one.article.story_id, one.article.outlet_id) for one in revisions}
    for story, outlet in sorted(places):
        _withdraw(Silence.objects.in_story(story, outlet), reason=NEW_TEXT)


def follow_mentions(claim_ids: Iterable[int]) -> None:
    """The mentions of these claims were worked out: where one was found, nothing is silent."""
    _withdraw(Silence.objects.broken(claim_ids), reason=NEW_SENTENCE)


def follow_merge(gone: Outlet, *, into: Outlet) -> None:
    """Two outlets become one; their articles are still two. What was said of one of them holds for
    both where it was said of the other as well, or where that has no text in the story."""
    both = {gone.pk: into.pk, into.pk: gone.pk}
    told = list(Silence.objects.filter(outlet__in=both).select_related("claim"))
    said = {(one.claim_id, one.outlet_id) for one in told}
    stories = {one.claim.story_id for one in told}
    texts = Article.objects.filter(outlet__in=both, story__in=stories).order_by()
    speaking = set(texts.values_list("story", "outlet").distinct())
    broken = [
        one.pk
        for one in told
        if one.claim.outlet_id in both
        or (
            (one.claim_id, both[one.outlet_id]) not in said
            and (one.claim.story_id, both[one.outlet_id]) in speaking
        )
    ]
    _withdraw(Silence.objects.filter(pk__in=broken), reason=MERGED)
    twice = [claim for claim, outlet in said if outlet == into.pk]
    Silence.objects.filter(outlet=gone, claim__in=twice).delete()
    Silence.objects.filter(outlet=gone).update(outlet=into)


def _refuse_unless_silent(claim: Claim, point: list[Claim], outlet: Outlet) -> None:
    if not Article.objects.in_story(claim.story).filter(outlet=outlet).exists():
        raise NotSilent(f"{outlet} has no article in this story. Nothing changed.")
    if any(one.outlet_id == outlet.pk for one in point):
        raise NotSilent(f"{outlet} has a claim on this. Look at it in the table.")
    if Mention.objects.standing().filter(claim__in=_keys(point), outlet=outlet).exists():
        raise NotSilent(f"A sentence of {outlet} may say this. Link it, or say it is not a match.")


def _keys(claims: Iterable[Claim]) -> list[int]:
    return [claim.pk for claim in claims]


def _withdraw(silences: SilenceQuerySet, *, by: User | None = None, reason: str = "") -> int:
    """Take these away and tell it; how many there were. `by` is none when Fact Desk does it."""
    gone = list(silences.select_related("claim", "outlet").order_by("pk"))
    Silence.objects.filter(pk__in=[one.pk for one in gone]).delete()
    _tell(gone, EventKind.HEARD, by=by, reason=reason)
    return len(gone)


def _tell(
    silences: Iterable[Silence], kind: EventKind, *, by: User | None, reason: str = ""
) -> None:
    at = timezone.now()
    history.record_all(
        Event(
            claim=one.claim,
            kind=kind,
            at=at,
            by=by,
            version=one.claim.version,
            after=str(one.outlet),
            reason=reason,
        )
        for one in silences
    )
