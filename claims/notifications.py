"""Telling people what others did to claims they have a part in; read, and unread again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from accounts.models import Digest, User
from claims import switches
from claims.models import Notification
from claims.states import NotificationKind, Way
from web.counts import capped
from web.prepared import prepared_count

if TYPE_CHECKING:
    from claims.models import Claim, Comment
    from claims.notification_querysets import NotificationQuerySet

KEPT_DAYS = 90  # after it was read; the history of the claim has what happened for ever
About = Mapping[str, Any]  # the claim and the comment of a notification


def tell(
    person: User, kind: NotificationKind, claim: Claim, *, by: User, comment: Comment | None = None
) -> None:
    """Tell one person, in the caller's transaction. Whoever did it is not told.

    `comment`: what was said, where that is what they are told of.
    """
    tell_all([person], kind, claim, by=by, comment=comment)


def tell_all(
    people: Iterable[User],
    kind: NotificationKind,
    claim: Claim,
    *,
    by: User,
    comment: Comment | None = None,
) -> None:
    """Tell each of them once, as they want it; not `by`, and nobody who has left the desk."""
    told = {one.pk: one for one in people}
    about = {"claim_id": claim.pk, "comment": comment}
    _write([(told[key], about) for key in sorted(told)], kind, by=by)


def tell_each(told: Iterable[tuple[int, int]], kind: NotificationKind, *, by: User) -> None:
    """Tell people of many claims, as `tell_all`; `told` are keys of a person and a claim.

    Once of each claim. Three statements however many there are.
    """
    pairs = sorted(set(told))
    people = User.objects.in_bulk({person for person, _ in pairs})
    _write([(people[person], {"claim_id": claim}) for person, claim in pairs], kind, by=by)


def _write(told: Sequence[tuple[User, About]], kind: NotificationKind, *, by: User) -> None:
    told = [(one, about) for one, about in told if one.is_active and one.pk != by.pk]
    if not told:
        return
    off, at = switches.muted({one.pk for one, _ in told}, kind), timezone.now()
    rows = [
        Notification(
            person=person,
            kind=kind,
            by=by,
            at=at,
            is_shown=(person.pk, Way.PAGE) not in off,
            is_for_mail=(person.pk, Way.MAIL) not in off and person.digest != Digest.OFF,
            **about,
        )
        for person, about in told
    ]
    Notification.objects.bulk_create(row for row in rows if row.is_shown or row.is_for_mail)


def unread_count(person: User) -> int:
    """How many they have not read, at most COUNT_CAP and one. One query over an index of these."""
    return _unread(person.pk or 0)


@prepared_count
def _unread(person: int) -> NotificationQuerySet:
    return capped(Notification.objects.filter(person=person).unread())


def read(one: Notification) -> datetime:
    """Mark it as read; when that was. One that is read already stays so since then."""
    at = timezone.now()
    own = Notification.objects.filter(pk=one.pk, read_at=None)
    if one.read_at is None and own.update(read_at=at):
        one.read_at = at
    return one.read_at or at


def read_all(person: User, *, newest: int) -> tuple[int, datetime]:
    """Mark all of theirs as read, up to the newest they have seen; how many, and when.

    What came in while they looked at the page stays unread.
    """
    at = timezone.now()
    seen = Notification.objects.of(person).unread().filter(pk__lte=newest)
    return seen.update(read_at=at), at


def unread(person: User, *, read_at: datetime) -> int:
    """Take back what was marked as read at that very moment; how many are unread again."""
    return Notification.objects.of(person).filter(read_at=read_at).update(read_at=None)


def forget_old() -> int:
    """Delete what was read, or mailed to somebody who has it by mail alone, more than KEPT_DAYS
    ago; how many. What nobody has read stays."""
    old = Notification.objects.done_before(timezone.now() - timedelta(days=KEPT_DAYS))
    return old.delete()[0]
