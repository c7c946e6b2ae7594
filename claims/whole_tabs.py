"""How many claims a whole tab of the queue has, which each is one index for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from claims.models import Claim
from claims.states import View
from web.counts import capped
from web.prepared import prepared_count

if TYPE_CHECKING:
    from accounts.models import User
    from claims.querysets import ClaimQuerySet


def count(view: View, person: User) -> int:
    """As far as the cap and one."""
    if view == View.WAITING:
        return waiting()
    if view == View.ASSIGNED:
        return _assigned(person, person.memberships)
    if view == View.MINE:
        return _held(person, timezone.now())
    return _decided()


@prepared_count
def waiting() -> ClaimQuerySet:
    return capped(Claim.objects.waiting())


@prepared_count
def in_disagreement() -> ClaimQuerySet:
    return capped(Claim.objects.waiting().in_disagreement())


@prepared_count
def _assigned(person: User, groups: Collection[int]) -> ClaimQuerySet:
    return capped(Claim.objects.waiting().assigned_to(person, groups))


@prepared_count
def _held(person: User, at: datetime) -> ClaimQuerySet:
    return capped(Claim.objects.held_by(person, at=at))


@prepared_count
def _decided() -> ClaimQuerySet:
    return capped(Claim.objects.decided())
