"""What an address names, or 404."""

from __future__ import annotations

from django.http import Http404

from claims import lookups
from claims.models import Claim


def claim_or_404(claim_id: int) -> Claim:
    """With all that its page shows, also where it was removed. Raises Http404."""
    if claim := lookups.for_page(claim_id):
        return claim
    raise Http404(f"There is no claim {claim_id}.")


def standing_claim_or_404(claim_id: int) -> Claim:
    """As `claim_or_404`, of those that were not removed."""
    claim = claim_or_404(claim_id)
    if claim.is_removed:
        raise Http404(f"Claim {claim_id} was removed.")
    return claim
