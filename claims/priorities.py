"""Keeping the stored priorities right: worked out anew wherever a part of one has changed.

Callers hold the stories of the claims, in the transaction that changed them; see `priority`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction

from articles.models import Outlet, Story
from claims import priority, signs
from claims.among import these
from claims.models import Claim
from claims.querysets import ClaimQuerySet


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A claim whose stored priority is not what its parts come to."""

    claim: int
    story: int
    stored: int
    right: int


def follow(claim_ids: Iterable[int]) -> int:
    """Work out the priorities of these claims anew; how many were others. One query if none was."""
    keys = set(claim_ids)
    return _follow(Claim.objects.filter(pk__in=these(keys))) if keys else 0


def follow_articles(article_ids: Collection[int]) -> None:
    """The origins or outlets of these articles are others: so may be the spread of their points."""
    told = Claim.objects.filter(article__in=these(article_ids), cluster__isnull=False)
    _follow(Claim.objects.filter(cluster__in=told.values("cluster")))
    signs.follow_articles(article_ids)


def follow_outlet(outlet: Outlet) -> None:
    """The outlet has the claims of another one too, with which it may have told the same point."""
    told = Claim.objects.filter(outlet=outlet, cluster__isnull=False)
    _follow(Claim.objects.filter(cluster__in=told.values("cluster")))
    signs.follow_ends(Claim.objects.filter(outlet=outlet))


def _follow(claims: ClaimQuerySet) -> int:
    """Only those that change are written, with their signs, locked in the order of their keys."""
    wanted = {**signs.worked_out(), "priority": priority.worked_out(Claim.objects.active())}
    differing = claims.active().exclude(**wanted).order_by("pk")
    held = differing.select_for_update(of=("self",), no_key=True)
    keys = list(held.values_list("pk", flat=True))
    if keys:
        Claim.objects.filter(pk__in=these(keys)).update(**wanted)
    return len(keys)


def differences() -> list[Difference]:
    """All claims whose priority is not right, by key; as of one moment."""
    rows = Claim.objects.active().differing_in_priority().order_by("pk")
    return [
        Difference(
            claim=row.pk,
            story=row.story_id,
            stored=row.priority,
            right=row.right_priority,  # type: ignore[attr-defined]
        )
        for row in rows.only("story", "priority")
    ]


def mend(found: Iterable[Difference]) -> int:
    """Bring these claims right, story by story; how many still had to be."""
    by_story: dict[int, list[int]] = {}
    for one in found:
        by_story.setdefault(one.story, []).append(one.claim)
    mended = 0
    for story, claims in by_story.items():
        with transaction.atomic():
            Story.objects.hold([story])
            mended += follow(claims)
    return mended
