"""What every page's frame needs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest

from accounts import own_keys
from claims.models import Claim, Notification

if TYPE_CHECKING:
    from accounts.requests import DeskRequest

COUNT_CAP = 1_000  # counts above it read "over 1,000"; counting stops there


def desk(request: HttpRequest) -> dict[str, Any]:
    """How many claims wait, how many for a place in changed words, and how much the person has not
    read; each counted once, only when a template asks, up to the cap. And the person's own keys."""

    @cache
    def count() -> int:
        return Claim.objects.waiting().order_by()[: COUNT_CAP + 1].count()

    @cache
    def changed() -> int:
        return Claim.objects.changed().order_by()[: COUNT_CAP + 1].count()

    @cache
    def unread() -> int:
        told = Notification.objects.filter(person_id=request.user.pk)
        return told.unread().order_by()[: COUNT_CAP + 1].count()

    def keys() -> str:
        return own_keys.for_pages(cast("DeskRequest", request).user)

    return {
        "waiting_count": count,
        "changed_count": changed,
        "unread_count": unread,
        "own_keys": keys,
    }
