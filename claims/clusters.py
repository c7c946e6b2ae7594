"""Which claims make one point of the story; written only here, under the story's lock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Max, Q, QuerySet

from articles.models import Story
from claims import priorities
from claims.models import Claim, Cluster, Link
from claims.states import LinkKind
from web.prepared import prepared


def lock(story_ids: Iterable[int]) -> dict[int, Story]:
    """Hold the stories for the rest of the transaction, always in the same order."""
    return {story.pk: story for story in _held(set(story_ids))}


@prepared
def _held(stories: Collection[int]) -> QuerySet[Story]:
    return Story.objects.select_for_update(no_key=True).filter(pk__in=stories).order_by("pk")


def components(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected parts of a graph of claim ids, each ascending, ordered by their lowest id.

    Claims without a pair are parts of one. Pairs may name ids that are not among the members.
    """
    neighbours: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    seen: set[int] = set()
    parts = []
    for first in sorted({*members, *neighbours}):
        if first in seen:
            continue
        part, waiting = set(), [first]
        while waiting:
            claim = waiting.pop()
            if claim not in part:
                part.add(claim)
                waiting.extend(neighbours[claim])
        seen |= part
        parts.append(sorted(part))
    return parts


def regroup(story: Story, claim_ids: Iterable[int]) -> None:
    """Bring clusters and priorities around these claims up to date with their links.

    Looks at the claims, the clusters they are or were in, and all they are linked to in the story,
    whose lock the caller holds. The part with the oldest claim keeps the cluster; a lone claim has
    none.
    """
    reach = _reach(set(claim_ids))
    pairs = list(
        Link.objects.clustering()
        .filter(Q(a__in=reach) | Q(b__in=reach), a__story=story, b__story=story)
        .values_list("a_id", "b_id")
    )
    near = {*reach, *(pk for pair in pairs for pk in pair)}
    clusters = dict(Claim.objects.filter(pk__in=near, story=story).values_list("pk", "cluster_id"))
    wanted = _clusters_for(story, components(clusters, pairs), clusters)
    for cluster, members in wanted.items():
        Claim.objects.filter(pk__in=members).update(cluster=cluster)
    priorities.follow(clusters)


def _reach(claim_ids: set[int]) -> set[int]:
    """The claims, those of their clusters, and the other ends of all their links."""
    clusters = Claim.objects.filter(pk__in=claim_ids, cluster__isnull=False).values("cluster")
    members = set(Claim.objects.filter(cluster__in=clusters).values_list("pk", flat=True))
    ends = Link.objects.filter(Q(a__in=claim_ids) | Q(b__in=claim_ids)).values_list("a_id", "b_id")
    return claim_ids | members | {pk for pair in ends for pk in pair}


def _clusters_for(
    story: Story, parts: list[list[int]], clusters: Mapping[int, int | None]
) -> dict[int | None, list[int]]:
    """Which claims are to change to which cluster; None gathers those that leave theirs."""
    changes: dict[int | None, list[int]] = defaultdict(list)
    used: set[int | None] = {None}
    for part in parts:
        cluster = None
        if len(part) > 1:
            cluster = next((clusters[pk] for pk in part if clusters[pk] not in used), None)
            cluster = cluster or _new_cluster(story).pk
            used.add(cluster)
        changes[cluster] += [pk for pk in part if clusters[pk] != cluster]
    return {cluster: members for cluster, members in changes.items() if members}


def same_as(claim: Claim) -> list[int]:
    """Keys of the other claims that *same* links lead to, step by step, the oldest first."""
    same = Link.objects.clustering().filter(kind=LinkKind.SAME, a__cluster=claim.cluster_id)
    pairs = same.values_list("a_id", "b_id") if claim.cluster_id else []
    part = next(one for one in components([claim.pk], pairs) if claim.pk in one)
    return [pk for pk in part if pk != claim.pk]


def _new_cluster(story: Story) -> Cluster:
    last = Cluster.objects.filter(story=story).aggregate(last=Max("number"))["last"]
    return Cluster.objects.create(story=story, number=(last or 0) + 1)
