"""Blind second review: which claims are drawn for it, and what is hidden until two have decided.

Of `blind_share` in a hundred claims of a story the first decision, whatever it is, is an opinion
that nobody but its author and desk admins see before a second person has decided. That an opinion
is blind is stored with it when it is given: another share changes only what is decided after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.crypto import salted_hmac

from claims.models import Event, Evidence, Opinion
from web.prepared import prepared, prepared_count

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Claim
    from claims.verdict_querysets import EventQuerySet, EvidenceQuerySet

SALT = "claims.blind_review"
NEWEST_SHOWN = 10  # events, on the page of a claim


def is_drawn(claim: Claim) -> bool:
    """Whether its first decision is blind; needs `story`.

    The same answer whenever it is asked, so that taking a decision back draws nothing anew, and a
    larger share draws others besides. Nobody can tell it beforehand without the desk's secret key.
    """
    return _lot(claim) < claim.story.blind_share


def _lot(claim: Claim) -> int:
    """0 to 99, each as often as any other, of the claim's key alone."""
    digest = salted_hmac(SALT, str(claim.pk), algorithm="sha256").digest()
    return int.from_bytes(digest[:8], "big") % 100


def unseen(live: Sequence[Opinion], *, by: User) -> set[int]:
    """Keys of those of the live opinions on a claim that are hidden from `by`.

    Nothing is asked where none is blind.
    """
    if not any(one.is_blind for one in live):
        return set()
    hidden = Opinion.objects.hidden_from(by).live_on(live[0].claim)
    return set(hidden.values_list("pk", flat=True))


def evidence_on(claim: Claim, *, reader: User) -> list[Evidence]:
    """Its standing evidence, without what was brought for a hidden decision; needs `story`."""
    if claim.story.needs_second_eyes:
        return list(claim.evidence.standing().shown_to(reader))
    return _evidence_on(claim)


@prepared
def _evidence_on(claim: Claim) -> EvidenceQuerySet:
    return Evidence.objects.standing().filter(claim=claim)


def events_of(claim: Claim, *, reader: User) -> EventQuerySet:
    """Its history, without what tells of a hidden decision; needs `story`."""
    events = claim.events.all()
    return events.shown_to(reader) if claim.story.needs_second_eyes else events


def newest_events(claim: Claim, *, reader: User) -> tuple[list[Event], int]:
    """As `events_of`, the NEWEST_SHOWN last ones for a history, and how many there are in all."""
    if claim.story.needs_second_eyes:
        events = events_of(claim, reader=reader)
        return list(events.for_history()[:NEWEST_SHOWN]), events.count()
    return _newest_events(claim), _event_count(claim)


@prepared
def _newest_events(claim: Claim) -> EventQuerySet:
    return Event.objects.filter(claim=claim).for_history()[:NEWEST_SHOWN]


@prepared_count
def _event_count(claim: Claim) -> EventQuerySet:
    return Event.objects.filter(claim=claim)
