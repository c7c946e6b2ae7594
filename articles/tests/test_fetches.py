"""The worker fetches an address into a draft, once, and says what stood in the way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import address_readings, fetch_batches, fetches, jobs
from articles.fetch_batches import LOST, Given
from articles.fetching import Fetched
from articles.models import Article, BatchItem, Draft, ItemState
from articles.tests import pages
from articles.tests import site as sites
from articles.tests.factories import (
    create_article,
    create_batch,
    create_batch_item,
    create_draft,
    create_story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        settings.FETCH_SECONDS = 0.5
        site.answers["/ferry"] = sites.page(pages.HTML)
        yield site


def fetched(site, path="/ferry", **fields) -> BatchItem:
    item = create_batch_item(url=f"{site.url}{path}", **fields)
    fetches.fetch(item.pk)
    item.refresh_from_db()
    return item


def test_a_page_becomes_a_draft_of_who_gave_its_address(site):
    story = create_story()
    item = fetched(site, batch=create_batch(story=story))
    draft = item.draft
    assert item.state == ItemState.READY
    assert (draft.owner, draft.address) == (item.batch.owner, f"{site.url}/ferry")
    assert bytes(draft.source) == pages.HTML.encode()
    assert draft.typed == {"fields": {"story": str(story.pk)}}
    assert draft.page["headline"]["value"] == pages.HEADLINE


def test_drafts_of_one_batch_come_up_one_after_the_other(site):
    batch = create_batch()
    site.answers["/other"] = sites.page(pages.HTML.replace("ledger", "courier"))
    drafts = [fetched(site, path, batch=batch).draft for path in ("/ferry", "/other")]
    assert list(Draft.objects.batch_of(drafts[0])) == drafts


def test_a_batch_tried_again_the_next_day_has_drafts_of_that_day(site):
    item = fetched(site, batch=create_batch(created_at=timezone.now() - timedelta(days=2)))
    assert item.draft.expires_at > timezone.now()


def test_the_address_is_the_one_the_page_was_found_at_when_it_claims_to_be_another_site(site):
    item = fetched(site)
    assert item.draft.page["url"]["value"] == f"{site.url}/ferry"


@pytest.mark.parametrize(
    ("fetched_at", "said", "known_by"),
    [
        ("https://ledger.example/a?utm=x", "https://ledger.example/a", "https://ledger.example/a"),
        ("https://www.ledger.example/a", "https://ledger.example/b", "https://ledger.example/b"),
        ("https://m.ledger.example/a", "https://ledger.example/a", "https://ledger.example/a"),
        ("https://fake.example/a", "https://ledger.example/a", "https://fake.example/a"),
        ("https://ledger.example/a", "https://LEDGER.example/b#top", "https://ledger.example/b"),
        ("https://ledger.example/a", "/a", "https://ledger.example/a"),
        ("https://notledger.example/a", "https://ledger.example/a", "https://notledger.example/a"),
        ("https://www.example/a", "https://ledger.example/a", "https://www.example/a"),
        ("https://ledger.example/a", "https://www.example/a", "https://ledger.example/a"),
    ],
)
def test_a_page_may_say_its_address_only_on_its_own_site(fetched_at, said, known_by):
    html = pages.HTML.replace("https://ledger.example/2026/ferry", said)
    reading = address_readings.read(Fetched(url=fetched_at, body=html.encode()))
    assert reading.page.url.value == known_by


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (sites.endless(), "What 127.0.0.1 sends is larger than 5 MB: import the article alone."),
        (sites.gzip_bomb(50), "What 127.0.0.1 sends is larger than 5 MB"),
        (sites.slow_loris(), "127.0.0.1 took longer than 0.5 seconds: try again later."),
        (sites.redirect("/x"), "127.0.0.1 leads in a circle and never to a page"),
        (sites.redirect("http://10.0.0.1/"), "10.0.0.1 leads into a private network"),
        (sites.status(404), "The page is not there (404)"),
        (sites.status(503), "The site has trouble of its own (503): try again later."),
        (sites.broken_off, "The answer of 127.0.0.1 cannot be read to its end"),
        (sites.page("<p>Menu</p>"), "No article was found in this page"),
        (sites.page("\0\1", "text/plain"), "This file is not text"),
        (sites.page("x", "image/png"), "This address holds image/png"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_one_sentence_and_leaves_nothing_else(site, answer, sentence):
    site.answers["/x"] = answer
    item = fetched(site, "/x")
    assert item.state == ItemState.REFUSED
    assert sentence in item.sentence
    assert not Draft.objects.exists()


def test_what_is_on_the_desk_in_these_words_is_not_looked_over_again(site):
    article = create_article(url=f"{site.url}/ferry", text=pages.TEXT)
    item = fetched(site)
    assert (item.state, item.article) == (ItemState.IMPORTED, article)
    assert item.sentence == "It was on the desk already. Nothing changed."
    assert not Draft.objects.exists()


def test_a_job_done_twice_makes_one_draft(site):
    item = fetched(site)
    fetches.fetch(item.pk)
    assert Draft.objects.count() == 1
    assert site.paths == ["/ferry"]


def test_what_a_killed_worker_had_begun_is_fetched_again(site):
    item = fetched(site, state=ItemState.FETCHING)
    assert item.state == ItemState.READY


def test_an_address_cancelled_while_it_is_fetched_stays_cancelled(site):
    item = create_batch_item(url=f"{site.url}/ferry", state=ItemState.FETCHING)
    found = fetches.visits.visit(item.url)
    assert fetch_batches.cancel(item.batch) == 1
    fetches._keep(item, found, address_readings.read(found).page)
    item.refresh_from_db()
    assert (item.state, Draft.objects.count()) == (ItemState.CANCELLED, 0)


def test_only_what_came_to_nothing_is_tried_again():
    batch = create_batch()
    for state, more in (
        (ItemState.REFUSED, {"sentence": "It is not there."}),
        (ItemState.CANCELLED, {}),
        (ItemState.READY, {}),
        (ItemState.READY, {"draft": create_draft()}),
        (ItemState.IMPORTED, {"article": create_article()}),
    ):
        create_batch_item(batch=batch, state=state, **more)
    assert fetch_batches.try_again(batch) == 3
    assert batch.items.open().count() == len(jobs.items_on_their_way()) == 3
    assert not batch.items.open().exclude(sentence="").exists()


def test_an_address_that_no_job_will_fetch_is_given_up_after_a_while():
    old = create_batch(created_at=timezone.now() - timedelta(hours=1))
    lost = create_batch_item(batch=old, state=ItemState.FETCHING)
    queued = create_batch_item(batch=old)
    jobs.fetch_later([queued])
    fresh = create_batch_item()
    assert fetch_batches.settle_lost() == 1
    lost.refresh_from_db()
    assert (lost.state, lost.sentence) == (ItemState.REFUSED, LOST)
    assert set(BatchItem.objects.open()) == {queued, fresh}


@pytest.mark.django_db(transaction=True)
def test_the_worker_fetches_a_whole_list_and_what_is_saved_is_said(site, do_jobs):
    site.answers["/gone"] = sites.status(410)
    batch = create_batch()
    urls = [f"{site.url}/ferry", f"{site.url}/gone"]
    batch = fetch_batches.start([*map(Given, urls), Given("x", "No.")], by=batch.owner)
    do_jobs()
    states = [item.state for item in batch.items.all()]
    assert states == [ItemState.READY, ItemState.REFUSED, ItemState.REFUSED]
    assert not Article.objects.exists()
