"""What outlets of the demo newsroom announced, and what somebody ignored of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from articles.models import Feed, FeedItem, FeedItemState, FeedRule
from factdesk.newsroom.sources import Newsroom

SEEN_AFTER = timedelta(minutes=20)  # from an item's publication to the poll that found it


def announce(newsroom: Newsroom) -> None:
    """The feeds rest, so that the demo asks nobody in the network."""
    for row in newsroom.rows("feeds", "feed"):
        items, rules = row.pop("item"), row.pop("rule", [])
        feed = Feed.objects.create(
            outlet=newsroom.outlets[row.pop("outlet")],
            added_by=newsroom.people[row.pop("added_by")],
            is_active=False,
            next_poll_at=row["polled_at"] + timedelta(minutes=row["minutes"]),
            **row,
        )
        for rule in rules:
            story = newsroom.stories[rule["story"]]
            FeedRule.objects.create(feed=feed, words=rule["words"], story=story)
        FeedItem.objects.bulk_create(_item(newsroom, feed, item) for item in items)


def _item(newsroom: Newsroom, feed: Feed, row: dict[str, Any]) -> FeedItem:
    is_ignored = "ignored_by" in row
    return FeedItem(
        feed=feed,
        guid=row["url"],
        url=row["url"],
        title=row["title"],
        summary=row["summary"],
        source_name=row.get("source", ""),
        published_at=row["published"],
        dated_at=row["published"],
        seen_at=row["published"] + SEEN_AFTER,
        state=FeedItemState.IGNORED if is_ignored else FeedItemState.NEW,
        decided_at=row.get("ignored_at"),
        decided_by=newsroom.people[row["ignored_by"]] if is_ignored else None,
    )
