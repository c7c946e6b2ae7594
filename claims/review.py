"""Who reviews what: leases, which end by the clock alone, and passing a claim over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from claims import history, notifications, taking
from claims.errors import HeldByAnother, NothingWaits, StaleClaim
from claims.models import Claim, Event, Skip
from claims.states import TAKING, EventKind, NotificationKind
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.querysets import ClaimQuerySet

LEASE_MINUTES = 15
RENEW_AFTER_SECONDS = 60  # a lease younger than this is not written again
SKIP_MINUTES = 60


@transaction.atomic
def take(claim: Claim, *, by: User) -> Claim:
    """Lease the claim to `by` for LEASE_MINUTES, or renew their lease; they let go of any other.

    Raises HeldByAnother, and StaleClaim when the claim was removed.
    """
    _one_at_a_time(by)
    at = timezone.now()
    rows = {row.pk: row for row in Claim.objects.locked_with_held(claim.pk, by)}
    claim = rows.pop(claim.pk)
    refuse_if_held(claim, by)
    if claim.is_removed:
        raise removed(claim)
    is_new = not claim.is_leased(at=at)
    claim.reviewer, claim.leased_until = by, _lease_end(at)
    claim.save(update_fields=["reviewer", "leased_until"])
    claim.skips.filter(reviewer=by).delete()
    if is_new:
        history.record(claim, EventKind.TAKEN, by=by, at=at)
    _let_go(rows.values(), by)
    return claim


@transaction.atomic
def take_next(queue: ClaimQuerySet, *, by: User) -> Claim:
    """Lease the most pressing claim of the queue that is free; the one they hold comes first, then
    what is assigned to them, then to a group of theirs.

    What is assigned to others is not brought before it is overdue. One statement finds and takes
    it, so that two reviewers never get the same; it also sees that they hold none, as most do who
    ask for the next. Raises NothingWaits.
    """
    _one_at_a_time(by)
    at = timezone.now()
    claim = taking.take_first(queue, by=by, at=at, until=_lease_end(at))
    if claim is None and (keys := list(Claim.objects.held_by(by).values_list("pk", flat=True))):
        own = queue.filter(pk__in=keys).open_to_the_eyes_of(by)
        if held := own.order_by("leased_until").last():
            return take(held, by=by)
        # Before another is taken: that one is not waited for, so nobody waits for both.
        _let_go(Claim.objects.filter(pk__in=keys).order_by("pk"), by)
        claim = taking.take_first(queue, by=by, at=at, until=_lease_end(at))
    if claim is None:
        raise NothingWaits(_why_nothing(queue, queue.free_for(by, at=at), by))
    history.record(claim, EventKind.TAKEN, by=by, at=at)
    return claim


@transaction.atomic
def take_over(claim: Claim, *, from_whom: int | None, by: User) -> User | None:
    """Lease a claim that another holds to `by`, and tell them; what they typed stays theirs.

    `from_whom`: who held it as the person saw it. Gives who lost it; none for a claim that was free
    by now, which is just taken. Raises HeldByAnother when a third one holds it by now, and
    StaleClaim when the claim was removed.
    """
    _one_at_a_time(by)
    at = timezone.now()
    rows = {row.pk: row for row in Claim.objects.locked_with_held(claim.pk, by)}
    held = rows.pop(claim.pk)
    if held.is_removed or not held.is_leased(at=at) or held.reviewer_id == by.pk:
        take(held, by=by)
        return None
    if held.reviewer_id != from_whom:
        refuse_if_held(held, by)
    before = held.reviewer
    held.reviewer, held.leased_until = by, _lease_end(at)
    held.save(update_fields=["reviewer", "leased_until"])
    held.skips.filter(reviewer=by).delete()
    history.record(held, EventKind.TAKEN_OVER, by=by, at=at, before=str(before))
    if before:
        notifications.tell(before, NotificationKind.TAKEN_OVER, held, by=by)
    _let_go(rows.values(), by)
    return before


def _why_nothing(queue: ClaimQuerySet, free: ClaimQuerySet, by: User) -> str:
    if free.exists():
        return "What waits here is assigned to others. Open a claim to take it all the same."
    waiting = queue.waiting()
    if not waiting.exists():
        return "Nothing waits here."
    if not waiting.in_standing_words().exists():
        return "What waits here waits for its place in changed words. Look under Corrections."
    if not waiting.in_standing_words().open_to_the_eyes_of(by).exists():
        return "What waits here needs other eyes than yours: you marked, linked or decided it."
    return "Others hold what waits here, or you skipped it within the hour."


@transaction.atomic
def release(claim: Claim, *, by: User) -> Claim:
    """Let go of the claim without a verdict; nothing happens when they no longer hold it.

    Raises HeldByAnother.
    """
    claim = Claim.objects.locked(claim.pk)
    refuse_if_held(claim, by)
    if claim.is_leased():
        _clear(claim, EventKind.RELEASED, by)
    return claim


@transaction.atomic
def release_all(person: User, *, by: User) -> None:
    """Let go of whatever they hold, as when they leave."""
    for claim in Claim.objects.held_by(person).order_by("pk"):
        held = Claim.objects.locked(claim.pk)
        if held.reviewer_id == person.pk:
            held.reviewer = held.leased_until = None
            held.save(update_fields=["reviewer", "leased_until"])
            history.record(held, EventKind.RELEASED, by=by)


@transaction.atomic
def skip(claim: Claim, *, by: User) -> Claim:
    """Let go of the claim and keep it from their “Review next” for SKIP_MINUTES; `take` undoes it.

    Raises HeldByAnother.
    """
    claim = Claim.objects.locked(claim.pk)
    refuse_if_held(claim, by)
    until = timezone.now() + timedelta(minutes=SKIP_MINUTES)
    Skip.objects.update_or_create(claim=claim, reviewer=by, defaults={"until": until})
    _clear(claim, EventKind.SKIPPED, by)
    return claim


def renew(*, by: User) -> None:
    """They are at work: their lease runs LEASE_MINUTES from now. At most one write a minute."""
    at = timezone.now()
    end = _lease_end(at)
    if old := _held_until(by, at, end - timedelta(seconds=RENEW_AFTER_SECONDS)):
        Claim.objects.filter(pk__in=old, reviewer=by, leased_until__gt=at).update(leased_until=end)


@prepared
def _held_until(by: User, at: datetime, before: datetime) -> QuerySet[Claim, int]:
    held = Claim.objects.filter(reviewer=by, leased_until__gt=at, leased_until__lt=before)
    return held.values_list("pk", flat=True)


def refuse_if_held(claim: Claim, by: User) -> None:
    """Raise HeldByAnother while somebody else holds the claim; says so when they took it over."""
    if claim.is_leased() and claim.reviewer_id != by.pk:
        until = f"{timezone.localtime(claim.leased_until):%H:%M}"
        if over := _taken_over_from(claim, by):
            raise HeldByAnother(
                f"{claim.reviewer} took this claim over from you at"
                f" {timezone.localtime(over.at):%H:%M} and holds it until {until}."
                " What you typed is kept."
            )
        raise HeldByAnother(
            f"{claim.reviewer} holds this claim until {until}. You can read it, or review the next."
        )


def _taken_over_from(claim: Claim, by: User) -> Event | None:
    """The event by which its holder has it from `by`; none when they have it otherwise."""
    newest = list(claim.events.filter(kind__in=TAKING).order_by("-pk")[:2])
    if len(newest) == 2 and newest[0].kind == EventKind.TAKEN_OVER and newest[1].by_id == by.pk:
        return newest[0]
    return None


def removed(claim: Claim) -> StaleClaim:
    """Why nothing can be done to a removed claim, with who removed it."""
    return StaleClaim(
        f"{claim.removed_by} removed this claim. Mark its words again to review it.",
        list(claim.events.since(claim.version - 1)),
    )


def _lease_end(at: datetime) -> datetime:
    return at + timedelta(minutes=LEASE_MINUTES)


def _one_at_a_time(by: User) -> None:
    """Two requests of one person take turns, so that the second resumes what the first took."""
    _locked(by.pk)


@prepared
def _locked(person: int) -> QuerySet[User, int]:
    rows = User.objects.select_for_update(no_key=True)
    return rows.filter(pk=person).values_list("pk", flat=True)


def _let_go(claims: Iterable[Claim], by: User) -> None:
    for claim in claims:
        _clear(claim, EventKind.RELEASED, by)


def _clear(claim: Claim, event: EventKind, by: User) -> None:
    Claim.objects.filter(pk=claim.pk, reviewer=by).update(reviewer=None, leased_until=None)
    claim.reviewer = claim.leased_until = None
    history.record(claim, event, by=by)
