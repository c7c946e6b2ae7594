"""Polling feeds of a real server: what comes in, how often it is asked, and what goes wrong."""

from __future__ import annotations

import signal
import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import jobs, polling
from articles.models import Batch, BatchItem, Feed, FeedItem, FeedItemState
from articles.tests import feed_texts
from articles.tests import site as sites
from articles.tests.factories import create_feed, create_feed_item, create_feed_rule

pytestmark = pytest.mark.django_db
LINKS = ["https://ledger.example/1", "https://ledger.example/2"]


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        settings.FETCH_SECONDS = 0.5
        yield site


@pytest.fixture
def feed(site) -> Feed:
    site.answers["/feed"] = sites.page(feed_texts.rss(LINKS), "application/rss+xml", ETag='"7"')
    return create_feed(url=f"{site.url}/feed")


def poll(feed: Feed) -> Feed:
    """As if it were due."""
    Feed.objects.filter(pk=feed.pk).update(next_poll_at=timezone.now())
    polling.poll(feed.pk)
    feed.refresh_from_db()
    return feed


def waits(feed: Feed) -> timedelta:
    return feed.next_poll_at - feed.polled_at


def test_what_a_feed_announces_comes_into_the_inbox(feed):
    poll(feed)
    assert feed.last_result == "2 items, 2 of them new."
    assert (feed.failures, waits(feed)) == (0, timedelta(minutes=15))
    item = feed.items.get(url=LINKS[0])
    assert (item.state, item.source_name) == (FeedItemState.NEW, "Coast Wire")
    assert item.dated_at == item.published_at


def test_the_site_is_asked_whether_anything_has_changed(site, feed):
    poll(feed)
    site.answers["/feed"] = sites.status(304)
    poll(feed)
    assert site.visits[1][1]["If-None-Match"] == '"7"'
    assert feed.last_result == "Nothing new: the site says that nothing has changed."
    assert (feed.etag, feed.items.count()) == ('"7"', 2)


def test_what_was_seen_before_is_not_new_again(site, feed):
    poll(feed)
    feed.items.update(
        state=FeedItemState.IGNORED, decided_at=timezone.now(), decided_by=feed.added_by
    )
    site.answers["/feed"] = sites.page(feed_texts.rss([*LINKS, "https://ledger.example/3"]))
    poll(feed)
    assert feed.last_result == "3 items, 1 of them new."
    assert feed.items.new().count() == 1


def test_a_feed_from_the_future_is_dated_when_it_was_seen(site, feed):
    date = "Fri, 20 Nov 2099 06:10:00 GMT"
    site.answers["/feed"] = sites.page(feed_texts.rss(LINKS, date=date))
    poll(feed)
    assert all(item.dated_at == item.seen_at for item in feed.items.all())


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (sites.endless("application/rss+xml", b"<rss>"), "larger than 5 MB"),
        (sites.page(b"", Content_Length="50000000"), "larger than 5 MB"),
        (sites.gzip_bomb(50), "larger than 5 MB"),
        (sites.slow_loris(), "took longer than 0.5 seconds"),
        (sites.silence, "took longer than 0.5 seconds"),
        (sites.redirect("/feed"), "leads in a circle"),
        (sites.redirect("http://127.0.0.2/"), "leads into a private network"),
        (sites.redirect("https://127.0.0.1:{port}/"), "does not prove that it is 127.0.0.1"),
        (sites.broken_off, "cannot be read to its end"),
        (sites.status(410), "was taken down (410)"),
        (sites.page("<html>A page</html>"), "This is no feed"),
    ],
    ids=["endless", "50 MB", "bomb", "loris", "silence", "circle", "private", "TLS", "broken off",
         "gone", "no feed"],
)  # fmt: skip
def test_a_feed_in_trouble_says_so_and_loses_nothing(site, feed, answer, sentence):
    poll(feed)
    if sentence.startswith("does not prove"):
        answer = sites.redirect(f"https://127.0.0.1:{site.port}/")
    site.answers["/feed"] = answer
    poll(feed)
    assert sentence in feed.last_result
    assert (feed.failures, feed.etag, feed.items.count()) == (1, '"7"', 2)
    site.answers["/feed"] = sites.page(feed_texts.rss([*LINKS, "https://ledger.example/3"]))
    poll(feed)
    assert (feed.failures, feed.items.count()) == (0, 3)


