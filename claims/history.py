"""The one writer of events, and of the version by which a decision knows what it saw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F
from django.utils import timezone

from claims.among import these
from claims.models import BulkAct, Claim, Event, Opinion
from claims.states import EventKind, OpinionState, RelocationOutcome

if TYPE_CHECKING:
    from accounts.models import User

# These tell who is at work, when the claim's turn comes, or what Fact Desk proposed and a person
# turned down; the claim is still the one that a reviewer saw. Unlinking what was linked is another
# kind, which moves it.
UNMOVING = frozenset(
    {
        EventKind.TAKEN,
        EventKind.RELEASED,
        EventKind.SKIPPED,
        EventKind.SUGGESTED,
        EventKind.REJECTED,
        EventKind.SILENT,
        EventKind.HEARD,
        EventKind.OPINED,
        EventKind.OPINION_WITHDRAWN,
        EventKind.OPINION_VOID,
        EventKind.TAKEN_OVER,
        EventKind.PINNED,
        EventKind.UNPINNED,
        EventKind.ASSIGNED,
        EventKind.HANDED_OVER,
        EventKind.DUE,
    }
)
# What was put back beside the claim: a suggestion, somebody's lease, its place in a person's queue.
BESIDE = ("suggestion", "lease", "skip", "opinion")
# After these an opinion stands as it was given: it only rests on more now.
ADDING = frozenset({EventKind.EVIDENCE_ADDED})
CHANGED = "the claim changed"

# One statement for both, because a verdict waits for it.
_MOVE = """
    UPDATE claims_claim SET version = version + 1 WHERE id = %s RETURNING version, EXISTS (
        SELECT FROM claims_opinion WHERE claim_id = claims_claim.id AND ended_at IS NULL
    )
"""

_part_of: ContextVar[BulkAct | None] = ContextVar("part_of", default=None)


@contextmanager
def as_part_of(act: BulkAct) -> Iterator[None]:
    """All that is recorded inside is a part of the act."""
    token = _part_of.set(act)
    try:
        yield
    finally:
        _part_of.reset(token)


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
    link_kind, verdict, opinion, evidence, field, before, after). What moves a claim sets aside the
    opinions that are live on it.
    """
    about = {"act": _part_of.get(), **about}
    event = Event(claim=claim, kind=kind, by=by, at=at or timezone.now(), **about)
    has_opinions = _move(claim) if is_moving(event) else False
    event.version = claim.version
    event.save()
    if has_opinions and kind not in ADDING:
        set_aside(Opinion.objects.live_on(claim).select_related("claim"))
    return event


def _move(claim: Claim) -> bool:
    """Raise the claim's version; true when somebody's opinion is live on it."""
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [claim.pk])
        claim.version, has_opinions = cursor.fetchone()
    return bool(has_opinions)


def set_aside(opinions: Iterable[Opinion], *, reason: str = CHANGED) -> None:
    """These opinions no longer count, which the history of their claims tells; needs `by`, `claim`.

    Their claims wait on: somebody gave an opinion, so somebody looks again.
    """
    opinions, at = list(opinions), timezone.now()
    for opinion in opinions:
        opinion.state, opinion.ended_at, opinion.verdict = OpinionState.VOID, at, None
    Opinion.objects.bulk_update(opinions, ["state", "ended_at", "verdict"])
    record_all(
        Event(
            claim=opinion.claim,
            kind=EventKind.OPINION_VOID,
            at=at,
            version=opinion.claim.version,
            opinion=opinion,
            reason=reason,
        )
        for opinion in opinions
    )


def record_moves(events: Iterable[Event]) -> None:
    """Add many events and raise the versions of the claims that they move; four statements.

    Opinions that are live on those are set aside.
    """
    events = list(events)
    moved = {event.claim_id for event in events if is_moving(event)}
    Claim.objects.filter(pk__in=moved).update(version=F("version") + 1)
    told = {event.claim_id for event in events}
    versions = dict(Claim.objects.filter(pk__in=told).values_list("pk", "version"))
    for event in events:
        event.version = versions[event.claim_id]
        event.act = event.act or _part_of.get()
    Event.objects.bulk_create(events)
    changed = {event.claim_id for event in events if event.kind not in ADDING} & moved
    live = Opinion.objects.live().filter(claim__in=these(changed))
    set_aside(live.select_related("by", "claim").order_by("at", "pk"))


def record_all(events: Iterable[Event]) -> None:
    """Add many events in one statement; all of UNMOVING kinds, so no version changes."""
    events = list(events)
    if moving := {event.kind for event in events} - UNMOVING:
        raise ValueError(f"these change the version: {sorted(moving)}")
    for event in events:
        event.act = event.act or _part_of.get()
    Event.objects.bulk_create(events)
