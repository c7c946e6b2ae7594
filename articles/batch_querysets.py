"""Questions over batches and their items."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Batch, BatchItem


class BatchQuerySet(models.QuerySet["Batch"]):
    def of(self, owner: User) -> BatchQuerySet:
        return self.filter(owner=owner)

    def with_counts(self) -> QuerySet[Batch]:
        """How many items there are, are `open`, and came to each end; and the first's address."""
        from articles.models.batch import OPEN, BatchItem, ItemState

        items = BatchItem.objects.filter(batch=OuterRef("pk")).order_by("position")
        return self.annotate(
            first_url=Subquery(items.values("url")[:1]),
            total=Count("items"),
            open=_items(*OPEN),
            ready_count=_items(ItemState.READY),
            imported_count=_items(ItemState.IMPORTED),
            refused_count=_items(ItemState.REFUSED),
            cancelled_count=_items(ItemState.CANCELLED),
        )


def _items(*states: str) -> Count:
    return Count("items", filter=Q(items__state__in=states))


class BatchItemQuerySet(models.QuerySet["BatchItem"]):
    def for_list(self) -> BatchItemQuerySet:
        """With `headline` of the draft, the article, and whether the draft was saved."""
        from articles.models import Draft

        found = Draft.objects.annotate(found=KT("page__headline__value")).order_by()
        return (
            self.select_related("article", "draft__article")
            .annotate(headline=Subquery(found.filter(pk=OuterRef("draft")).values("found")))
            .defer("draft__source", "draft__page", "draft__typed")
        )

    def open(self) -> BatchItemQuerySet:
        """Neither fetched nor given up."""
        from articles.models.batch import OPEN

        return self.filter(state__in=OPEN)

    def to_fetch(self) -> BatchItemQuerySet:
        """With all that fetching one needs."""
        return self.select_related(
            "batch__owner",
            "batch__story",
            "checks__outlet",
            "checks__story",
            "feed_item__feed__outlet",
        )

    def held(self, item_id: int) -> bool:
        """Keep others from ending the item, if it has not come to its end yet."""
        return self.select_for_update().filter(pk=item_id).open().first() is not None

    def to_try_again(self) -> BatchItemQuerySet:
        """Refused or cancelled, or ready once and its draft gone.

        Not what went back to the inbox: it may be accepted again there.
        """
        from articles.models.batch import ItemState

        given_up = Q(state__in=[ItemState.REFUSED, ItemState.CANCELLED])
        went_back = Q(batch__is_direct=True, feed_item=None)
        return self.filter(given_up | Q(state=ItemState.READY, draft=None)).exclude(went_back)

    def given_before(self, moment: datetime) -> BatchItemQuerySet:
        return self.filter(batch__created_at__lt=moment)

    def first_ready(self) -> BatchItem | None:
        """The first whose draft waits to be looked over."""
        return self.filter(draft__isnull=False, draft__article=None).order_by("position").first()
