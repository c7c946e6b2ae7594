"""Import by address in the browser's terms: a list goes in, a page says what becomes of each."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles.fetch_batches import ADDRESSES_MOST
from articles.jobs import items_on_their_way
from articles.models import Batch, BatchItem, ItemState
from articles.tests.counting import queries_of
from articles.tests.factories import (
    create_article,
    create_batch,
    create_batch_item,
    create_draft,
    create_story,
)

pytestmark = pytest.mark.django_db

URL = "/import/urls/"
FERRY = "https://ledger.example/ferry"


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def test_a_list_becomes_a_batch_that_the_worker_will_fetch(client, alice):
    story = create_story()
    lines = (
        f"\r\n {FERRY}#top\r\nhttps://Ledger.example/ferry\r\n\r\nhttp://10.0.0.1/\r\nferry\0\r\n"
    )
    answer = client.post(URL, {"urls": lines, "story": story.slug})
    batch = Batch.objects.get(owner=alice, story=story)
    assert answer.url == batch.get_absolute_url()
    found = {item.url: item.sentence for item in batch.items.all()}
    assert list(found) == [FERRY, "http://10.0.0.1/", "ferry"]
    assert "leads into a private network" in found["http://10.0.0.1/"]
    assert "starts with https:// or http://" in found["ferry"]
    assert items_on_their_way() == [batch.items.get(url=FERRY).pk]


@pytest.mark.parametrize(
    ("urls", "sentence"),
    [
        ("", "Give an address, or several, one a line."),
        (" \r\n \0", "Give an address, or several, one a line."),
        ("ferry aground", "Give an address that starts with https:// or http://."),
        ("ftp://ledger.example/", "Give an address that starts with https:// or http://."),
        ("http://localhost/admin/", "localhost leads into a private network"),
        ("http://169.254.169.254/latest/", "leads into a private network"),
        ("https://ledger.example:8443/", "ports 80 and 443 only, and this is 8443"),
        ("https://anna:secret@ledger.example/", "without a name and password in it"),
        ("\n".join(f"{FERRY}{n}" for n in range(ADDRESSES_MOST + 1)), "these are 201"),
        (f"https://ledger.example/{'ä' * 2_000}", "at most 2,000 characters"),
    ],
)
def test_what_holds_no_address_comes_back_with_a_sentence(client, alice, urls, sentence):
    answer = client.post(URL, {"urls": urls})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_batch_says_what_became_of_each_address(client, alice):
    batch = create_batch(by=alice)
    article, draft = create_article(headline="Nine crew"), create_draft(by=alice)
    create_batch_item(batch=batch, state=ItemState.IMPORTED, article=article, sentence="As before.")
    create_batch_item(batch=batch, state=ItemState.READY, draft=draft)
    create_batch_item(batch=batch, state=ItemState.REFUSED, sentence="<b>No</b> page.")
    create_batch_item(batch=batch, state=ItemState.CANCELLED)
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "4 of 4 done" in page
    for words in ("Nine crew", "As before.", "&lt;b&gt;No&lt;/b&gt; page.", "Cancelled"):
        assert words in page
    assert f'href="{draft.get_absolute_url()}">Look over the first</a>' in page
    assert "Fetch 2 again" in page
    assert "hx-trigger" not in page
    assert "http-equiv" not in page


def test_a_batch_under_way_asks_again_by_itself_and_can_be_cancelled(client, alice):
    batch = create_batch(by=alice)
    items = [create_batch_item(batch=batch) for _ in range(2)]
    page = client.get(batch.get_absolute_url()).content.decode()
    assert 'hx-trigger="every 2s"' in page
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    answer = client.post(reverse("articles:cancel_batch", args=[batch.pk]), follow=True)
    assert "Cancelled. 2 addresses are left out." in answer.content.decode()
    assert set(BatchItem.objects.values_list("state", flat=True)) == {ItemState.CANCELLED}
    answer = client.post(reverse("articles:retry_batch", args=[batch.pk]), follow=True)
    assert "Fetching 2 addresses again." in answer.content.decode()
    assert items_on_their_way() == [item.pk for item in items]


def test_htmx_gets_the_part_that_changes(client, alice):
    batch = create_batch(by=alice)
    create_batch_item(batch=batch)
    part = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<div class="stack" id="batch"')
    assert "<html" not in part


def test_a_single_page_opens_by_itself_once_it_is_there(client, alice):
    batch, draft = create_batch(by=alice), create_draft(by=alice)
    create_batch_item(batch=batch, state=ItemState.READY, draft=draft)
    answer = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == draft.get_absolute_url()


def test_a_draft_that_was_saved_or_discarded_says_so(client, alice):
    batch, article = create_batch(by=alice), create_article(headline="Nine crew")
    create_batch_item(batch=batch, state=ItemState.READY, draft=create_draft(article=article))
    gone = create_draft(by=alice)
    create_batch_item(batch=batch, state=ItemState.READY, draft=gone)
    gone.delete()
    page = client.get(batch.get_absolute_url()).content.decode()
    assert f'href="{article.get_absolute_url()}"' in page
    assert "Discarded" in page
    assert "Look over" not in page


@pytest.mark.parametrize("name", ["batch", "cancel_batch", "retry_batch"])
def test_a_batch_is_its_owners_alone(client, alice, name):
    batch = create_batch()
    create_batch_item(batch=batch)
    path = reverse(f"articles:{name}", args=[batch.pk])
    answer = client.get(path) if name == "batch" else client.post(path)
    assert answer.status_code == 404
    assert BatchItem.objects.get().state == ItemState.WAITING


def test_ones_own_batches_are_listed_newest_first(client, alice):
    create_batch_item()
    batch = create_batch(by=alice)
    create_batch_item(batch=batch, state=ItemState.CANCELLED)
    answer = client.get(URL)
    assert answer.context["page"].rows == [batch]
    assert "1 cancelled" in answer.content.decode()


def test_lists_cost_the_same_for_one_row_and_for_many(client, alice):
    batch = create_batch(by=alice)

    def add():
        create_batch_item(batch=batch, state=ItemState.READY, draft=create_draft(by=alice))
        article = create_article()
        create_batch_item(batch=batch, state=ItemState.IMPORTED, article=article)
        create_batch(by=alice)

    add()
    for_one = [queries_of(client, path) for path in (URL, batch.get_absolute_url())]
    for _ in range(9):
        add()
    assert [queries_of(client, path) for path in (URL, batch.get_absolute_url())] == for_one
