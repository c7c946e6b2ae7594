"""The questions behind the workload page, each answered from one index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import Any

from django.db import models
from django.db.models import Aggregate, Count, ExpressionWrapper, F, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Trunc

from claims.models import Claim
from claims.states import VerdictStatus
from claims.verdict_querysets import VerdictQuerySet


class Percentile(Aggregate):
    """The value that `share` of them, 0 to 1, do not exceed; between two, as far along as that."""

    function = "percentile_cont"
    template = "%(function)s(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"

    def __init__(self, expression: Combinable, share: float) -> None:
        super().__init__(expression, share=share, output_field=models.DurationField())


WAITED = ExpressionWrapper(F("decided_at") - F("waited_since"), output_field=models.DurationField())


def waiting(since: Sequence[datetime]) -> Iterable[tuple[int, ...]]:
    """(story's key, how many claims wait since after the first moment, after the second …, and
    before all); the moments come newest first."""
    ages = {"age0": Count("pk", filter=Q(waiting_since__gt=since[0]))}
    for at, (newer, older) in enumerate(pairwise([*since, None]), start=1):
        within = Q(waiting_since__lte=newer)
        if older:
            within &= Q(waiting_since__gt=older)
        ages[f"age{at}"] = Count("pk", filter=within)
    rows = Claim.objects.waiting().order_by().values("story").annotate(**ages)
    return rows.values_list("story", *ages)


def parts(unit: str, zone: tzinfo) -> Trunc:
    """The first day of the day, week or month of a verdict, by that zone's clock."""
    return Trunc("decided_at", unit, output_field=models.DateField(), tzinfo=zone)


def decided(verdicts: VerdictQuerySet, part: Combinable) -> Iterable[tuple[Any, ...]]:
    """(part, person's key, a count for each status)."""
    counts = {status.name: Count("pk", filter=Q(status=status)) for status in VerdictStatus}
    rows = verdicts.annotate(part=part).values("part", "decided_by").annotate(**counts)
    return rows.values_list("part", "decided_by", *counts)


def times(verdicts: VerdictQuerySet, by: Combinable) -> Iterable[tuple[Any, ...]]:
    """(`by`, median, nine in ten, how many verdicts) of how long their claims had waited.

    No row where none had.
    """
    figures = {
        "median": Percentile(WAITED, 0.5),
        "p90": Percentile(WAITED, 0.9),
        "verdicts": Count("pk"),
    }
    rows = verdicts.filter(waited_since__isnull=False).annotate(group=by).values("group")
    return rows.annotate(**figures).values_list("group", *figures)


def single_origins(verdicts: VerdictQuerySet, at_most: int) -> tuple[int, int]:
    """Of the claims that stand on the newest so many that verified: how many have one origin, and
    how many there are."""
    newest = verdicts.newest_verified(at_most).values("pk")
    stand = Claim.objects.active().filter(current_verdict__in=newest).with_backing()
    tally = stand.aggregate(single=Count("pk", filter=Q(backing__lt=2)), all=Count("pk"))
    return tally["single"], tally["all"]
