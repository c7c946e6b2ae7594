"""Marking claims over HTTP: from a selection, from a sentence, with and without htmx."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_user
from articles.importing import sha256_of
from articles.models import Article, MediaType, Revision
from articles.tests.factories import create_article
from claims import highlights
from claims.models import Claim
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
TEXT = "Flares 🚨🚨 lit the quay.\n\nThere were 241 people on board. Twelve were treated for cuts."
HTMX = {"hx-request": "true"}


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def article():
    return create_article(text=TEXT)


def selected(article: Article, words: str) -> dict[str, int]:
    """What the browser sends for the words: UTF-16 units from the start of their paragraph."""
    revision = article.revisions.get()
    start = revision.text.index(words)
    paragraph = revision.text.rfind("\n\n", 0, start) + 2 if "\n\n" in revision.text[:start] else 0

    def units(part: str) -> int:
        return len(part.encode("utf-16-le")) // 2

    before = units(revision.text[paragraph:start])
    return {
        "revision": revision.pk,
        "paragraph": paragraph,
        "start": before,
        "end": before + units(words),
    }


def mark(client, article: Article, data: dict[str, int], headers: dict[str, str] | None = None):
    return client.post(reverse("claims:mark", args=[article.pk]), data, headers=headers)


def test_a_selection_after_emoji_marks_the_words_that_were_seen(client, alice, article):
    response = mark(client, article, selected(article, "t the qua"), HTMX)
    claim = Claim.objects.get()
    assert claim.quote == "lit the quay"
    assert response["HX-Retarget"] == "#para-0"
    assert f'id="no-{claim.pk}"' in response.content.decode()
    assert "Marked “lit the quay”." in response.content.decode()


def test_the_answer_is_the_paragraph_with_the_focus_on_the_new_number(client, alice, article):
    response = mark(client, article, selected(article, "241 people"), HTMX)
    html = response.content.decode()
    claim = Claim.objects.get()
    assert html.count('class="para"') == 1
    assert "Flares" not in html
    assert html.count("data-focus") == 1
    assert json.loads(response["HX-Trigger-After-Settle"]) == {"claim-focused": {"claim": claim.pk}}
    assert 'id="claim-counts" hx-swap-oob="true">1 marked, 1 unreviewed' in html


def test_without_htmx_the_page_comes_back_at_the_claim(client, alice, article):
    response = mark(client, article, selected(article, "241 people"))
    claim = Claim.objects.get()
    expected = f"/articles/{article.pk}/?claim={claim.pk}#no-{claim.pk}"
    assert (response.status_code, response["Location"]) == (302, expected)
    page = client.get(response["Location"]).content.decode()
    assert "Marked “241 people”." in page
    assert reverse("claims:remove", args=[claim.pk]) in page


def test_a_sentence_is_marked_by_its_number(client, alice, article):
    revision = article.revisions.get()
    response = mark(client, article, {"revision": revision.pk, "sentence": 2})
    claim = Claim.objects.get()
    assert claim.quote == "Twelve were treated for cuts."
    assert response["Location"].endswith(f"/?mark=sentences&claim={claim.pk}#no-{claim.pk}")


def test_words_marked_already_are_brought_into_focus(client, alice, article):
    claim = create_claim(quote="241 people", article=article)
    response = mark(client, article, selected(article, "241 people"), HTMX)
    html = response.content.decode()
    assert Claim.objects.count() == 1
    assert "“241 people” is marked already." in html
    assert f'is-current" id="claim-{claim.pk}"' in html
    assert "data-undo" not in html


def test_words_whose_claim_was_removed_are_marked_again(client, alice, article):
    claim = create_claim(quote="241 people", article=article)
    highlights.remove(claim, by=alice)
    response = mark(client, article, selected(article, "241 people"), HTMX)
    claim.refresh_from_db()
    assert not claim.is_removed
    assert "Marked “241 people”." in response.content.decode()


def test_undo_of_a_mark_removes_it_and_offers_no_undo(client, alice, article):
    mark(client, article, selected(article, "241 people"), HTMX)
    claim = Claim.objects.get()
    response = client.post(reverse("claims:remove", args=[claim.pk]) + "?undo", headers=HTMX)
    claim.refresh_from_db()
    html = response.content.decode()
    assert claim.is_removed
    assert "Undone. “241 people” is no longer marked." in html
    assert "data-undo" not in html


def test_newer_words_are_not_marked_by_an_old_page(client, alice, article):
    old = selected(article, "241 people")
    text = "Nobody was on board."
    Revision.objects.create(
        article=article,
        number=2,
        text=text,
        sha256=sha256_of(text),
        source=b"",
        media_type=MediaType.TEXT,
        imported_at=article.imported_at,
        imported_by=alice,
    )
    response = mark(client, article, old, HTMX)
    assert response.status_code == 409
    assert "newer words than you see" in response.content.decode()
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"start": ""},
        {"start": "one"},
        {"paragraph": 3},
        {"end": 9_999},
        {"start": 12, "end": 12},
        {"end": 10**30},
    ],
    ids=str,
)
def test_a_place_that_is_none_changes_nothing_and_says_why(client, alice, article, change):
    response = mark(client, article, selected(article, "241 people") | change, HTMX)
    assert (response.status_code, response["HX-Reswap"]) == (409, "none")
    assert "Select them again." in response.content.decode()
    assert not Claim.objects.exists()


@pytest.mark.parametrize("sentence", ["", "99", "-1", "two"])
def test_a_sentence_that_is_none_changes_nothing_and_says_why(client, alice, article, sentence):
    revision = article.revisions.get()
    response = mark(client, article, {"revision": revision.pk, "sentence": sentence})
    assert response["Location"] == f"/articles/{article.pk}/"
    assert "Select them again." in client.get(response["Location"]).content.decode()
    assert not Claim.objects.exists()


def test_only_members_mark_and_only_by_post(client, article):
    sent = selected(article, "241 people")
    assert mark(client, article, sent)["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert mark(client, article, sent).status_code == 403
    client.force_login(create_reporter())
    assert client.get(reverse("claims:mark", args=[article.pk])).status_code == 405
    assert client.post(reverse("claims:mark", args=[0]), sent).status_code == 404
    assert not Claim.objects.exists()
