"""How many claims a whole tab of the queue has, which each is one index for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from claims.counting import COUNT_CAP
from claims.models import Claim
from claims.states import View
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
    return _capped(Claim.objects.waiting())


@prepared_count
def in_disagreement() -> ClaimQuerySet:
    return _capped(Claim.objects.waiting().in_disagreement())


@prepared_count
def _assigned(person: User, groups: Collection[int]) -> ClaimQuerySet:
    return _capped(Claim.objects.waiting().assigned_to(person, groups))


@prepared_count
def _held(person: User, at: datetime) -> ClaimQuerySet:
    return _capped(Claim.objects.held_by(person, at=at))


@prepared_count
def _decided() -> ClaimQuerySet:
    return _capped(Claim.objects.decided())


def _capped(claims: ClaimQuerySet) -> ClaimQuerySet:
    return claims.order_by()[: COUNT_CAP + 1]
