"""A claim's links, figures, comments and opinions as subqueries, whichever end it is of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Least

from claims.states import LinkKind, LinkState, OpinionState
from matching import SUGGEST_FROM

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Story
    from claims.models import Discrepancy, Link, Opinion
    from claims.querysets import ClaimQuerySet


def links(mine: str, other: str) -> models.QuerySet[Link]:
    """Its confirmed links to claims that still stand."""
    from claims.models import Link

    return Link.objects.filter(
        **{mine: OuterRef("pk"), f"{other}__removed_at": None}, state=LinkState.CONFIRMED
    )


SUGGESTED = (
    Q(state=LinkState.SUGGESTED, a__story=F("b__story"))
    & ~Q(a__outlet=F("b__outlet"))  # one outlet since two were merged
    & (Q(score=None) | Q(score__gte=SUGGEST_FROM))
)
"""A suggestion rests while its claims are in two stories, or no longer alike: the score falls when
vectors come."""


def suggestions(mine: str, other: str) -> models.QuerySet[Link]:
    """What Fact Desk proposes to link it to, claims that still stand."""
    from claims.models import Link

    return Link.objects.filter(SUGGESTED, **{mine: OuterRef("pk"), f"{other}__removed_at": None})


def confirmed_by(user: User) -> models.QuerySet[Link]:
    """Its links that this person confirmed."""
    from claims.models import Link

    of_claim = Q(a=OuterRef("pk")) | Q(b=OuterRef("pk"))
    return Link.objects.filter(of_claim, state=LinkState.CONFIRMED, decided_by=user)


def strict_story() -> models.QuerySet[Story]:
    """Its story, where that asks for a second pair of eyes."""
    from articles.models import Story

    return Story.objects.filter(pk=OuterRef("story"), needs_second_eyes=True)


def opinions(user: User) -> models.QuerySet[Opinion]:
    """The live opinions that keep this person from deciding: theirs, and two that differ.

    What differs is for a desk admin.
    """
    from claims.models import Opinion

    live = Opinion.objects.live().filter(claim=OuterRef("pk"))
    if user.is_desk_admin:
        return live.filter(by=user)
    return live.filter(Q(by=user) | Q(state=OpinionState.DISAGREED))


def live_opinions() -> Coalesce:
    """How many live opinions it has."""
    from claims.models import Opinion

    live = Opinion.objects.live().filter(claim=OuterRef("pk")).order_by()
    counted = live.values("claim").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)


def open_conflicts(mine: str) -> models.QuerySet[Discrepancy]:
    from claims.models import Discrepancy

    return Discrepancy.objects.open_conflicts().filter(**{f"link__{mine}": OuterRef("pk")})


def settled_conflicts() -> models.QuerySet[Discrepancy]:
    """Of the link asked about: what disagreed, still stands in both quotes, and was settled."""
    from claims.models import Discrepancy

    return Discrepancy.objects.standing().conflicts().settled().filter(link=OuterRef("pk"))


def outlets_of(claims: ClaimQuerySet) -> Coalesce:
    """How many outlets these claims are of, as a subquery."""
    return _distinct(claims, Count("outlet", distinct=True))


def origins_of(claims: ClaimQuerySet) -> Coalesce:
    """How many origins these claims have, never more than outlets; as a subquery.

    An article without an origin counts as its own.
    """
    return _distinct(claims, origin_count())


def origin_count() -> Least:
    """The same as an aggregate over claims."""
    number = models.BigIntegerField()
    alone = models.ExpressionWrapper(F("article_id") * -1, output_field=number)
    origin = Coalesce("article__origin_id", alone, output_field=number)
    return Least(Count(origin, distinct=True), Count("outlet", distinct=True))


def backing_of(claims: ClaimQuerySet) -> Coalesce:
    """The origins of the claim asked about and of those of its cluster that say the same.

    Where something in the cluster contradicts, only what is linked to it as the same.
    """
    from claims.models import Link

    confirmed = Link.objects.filter(state=LinkState.CONFIRMED)
    contested = confirmed.filter(
        kind=LinkKind.CONTRADICTS,
        a__cluster=OuterRef("cluster"),
        a__removed_at=None,
        b__removed_at=None,
    )
    same = confirmed.filter(kind=LinkKind.SAME).filter(
        Q(a=OuterRef("pk"), b=OuterRef(OuterRef("pk")))
        | Q(b=OuterRef("pk"), a=OuterRef(OuterRef("pk")))
    )
    in_cluster = Q(cluster=OuterRef("cluster")) & (~Exists(contested) | Exists(same))
    return origins_of(claims.filter(in_cluster | Q(pk=OuterRef("pk"))))


def open_threads() -> Coalesce:
    """How many threads of comments on the claim are open, as a subquery of one small index."""
    from claims.models import Comment

    of_claim = Comment.objects.open_threads().filter(claim=OuterRef("pk")).order_by()
    counted = of_claim.values("claim").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)


def _distinct(claims: ClaimQuerySet, number: models.expressions.Combinable) -> Coalesce:
    counted = claims.order_by().values(whole=Value(1)).annotate(n=number).values("n")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)
