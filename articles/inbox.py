"""What feeds announced, accepted into a story or ignored; both can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles import jobs
from articles.errors import ArticleError
from articles.models import Batch, BatchItem, FeedItem, FeedItemState, ItemState, Story

if TYPE_CHECKING:
    from accounts.models import User

TAKEN = "Others were quicker: nothing of this is new any more."


class NothingNew(ArticleError):
    """Every item was accepted or ignored by somebody else meanwhile."""


@transaction.atomic
def accept(keys: Collection[int], *, story: Story, by: User) -> list[FeedItem]:
    """Have the worker import these items into the story; which were new. Raises NothingNew.

    What is no longer new stays as it is.
    """
    items = _decide(keys, FeedItemState.ACCEPTED, by)
    batch = Batch.objects.create(owner=by, created_at=timezone.now(), story=story, is_direct=True)
    once = {item.url: item for item in items}
    jobs.fetch_later(
        BatchItem.objects.bulk_create(
            BatchItem(batch=batch, position=position, url=url, feed_item=item)
            for position, (url, item) in enumerate(once.items(), 1)
        )
    )
    return items


@transaction.atomic
def ignore(keys: Collection[int], *, by: User) -> list[FeedItem]:
    """Put these items away. Raises NothingNew."""
    return _decide(keys, FeedItemState.IGNORED, by)


@transaction.atomic
def undo(keys: Collection[int], *, by: User) -> int:
    """Make new again what the person decided, unless it has been fetched; how many there were."""
    items = list(FeedItem.objects.held(keys).decided_by_person(by))
    # Of items with one address that were accepted together, one stands for all.
    moments = {item.decided_at for item in items}
    fetched = BatchItem.objects.filter(feed_item__decided_at__in=moments).exclude(
        state__in=[ItemState.WAITING, ItemState.CANCELLED, ItemState.REFUSED]
    )
    kept = set(fetched.values_list("feed_item__url", "feed_item__decided_at"))
    again = [item.pk for item in items if (item.url, item.decided_at) not in kept]
    BatchItem.objects.filter(feed_item__in=again).update(
        state=ItemState.CANCELLED, sentence="", feed_item=None
    )
    return FeedItem.objects.filter(pk__in=again).update(
        state=FeedItemState.NEW, decided_at=None, decided_by=None
    )


def _decide(keys: Collection[int], state: FeedItemState, by: User) -> list[FeedItem]:
    items = list(FeedItem.objects.held(keys).new())
    if not items:
        raise NothingNew(TAKEN)
    FeedItem.objects.filter(pk__in=[item.pk for item in items]).update(
        state=state, decided_at=timezone.now(), decided_by=by
    )
    return items
