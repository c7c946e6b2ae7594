"""Pinning: a reviewer puts a claim before all others, and lets it fall back to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claims import history, review
from claims.models import Claim
from claims.priority import PINNED
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def pin(claim: Claim, *, by: User) -> Claim:
    """Put it before all that is not pinned; nothing changes when it is. Raises StaleClaim."""
    held = _standing(claim)
    if held.is_pinned:
        return held
    at = timezone.now()
    Claim.objects.filter(pk=held.pk).update(
        pinned_at=at, pinned_by=by, priority=F("priority") - PINNED
    )
    return _told(held, EventKind.PINNED, by=by)


@transaction.atomic
def unpin(claim: Claim, *, by: User) -> Claim:
    """Let it stand where it stood without the pin, whoever pinned it. Raises StaleClaim."""
    held = _standing(claim)
    if not held.is_pinned:
        return held
    Claim.objects.filter(pk=held.pk).update(
        pinned_at=None, pinned_by=None, priority=F("priority") + PINNED
    )
    return _told(held, EventKind.UNPINNED, by=by)


def _standing(claim: Claim) -> Claim:
    held = Claim.objects.locked(claim.pk)
    if held.is_removed:
        raise review.removed(held)
    return held


def _told(claim: Claim, kind: EventKind, *, by: User) -> Claim:
    claim.refresh_from_db(fields=["pinned_at", "pinned_by", "priority"])
    history.record(claim, kind, by=by, at=claim.pinned_at)
    return claim
