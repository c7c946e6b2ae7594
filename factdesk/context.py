"""What every page's frame needs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest

from accounts import own_keys
from claims import notifications, whole_tabs
from claims.models import Claim
from web.counts import capped
from web.prepared import prepared_count

if TYPE_CHECKING:
    from accounts.requests import DeskRequest
    from claims.querysets import ClaimQuerySet


def desk(request: HttpRequest) -> dict[str, Any]:
    """How many claims wait, how many for a place in changed words, and how much the person has not
    read; each counted once, only when a template asks, up to the cap. And the person's own keys."""

    @cache
    def count() -> int:
        return whole_tabs.waiting()

    @cache
    def changed() -> int:
        return _changed()

    @cache
    def unread() -> int:
        return notifications.unread_count(cast("DeskRequest", request).user)

    def keys() -> str:
        return own_keys.for_pages(cast("DeskRequest", request).user)

    return {
        "waiting_count": count,
        "changed_count": changed,
        "unread_count": unread,
        "own_keys": keys,
    }


@prepared_count
def _changed() -> ClaimQuerySet:
    return capped(Claim.objects.changed())
