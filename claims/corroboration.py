"""How many reports a point rests on: outlets that copy each other count once.

Claims that say the same back each other; those that contradict do not. An article without an origin
is its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from claims import clusters
from claims.disagreement import Tie
from claims.states import ClaimStatus, LinkKind
from web.prepared import prepared

if TYPE_CHECKING:
    from articles.models import Article
    from claims.models import Claim
    from claims.querysets import ClaimQuerySet


def origin_of(article: Article) -> int:
    """A number for each origin; an article's own where it shares none."""
    return article.origin_id or -article.pk


def origins(claims: Iterable[Claim]) -> int:
    """How many origins these claims have, whose articles are loaded; never more than outlets."""
    said = list(claims)
    found = {origin_of(claim.article) for claim in said}
    return min(len(found), len({claim.outlet_id for claim in said}))


def tell(claims: Sequence[Claim], ties: Collection[Tie]) -> None:
    """Set `outlets`, `origins` and `backing` of the claims of one point, which are all of it.

    Their articles are loaded; nothing is asked.
    """
    outlets, together = len({claim.outlet_id for claim in claims}), origins(claims)
    for said in versions(claims, ties):
        backing = origins(said)
        for claim in said:
            claim.outlets = outlets  # type: ignore[attr-defined]
            claim.origins = together  # type: ignore[attr-defined]
            claim.backing = backing


def versions(claims: Sequence[Claim], ties: Iterable[Tie]) -> list[list[Claim]]:
    """The claims that say the same, in their order; one list when nothing contradicts."""
    kinds = Counter(tie.kind for tie in ties)
    if not kinds[LinkKind.CONTRADICTS]:
        return [list(claims)]
    same = [(tie.a, tie.b) for tie in ties if tie.kind == LinkKind.SAME]
    by_key = {claim.pk: claim for claim in claims}
    parts = clusters.components(by_key, same)
    if len(parts) == 1:  # said to be the same and to contradict: each stands for itself
        return [[claim] for claim in claims]
    return [[by_key[key] for key in part if key in by_key] for part in parts]


def complete(claims: Iterable[Claim]) -> None:
    """Set `backing` of verified claims that were loaded without it; one query, if there are any.

    Of another status it is not asked for.
    """
    verified = (claim for claim in claims if claim.status == ClaimStatus.VERIFIED)
    missing = {claim.pk: claim for claim in verified if "backing" not in claim.__dict__}
    if missing:
        for row in _backing_of(missing):
            missing[row.pk].backing = row.backing


@prepared
def _backing_of(claims: Collection[int]) -> ClaimQuerySet:
    from claims.models import Claim

    return Claim.objects.filter(pk__in=claims).with_backing().only("pk")
