"""Feeds of the queue, for readers that cannot sign in: whose they are, and how much they may ask.

The address holds who it is for and the number of their key, signed; another number closes all that
were given out. Nothing secret is stored.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from claims.errors import NoFeed, TooManyFeeds
from claims.models import FeedKey

if TYPE_CHECKING:
    from datetime import datetime

SIGNER = signing.Signer(salt="claims.feeds")
SPAN = timedelta(minutes=1)
ANSWERS_A_SPAN = 60  # thirty views, each asked for twice a minute


def token_of(person: User) -> str:
    """What lets a reader in as that person; the same until it is renewed."""
    return SIGNER.sign(f"{person.pk}-{_key(person).number}")


def renew(*, by: User) -> None:
    """Close all addresses given out so far."""
    with transaction.atomic():
        key = FeedKey.objects.select_for_update().get(pk=_key(by).pk)
        key.number += 1
        key.save(update_fields=["number"])


def person_of(token: str) -> User:
    """Who the address is of, an account that may read; raises NoFeed for any other.

    Raises TooManyFeeds when it was asked more than ANSWERS_A_SPAN times in SPAN.
    """
    try:
        person, number = SIGNER.unsign(token).split("-")
    except signing.BadSignature as error:
        raise NoFeed from error
    held = FeedKey.objects.select_related("person").filter(person=int(person), number=int(number))
    key = held.first()
    if key is None or not key.person.is_active or not key.person.is_member:
        raise NoFeed
    _count(key, timezone.now())
    return key.person


def _key(person: User) -> FeedKey:
    made = {"counted_from": timezone.now()}
    return FeedKey.objects.get_or_create(person=person, defaults=made)[0]


def _count(key: FeedKey, now: datetime) -> None:
    with transaction.atomic():
        held = FeedKey.objects.select_for_update().get(pk=key.pk)
        if held.counted_from < now - SPAN:
            held.counted_from, held.used = now, 0
        if held.used >= ANSWERS_A_SPAN:
            raise TooManyFeeds
        held.used += 1
        held.save(update_fields=["counted_from", "used"])
