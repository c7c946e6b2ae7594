"""What the database refuses of feeds, their items and rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_feed, create_feed_item, create_feed_rule

pytestmark = pytest.mark.django_db
DECIDED = {"decided_at": timezone.now(), "decided_by": create_reporter}


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("feed_minutes_in_bounds", {"minutes": 4}),
        ("feed_minutes_in_bounds", {"minutes": 1_441}),
        ("feed_url_given", {"url": ""}),
    ],
)
def test_a_feed_has_an_address_and_is_polled_now_and_then(constraint, fields):
    with pytest.raises(IntegrityError, match=constraint):
        create_feed(**fields)


def test_a_feed_is_polled_once():
    feed = create_feed()
    with pytest.raises(IntegrityError, match="articles_feed_url_key"):
        create_feed(url=feed.url)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("feed_item_state_known", DECIDED | {"state": "lost"}),
        ("feed_item_new_iff_undecided", {"state": "ignored"}),
        ("feed_item_new_iff_undecided", {"decided_at": timezone.now()}),
        (
            "feed_item_dated_when_seen_at_latest",
            {"dated_at": timezone.now() + timedelta(days=1)},
        ),
    ],
)
def test_an_item_is_new_or_somebody_decided(constraint, fields):
    made = {name: value() if callable(value) else value for name, value in fields.items()}
    with pytest.raises(IntegrityError, match=constraint):
        create_feed_item(**made)


def test_a_feed_has_each_item_once():
    item = create_feed_item()
    with pytest.raises(IntegrityError, match="feed_item_guid_unique"):
        create_feed_item(feed=item.feed, guid=item.guid)


def test_a_feed_has_each_rule_once():
    rule = create_feed_rule()
    with pytest.raises(IntegrityError, match="feed_rule_words_unique"):
        create_feed_rule(feed=rule.feed, words=rule.words)


def test_a_rule_has_words():
    with pytest.raises(IntegrityError, match="feed_rule_words_given"):
        create_feed_rule(words="")
