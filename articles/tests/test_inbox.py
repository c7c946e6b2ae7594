"""The inbox: what feeds announced is accepted into a story or ignored, and both taken back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import fetch_batches, fetches, formats, inbox, page_imports
from articles.inbox import NothingNew
from articles.models import Batch, BatchItem, FeedItem, FeedItemState, ItemState
from articles.tests import pages
from articles.tests import site as sites
from articles.tests.counting import queries_of
from articles.tests.factories import (
    create_article,
    create_feed,
    create_feed_item,
    create_outlet,
    create_story,
)

pytestmark = pytest.mark.django_db
URL, DECIDE = "/inbox/", "/inbox/decide/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        site.answers["/ferry"] = sites.page(pages.HTML)
        yield site


def titles(answer) -> list[str]:
    return [item.title for item in answer.context["page"].rows]


def test_what_is_new_is_listed_newest_first_and_by_feed_outlet_and_state(client, alice):
    ledger = create_feed(outlet=create_outlet(name="The Ledger", slug="ledger"))
    first = create_feed_item(feed=ledger, title="Older", summary="<b>Nine</b> crew.")
    create_feed_item(title="Newer")
    inbox.ignore([create_feed_item(title="Away").pk], by=alice)
    page = client.get(URL)
    assert titles(page) == ["Newer", "Older"]
    assert "&lt;b&gt;Nine&lt;/b&gt; crew." in page.content.decode()
    assert titles(client.get(f"{URL}?outlet=ledger")) == [first.title]
    assert titles(client.get(f"{URL}?feed={ledger.pk}")) == [first.title]
    assert titles(client.get(f"{URL}?state=ignored")) == ["Away"]
    assert titles(client.get(f"{URL}?state=x&feed=y&outlet=z&after=q")) == ["Newer", "Older"]


def test_one_press_has_an_item_imported_into_the_story(client, alice, site):
    story, item = create_story(), create_feed_item(url=f"{site.url}/ferry", source_name="Wire")
    answer = client.post(DECIDE, {"accept": item.pk, "story": story.slug}, follow=True)
    assert "Accepted into" in answer.content.decode()
    row = BatchItem.objects.get(feed_item=item)
    fetches.fetch(row.pk)
    article = story.articles.get()
    assert (article.outlet, article.imported_by) == (item.feed.outlet, alice)
    assert article.info_sources == ["Wire"]
    assert "On the desk" in client.get(f"{URL}?state=accepted").content.decode()


@pytest.mark.parametrize(
    ("html", "doubt"),
    [
        (f"<article><h1>Ferry</h1><p>{pages.BODY[0]}</p></article>", "Few words were found"),
        ("".join(f"<p>{line}</p>" for line in pages.BODY), "No headline was found"),
    ],
)
def test_a_page_in_doubt_is_looked_over_first(alice, site, html, doubt):
    site.answers["/x"] = sites.page(html)
    item = create_feed_item(url=f"{site.url}/x")
    inbox.accept([item.pk], story=create_story(), by=alice)
    fetches.fetch(item.batch_item.pk)
    row = BatchItem.objects.get()
    assert (row.state, row.draft.owner) == (ItemState.READY, alice)
    assert doubt in row.sentence


def test_an_item_whose_feed_is_taken_out_while_it_waits_is_looked_over(alice, site):
    item, story = create_feed_item(url=f"{site.url}/ferry"), create_story()
    inbox.accept([item.pk], story=story, by=alice)
    item.feed.delete()
    row = BatchItem.objects.get()
    fetches.fetch(row.pk)
    row.refresh_from_db()
    assert (row.state, row.sentence) == (ItemState.READY, fetches.NO_FEED)
    assert row.draft.typed == {"fields": {"story": str(story.pk)}}


def test_an_article_that_is_on_the_desk_is_not_imported_twice(alice, site):
    known = create_article(text=pages.TEXT, url=f"{site.url}/ferry")
    item = create_feed_item(url=f"{site.url}/ferry")
    inbox.accept([item.pk], story=create_story(), by=alice)
    fetches.fetch(item.batch_item.pk)
    row = BatchItem.objects.get()
    assert (row.article, row.sentence) == (known, fetches.ON_THE_DESK)


def test_a_text_too_short_to_tell_is_in_its_outlets_language():
    source, outlet = b"Ferry\n\nShe lies on the bank.", create_outlet(language="cy")
    page = next(iter(formats.readings(source, file_name="ferry.txt"))).page
    new = page_imports.new_article(
        page, source=source, source_name="ferry.txt", story=create_story(), outlet=outlet
    )
    assert new.language == "cy"


def test_other_words_of_an_article_on_the_desk_become_its_next_revision(alice, site):
    known = create_article(text="Other words.", url=f"{site.url}/ferry")
    item = create_feed_item(url=f"{site.url}/ferry")
    inbox.accept([item.pk], story=create_story(), by=alice)
    fetches.fetch(item.batch_item.pk)
    assert BatchItem.objects.get().sentence == "Its words have changed. They are revision 2."
    assert known.revisions.count() == 2


def test_many_are_accepted_or_ignored_at_once_and_taken_back(client, alice):
    items = [create_feed_item() for _ in range(3)]
    keys = [item.pk for item in items]
    story = create_story()
    client.post(DECIDE, {"accept": "chosen", "item": keys[:2], "story": story.slug})
    client.post(DECIDE, {"ignore": "chosen", "item": keys[2:]})
    states = FeedItem.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["accepted", "accepted", "ignored"]
    undo = reverse("articles:inbox_undo", args=["-".join(map(str, keys))])
    answer = client.post(undo, follow=True)
    assert "Undone. 3 items are new again." in answer.content.decode()
    assert FeedItem.objects.new().count() == 3
    assert set(BatchItem.objects.values_list("state", flat=True)) == {ItemState.CANCELLED}


def test_what_went_back_is_not_tried_again_with_its_batch(alice):
    back, stays = create_feed_item(), create_feed_item()
    inbox.accept([back.pk, stays.pk], story=create_story(), by=alice)
    batch = Batch.objects.get()
    inbox.undo([back.pk], by=alice)
    batch.items.filter(feed_item=stays).update(state=ItemState.REFUSED, sentence="Later.")
    assert fetch_batches.try_again(batch) == 1
    assert batch.items.open().get().feed_item == stays


def test_what_was_fetched_or_decided_by_others_is_not_taken_back(client, alice):
    mine, others = create_feed_item(), create_feed_item()
    inbox.accept([mine.pk], story=create_story(), by=alice)
    BatchItem.objects.update(state=ItemState.FETCHING)
    inbox.ignore([others.pk], by=create_reporter())
    undo = reverse("articles:inbox_undo", args=[f"{mine.pk}-{others.pk}-x-{'9' * 30}"])
    answer = client.post(undo, follow=True)
    assert "fetched already" in answer.content.decode()
    assert not FeedItem.objects.new().exists()


def test_what_two_feeds_announce_under_one_address_is_taken_back_together_or_not_at_all(
    alice, site
):
    story, keys = create_story(), [create_feed_item(url=f"{site.url}/ferry").pk for _ in range(2)]
    inbox.accept(keys, story=story, by=alice)
    assert inbox.undo(keys, by=alice) == 2
    inbox.accept(keys, story=story, by=alice)
    fetches.fetch(BatchItem.objects.get(feed_item__in=keys).pk)
    assert story.articles.count() == 1
    assert inbox.undo(keys, by=alice) == 0
    assert not FeedItem.objects.new().exists()


def test_two_people_accept_an_item_once(client, alice):
    item, story = create_feed_item(), create_story()
    inbox.accept([item.pk], story=story, by=create_reporter())
    with pytest.raises(NothingNew):
        inbox.accept([item.pk], story=story, by=alice)
    answer = client.post(DECIDE, {"ignore": item.pk}, headers=HTMX)
    assert answer.status_code == 409
    assert "Others were quicker" in answer.content.decode()
    assert Batch.objects.count() == 1
    assert FeedItem.objects.get().state == FeedItemState.ACCEPTED


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"accept": "chosen", "story": "ferry"}, "Tick at least one item first."),
        ({"accept": "{item}"}, "Choose the story first, above the list."),
        ({"accept": "{item}", "story": "no\0"}, "Choose the story first"),
        ({"accept": "x", "story": "ferry"}, "Tick at least one item first."),
        ({"ignore": "999999"}, "Others were quicker"),
        ({}, "Tick at least one item first."),
    ],
)
def test_what_cannot_be_done_says_why(client, alice, posted, sentence):
    create_story(slug="ferry")
    item = create_feed_item()
    data = {name: value.format(item=item.pk) for name, value in posted.items()}
    answer = client.post(DECIDE, data, headers=HTMX)
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert FeedItem.objects.new().count() == 1


def test_htmx_gets_the_list_with_the_focus_on_what_comes_next(client, alice):
    older, acted, newer = (create_feed_item() for _ in range(3))
    answer = client.post(DECIDE, {"ignore": acted.pk}, headers=HTMX)
    part = answer.content.decode()
    assert "<html" not in part
    assert [item.pk for item in answer.context["page"].rows] == [newer.pk, older.pk]
    assert part.count("data-focus") == 1
    assert answer.context["focus"] == older.pk
    assert client.get(URL, headers=HTMX).content.decode().lstrip().startswith("<form")


def test_the_inbox_costs_the_same_for_one_item_and_for_many(client, alice):
    def add():
        create_feed_item()
        inbox.accept([create_feed_item().pk], story=create_story(), by=alice)

    add()
    paths = (URL, f"{URL}?state=accepted")
    for_one = [queries_of(client, path) for path in paths]
    for _ in range(9):
        add()
    assert [queries_of(client, path) for path in paths] == for_one
