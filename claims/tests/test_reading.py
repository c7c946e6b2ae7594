"""The reading page: what it shows, to whom, and at what cost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.models import Precision
from articles.tests.counting import queries_of
from articles.tests.factories import create_article, create_outlet
from claims import corrections, highlights
from claims.models import Relocation
from claims.states import VerdictStatus
from claims.tests.correcting import revise
from claims.tests.factories import create_claim, create_claims, create_pair, create_verdict

pytestmark = pytest.mark.django_db
MOST_QUERIES = 29  # of a page with a claim in focus; about half without


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", zone="Europe/Berlin")
    client.force_login(alice)
    return alice


def page(client, article, query: str = "", **headers: str) -> str:
    response = client.get(f"/articles/{article.pk}/{query}", headers=headers)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_head_says_who_wrote_what_when(client, alice):
    article = create_article(
        headline="Ferry strands with 241 aboard",
        outlet=create_outlet(name="Selwick Courier", kind="local daily, Selwick"),
        by=create_reporter(first_name="Tomas", last_name="Brey"),
        standfirst="Everyone came home.",
        byline="Ida Marsh",
        dateline="Selwick",
        credit="With Northline",
        language="en",
    )
    html = page(client, article)
    for words in ("Ferry strands with 241 aboard", "Selwick Courier", "local daily, Selwick"):
        assert words in html
    for words in ("Everyone came home.", "Ida Marsh, Selwick", "With Northline", "by Tomas Brey"):
        assert words in html
    assert '<h1 id="headline" lang="en"' in html


def test_the_time_is_the_readers_and_names_the_other_zone(client, alice):
    article = create_article(
        published_at=datetime(2026, 11, 18, 23, 30, tzinfo=UTC), published_zone="Europe/London"
    )
    html = page(client, article)
    assert "Thursday 19 November 2026, 00:30" in html
    assert "your time, 23:30 on Wed 18 Nov in Europe/London" in html


def test_a_zone_with_the_readers_clock_is_not_named(client, alice):
    article = create_article(
        published_at=datetime(2026, 11, 18, 21, 4, tzinfo=UTC), published_zone="Europe/Paris"
    )
    assert "your time</span>" in page(client, article)


def test_a_day_without_an_hour_is_the_day_where_it_was_printed(client, alice):
    article = create_article(
        published_at=datetime(2026, 11, 18, 23, 0, tzinfo=UTC),
        published_zone="America/New_York",
        published_precision=Precision.DAY,
    )
    html = page(client, article)
    assert "Wednesday 18 November 2026</time>" in html
    assert "your time" not in html


def test_an_article_without_claims_says_how_to_mark_one(client, alice):
    html = page(client, create_article())
    assert "No claims marked." in html
    assert "None marked" in html


def test_claims_are_counted_by_status_and_numbered_in_reading_order(client, alice):
    article = create_article()
    create_claim(quote="nine of them crew", article=article)
    verdict = create_claim(quote="There were 241 people", article=article)
    create_verdict(verdict, by=create_reviewer())
    html = page(client, article)
    assert "2 marked, 1 unreviewed, 1 disputed" in html
    assert f'<span data-no="{verdict.pk}">1</span>' in html
    assert (
        f', <span data-status-of="{verdict.pk}">disputed</span>, starts: </span></a>There' in html
    )


def test_a_removed_claim_is_not_on_the_page(client, alice):
    claim = create_claim()
    highlights.remove(claim, by=alice)
    html = page(client, claim.article, f"?claim={claim.pk}")
    assert f'id="claim-{claim.pk}"' not in html
    assert "No claims marked." in html


def test_the_claim_the_address_names_is_in_focus_with_its_panel(client, alice):
    one, other = create_pair()
    html = page(client, one.article, f"?claim={one.pk}")
    assert f'class="note is-unreviewed is-current" id="claim-{one.pk}"' in html
    assert 'aria-current="true"' in html
    assert str(other.outlet) in html.split('id="others"')[1]
    assert reverse("claims:remove", args=[one.pk]) in html


@pytest.mark.parametrize("query", ["?claim=0", "?claim=seventeen", "?claim=99999999999999999999"])
def test_an_address_that_names_no_claim_shows_the_article(client, alice, query):
    assert "No claim chosen." in page(client, create_claim().article, query)


def test_htmx_gets_the_panel_and_the_note_in_focus(client, alice):
    claim = create_claim()
    html = page(client, claim.article, f"?claim={claim.pk}", hx_request="true")
    assert "<html" not in html
    assert "In other outlets" in html
    assert f'id="claim-{claim.pk}" data-note="{claim.pk}" hx-swap-oob="true"' in html


def test_a_note_shows_statement_attribution_and_signs(client, alice):
    one, _ = create_pair(kind="contradicts")
    highlights.edit(one, statement="241 were aboard", attribution="The list", by=alice)
    html = page(client, one.article)
    for words in ("241 were aboard", "Says the list", "Contradicted by 1", "2 outlets"):
        assert words in html


def test_a_reporter_gets_no_tools_for_a_decided_claim_a_reviewer_does(client, alice):
    claim, bob = create_claim(), create_reviewer()
    create_verdict(claim, by=bob)
    remove = reverse("claims:remove", args=[claim.pk])
    assert remove not in page(client, claim.article, f"?claim={claim.pk}")
    client.force_login(bob)
    assert remove in page(client, claim.article, f"?claim={claim.pk}")


def test_each_sentence_has_its_button_when_asked_for(client, alice):
    article = create_article()
    html = page(client, article, "?mark=sentences")
    assert html.count('name="sentence"') == article.revisions.get().sentences.count()
    assert ">There were 241 people on board, nine of …<" in html
    assert 'name="sentence"' not in page(client, article)


@pytest.mark.parametrize("query", ["", "?claim={}"], ids=["no focus", "a claim in focus"])
def test_many_claims_cost_as_many_queries_as_one(client, alice, query):
    few, many = create_claim(), create_claims(12)[0]
    costs = []
    for claim in (few, many):
        with CaptureQueriesContext(connection) as queries:
            page(client, claim.article, query.format(claim.pk))
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert costs[0] <= MOST_QUERIES


def test_many_verified_claims_left_behind_cost_as_many_queries_as_one(client, alice):
    costs = []
    for count in (1, 3):
        claims = create_claims(count)
        for claim in claims:
            create_verdict(claim, by=create_reviewer(), status=VerdictStatus.VERIFIED)
        revise(claims[0].article, "The harbour has a new book.")
        for row in Relocation.objects.open():
            corrections.keep(row, by=create_reviewer())
        costs.append(queries_of(client, f"/articles/{claims[0].article_id}/"))
    assert costs[0] == costs[1]


def test_anonymous_is_sent_to_the_login(client):
    article = create_article()
    response = client.get(f"/articles/{article.pk}/")
    assert response.status_code == 302
    assert response["Location"].startswith("/login/")


def test_a_stranger_to_the_desk_is_refused(client):
    client.force_login(create_user(name="charlie"))
    assert client.get(f"/articles/{create_article().pk}/").status_code == 403


def test_an_unknown_article_is_not_found(client, alice):
    assert client.get("/articles/0/").status_code == 404


def test_the_page_only_reads(client, alice):
    assert client.post(f"/articles/{create_article().pk}/").status_code == 405


def test_the_imported_time_is_shown(client, alice):
    article = create_article()
    assert timezone.localtime(article.imported_at).strftime("Today, ") in page(client, article)
