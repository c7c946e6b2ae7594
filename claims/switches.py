"""What a person wants to be told of, and how: each kind on the page, by mail, both or neither."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, OuterRef

from accounts import preferences
from claims.models import Mute
from claims.states import NotificationKind, Way

if TYPE_CHECKING:
    from accounts.models import User
    from claims.notification_querysets import NotificationQuerySet

Wanted = Mapping[Way, Collection[str]]


def wanted(person: User) -> dict[Way, set[str]]:
    """The kinds that the person is told of, by way; at first all."""
    off = set(Mute.objects.filter(person=person).values_list("kind", "way"))
    return {
        way: {kind for kind in NotificationKind.values if (kind, way.value) not in off}
        for way in Way
    }


@transaction.atomic
def choose(person: User, wants: Wanted, *, digest: str) -> None:
    """Store what the person wants, and how often mail is to come."""
    preferences.choose_digest(person, digest=digest)
    Mute.objects.filter(person=person).delete()
    Mute.objects.bulk_create(
        Mute(person=person, kind=kind, way=way)
        for way in Way
        for kind in NotificationKind.values
        if kind not in wants[way]
    )


def muted(people: Iterable[int], kind: NotificationKind) -> set[tuple[int, str]]:
    """Which of these people do not want this kind, each with the way."""
    rows = Mute.objects.filter(person__in=list(people), kind=kind)
    return set(rows.values_list("person", "way"))


def still_mailed(told: NotificationQuerySet) -> NotificationQuerySet:
    """Without the kinds that their person has switched off for mail since they were told."""
    off = Mute.objects.filter(person=OuterRef("person"), kind=OuterRef("kind"), way=Way.MAIL)
    return told.filter(~Exists(off))
