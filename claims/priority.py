"""What “the best waiting claim” is: one number for each claim, the smallest comes first.

The queue, “Review next” and the home page order by `QUEUE_ORDER`: this number, then when the claim
is due, then since when it waits, then its key. Nothing in it depends on the clock, so the number is
stored; `priorities` writes it in the transaction that changes a part of it.

A claim of which nothing is known has ALONE. Each part takes its weight off, and a weight is more
than all lighter ones together, so that the heavier part always decides:

PINNED          a reviewer pinned it
OPEN_CONFLICT   another outlet contradicts it, or gives a figure that does not fit, and nobody has
                settled that
SOURCE_CHANGED  its source has other words and nobody has settled its place
SPREAD          once for two outlets or more that tell its point, twice from four, three times from
                eight: one outlet more or less does not outweigh a due time
SINGLE_ORIGIN   two outlets or more tell its point, and all have it from one origin
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Count, Exists, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from claims import ends
from claims.states import LinkKind

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from claims.querysets import ClaimQuerySet

PINNED = 10_000
OPEN_CONFLICT = 1_000
SOURCE_CHANGED = 100
SPREAD = 10
SINGLE_ORIGIN = 1
DOUBLINGS = (2, 4, 8)  # outlets from which SPREAD is taken off once more
ALONE = OPEN_CONFLICT + SOURCE_CHANGED + len(DOUBLINGS) * SPREAD + SINGLE_ORIGIN

NO_DUE_TIME = datetime(9999, 1, 1, tzinfo=UTC)  # the place in the order of what is not due
# All ascending and never null, so that a row value can be the key of a page.
QUEUE_ORDER = ("priority", "due_order", "waiting_since", "pk")

_NUMBER = models.SmallIntegerField()


def worked_out(claims: ClaimQuerySet) -> Combinable:
    """The priority of each claim of a queryset from what is known of it now.

    `claims`: those that stand, of which a point consists.
    """
    off = _if(Q(pinned_at__isnull=False), PINNED)
    off += _if(_in_open_conflict(), OPEN_CONFLICT)
    off += _if(Q(open_relocation__isnull=False), SOURCE_CHANGED)
    return Value(ALONE, output_field=_NUMBER) - off - _spread(claims)


def _if(condition: Q, weight: int) -> Combinable:
    return Case(When(condition, then=Value(weight)), default=Value(0), output_field=_NUMBER)


def _in_open_conflict() -> Q:
    """A contradiction is settled with its figures; one without figures is open until a verdict."""
    contradicted = Q()
    for mine, other in (("a", "b"), ("b", "a")):
        against = ends.links(mine, other).filter(kind=LinkKind.CONTRADICTS)
        contradicted |= Q(Exists(against.filter(~Exists(ends.settled_conflicts()))))
    figures = Q(Exists(ends.open_conflicts("a"))) | Q(Exists(ends.open_conflicts("b")))
    return contradicted | figures


def _spread(claims: ClaimQuerySet) -> Combinable:
    """SPREAD and SINGLE_ORIGIN together, as one subquery over the claims of the point."""
    outlets = Count("outlet", distinct=True)
    steps = [When(outlets__gte=at, then=Value(n * SPREAD)) for n, at in enumerate(DOUBLINGS, 1)]
    single = When(outlets__gte=2, origins=1, then=Value(SINGLE_ORIGIN))
    of_point = claims.filter(cluster=models.OuterRef("cluster")).order_by()
    weight: Combinable = Case(*reversed(steps), default=Value(0), output_field=_NUMBER)
    weight += Case(single, default=Value(0), output_field=_NUMBER)
    counted = of_point.values(whole=Value(1)).annotate(outlets=outlets, origins=ends.origin_count())
    told = counted.annotate(weight=weight).values("weight")
    return Coalesce(Subquery(told, output_field=_NUMBER), Value(0), output_field=_NUMBER)


@dataclass(frozen=True, kw_only=True)
class Urgency:
    """The parts of a priority, read back from the number."""

    is_pinned: bool
    is_in_conflict: bool
    is_changed: bool
    doublings: int  # 0 to 3, of the outlets that tell its point
    is_single_origin: bool

    @classmethod
    def of(cls, priority: int) -> Urgency:
        number = priority + PINNED if priority < 0 else priority
        steps, last = divmod(number % SOURCE_CHANGED, SPREAD)
        return cls(
            is_pinned=priority < 0,
            is_in_conflict=number < OPEN_CONFLICT,
            is_changed=number % OPEN_CONFLICT < SOURCE_CHANGED,
            doublings=len(DOUBLINGS) - steps,
            is_single_origin=last == 0,
        )
