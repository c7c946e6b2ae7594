"""The one writer of events, and of the version by which a decision knows what it saw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils import timezone

from claims.models import Claim, Event
from claims.states import EventKind, RelocationOutcome

if TYPE_CHECKING:
    from accounts.models import User

# These tell who is at work, or what Fact Desk proposed and a person turned down; the claim is still
# the one that a reviewer saw. Unlinking what was linked is another kind, which moves it.
UNMOVING = frozenset(
    {
        EventKind.TAKEN,
        EventKind.RELEASED,
        EventKind.SKIPPED,
        EventKind.SUGGESTED,
        EventKind.REJECTED,
        EventKind.SILENT,
        EventKind.HEARD,
    }
)
# What was put back beside the claim: a suggestion, somebody's lease, its place in a person's queue.
BESIDE = ("suggestion", "lease", "skip")


def is_moving(event: Event) -> bool:
    """The claim is another one than a reviewer saw before it; so its version grows.

    A suggestion that comes back moves the claim as little as its going did; nor does it when a new
    revision has the same words in the same place.
    """
    if event.kind == EventKind.FOLLOWED:
        return event.field != RelocationOutcome.UNCHANGED or bool(event.after)
    is_beside = event.kind == EventKind.RESTORED and (
        event.other_id is not None or event.field in BESIDE
    )
    return event.kind not in UNMOVING and not is_beside


def record(
    claim: Claim, kind: EventKind, *, by: User | None, at: datetime | None = None, **about: Any
) -> Event:
    """Add an event in the caller's transaction; a moving one raises the claim's version.

    `by` is none when Fact Desk did it. `about`: the Event fields that the kind has (reason, other,
    link_kind, verdict, evidence, field, before, after).
    """
    event = Event(claim=claim, kind=kind, by=by, at=at or timezone.now(), **about)
    if is_moving(event):
        Claim.objects.filter(pk=claim.pk).update(version=F("version") + 1)
        claim.refresh_from_db(fields=["version"])
    event.version = claim.version
    event.save()
    return event


def record_moves(events: Iterable[Event]) -> None:
    """Add many events and raise the versions of the claims that they move; three statements."""
    events = list(events)
    moved = {event.claim_id for event in events if is_moving(event)}
    Claim.objects.filter(pk__in=moved).update(version=F("version") + 1)
    told = {event.claim_id for event in events}
    versions = dict(Claim.objects.filter(pk__in=told).values_list("pk", "version"))
    for event in events:
        event.version = versions[event.claim_id]
    Event.objects.bulk_create(events)


def record_all(events: Iterable[Event]) -> None:
    """Add many events in one statement; all of UNMOVING kinds, so no version changes."""
    events = list(events)
    if moving := {event.kind for event in events} - UNMOVING:
        raise ValueError(f"these change the version: {sorted(moving)}")
    Event.objects.bulk_create(events)
