"""Letting go of many claims, and passing many over, written as sets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from claims import history
from claims.models import Claim, Event, Skip
from claims.review import SKIP_MINUTES
from claims.states import EventKind

if TYPE_CHECKING:
    from claims.models import BulkAct


def release(act: BulkAct, claims: Sequence[Claim], *, at: datetime) -> None:
    """End the leases on the claims, which the caller holds."""
    held = [claim for claim in claims if claim.is_leased(at=at)]
    Claim.objects.filter(pk__in=[claim.pk for claim in held]).update(
        reviewer=None, leased_until=None
    )
    history.record_all(_event(act, EventKind.RELEASED, claim, at) for claim in held)


def skip(act: BulkAct, claims: Sequence[Claim], *, at: datetime) -> None:
    """Let go of the claims and keep them from the person's “Review next” for SKIP_MINUTES."""
    until = skipped_until(at)
    Skip.objects.bulk_create(
        (Skip(claim=claim, reviewer=act.by, until=until) for claim in claims),
        update_conflicts=True,
        unique_fields=["claim", "reviewer"],
        update_fields=["until"],
    )
    own = Claim.objects.filter(pk__in=[claim.pk for claim in claims], reviewer=act.by)
    own.update(reviewer=None, leased_until=None)
    history.record_all(_event(act, EventKind.SKIPPED, claim, at) for claim in claims)


def skipped_until(at: datetime) -> datetime:
    return at + timedelta(minutes=SKIP_MINUTES)


def _event(act: BulkAct, kind: EventKind, claim: Claim, at: datetime) -> Event:
    return Event(claim=claim, kind=kind, at=at, by=act.by, version=claim.version, act=act)
