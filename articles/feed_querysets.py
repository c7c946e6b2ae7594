"""Questions over feeds and their items."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles import natural_keys
from web.counts import capped

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Feed, FeedItem, FeedRule


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self, now: datetime) -> FeedQuerySet:
        return self.filter(is_active=True, next_poll_at__lte=now)

    def for_list(self) -> QuerySet[Feed]:
        """With outlet, rules and `new_count`."""
        from articles.models.feed import FeedItem, FeedItemState

        new = FeedItem.objects.filter(feed=OuterRef("pk"), state=FeedItemState.NEW).order_by()
        counts = new.values("feed").annotate(n=Count("pk")).values("n")
        return (
            self.select_related("outlet", "added_by")
            .annotate(new_count=Coalesce(Subquery(counts), 0))
            .prefetch_related("rules__story")
        )

    def get_by_natural_key(self, url: str) -> Feed:
        return natural_keys.find(self, [url], Q(url=url))


class FeedRuleQuerySet(models.QuerySet["FeedRule"]):
    def get_by_natural_key(self, url: str, words: str) -> FeedRule:
        return natural_keys.find(self, [url, words], Q(feed__url=url, words=words))


class FeedItemQuerySet(models.QuerySet["FeedItem"]):
    def new(self) -> FeedItemQuerySet:
        from articles.models.feed import FeedItemState

        return self.filter(state=FeedItemState.NEW)

    def new_count(self) -> int:
        """Up to the cap and one."""
        return capped(self.new()).count()

    def for_inbox(self) -> FeedItemQuerySet:
        """With feed and outlet, who decided, and where the accepted one is being fetched."""
        return self.select_related(
            "feed__outlet", "decided_by", "batch_item__article", "batch_item__draft__article"
        ).defer("batch_item__draft__source", "batch_item__draft__page", "batch_item__draft__typed")

    def held(self, keys: Collection[int]) -> FeedItemQuerySet:
        """Those of the keys, which nobody else decides meanwhile; in the inbox's order."""
        return self.filter(pk__in=keys).select_for_update(of=("self",)).order_by("-dated_at", "-pk")

    def last_of(self, keys: Collection[int]) -> FeedItem | None:
        """In the inbox's order."""
        return self.filter(pk__in=keys).order_by("dated_at", "pk").first()

    def decided_by_person(self, person: User) -> FeedItemQuerySet:
        return self.filter(decided_by=person)

    def get_by_natural_key(self, url: str, guid: str) -> FeedItem:
        return natural_keys.find(self, [url, guid], Q(feed__url=url, guid=guid))
