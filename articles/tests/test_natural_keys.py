from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.core import serializers
from django.core.management import call_command

from accounts.tests.factories import create_reviewer
from articles import natural_keys
from articles.models import (
    Article,
    Feed,
    FeedItem,
    FeedRule,
    OriginEvent,
    OriginEventKind,
    OriginSide,
    Outlet,
    OutletDomain,
)
from articles.tests.factories import (
    create_article,
    create_feed,
    create_feed_item,
    create_feed_rule,
    create_outlet,
)

JOINED, UNDONE = OriginEventKind.JOINED, OriginEventKind.UNDONE
KEYED = (Feed, FeedItem, FeedRule, OriginEvent, OriginSide)


@pytest.mark.django_db
def test_a_row_that_is_named_twice_is_asked_for_once(django_assert_num_queries):
    key = create_article().natural_key()
    with natural_keys.remembered(), django_assert_num_queries(1):
        once, again = (Article.objects.get_by_natural_key(*key) for _ in range(2))
    assert once == again


@pytest.mark.django_db
def test_nothing_is_remembered_beyond_a_load(django_assert_num_queries):
    outlet = create_outlet(slug="calder-post")
    with natural_keys.remembered():
        Outlet.objects.get_by_natural_key("calder-post")
    outlet.delete()
    with pytest.raises(Outlet.DoesNotExist):
        Outlet.objects.get_by_natural_key("calder-post")


@pytest.mark.django_db
def test_a_key_that_begins_with_a_found_rows_asks_for_nothing(django_assert_num_queries):
    article = create_article()
    outlet = article.outlet.slug
    fresh = Article(outlet_id=article.outlet_id, url="", sha256="0" * 64)
    with natural_keys.remembered():
        Outlet.objects.get_by_natural_key(outlet)
        with django_assert_num_queries(0):
            assert fresh.natural_key() == ("", outlet, "0" * 64)


@pytest.mark.django_db
def test_a_fixture_that_names_one_outlet_often_loads_with_few_queries(
    tmp_path, django_assert_max_num_queries
):
    create_outlet(slug="calder-post")
    names = [f"{number}.calder-post.example" for number in range(20)]
    rows = [
        {"model": "articles.outletdomain", "fields": {"outlet": ["calder-post"], "domain": name}}
        for name in names
    ]
    path = tmp_path / "domains.json"
    path.write_text(json.dumps(rows))
    with django_assert_max_num_queries(2 * len(names) + 10):
        call_command("loaddata", path, verbosity=0)
    assert OutletDomain.objects.count() == 20


@pytest.mark.django_db
def test_feeds_and_what_was_said_of_origins_load_over_themselves(tmp_path):
    feed, alice, article = create_feed(), create_reviewer(), create_article()
    create_feed_item(feed=feed)
    create_feed_rule(feed=feed)
    said = {"story": article.story, "at": datetime(2026, 11, 19, tzinfo=UTC), "by": alice}
    joined = OriginEvent.objects.create(kind=JOINED, reason="One report.", **said)
    OriginSide.objects.create(event=joined, article=article, is_apart=False)
    OriginEvent.objects.create(kind=UNDONE, undoes=joined, **said)
    rows = [row for model in KEYED for row in model.objects.order_by("pk")]
    keyed = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    path = tmp_path / "rows.json"
    path.write_text(serializers.serialize("json", rows, **keyed))
    call_command("loaddata", path, verbosity=0)
    assert [model.objects.count() for model in KEYED] == [1, 1, 1, 2, 1]
