"""Adding feeds to outlets, changing how they are polled, and their rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import addresses, visits
from articles.constraints import broken_by
from articles.errors import ArticleError
from articles.fetching import FetchError
from articles.models import Feed, FeedRule, Outlet, Story

if TYPE_CHECKING:
    from accounts.models import User


WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Words as rules compare them: whatever their case, without the signs around them."""
    return WORD.findall(text.casefold())


def add(outlet: Outlet, *, url: str, minutes: int, by: User) -> Feed:
    """Have the feed polled from now on. Raises ArticleError when it is known or never visited."""
    url = addresses.canonical(url)
    try:
        visits.refuse(url)
    except FetchError as error:
        raise ArticleError(str(error)) from error
    now = timezone.now()
    try:
        with transaction.atomic():
            return Feed.objects.create(
                outlet=outlet, url=url, minutes=minutes, added_at=now, added_by=by, next_poll_at=now
            )
    except IntegrityError as error:
        broken_by(error, "articles_feed_url_key")
        raise ArticleError("The desk polls this feed already.") from error


def change(feed: Feed, *, minutes: int, is_active: bool) -> None:
    """Poll it this often from now on, or rest; the next poll is at once."""
    feed.minutes, feed.is_active, feed.next_poll_at = minutes, is_active, timezone.now()
    feed.save(update_fields=["minutes", "is_active", "next_poll_at"])


def add_rule(feed: Feed, *, words: str, story: Story) -> FeedRule:
    """Accept what comes with all these words in its title.

    Raises ArticleError when there is no word, or a rule of these words.
    """
    words = " ".join(words_of(words))
    if not words:
        raise ArticleError("Give at least one word.")
    try:
        with transaction.atomic():
            return FeedRule.objects.create(feed=feed, words=words, story=story)
    except IntegrityError as error:
        broken_by(error, "feed_rule_words_unique")
        raise ArticleError("The feed has a rule of these words.") from error


def remove_rule(rule: FeedRule) -> None:
    """What it accepted stays accepted."""
    rule.delete()
