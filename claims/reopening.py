"""What brings an unresolved claim back into the queue."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from claims import history
from claims.models import Claim
from claims.states import ClaimStatus, EventKind


@transaction.atomic
def reopen(claim: Claim, *, reason: str = "") -> bool:
    """Let an unresolved claim wait again because its links or evidence changed; true if it did.

    Any other claim, and one that waits already, stays as it is. `reason` ends the sentence “Fact
    Desk put it back in the queue: …”.
    """
    at = timezone.now()
    settled = Claim.objects.active().filter(status=ClaimStatus.UNRESOLVED, waiting_since=None)
    came_back = settled.filter(pk=claim.pk).update(waiting_since=at)
    if came_back:
        claim.waiting_since = at
        history.record(claim, EventKind.REOPENED, by=None, at=at, reason=reason)
    return bool(came_back)
