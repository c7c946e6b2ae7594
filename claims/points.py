"""A point of a story: a cluster outlet by outlet, and who says nothing about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from articles.models import Outlet, Story
from claims import clusters, corroboration, sources, spread
from claims.disagreement import Tie
from claims.models import Claim, Cluster, Link
from claims.sources import Sources
from claims.states import LinkKind
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.link_querysets import LinkQuerySet
    from claims.querysets import ClaimQuerySet

OUTLETS_NAMED = 12  # of those that say nothing


@dataclass(frozen=True, kw_only=True)
class Voice:
    """One outlet on a point: its claims there, oldest article first."""

    outlet: Outlet
    claims: list[Claim]


@dataclass(frozen=True, kw_only=True)
class Version:
    """One way a point is told: claims joined by *same* links, first published first.

    `outlet_count`, `origin_count` and `sources` are of all its claims, also where only a part of
    them is shown.
    """

    number: int  # counted from 1
    claims: list[Claim]
    outlet_count: int
    origin_count: int
    sources: Sources

    @property
    def spread_words(self) -> str:
        return spread.words(self.outlet_count, self.origin_count)

    @property
    def voices(self) -> list[Voice]:
        return _voices(self.claims)


@dataclass(frozen=True, kw_only=True)
class Point:
    """A cluster with its claims, the links between them, and the story's silent outlets."""

    cluster: Cluster
    claims: list[Claim]  # first published first
    links: list[Link]
    silent: list[Outlet]

    @property
    def voices(self) -> list[Voice]:
        return _voices(self.claims)

    @property
    def spread_words(self) -> str:
        """“5 outlets · 2 independent origins”"""
        return spread.words(len(self.voices), corroboration.origins(self.claims))

    @property
    def outlet_count(self) -> int:
        """How many outlets have an article in the story."""
        return len(self.voices) + len(self.silent)

    @property
    def first_silent(self) -> list[Outlet]:
        return self.silent[:OUTLETS_NAMED]

    @property
    def more_silent(self) -> int:
        return max(0, len(self.silent) - OUTLETS_NAMED)

    @property
    def title(self) -> str:
        """The first claim that has a statement in the desk's words, else the first one's quote."""
        stated = [claim.statement for claim in self.claims if claim.statement]
        return (stated or [claim.quote for claim in self.claims] or [str(self.cluster)])[0]

    @property
    def has_contradiction(self) -> bool:
        return any(link.kind == LinkKind.CONTRADICTS for link in self.links)

    @cached_property
    def versions(self) -> list[Version]:
        """What contradicts what: more than one version if and only if a link says contradicts.

        Claims that are said to be the same and to contradict stand each for themselves.
        """
        if not self.has_contradiction:
            return _versions([self.claims])
        same = [(link.a_id, link.b_id) for link in self.links if link.kind == LinkKind.SAME]
        parts = clusters.components([claim.pk for claim in self.claims], same)
        if len(parts) == 1:
            parts = [[claim.pk] for claim in self.claims]
        part_of = {pk: number for number, part in enumerate(parts) for pk in part}
        told: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            told[part_of[claim.pk]].append(claim)
        return _versions(told.values())

    @cached_property
    def sources(self) -> Sources:
        """Where its claims come from in the end."""
        return sources.of_claims(self.claims)

    @property
    def told(self) -> list[Claim]:
        """Its claims version by version."""
        return [claim for version in self.versions for claim in version.claims]

    def versions_of(self, shown: Collection[Claim]) -> list[Version]:
        """The versions with these claims alone, none without any of them."""
        parts = [
            replace(version, claims=[claim for claim in version.claims if claim in shown])
            for version in self.versions
        ]
        return [version for version in parts if version.claims]

    def links_of(self, shown: Collection[Claim]) -> list[Link]:
        """The links whose later end in `told` is among these claims: each once over all parts."""
        place = {claim.pk: at for at, claim in enumerate(self.told)}
        ids = {claim.pk for claim in shown}
        return [
            link for link in self.links if max(link.a_id, link.b_id, key=place.__getitem__) in ids
        ]


def point(cluster: Cluster) -> Point:
    """One point; without claims when they were unlinked since."""
    claims = (
        Claim.objects.active().filter(cluster=cluster).select_related("cluster__story", "marked_by")
    )
    outlets = _outlets(cluster.story)
    found = _points(_told(claims), outlets)
    return found[0] if found else Point(cluster=cluster, claims=[], links=[], silent=outlets)


def sources_of(claim: Claim) -> Sources | None:
    """The sources of what says the same as the claim; none where it stands alone."""
    if claim.cluster_id is None:
        return None
    found = _points(_claims_of(claim.cluster_id), outlets=[])
    versions = found[0].versions if found else []
    return next((one.sources for one in versions if claim in one.claims), None)


def _outlets(story: Story) -> list[Outlet]:
    """The outlets with an article in the story."""
    return list(Outlet.objects.filter(articles__story=story).distinct().order_by("name"))


def _told(claims: ClaimQuerySet) -> ClaimQuerySet:
    """With all that a point shows of them, first published first."""
    return (
        claims.with_sources()
        .select_related(
            "article__outlet", "outlet", "current_verdict__decided_by", "cluster__story"
        )
        .order_by("article__published_at", "article_id", "start")
    )


@prepared
def _claims_of(cluster: int) -> ClaimQuerySet:
    return _told(Claim.objects.active().filter(cluster=cluster))


@prepared
def _links_from(claims: Collection[int]) -> LinkQuerySet:
    return Link.objects.clustering().filter(a__in=claims).for_page()


def _points(rows: Iterable[Claim], outlets: list[Outlet]) -> list[Point]:
    members: dict[Cluster, list[Claim]] = defaultdict(list)
    for claim in rows:
        if claim.cluster:
            members[claim.cluster].append(claim)
    cluster_of = {claim.pk: key.pk for key, inside in members.items() for claim in inside}
    links: dict[int | None, list[Link]] = defaultdict(list)
    for link in _links_from(cluster_of):
        links[cluster_of[link.a_id]].append(link)
    for cluster, inside in members.items():
        ties = [Tie(link.a_id, link.b_id, link.kind) for link in links[cluster.pk]]
        corroboration.tell(inside, ties)
    return [
        Point(
            cluster=cluster,
            claims=inside,
            links=links[cluster.pk],
            silent=_silent(outlets, inside),
        )
        for cluster, inside in members.items()
    ]


def _versions(told: Iterable[list[Claim]]) -> list[Version]:
    return [
        Version(
            number=number,
            claims=said,
            outlet_count=len({claim.outlet_id for claim in said}),
            origin_count=corroboration.origins(said),
            sources=sources.of_claims(said),
        )
        for number, said in enumerate(told, start=1)
    ]


def _voices(claims: Iterable[Claim]) -> list[Voice]:
    by_outlet: dict[Outlet, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_outlet[claim.outlet].append(claim)
    return [Voice(outlet=outlet, claims=said) for outlet, said in by_outlet.items()]


def _silent(outlets: Iterable[Outlet], claims: Iterable[Claim]) -> list[Outlet]:
    speaking = {claim.outlet_id for claim in claims}
    return [outlet for outlet in outlets if outlet.pk not in speaking]
