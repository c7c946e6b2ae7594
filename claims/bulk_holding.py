"""Holding many claims at once, without ever waiting in a circle."""

from __future__ import annotations

from collections.abc import Iterable

from claims import clusters
from claims.models import Claim


def hold(claim_ids: Iterable[int]) -> dict[int, Claim]:
    """The claims as they are now, held with their stories until the transaction ends; those that
    somebody else holds at this moment are left out.

    The stories first, in their order, as everybody does. For a claim nobody is waited for: who
    takes one lets go of the one before, whatever their order.
    """
    rows = Claim.objects.for_bulk().filter(pk__in=list(claim_ids)).order_by("pk")
    clusters.lock(rows.order_by().values_list("story", flat=True).distinct())
    held = rows.select_for_update(of=("self",), no_key=True, skip_locked=True)
    return {claim.pk: claim for claim in held}
