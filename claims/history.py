"""The one writer of events, and of the version by which a decision knows what it saw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils import timezone

from claims.models import Claim, Event
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User

# These tell who is at work, not that the claim is another one than a reviewer saw.
UNMOVING = frozenset({EventKind.TAKEN, EventKind.RELEASED, EventKind.SKIPPED, EventKind.SUGGESTED})


def record(
    claim: Claim, kind: EventKind, *, by: User | None, at: datetime | None = None, **about: Any
) -> Event:
    """Add an event in the caller's transaction; unless UNMOVING it raises the claim's version.

    `by` is none when Fact Desk did it. `about`: the Event fields that the kind has (reason, other,
    link_kind, verdict, evidence, field, before, after).
    """
    if kind not in UNMOVING:
        Claim.objects.filter(pk=claim.pk).update(version=F("version") + 1)
        claim.refresh_from_db(fields=["version"])
    return Event.objects.create(
        claim=claim, kind=kind, by=by, at=at or timezone.now(), version=claim.version, **about
    )


def record_all(events: Iterable[Event]) -> None:
    """Add many events in one statement; all of UNMOVING kinds, so no version changes."""
    events = list(events)
    if moving := {event.kind for event in events} - UNMOVING:
        raise ValueError(f"these change the version: {sorted(moving)}")
    Event.objects.bulk_create(events)
