"""Claims by their key, with what a page of theirs shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.models import Claim
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.querysets import ClaimQuerySet


def for_page(claim_id: int) -> Claim | None:
    """With all that its own page shows; none where there is none."""
    return next(iter(_for_page(claim_id)), None)


@prepared
def _for_page(claim: int) -> ClaimQuerySet:
    return Claim.objects.for_page().filter(pk=claim)
