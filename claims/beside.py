"""What stands beside a claim's status in a list: its links, its point, who backs it, a conflict.

Worked out here for all claims of a page together: as subqueries of each row, planning them took
PostgreSQL longer than the page takes now. For the same reason a query here joins little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q, QuerySet

from claims.states import CLUSTERING, ClaimStatus, DiscrepancyGrade, LinkKind, LinkState
from matching import SUGGEST_FROM
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.models import Claim, Discrepancy, Link

_Row = tuple[Any, ...]
TIE = ("pk", "a_id", "b_id", "kind", "state", "score")


class _End(NamedTuple):
    """A claim at an end of a link, or of a point. An article without an origin is its own."""

    claim: int
    is_removed: bool
    point: int | None
    story: int
    outlet: int
    origin: int


class _Tie(NamedTuple):
    link: int
    a: int
    b: int
    kind: str
    state: str
    score: float | None

    @property
    def is_linked(self) -> bool:
        return self.state == LinkState.CONFIRMED

    @property
    def is_alike(self) -> bool:
        """Suggested, and not resting because its claims are no longer alike."""
        return self.state == LinkState.SUGGESTED and (
            self.score is None or self.score >= SUGGEST_FROM
        )

    def beyond(self, claim: int) -> int:
        """The claim at the other end."""
        return self.b if self.a == claim else self.a


def complete(claims: Sequence[Claim]) -> None:
    """Set on each claim `contradictions`, `links` and `suggestions`: links to claims that stand;
    `outlets` and `origins` of its point, 0 without one; `clash`, the first open conflict, own value
    first, or nothing. On verified ones `backing`: how many origins say the same, its own among
    them.

    At most four queries, however many claims.
    """
    if not claims:
        return
    touching = _touching(claims)
    ends = _ends(claims, touching)
    points: dict[int | None, list[_End]] = defaultdict(list)
    for end in ends.values():
        if end.point and not end.is_removed:
            points[end.point].append(end)
    clashes = _clashes(claims, touching, ends)
    for claim in claims:
        ties = [tie for tie in touching[claim.pk] if not ends[tie.beyond(claim.pk)].is_removed]
        linked = [tie for tie in ties if tie.is_linked]
        inside = points[claim.cluster_id] if claim.cluster_id else []
        told = {
            "links": len(linked),
            "contradictions": sum(tie.kind == LinkKind.CONTRADICTS for tie in linked),
            "suggestions": sum(tie.is_alike and _are_apart(tie, ends) for tie in ties),
            "outlets": len({end.outlet for end in inside}),
            "origins": _origins(inside),
            "clash": clashes.get(claim.pk, ""),
        }
        claim.__dict__.update(told)
    _back([claim for claim in claims if claim.status == ClaimStatus.VERIFIED], points)


def _are_apart(tie: _Tie, ends: Mapping[int, _End]) -> bool:
    """In one story and of two outlets; else a suggestion rests."""
    one, other = ends[tie.a], ends[tie.b]
    return one.story == other.story and one.outlet != other.outlet


def _touching(claims: Iterable[Claim]) -> Mapping[int, list[_Tie]]:
    """All links of these claims, by the claim at either end."""
    found: dict[int, list[_Tie]] = defaultdict(list)
    for row in _links_of([claim.pk for claim in claims]):
        tie = _Tie(*row)
        found[tie.a].append(tie)
        found[tie.b].append(tie)
    return found


@prepared
def _links_of(claims: Collection[int]) -> QuerySet[Link, _Row]:
    from claims.models import Link

    rows = Link.objects.filter(Q(a__in=claims) | Q(b__in=claims)).order_by("pk")
    return rows.values_list(*TIE)


def _ends(claims: Iterable[Claim], touching: Mapping[int, list[_Tie]]) -> dict[int, _End]:
    """The claims, those they are linked to, and those of their points."""
    keys = {*(claim.pk for claim in claims), *touching}
    points = {claim.cluster_id for claim in claims if claim.cluster_id}
    return {
        key: _End(key, removed_at is not None, point, story, outlet, origin or -article)
        for key, removed_at, point, story, outlet, article, origin in _claims_of(keys, points)
    }


@prepared
def _claims_of(keys: Collection[int], points: Collection[int]) -> QuerySet[Claim, _Row]:
    from claims.models import Claim

    rows = Claim.objects.filter(Q(pk__in=keys) | Q(cluster__in=points)).order_by()
    columns = ("pk", "removed_at", "cluster", "story", "outlet", "article_id", "article__origin_id")
    return rows.values_list(*columns)


def _clashes(
    claims: Iterable[Claim], touching: Mapping[int, list[_Tie]], ends: Mapping[int, _End]
) -> dict[int, str]:
    """“241 against 214” for each claim that has an open conflict with one that stands; as the first
    end of a link before as the second."""
    linked = {
        tie.link: tie
        for claim in claims
        for tie in touching[claim.pk]
        if tie.is_linked and tie.kind in CLUSTERING
        if not (ends[tie.a].is_removed or ends[tie.b].is_removed)
    }
    if not linked:
        return {}
    first: dict[int, str] = {}
    second: dict[int, str] = {}
    for link, a, b in _open_conflicts(linked):
        first.setdefault(linked[link].a, f"{a} against {b}")
        second.setdefault(linked[link].b, f"{b} against {a}")
    return second | first


@prepared
def _open_conflicts(links: Collection[int]) -> QuerySet[Discrepancy, _Row]:
    from claims.models import Discrepancy

    rows = Discrepancy.objects.open().filter(
        link__in=links, is_current=True, grade=DiscrepancyGrade.CONFLICT
    )
    return rows.order_by("pk").values_list("link_id", "value_a", "value_b")


def _origins(ends: Sequence[_End]) -> int:
    """How many origins these have; never more than outlets."""
    return min(len({end.origin for end in ends}), len({end.outlet for end in ends}))


def _back(verified: Sequence[Claim], points: Mapping[int | None, list[_End]]) -> None:
    """Where something in the point contradicts, only what is linked to a claim as the same backs
    it."""
    ties = _ties_within([end.claim for one in verified for end in points.get(one.cluster_id, [])])
    for claim in verified:
        inside = points.get(claim.cluster_id, []) if claim.cluster_id else []
        own = {end.claim for end in inside}
        joined = [tie for tie in ties if {tie.a, tie.b} & own]
        said = own
        if any(tie.kind == LinkKind.CONTRADICTS for tie in joined):
            said = {claim.pk} | {
                tie.beyond(claim.pk)
                for tie in joined
                if tie.kind == LinkKind.SAME and claim.pk in (tie.a, tie.b)
            }
        backing = _origins([end for end in inside if end.claim in said])
        claim.backing = backing if inside else int(not claim.is_removed)


def _ties_within(keys: Sequence[int]) -> list[_Tie]:
    """The confirmed links between these claims."""
    return [_Tie(*row) for row in _links_within(keys)] if keys else []


@prepared
def _links_within(keys: Collection[int]) -> QuerySet[Link, _Row]:
    from claims.models import Link

    rows = Link.objects.confirmed().filter(a__in=keys, b__in=keys).order_by()
    return rows.values_list(*TIE)
