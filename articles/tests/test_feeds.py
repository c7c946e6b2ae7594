"""Feeds on the desk: who adds them, how often they are asked, and their rules."""

from __future__ import annotations

import pytest

from accounts.models import User
from accounts.tests.factories import create_desk_admin, create_reporter
from articles.models import Feed, FeedRule
from articles.tests.counting import queries_of
from articles.tests.factories import create_feed, create_feed_rule, create_outlet, create_story

pytestmark = pytest.mark.django_db
ADDRESS = "https://ledger.example/feed"


@pytest.fixture
def boss(client) -> User:
    boss = create_desk_admin(name="boss")
    client.force_login(boss)
    return boss


def test_a_desk_admin_adds_a_feed_that_is_polled_at_once(client, boss):
    outlet = create_outlet(name="The Ledger")
    data = {"outlet": outlet.pk, "url": ADDRESS, "minutes": 30}
    answer = client.post("/feeds/add/", data, follow=True)
    feed = Feed.objects.get()
    assert (feed.outlet, feed.url, feed.minutes, feed.added_by) == (outlet, ADDRESS, 30, boss)
    assert feed in Feed.objects.due(feed.added_at)
    page = answer.content.decode()
    assert "Added a feed of The Ledger." in page
    assert "Not polled yet." in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"url": ""}, "Give the address of the feed."),
        ({"url": "feed"}, "starts with https:// or http://"),
        ({"url": "http://10.0.0.1/feed"}, "leads into a private network"),
        ({"url": "https://known.example/feed"}, "The desk polls this feed already."),
        ({"outlet": ""}, "Choose the outlet that publishes it."),
        ({"minutes": "1"}, "Give 5 to 1,440 minutes."),
        ({"minutes": "often"}, "Give 5 to 1,440 minutes."),
    ],
)
def test_a_feed_that_cannot_be_polled_is_refused_with_a_sentence(client, boss, changed, sentence):
    known = create_feed(url="https://known.example/feed")
    data = {"outlet": known.outlet_id, "url": ADDRESS, "minutes": 15}
    answer = client.post("/feeds/add/", {**data, **changed})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Feed.objects.count() == 1


def test_the_list_says_what_came_of_the_last_poll(client):
    client.force_login(create_reporter())
    create_feed(polled_at="2026-11-19T06:10Z", failures=3, last_result="This is no feed.")
    create_feed(is_active=False)
    page = client.get("/feeds/").content.decode()
    assert "This is no feed. 3 times in a row; asked again" in page
    assert "rests" in page
    assert "Ask one of them" in page


def test_a_feed_can_rest_and_be_asked_more_often(client, boss):
    feed = create_feed()
    client.post(feed.get_absolute_url(), {"minutes": 60})
    feed.refresh_from_db()
    assert (feed.is_active, feed.minutes) == (False, 60)
    client.post(feed.get_absolute_url(), {"minutes": 5, "is_active": "on"})
    feed.refresh_from_db()
    assert (feed.is_active, feed.minutes) == (True, 5)
    assert client.post(feed.get_absolute_url(), {"minutes": 0}).status_code == 422


def test_rules_are_added_and_removed(client, boss):
    feed, story = create_feed(), create_story(title="Ferry aground")
    path = f"{feed.get_absolute_url()}rules/"
    answer = client.post(path, {"words": " Ferry  AGROUND ", "story": story.pk}, follow=True)
    assert "ferry aground" in answer.content.decode()
    again = client.post(path, {"words": "ferry aground", "story": story.pk})
    assert again.status_code == 422
    assert "The feed has a rule of these words." in again.content.decode()
    assert client.post(path, {"words": "ferry"}).status_code == 422
    assert client.post(path, {"words": "!?", "story": story.pk}).status_code == 422
    rule = FeedRule.objects.get()
    client.post(f"{path}{rule.pk}/remove/")
    assert not FeedRule.objects.exists()


def test_a_rule_is_removed_at_its_own_feed_only(client, boss):
    rule = create_feed_rule()
    other = create_feed()
    answer = client.post(f"{other.get_absolute_url()}rules/{rule.pk}/remove/")
    assert answer.status_code == 404
    assert FeedRule.objects.exists()


def test_the_list_costs_the_same_for_one_feed_and_for_many(client, boss):
    create_feed_rule()
    for_one = queries_of(client, "/feeds/")
    for _ in range(9):
        create_feed_rule()
    assert queries_of(client, "/feeds/") == for_one
