"""Feeds of the queue: who may read them, what is in them, and how much."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer
from articles.tests.factories import create_article
from claims import feeds, saved_views
from claims.models import Claim, FeedKey
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_saved_view,
    create_verdict,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def alice():
    return create_reviewer(name="alice", zone="Europe/Berlin")


def address(person, view=None) -> str:
    token = feeds.token_of(person)
    if view:
        return reverse("claims:view_feed", args=[token, view.pk])
    return reverse("claims:queue_feed", args=[token])


def entries(response) -> list[ElementTree.Element]:
    assert response.status_code == 200
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")  # noqa: S314  our own


def test_a_reader_without_a_login_gets_the_newest_first(client, alice):
    old, new = create_claims(2)
    Claim.objects.filter(pk=old.pk).update(waiting_since=timezone.now() - timedelta(days=2))
    response = client.get(address(alice) + "?q=-has:link")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    links = [one.find(f"{ATOM}link").get("href") for one in entries(response)]
    assert links == [f"http://testserver{one.get_absolute_url()}" for one in (new, old)]
    assert entries(response)[0].find(f"{ATOM}title").text.startswith("Unreviewed: “")


def test_words_of_articles_are_escaped(client, alice):
    quote = "<script>alert(1)</script> was on the poster & more"
    create_claim(article=create_article(text=f"It read {quote} that day."), quote=quote)
    response = client.get(address(alice))
    (entry,) = entries(response)
    assert b"<script>" not in response.content
    assert "&lt;script&gt;alert(1)" in entry.find(f"{ATOM}summary").text  # readers show HTML
    assert quote in entry.find(f"{ATOM}title").text


def test_what_no_feed_can_hold_is_left_out(client, alice):
    quote = "the\x02 log \ufffe of the night"
    article = create_article(text=f"It was {quote}, he said.")
    create_claim(article=article, quote=quote, statement="A\x1b log")
    view = create_saved_view("Odd\x01 name", by=alice, query="-has:link")
    (entry,) = entries(response := client.get(address(alice, view)))
    assert entry.find(f"{ATOM}title").text == "Unreviewed: “A  log”"
    assert "the  log   of the night" in entry.find(f"{ATOM}summary").text
    assert "<title>Odd  name · Fact Desk</title>" in response.content.decode()


def test_a_feed_says_what_of_its_query_is_not_understood(client, alice):
    create_claim()
    view = create_saved_view("Of Ines", by=alice, query="decided-by:ines")
    feed = client.get(address(alice, view)).content.decode()
    said = "Of Ines. Nobody is called “ines”; the filter was left out."
    assert f"<subtitle>{said}</subtitle>" in feed


def test_a_view_is_read_as_its_reader(client, alice):
    bob = create_reviewer(name="bob")
    mine, theirs = create_claims(2)
    create_verdict(mine, by=alice)
    create_verdict(theirs, by=bob)
    view = create_saved_view(
        "Decided", by=bob, query="decided-by:me", tab="decided", is_shared=True
    )
    (entry,) = entries(client.get(address(alice, view)))
    assert entry.find(f"{ATOM}link").get("href").endswith(mine.get_absolute_url())
    hidden = create_saved_view("Hidden", by=bob)
    assert client.get(address(alice, hidden)).status_code == 404


def test_a_view_stays_the_same_feed_whatever_it_asks(client, alice):
    view = create_saved_view(by=alice, query="boats")
    empty = client.get(address(alice, view))
    feed = ElementTree.fromstring(empty.content)  # noqa: S314  our own
    identity = f"http://testserver/queue/views/#view-{view.pk}"
    assert feed.find(f"{ATOM}id").text == identity
    assert feed.find(f"{ATOM}updated").text == view.made_at.isoformat()
    again = client.get(address(alice, view), headers={"if-none-match": empty["ETag"]})
    assert again.status_code == 304
    saved_views.change(view, name="Fog", query="", tab="waiting", is_shared=False, by=alice)
    create_claims(1)
    (entry,) = entries(full := client.get(address(alice, view)))
    assert f"<id>{identity}</id>" in full.content.decode()
    assert entry.find(f"{ATOM}id").text.startswith("http://testserver/claims/")
    assert entry.find(f"{ATOM}updated").text


def test_an_old_address_is_closed_by_a_new_secret(client, alice):
    old = address(alice)
    client.force_login(alice)
    assert client.post(reverse("claims:renew_feeds"), follow=True).status_code == 200
    client.logout()
    assert client.get(old).status_code == 404
    assert client.get(address(alice)).status_code == 200


@pytest.mark.parametrize("token", ["none", "1-1", "1-1:forged", "x"])
def test_a_forged_address_is_not_there(client, alice, token):
    feeds.token_of(alice)
    assert client.get(reverse("claims:queue_feed", args=[token])).status_code == 404


def test_who_left_reads_nothing(client, alice):
    rita = create_reporter()
    assert client.get(address(rita)).status_code == 200
    rita.groups.clear()
    assert client.get(address(rita)).status_code == 404
    alice.is_active = False
    alice.save()
    assert client.get(address(alice)).status_code == 404


def test_a_reader_that_asks_all_the_time_has_to_wait(client, alice, monkeypatch):
    monkeypatch.setattr(feeds, "ANSWERS_A_SPAN", 2)
    assert [client.get(address(alice)).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get(address(alice))["Retry-After"] == "60"
    FeedKey.objects.update(counted_from=timezone.now() - feeds.SPAN * 2)
    assert client.get(address(alice)).status_code == 200


def test_it_is_as_long_as_a_reader_takes_and_sent_once(client, alice, monkeypatch):
    create_claims(3)
    monkeypatch.setattr("claims.views.feeds.ENTRIES", 2)
    response = client.get(address(alice))
    assert len(entries(response)) == 2
    again = client.get(address(alice), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_feed_of_what_the_queue_shows_is_one_link_away(client, alice):
    client.force_login(alice)
    asked = client.get(reverse("claims:my_feed") + "?q=-has:link&view=decided")
    assert asked["Location"] == address(alice) + "?q=-has%3Alink&view=decided"


def test_feeds_are_only_read(client, alice):
    assert client.post(address(alice)).status_code == 405
    client.force_login(alice)
    assert client.get(reverse("claims:renew_feeds")).status_code == 405


def test_the_database_refuses_a_key_without_number(alice):
    feeds.token_of(alice)
    with pytest.raises(IntegrityError, match="feed_key_numbered"), transaction.atomic():
        FeedKey.objects.update(number=0)
