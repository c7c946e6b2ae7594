"""Leaving: somebody is away, and what is assigned to them goes to others, as one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts import people
from accounts.models import User
from claims import assignments, history, notifications, review
from claims.among import these
from claims.assignments import Assignment
from claims.errors import NotAllowed, StaleClaim
from claims.models import Claim, Event
from claims.states import EventKind, NotificationKind

if TYPE_CHECKING:
    from claims.querysets import ClaimQuerySet

SALT = "claims.handing_over.absence"


def open_of(person: User) -> ClaimQuerySet:
    """What waits and is assigned to them, most pressing first."""
    return Claim.objects.waiting().filter(assignee=person).most_pressing_first()


def people_with_work() -> QuerySet[User]:
    """Who may decide; and who may no longer, with open claims that nobody would get otherwise."""
    assigned = Exists(Claim.objects.waiting().filter(assignee=OuterRef("pk")).order_by())
    decides = Exists(people.deciding().filter(pk=OuterRef("pk")))
    found = User.objects.annotate(decides=decides).filter(Q(decides=True) | assigned)
    return found.order_by("username", "pk")


@dataclass(frozen=True, kw_only=True)
class Load:
    """How many claims that wait are assigned to the person."""

    person: User
    assigned: int


def loads(persons: Sequence[User]) -> list[Load]:
    """One query for all of them, in their order."""
    keys = [person.pk for person in persons]
    waiting = Claim.objects.waiting().filter(assignee__in=these(keys)).order_by()
    counts = dict(waiting.values_list("assignee").annotate(n=Count("pk")))
    return [Load(person=person, assigned=counts.get(person.pk, 0)) for person in persons]


@transaction.atomic
def leave(person: User, *, to: Assignment, by: User) -> tuple[str, int]:
    """They are away from now on: nothing is assigned to them, their lease ends, and their open
    claims go `to` somebody, due when they were.

    Whoever gets them is told once, of the most pressing. Gives the token that undoes it, and how
    many claims went. Raises NotAllowed unless they say so themselves or a desk admin does, and for
    a receiver who may not decide.
    """
    _refuse_unless_allowed(person, by)
    people.hold(person, to.person)
    if to.person == person or (to.person and not people.may_be_assigned(to.person)):
        raise NotAllowed(f"{to.person} cannot take them. Choose another reviewer, or a group.")
    review.release_all(person, by=by)
    at = timezone.now()
    since = person.away_since or at
    people.set_away(person, since=since)
    keys = _held(open_of(person))
    _move(keys, to)
    _tell(keys, before=assignments.Assignment(person=person), after=to, by=by, at=at)
    if first := Claim.objects.filter(pk__in=these(keys)).most_pressing_first().first():
        notifications.tell_all(to.people, NotificationKind.HANDED_OVER, first, by=by)
    when = {"since": since.isoformat(), "at": at.isoformat()}
    act = {"person": person.pk, "to": assignments.keys_of(to), "by": by.pk, **when}
    return signing.dumps(act, salt=SALT), len(keys)


@transaction.atomic
def undo(token: str, *, by: User) -> tuple[User, int]:
    """They are back and have again what went by that act and is still where it went; how many.

    Raises StaleClaim for a broken token and when they have left again since, NotAllowed as `leave`
    does.
    """
    try:
        act = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise StaleClaim("This can no longer be undone. Assign the claims one by one.") from error
    person, to = User.objects.get(pk=act["person"]), assignments.read(act["to"])
    _refuse_unless_allowed(person, by)
    people.hold(person)
    at = datetime.fromisoformat(act["at"])
    if person.away_since not in (None, datetime.fromisoformat(act["since"])):
        raise StaleClaim(f"{person} has left again since. What went stays where it is.")
    told = Event.objects.filter(kind=EventKind.HANDED_OVER, by=act["by"], at=at)
    still = Claim.objects.active().filter(assignee=to.person, assigned_group=to.group)
    keys = _held(still.filter(pk__in=told.values("claim")))
    people.set_away(person, since=None)
    back = assignments.Assignment(person=person)
    _move(keys, back)
    _tell(keys, before=to, after=back, by=by, at=timezone.now())
    return person, len(keys)


def come_back(person: User, *, by: User) -> None:
    """They can be assigned work again; what they had stays where it went. Raises NotAllowed."""
    _refuse_unless_allowed(person, by)
    people.set_away(person, since=None)


def _refuse_unless_allowed(person: User, by: User) -> None:
    if person != by and not by.is_desk_admin:
        raise NotAllowed("Only a desk admin says of others that they are away.")


def _held(claims: ClaimQuerySet) -> list[int]:
    held = claims.order_by("pk").select_for_update(of=("self",), no_key=True)
    return list(held.values_list("pk", flat=True))


def _move(keys: list[int], to: Assignment) -> None:
    moved = Claim.objects.filter(pk__in=these(keys))
    moved.update(assignee=to.person, assigned_group=to.group)


def _tell(
    keys: list[int], *, before: Assignment, after: Assignment, by: User, at: datetime
) -> None:
    versions = dict(Claim.objects.filter(pk__in=these(keys)).values_list("pk", "version"))
    history.record_all(
        Event(
            claim_id=key,
            kind=EventKind.HANDED_OVER,
            at=at,
            by=by,
            version=versions[key],
            before=before.whose,
            after=after.whose,
        )
        for key in keys
    )
