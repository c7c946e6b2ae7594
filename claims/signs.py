"""What the queue is asked for of each claim, stored with it: links, conflict, suggestions, spread.

Worked out from links, figures and points it would have to be looked up for every claim of the queue
before the first that fits. So it is written where a part of it changes, by whoever holds the story,
together with the priority (`priorities`); that a claim has evidence the database writes by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from articles.models import Story
from claims import ends
from claims.among import these
from claims.models import Claim, Link
from claims.querysets import ClaimQuerySet


def worked_out() -> Mapping[str, Combinable]:
    """The columns of each claim of a queryset from what is known of it now; a claim without a
    point is one outlet's, of one origin."""
    of_point = Claim.objects.active().filter(cluster=OuterRef("cluster"))
    return {
        "is_linked": _either(ends.links("a", "b"), ends.links("b", "a")),
        "is_in_open_conflict": _either(ends.open_conflicts("a"), ends.open_conflicts("b")),
        "is_suggested": _either(ends.suggestions("a", "b"), ends.suggestions("b", "a")),
        "point_outlets": Greatest(ends.outlets_of(of_point), 1),
        "point_origins": Greatest(ends.origins_of(of_point), 1),
    }


def follow(claim_ids: Iterable[int]) -> int:
    """Work out the signs of these claims anew; how many had others. One query if none had."""
    keys = set(claim_ids)
    return follow_claims(Claim.objects.filter(pk__in=these(keys))) if keys else 0


def follow_suggested(link_ids: Iterable[int]) -> int:
    """These links were suggested: both ends of those that do not rest have a suggestion now; how
    many claims had none before.

    The caller holds the stories. As `follow` writes it, and for a fifth of the work.
    """
    standing = Link.objects.filter(
        ends.SUGGESTED, pk__in=these(link_ids), a__removed_at=None, b__removed_at=None
    )
    keys = {pk for pair in standing.values_list("a_id", "b_id") for pk in pair}
    without = Claim.objects.filter(pk__in=these(keys), is_suggested=False).order_by("pk")
    held = list(without.select_for_update(no_key=True).values_list("pk", flat=True))
    return Claim.objects.filter(pk__in=these(held)).update(is_suggested=True) if held else 0


def follow_ends(claims: ClaimQuerySet) -> int:
    """Of these claims and of all that they are linked or suggested to."""
    of_them = Link.objects.filter(Q(a__in=claims.values("pk")) | Q(b__in=claims.values("pk")))
    return follow(pk for pair in of_them.values_list("a_id", "b_id") for pk in pair)


def follow_articles(article_ids: Collection[int]) -> None:
    """These articles have another outlet or story: what is suggested to their claims may rest."""
    follow_ends(Claim.objects.filter(article__in=these(article_ids)))


def follow_claims(claims: ClaimQuerySet) -> int:
    """Only those that change are written, locked in the order of their keys."""
    held = differing(claims).order_by("pk").select_for_update(of=("self",), no_key=True)
    keys = list(held.values_list("pk", flat=True))
    if keys:
        Claim.objects.filter(pk__in=these(keys)).update(**worked_out())
    return len(keys)


def differing(claims: ClaimQuerySet) -> ClaimQuerySet:
    """The standing ones whose stored signs are not what they should be."""
    return claims.active().exclude(**worked_out())


def mend() -> int:
    """Bring all claims right, story by story; how many were not."""
    stories: dict[int, list[int]] = {}
    for key, story in differing(Claim.objects.all()).order_by("pk").values_list("pk", "story"):
        stories.setdefault(story, []).append(key)
    mended = 0
    for story, keys in stories.items():
        with transaction.atomic():
            Story.objects.hold([story])
            mended += follow(keys)
    return mended


def _either(one: QuerySet[Any], other: QuerySet[Any]) -> Combinable:
    return ExpressionWrapper(Q(Exists(one)) | Q(Exists(other)), output_field=BooleanField())
