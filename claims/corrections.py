"""Settling the place of a claim whose source changed: what a person decides, and taking it back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

import matching
from articles.models import Revision
from claims import clusters, highlights, history, jobs, other_words, priorities, reopening
from claims.errors import NotAllowed, PlaceTaken, StaleRelocation
from claims.highlights import Place
from claims.models import Claim, Link, Relocation
from claims.states import EventKind, RelocationState
from claims.verdicts import UNDO_MINUTES

if TYPE_CHECKING:
    from accounts.models import User

OTHER_WORDS = "a linked claim has other words"


@transaction.atomic
def accept(relocation: Relocation, *, by: User, note: str = "") -> Claim:
    """Move the claim to the proposed place; with other words it waits for a verdict again.

    Raises StaleRelocation when it was settled meanwhile, PlaceTaken when another claim stands there
    and NotAllowed when nothing is proposed.
    """
    row = _open(relocation)
    if row.new_start is None or row.new_end is None:
        raise NotAllowed("No place is proposed. Choose one by hand, or keep the old reading.")
    place = _described(row.to_revision, row.new_start, row.new_end)
    return _move(row, place, RelocationState.ACCEPTED, by=by, note=note)


@transaction.atomic
def choose(relocation: Relocation, *, start: int, end: int, by: User, note: str = "") -> Claim:
    """Move the claim to a place of the new words; raises as `accept` and `highlights.mark` do."""
    row = _open(relocation)
    place = highlights.place_in(row.to_revision, start, end)
    return _move(row, place, RelocationState.CHOSEN, by=by, note=note)


@transaction.atomic
def keep(relocation: Relocation, *, by: User, note: str = "") -> Claim:
    """Leave the claim in the words it was marked in; its verdict stands. Raises StaleRelocation."""
    row = _open(relocation)
    claim = Claim.objects.locked(row.claim_id)
    _settle(row, RelocationState.KEPT, by=by, note=note)
    _wait_as_before(claim, row)
    _tell(claim, row, by=by, before=claim.quote)
    jobs.compare_later(claim.story_id)
    return claim


@transaction.atomic
def undo(relocation: Relocation, *, by: User) -> Claim:
    """Let the place be open again, the claim back where it was.

    Whoever settled it may for UNDO_MINUTES, a desk admin always. Raises StaleRelocation when the
    claim has moved on since, and NotAllowed.
    """
    row = _held(relocation)
    claim = Claim.objects.locked(row.claim_id)
    if not is_last_word(row, claim):
        raise StaleRelocation("The claim has moved on since. Look at it as it is now.")
    if not may_undo(row, by=by):
        raise NotAllowed(f"Only {row.decided_by} or a desk admin can undo this.")
    had = claim.quote
    claim.waiting_since = claim.waiting_since or timezone.now()
    claim.revision = row.from_revision
    _put(claim, _described(row.from_revision, row.old_start, row.old_end))
    row.state, row.note = RelocationState.OPEN, ""
    row.decided_by = row.decided_at = row.settled_start = row.settled_end = None
    row.save()
    priorities.follow([claim.pk])
    claim.refresh_from_db()
    history.record(claim, EventKind.RELOCATION_UNDONE, by=by, field=row.outcome)
    if claim.quote != had:
        other_words.follow(claim)
    return claim


def may_undo(relocation: Relocation, *, by: User) -> bool:
    """As far as nothing came after it."""
    if by.is_desk_admin:
        return True
    until = (relocation.decided_at or timezone.now()) + timedelta(minutes=UNDO_MINUTES)
    return by.is_reviewer and relocation.decided_by_id == by.pk and timezone.now() < until


def _held(relocation: Relocation) -> Relocation:
    """The row as it is now, with its story held."""
    clusters.lock({relocation.claim.story_id})
    return Relocation.objects.for_page().locked(relocation.pk)


def _open(relocation: Relocation) -> Relocation:
    row = _held(relocation)
    if row.state == RelocationState.SUPERSEDED:
        raise StaleRelocation("The source has changed once more. Look at its newest words.")
    if not row.is_open:
        raise StaleRelocation(
            f"{row.decided_by or 'Fact Desk'} settled this at"
            f" {timezone.localtime(row.decided_at):%H:%M}: {row.get_state_display().lower()}."
        )
    if row.claim.is_removed:
        raise StaleRelocation("This claim was removed. Put it back to settle its place.")
    return row


def is_last_word(row: Relocation, claim: Claim) -> bool:
    """Nothing was done to the claim since a person settled its place so."""
    if not row.is_decided_by_person or claim.is_removed or claim.has_changed_source:
        return False
    if Relocation.objects.of(claim).filter(found_at__gt=row.found_at).exists():
        return False
    verdict = claim.current_verdict
    if verdict and row.decided_at and verdict.decided_at > row.decided_at:
        return False
    is_kept = row.state == RelocationState.KEPT
    settled = (row.from_revision_id, row.old_start, row.old_end)
    if not is_kept:
        settled = (row.to_revision_id, row.settled_start or 0, row.settled_end or 0)
    return (claim.revision_id, claim.start, claim.end) == settled


def _move(row: Relocation, place: Place, state: RelocationState, *, by: User, note: str) -> Claim:
    claim = Claim.objects.locked(row.claim_id)
    row.settled_start, row.settled_end = place.start, place.end
    _settle(row, state, by=by, note=note)
    claim.revision = row.to_revision
    _put(claim, place)
    has_other_words = claim.quote != row.old_quote
    if not has_other_words:
        _wait_as_before(claim, row)
    _tell(claim, row, by=by, before=row.old_quote if has_other_words else "")
    if has_other_words:
        other_words.follow(claim)
        _reopen_linked(claim)
    return claim


def _settle(row: Relocation, state: RelocationState, *, by: User, note: str) -> None:
    row.state, row.note = state, note.strip()
    row.decided_by, row.decided_at = by, timezone.now()
    row.save()
    priorities.follow([row.claim_id])


def _put(claim: Claim, place: Place) -> None:
    """Revision, place and words together. Raises PlaceTaken."""
    for field, value in asdict(place).items():
        setattr(claim, field, value)
    try:
        with transaction.atomic():
            claim.save(update_fields=["revision", "waiting_since", *asdict(place)])
    except IntegrityError as error:
        if highlights.PLACE not in str(error):
            raise
        raise PlaceTaken(
            "Another claim stands at exactly these words. Choose other words, or keep the old"
            " reading."
        ) from error


def _wait_as_before(claim: Claim, row: Relocation) -> None:
    """Its words are those its verdict is on, so that stands; unreviewed it goes on waiting."""
    if claim.is_decided:
        claim.waiting_since = row.waited_since
        claim.save(update_fields=["waiting_since"])


def _tell(claim: Claim, row: Relocation, *, by: User, before: str) -> None:
    claim.refresh_from_db(fields=["open_relocation"])
    after = claim.quote if before and before != claim.quote else ""
    history.record(
        claim,
        EventKind.RELOCATED,
        by=by,
        at=row.decided_at,
        field=row.state,
        before=before,
        after=after,
        reason=row.note,
    )


def _reopen_linked(claim: Claim) -> None:
    """Unresolved claims linked to it may be settled by its new words."""
    for link in Link.objects.of(claim).confirmed().active().select_related("a", "b"):
        reopening.reopen(link.b if link.a_id == claim.pk else link.a, reason=OTHER_WORDS)


def _described(revision: Revision, start: int, end: int) -> Place:
    quote = matching.describe(revision.text, start, end)
    return Place(start=start, end=end, quote=quote.exact, prefix=quote.prefix, suffix=quote.suffix)
