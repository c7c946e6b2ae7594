"""A claim's links and figures as subqueries, whichever end of the link the claim is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Concat

from claims.states import LinkState

if TYPE_CHECKING:
    from claims.models import Discrepancy, Link


def links(mine: str, other: str) -> models.QuerySet[Link]:
    """Its confirmed links to claims that still stand."""
    from claims.models import Link

    return Link.objects.filter(
        **{mine: OuterRef("pk"), f"{other}__removed_at": None}, state=LinkState.CONFIRMED
    )


def open_conflicts(mine: str) -> models.QuerySet[Discrepancy]:
    from claims.models import Discrepancy

    return Discrepancy.objects.open_conflicts().filter(**{f"link__{mine}": OuterRef("pk")})


def clash(mine: str, other: str) -> Subquery:
    """“241 against 214” of the claim at one end of the link."""
    against = Value(" against ", output_field=models.TextField())
    values = Concat(f"value_{mine}", against, f"value_{other}")
    return Subquery(open_conflicts(mine).order_by("pk").values(clash=values)[:1])


def counted(condition: Q) -> models.expressions.Combinable:
    """Count a claim's links that fit, from either end, as two subqueries of one index each."""
    from claims.models import Link

    def end(mine: str, other: str) -> Coalesce:
        links = (
            Link.objects.filter(condition, **{mine: OuterRef("pk"), f"{other}__removed_at": None})
            .order_by()
            .values(mine)
            .annotate(n=Count("pk"))
            .values("n")
        )
        return Coalesce(Subquery(links, output_field=models.IntegerField()), 0)

    return end("a", "b") + end("b", "a")
