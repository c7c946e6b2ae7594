"""It corrects an article's details and says who changed what."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter
from articles import details, published
from articles.errors import ArticleError
from articles.models import ArticleEvent
from articles.tests.factories import TEXT, create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db


def test_each_detail_that_changes_is_one_event():
    alice, article, outlet = create_reporter(), create_article(headline="Old"), create_outlet()
    story = create_story(title="Ferry aground")
    details.correct(article, by=alice, headline="New", byline="", outlet=outlet, story=story)
    article.refresh_from_db()
    assert (article.headline, article.outlet, article.story) == ("New", outlet, story)
    events = ArticleEvent.objects.filter(article=article, kind="edited", by=alice)
    changes = {event.field: (event.before, event.after) for event in events}
    assert changes.keys() == {"headline", "outlet", "story"}
    assert changes["headline"] == ("Old", "New")
    assert changes["story"][1] == "Ferry aground"


def test_the_published_time_is_one_detail():
    alice, article = create_reporter(), create_article()
    details.correct(article, by=alice, published=published.read("2026-11-19 07:10 +01:00"))
    details.correct(article, by=alice, published=published.read("2026-11-20 Europe/London"))
    details.correct(article, by=alice, published=None)
    changes = article.events.filter(kind="edited").order_by("pk").values_list("before", "after")
    assert list(changes) == [
        ("", "2026-11-19 07:10 +01:00"),
        ("2026-11-19 07:10 +01:00", "2026-11-20 Europe/London"),
        ("2026-11-20 Europe/London", ""),
    ]
    article.refresh_from_db()
    assert (article.published_at, article.published_zone) == (None, "")


def test_what_stays_the_same_leaves_no_event():
    article = create_article(headline="Ferry aground")
    changed = details.correct(article, by=create_reporter(), headline="Ferry aground")
    assert changed == []
    assert article.events.filter(kind="edited").count() == 0


def test_a_change_by_somebody_else_meanwhile_stays():
    seen_by_alice = create_article(headline="Old")
    details.correct(seen_by_alice, by=create_reporter(), byline="Rafael Quint")
    details.correct(seen_by_alice, by=create_reporter(), headline="New")
    seen_by_alice.refresh_from_db()
    assert (seen_by_alice.headline, seen_by_alice.byline) == ("New", "Rafael Quint")


def test_the_address_of_another_article_is_refused_and_nothing_changes():
    create_article(url="https://ledger.example/ferry")
    article = create_article(headline="Old")
    with pytest.raises(ArticleError, match="Another article on the desk has this address"):
        details.correct(
            article, by=create_reporter(), headline="New", url="https://ledger.example/ferry"
        )
    article.refresh_from_db()
    assert (article.headline, article.events.filter(kind="edited").count()) == ("Old", 0)


def test_an_outlet_does_not_get_the_same_words_twice():
    known, article = create_article(text=TEXT), create_article(text=TEXT)
    with pytest.raises(ArticleError, match="an article of the same words"):
        details.correct(article, by=create_reporter(), outlet=known.outlet)
