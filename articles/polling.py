"""Polling a feed: asked when it is due, by one worker, and politely when it is in trouble."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles import feed_reading, inbox, visits
from articles.errors import ArticleError
from articles.feed_reading import Entry
from articles.feeds import words_of
from articles.fetching import Fetched, FetchError, Later
from articles.inbox import NothingNew
from articles.models import Article, Feed, FeedItem, FeedItemState

HOLD = timedelta(minutes=3)  # no other worker asks meanwhile; after it a killed one's poll is due
LONGEST_WAIT = timedelta(days=1)
UNFORESEEN = "What it says could not be taken in; the desk’s log says why. It is asked again."

log = logging.getLogger(__name__)


def poll(feed_id: int) -> None:
    """Ask the feed if it is due, and keep what it announces."""
    now = timezone.now()
    if not Feed.objects.due(now).filter(pk=feed_id).update(next_poll_at=now + HOLD):
        return
    feed = Feed.objects.select_related("added_by").get(pk=feed_id)
    try:
        fetched = visits.visit_feed(feed.url, etag=feed.etag, last_modified=feed.last_modified)
        entries = [] if fetched.is_unchanged else feed_reading.of(fetched, now=now)
        _keep(feed, fetched, entries)
    except (FetchError, ArticleError) as error:
        _note_failure(feed, error)
    except Exception:
        log.exception("Feed %s could not be polled", feed_id)
        feed.refresh_from_db()  # without what was about to be kept
        _note_failure(feed, ArticleError(UNFORESEEN))


@transaction.atomic
def _keep(feed: Feed, fetched: Fetched, entries: list[Entry]) -> None:
    """Whole or not at all, so that a killed worker's poll is done again and misses nothing."""
    now = timezone.now()
    guids = [entry.guid for entry in entries]
    known = set(feed.items.filter(guid__in=guids).values_list("guid", flat=True))
    fresh = [entry for entry in entries if entry.guid not in known]
    blanked = Article.objects.blanked_among([entry.url for entry in fresh])
    FeedItem.objects.bulk_create(
        (_item(feed, entry, now, is_blanked=entry.url in blanked) for entry in fresh),
        ignore_conflicts=True,
    )
    accepted = _accept_by_rule(feed, [entry.guid for entry in fresh])
    feed.failures, feed.polled_at = 0, now
    feed.next_poll_at = now + timedelta(minutes=feed.minutes)
    feed.last_result = _told(fetched, len(entries), len(fresh), accepted)
    if not fetched.is_unchanged:
        feed.etag, feed.last_modified = fetched.etag, fetched.last_modified
    _save(feed)


def _item(feed: Feed, entry: Entry, now: datetime, *, is_blanked: bool) -> FeedItem:
    """`is_blanked`: the desk had to blank the words of its article, so it keeps none of them."""
    return FeedItem(
        feed=feed,
        guid=entry.guid,
        url=entry.url,
        title=entry.title,
        summary="" if is_blanked else entry.summary,
        source_name=entry.source_name,
        published_at=entry.published_at,
        seen_at=now,
        dated_at=min(entry.published_at or now, now),
    )


def _accept_by_rule(feed: Feed, guids: list[str]) -> int:
    """Into the story of the first rule that fits; how many there were."""
    taken: dict[int, list[int]] = {}
    rules = {rule.pk: rule for rule in feed.rules.select_related("story")}
    for item in feed.items.filter(guid__in=guids, state=FeedItemState.NEW):
        title = set(words_of(item.title))
        fits = (pk for pk, rule in rules.items() if title.issuperset(words_of(rule.words)))
        if (rule_pk := next(fits, None)) is not None:
            taken.setdefault(rule_pk, []).append(item.pk)
    for rule_pk, keys in taken.items():
        with suppress(NothingNew):
            inbox.accept(keys, story=rules[rule_pk].story, by=feed.added_by)
    return sum(map(len, taken.values()))


def _told(fetched: Fetched, total: int, fresh: int, accepted: int) -> str:
    if fetched.is_unchanged:
        return "Nothing new: the site says that nothing has changed."
    by_rule = f", {accepted} accepted by rule" if accepted else ""
    return f"{total} item{'' if total == 1 else 's'}, {fresh} of them new{by_rule}."


def _note_failure(feed: Feed, error: Exception) -> None:
    """Ask later and later, and never before the site wants to be asked."""
    now = timezone.now()
    feed.failures += 1
    wait = min(timedelta(minutes=feed.minutes) * 2 ** min(feed.failures, 12), LONGEST_WAIT)
    if isinstance(error, Later) and error.retry_after:
        asked = timedelta(seconds=min(error.retry_after, LONGEST_WAIT.total_seconds()))
        wait = max(wait, asked)
    feed.polled_at, feed.next_poll_at, feed.last_result = now, now + wait, str(error)
    _save(feed)


def _save(feed: Feed) -> None:
    feed.save(
        update_fields=[
            "failures", "polled_at", "next_poll_at", "last_result", "etag", "last_modified",
        ]
    )  # fmt: skip
