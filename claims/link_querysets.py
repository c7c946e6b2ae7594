"""Questions over links and clusters, in the desk's words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from claims import natural_keys
from claims.among import these
from claims.disagreement import Tie
from claims.states import LinkKind, LinkState

if TYPE_CHECKING:
    from articles.models import Story
    from claims.models import Claim, Cluster, Link


class ClusterManager(models.Manager["Cluster"]):
    def get_by_natural_key(self, story: str, number: int) -> Cluster:
        return natural_keys.find(self, [story, number], Q(story__slug=story, number=number))


class LinkQuerySet(models.QuerySet["Link"]):
    def of(self, claim: Claim) -> LinkQuerySet:
        return self.filter(Q(a=claim) | Q(b=claim))

    def of_any(self, claims: Collection[int]) -> LinkQuerySet:
        """With one of these claims, by key, at either end."""
        return self.filter(Q(a__in=claims) | Q(b__in=claims))

    def between(self, one: Claim, other: Claim) -> LinkQuerySet:
        first, second = sorted((one.pk, other.pk))
        return self.filter(a_id=first, b_id=second)

    def active(self) -> LinkQuerySet:
        """Both claims still stand."""
        return self.filter(a__removed_at=None, b__removed_at=None)

    def confirmed(self) -> LinkQuerySet:
        return self.filter(state=LinkState.CONFIRMED)

    def suggested(self) -> LinkQuerySet:
        return self.filter(state=LinkState.SUGGESTED)

    def rejected(self) -> LinkQuerySet:
        return self.filter(state=LinkState.REJECTED)

    def clustering(self) -> LinkQuerySet:
        """Links that make clusters: confirmed, same or contradicts, both claims standing."""
        return self.active().confirmed().exclude(kind=LinkKind.RELATED)

    def ties_between(self, claims: Iterable[int]) -> list[Tie]:
        """The clustering links of these claims, as `disagreement` reads them."""
        rows = self.clustering().filter(a__in=these(claims)).order_by("pk")
        return [Tie(*row) for row in rows.values_list("a_id", "b_id", "kind")]

    def for_page(self) -> LinkQuerySet:
        return self.select_related(
            "decided_by",
            *("a__outlet", "a__article", "a__attributed"),
            *("b__outlet", "b__article", "b__attributed"),
        )

    def within(self, story: Story) -> LinkQuerySet:
        """With an end in the story; *related* links may leave it."""
        return self.filter(Q(a__story=story) | Q(b__story=story))

    def with_articles(self) -> LinkQuerySet:
        """What comparing the two texts needs."""
        return self.select_related("a__article", "a__attributed", "b__article", "b__attributed")

    def get_by_natural_key(self, *key: str | int) -> Link:
        return natural_keys.find(self, key, natural_keys.link(key))
