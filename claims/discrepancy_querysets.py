"""Questions over discrepancies: which stand, which are open, and between what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Greatest, Least

from claims import natural_keys
from claims.among import these
from claims.disagreement import Conflict
from claims.states import CLUSTERING, DiscrepancyGrade, LinkState

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Story
    from claims.models import Claim, Discrepancy


class DiscrepancyQuerySet(models.QuerySet["Discrepancy"]):
    def standing(self) -> DiscrepancyQuerySet:
        """Still said by both quotes of a confirmed link whose claims both stand."""
        return self.filter(
            is_current=True,
            link__state=LinkState.CONFIRMED,
            link__a__removed_at=None,
            link__b__removed_at=None,
        )

    def conflicts(self) -> DiscrepancyQuerySet:
        """Values that cannot both hold of one thing: *related* claims are of two."""
        return self.filter(grade=DiscrepancyGrade.CONFLICT, link__kind__in=CLUSTERING)

    def open(self) -> DiscrepancyQuerySet:
        return self.filter(resolution="")

    def settled(self) -> DiscrepancyQuerySet:
        return self.exclude(resolution="")

    def settled_by(self, user: User | None, *, at: datetime | None) -> DiscrepancyQuerySet:
        """What one act of theirs settled."""
        return self.settled().filter(resolved_by=user, resolved_at=at)

    def open_conflicts(self) -> DiscrepancyQuerySet:
        """Figures that disagree and that nobody has settled."""
        return self.standing().conflicts().open()

    def conflicts_between(self, claims: Iterable[int]) -> list[Conflict]:
        """The open conflicts of these claims, as `disagreement` reads them."""
        rows = self.open_conflicts().filter(link__a__in=these(claims)).order_by("pk")
        columns = ("link__a_id", "link__b_id", "value_a", "value_b", "subject")
        return [Conflict(*row) for row in rows.values_list(*columns)]

    def for_claim(self, claim: Claim | OuterRef) -> DiscrepancyQuerySet:
        return self.filter(Q(link__a=claim) | Q(link__b=claim))

    def for_story(self, story: Story) -> DiscrepancyQuerySet:
        """Between claims of the story; *related* links that leave it are not among them."""
        return self.filter(link__a__story=story, link__b__story=story)

    def pairs(self) -> models.QuerySet[Discrepancy, Any]:
        """Each pair of values of a point once: its `kind`, `point`, `low` and `high`."""
        return (
            self.order_by()
            .values("kind")
            .annotate(
                point=F("link__a__cluster"),
                low=Least("value_a", "value_b"),
                high=Greatest("value_a", "value_b"),
            )
        )

    def for_page(self) -> DiscrepancyQuerySet:
        """With both claims, their outlets and articles, and who settled it."""
        return self.select_related(
            "resolved_by",
            "wrong__outlet",
            "link__a__outlet",
            "link__a__article",
            "link__b__outlet",
            "link__b__article",
        )

    def for_figures(self) -> DiscrepancyQuerySet:
        """With both claims, and of these, their outlets and articles what a figure shows."""
        shown = ("quote", "statement", "cluster", "outlet__name", "article__published_at")
        ends = [f"link__{end}__{name}" for end in "ab" for name in shown]
        joined = [f"link__{end}__{name}" for end in "ab" for name in ("outlet", "article")]
        own = ("kind", "subject", "value_a", "value_b")
        return self.select_related(*joined).only(*own, *ends)

    def get_by_natural_key(self, *key: str | int) -> Discrepancy:
        *of_link, kind, subject, value_a, value_b = key
        values = Q(kind=kind, subject=subject, value_a=value_a, value_b=value_b)
        return natural_keys.find(self, key, natural_keys.link(of_link, "link__") & values)