def test_markup_that_cannot_be_read_keeps_nothing_from_the_inbox(site, feed):
    text = feed_texts.rss(LINKS, title="&lt;![x[ a&gt; Ferry")
    site.answers["/feed"] = sites.page(text)
    poll(feed)
    assert (feed.failures, feed.last_result) == (0, "2 items, 2 of them new.")


def test_what_nobody_foresaw_is_logged_and_the_feed_asked_later(feed, settings, caplog):
    poll(feed)
    settings.FETCH_ALSO = ["nowhere"]
    assert waits(poll(feed)) == timedelta(minutes=30)
    assert (feed.failures, feed.etag, feed.last_result) == (1, '"7"', polling.UNFORESEEN)
    assert "'nowhere' does not appear to be" in caplog.text


def test_a_feed_in_trouble_is_asked_later_and_later(site, feed):
    site.answers["/feed"] = sites.status(500)
    waited = [waits(poll(feed)) for _ in range(9)]
    assert waited[:3] == [timedelta(minutes=minutes) for minutes in (30, 60, 120)]
    assert waited[-1] == polling.LONGEST_WAIT


@pytest.mark.parametrize(
    ("header", "wait"),
    [("7200", timedelta(hours=2)), ("1", timedelta(minutes=30)), ("9" * 40, timedelta(days=1))],
)
def test_a_site_that_says_when_to_come_back_is_not_asked_before(site, feed, header, wait):
    site.answers["/feed"] = sites.status(429, Retry_After=header)
    assert waits(poll(feed)) == wait


def test_a_slow_worker_doubles_nothing_that_another_has_kept(site, feed):
    slow = Feed.objects.get(pk=feed.pk)
    fetched = polling.visits.visit_feed(feed.url, etag="", last_modified="")
    entries = polling.feed_reading.of(fetched, now=timezone.now())
    poll(feed)
    polling._keep(slow, fetched, entries)
    assert feed.items.count() == 2


def test_a_killed_workers_poll_is_due_again_soon(site, feed):
    def kill(visitor):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
        sites.silence(visitor)

    site.answers["/feed"] = kill
    with pytest.raises(KeyboardInterrupt):
        poll(feed)
    assert site.paths == ["/feed"]
    assert not Feed.objects.due(timezone.now()).exists()
    assert Feed.objects.due(timezone.now() + polling.HOLD).get() == feed


def test_a_rule_accepts_what_has_all_its_words(site, feed):
    title = "“Ferry”, aground: 241 safe"
    site.answers["/feed"] = sites.page(feed_texts.rss(LINKS, title=title))
    rule = create_feed_rule(feed=feed, words="AGROUND ferry")
    create_feed_rule(feed=feed, words="ferry fog")
    poll(feed)
    batch = Batch.objects.get()
    assert feed.last_result == "2 items, 2 of them new, 2 accepted by rule."
    assert (batch.story, batch.owner, batch.is_direct) == (rule.story, feed.added_by, True)
    assert jobs.items_on_their_way() == list(batch.items.values_list("pk", flat=True))
    poll(feed)
    assert BatchItem.objects.count() == 2


def test_only_feeds_that_are_due_are_asked(site, feed):
    rests = create_feed(is_active=False)
    later = create_feed(next_poll_at=timezone.now() + timedelta(hours=1))
    jobs.poll_due_feeds()
    jobs.poll_due_feeds()
    asked = jobs.ProcrastinateJob.objects.filter(task_name="poll_feed")
    assert [job.args["feed_id"] for job in asked] == [feed.pk]
    for one in (rests, later):
        polling.poll(one.pk)
    assert site.paths == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_polls_and_imports_by_rule(site, feed, do_jobs):
    from articles.tests import pages

    site.answers["/ferry"] = sites.page(pages.HTML)
    site.answers["/feed"] = sites.page(feed_texts.rss([f"{site.url}/ferry"]))
    rule = create_feed_rule(feed=feed, words="ferry")
    jobs.poll_due_feeds()
    do_jobs()
    article = rule.story.articles.get()
    assert (article.headline, article.outlet) == (pages.HEADLINE, feed.outlet)
    assert article.info_sources == ["Coast Wire"]
    assert FeedItem.objects.get().batch_item.article == article


def test_a_rule_takes_nothing_that_came_in_before_it(site, feed):
    poll(feed)
    create_feed_item(feed=feed)
    create_feed_rule(feed=feed, words="ferry")
    poll(feed)
    assert not Batch.objects.exists()
