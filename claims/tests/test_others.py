"""The panel “In other outlets”, with htmx and as a page of its own."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article, create_story
from claims import candidates, highlights, links, matches
from claims.models import Claim
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_link
from claims.tests.linking import HTMX, html, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def claim() -> Claim:
    return create_claim(article=create_article(story=create_story()))


@pytest.fixture
def other(claim) -> Claim:
    return create_claim(article=create_article(story=claim.story))


def test_the_page_shows_links_suggestions_and_what_was_turned_down(client, alice, claim, other):
    create_link(claim, other, kind=LinkKind.CONTRADICTS)
    rejected = create_claim(article=create_article(story=claim.story))
    links.reject(claim, rejected, by=alice)
    article = create_article(story=claim.story)
    response = client.get(url("others", claim))
    assert f"<b>{other.outlet}</b></a> contradicts" in html(response)
    assert f"<b>{rejected.outlet}</b> “{rejected.quote}”" in html(response)
    suggestion = html(response).split('<li class="other"')[1]
    assert f"{article.outlet}</a>" in suggestion
    assert '<span class="shared">241</span>' in suggestion
    assert "Not marked yet." in suggestion


def test_htmx_gets_the_panel_alone(client, alice, claim):
    response = client.get(url("others", claim), headers=HTMX)
    assert response.status_code == 200
    assert "<html" not in html(response)
    assert "No other outlet says this yet." in html(response)


def test_a_removed_or_unknown_claim_has_no_panel(client, alice, claim):
    highlights.remove(claim, by=alice)
    assert client.get(url("others", claim)).status_code == 404
    assert client.get(reverse("claims:others", args=[999_999])).status_code == 404


def test_only_the_best_are_shown_until_all_are_asked_for(client, alice, claim):
    for _ in range(candidates.SHOWN_AT_FIRST + 2):
        create_claim(article=create_article(story=claim.story))
    response = client.get(url("others", claim))
    assert html(response).count('class="other"') == candidates.SHOWN_AT_FIRST
    assert "Show 2 more" in html(response)
    response = client.get(url("others", claim) + "?all", headers=HTMX)
    assert html(response).count('class="other"') == candidates.SHOWN_AT_FIRST + 2
    assert html(response).count("data-focus") == 1


def test_of_many_links_the_first_are_shown_until_all_are_asked_for(client, alice, claim):
    for _ in range(candidates.SHOWN_AT_FIRST + 1):
        create_link(claim, create_claim(article=create_article(story=claim.story)))
        links.reject(claim, create_claim(article=create_article(story=claim.story)), by=alice)
    shown = html(client.get(url("others", claim)))
    assert shown.count("Unlink<") == shown.count("Link as same claim<") == candidates.SHOWN_AT_FIRST
    assert "Show 1 more linked" in shown
    assert "Show 1 more</a>" in shown
    shown = html(client.get(url("others", claim) + "?all"))
    assert shown.count("Unlink<") == candidates.SHOWN_AT_FIRST + 1
    assert "Show 1 more" not in shown


def test_the_panel_costs_the_same_queries_for_one_row_and_for_many(client, alice, claim):
    def add() -> None:
        linked, rejected, _ = (
            create_claim(article=create_article(story=claim.story)) for _ in range(3)
        )
        create_link(claim, linked)
        links.reject(claim, rejected, by=alice)
        revision = create_article(story=claim.story).revisions.get()
        matches.dismiss(claim, revision.sentences.all()[1], by=alice)

    add()
    with CaptureQueriesContext(connection) as few:
        client.get(url("others", claim) + "?all")
    for _ in range(4):
        add()
    with CaptureQueriesContext(connection) as many:
        client.get(url("others", claim) + "?all")
    assert len(many) == len(few)
