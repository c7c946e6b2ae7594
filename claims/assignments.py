"""Whose a claim is, a person's or a group's, and by when it is due.

An assignment is no lease: it lasts until somebody changes it, a verdict included, so that a claim
that comes back to the queue comes back to whoever had it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Group
from django.core import signing
from django.db import transaction
from django.utils import timezone

from accounts import people
from accounts.models import User
from claims import history, notifications, review
from claims.errors import AssignedOtherwise, NotAllowed, StaleClaim
from claims.models import Claim
from claims.priority import NO_DUE_TIME
from claims.states import EventKind, NotificationKind

if TYPE_CHECKING:
    from django.db.models import Model

SALT = "claims.assignments.undo"
COLUMNS = ("assignee", "assigned_group", "due_at", "due_order")


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """Nobody's when there is neither a person nor a group; it can be due all the same."""

    person: User | None = None
    group: Group | None = None
    due_at: datetime | None = None

    @property
    def whose(self) -> str:
        """“Alice Arden”, “the group Night desk”; empty for nobody."""
        if self.person:
            return str(self.person)
        return f"the group {self.group}" if self.group else ""

    @property
    def words(self) -> str:
        """“Alice Arden, due 3 May at 17:00”, in the reader's zone; “nobody” for nobody."""
        due = f", due {timezone.localtime(self.due_at):%-d %B at %H:%M}" if self.due_at else ""
        return f"{self.whose or 'nobody'}{due}"

    @property
    def people(self) -> list[User]:
        """Who is told: the person, or all of the group."""
        if self.person:
            return [self.person]
        return list(people.of_team(self.group)) if self.group else []


def of(claim: Claim) -> Assignment:
    return Assignment(person=claim.assignee, group=claim.assigned_group, due_at=claim.due_at)


@transaction.atomic
def assign(claim: Claim, *, to: Assignment, by: User, seen: str = "") -> str:
    """Give the claim to a person, a group or nobody; say by when it is due, or that it is not.

    `seen` is the `mark` of what the person saw; empty overrides whatever there is. Gives the token
    that undoes it, empty when nothing changed. Raises AssignedOtherwise when that moved, NotAllowed
    for a person who may not decide, and StaleClaim for a removed claim.
    """
    people.hold(to.person)
    held = _held(claim.pk)
    before = of(held)
    if before == to:
        return ""
    if seen and seen != mark(before):
        raise AssignedOtherwise(_otherwise(before), mark(before))
    if to.person and to.person != before.person and not people.may_be_assigned(to.person):
        raise NotAllowed(_why_not(to.person, by=by))
    _write(held, to, by=by)
    return signing.dumps({"claim": held.pk, "was": keys_of(before), "is": keys_of(to)}, salt=SALT)


@transaction.atomic
def give(claim: Claim, *, to: User | None, by: User) -> str:
    """Assign it to that person, or to nobody, due when it is now. As `assign` otherwise."""
    people.hold(to)
    now = of(Claim.objects.locked(claim.pk))
    return assign(claim, to=Assignment(person=to, due_at=now.due_at), by=by)


@transaction.atomic
def undo(token: str, *, by: User) -> Claim:
    """Assign it again as it was before the act of that token.

    Raises StaleClaim when the token is broken or somebody assigned it otherwise since.
    """
    try:
        act = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise StaleClaim("This can no longer be undone. Open the claim to assign it.") from error
    held = _held(act["claim"])
    if keys_of(of(held)) != act["is"]:
        raise StaleClaim("It was assigned otherwise since. Open the claim to see whose it is.")
    _write(held, read(act["was"]), by=by)
    return held


def mark(one: Assignment) -> str:
    """By which a form knows again whose the claim was when it was shown."""
    return ",".join(str(key or "") for key in keys_of(one))


def _otherwise(now: Assignment) -> str:
    return (
        f"Meanwhile somebody assigned it to {now.words}. Assign it once more if that is to change."
    )


def _why_not(person: User, *, by: User) -> str:
    if person == by and person.is_away:
        return "You are away. Say under “Your settings” that you are back first."
    return f"{person} is away or cannot decide claims. Choose a reviewer."


def _held(claim_id: int) -> Claim:
    held = Claim.objects.locked(claim_id)
    if held.is_removed:
        raise review.removed(held)
    return held


def _write(claim: Claim, to: Assignment, *, by: User) -> None:
    before = of(claim)
    claim.assignee, claim.assigned_group, claim.due_at = to.person, to.group, to.due_at
    claim.due_order = to.due_at or NO_DUE_TIME
    claim.save(update_fields=COLUMNS)
    if before.whose != to.whose:
        history.record(claim, EventKind.ASSIGNED, by=by, before=before.whose, after=to.whose)
        notifications.tell_all(to.people, NotificationKind.ASSIGNED, claim, by=by)
    if before.due_at != to.due_at:
        was, now = _moment(before.due_at), _moment(to.due_at)
        history.record(claim, EventKind.DUE, by=by, before=was, after=now)


def _moment(value: datetime | None) -> str:
    """As an event holds it: ISO 8601 in UTC, empty for none."""
    return value.isoformat() if value else ""


def keys_of(one: Assignment) -> list[Any]:
    """As a token of Undo holds it; `read` gives it back."""
    return [_key(one.person), _key(one.group), _moment(one.due_at)]


def _key(row: Model | None) -> Any:
    return row.pk if row else None


def read(keys: list[Any]) -> Assignment:
    person, group, due_at = keys
    return Assignment(
        person=User.objects.filter(pk=person).first(),
        group=Group.objects.filter(pk=group).first(),
        due_at=datetime.fromisoformat(due_at) if due_at else None,
    )
