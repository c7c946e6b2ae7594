"""Who says so on the pages: confirmed in one press, changed in place, undone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article, create_story
from claims.models import Attribution, Claim
from claims.tests.factories import create_claim, create_link, create_verdict
from claims.tests.linking import HTMX, html, undo_url

pytestmark = pytest.mark.django_db
SEEN = "the passenger list, documented"
OTHERS = {"words": "the purser, via Velta", "strength": "quoted"}
ACTS = ["attribution", "confirm_attribution", "undo_attribution"]


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def claim() -> Claim:
    return create_claim(article=create_article(story=create_story()))


def url(name: str, claim: Claim) -> str:
    asked = "token" if name == "undo_attribution" else claim.pk
    return reverse(f"claims:{name}", args=[asked])


def confirm(client, claim: Claim, query: str = "", seen: str = SEEN, **headers: str):
    data = {"seen": seen}
    return client.post(url("confirm_attribution", claim) + query, data, headers=headers)


def words(claim: Claim) -> str:
    return Claim.objects.get(pk=claim.pk).attribution


def test_a_proposal_is_offered_and_confirmed_on_the_review_page(client, alice, claim):
    page = html(client.get(claim.get_absolute_url()))
    assert "Perhaps</span> the passenger list" in page
    assert f'id="who-{claim.pk}-confirm" data-key="a"' in page
    response = confirm(client, claim, **HTMX)
    assert html(response).startswith(f'<div class="who-says small" id="who-{claim.pk}">')
    assert '<span class="quiet">(documented, named)</span>' in html(response)
    assert f'id="who-{claim.pk}-edit"' in html(response).split(" data-focus")[0]
    assert 'id="history" hx-swap-oob="true"' in html(response)
    assert "claim-changed" in response["HX-Trigger"]
    assert words(claim) == "the passenger list"


def test_in_the_article_the_note_alone_changes(client, alice, claim):
    address = f"{claim.article.get_absolute_url()}?claim={claim.pk}"
    assert f'id="who-{claim.pk}-confirm"' in html(client.get(address))
    response = confirm(client, claim, "?at=article", **HTMX)
    assert 'id="history"' not in html(response)
    assert "HX-Trigger" not in response


@pytest.mark.parametrize("query", ["", "?at=article"])
def test_without_htmx_the_page_comes_back(client, alice, claim, query):
    response = confirm(client, claim, query)
    review, article = claim.get_absolute_url(), claim.article.get_absolute_url()
    assert response["Location"].startswith(article if query else review)


def test_confirming_is_undone_by_its_toast(client, alice, claim):
    response = client.post(undo_url(confirm(client, claim, **HTMX)), follow=True)
    assert "Perhaps</span> the passenger list" in html(response)
    assert "Undone. Who says so is" in html(response)
    assert words(claim) == ""


def test_an_undo_that_comes_too_late_says_so(client, alice, claim):
    undo = undo_url(confirm(client, claim, **HTMX))
    client.post(url("attribution", claim), OTHERS)
    response = client.post(undo, follow=True)
    assert "Who says so was changed since" in html(response)
    assert words(claim) == "the purser, via Velta"


@pytest.mark.parametrize("seen", ["", "the purser, stated"])
def test_a_proposal_not_seen_as_it_is_stays_one(client, alice, claim, seen):
    response = confirm(client, claim, seen=seen, **HTMX)
    assert (response.status_code, response["HX-Reswap"]) == (409, "none")
    assert "Look at it, then confirm." in html(response)
    assert words(claim) == ""


def test_the_form_opens_in_place_with_what_is_proposed(client, alice, claim):
    page = html(client.get(url("attribution", claim), headers=HTMX))
    assert page.startswith(f'<form class="who-says who-form" id="who-{claim.pk}"')
    assert 'value="the passenger list"' in page
    assert '<option value="documented" selected>' in page
    shown = html(client.get(url("attribution", claim) + "?shown", headers=HTMX))
    assert shown.startswith(f'<div class="who-says small" id="who-{claim.pk}">')


def test_the_form_saves_what_was_said(client, alice, claim):
    response = client.post(url("attribution", claim), OTHERS, headers=HTMX)
    row = Attribution.objects.get(claim=claim)
    assert (row.chain, row.strength, row.decided_by) == (["the purser", "Velta"], "quoted", alice)
    assert "the purser, via Velta" in html(response)


def test_without_htmx_the_form_is_a_page_and_saving_leads_back(client, alice, claim):
    page = html(client.get(url("attribution", claim)))
    assert "<h1>Who says so</h1>" in page
    assert claim.quote in page
    response = client.post(url("attribution", claim), OTHERS)
    assert response["Location"] == claim.get_absolute_url()


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "page"])
@pytest.mark.parametrize("sent", [
    {"words": "much " * 50, "strength": "quoted"}, {"words": "Lund", "strength": "shouted"}, {},
])  # fmt: skip
def test_what_is_no_attribution_stays_in_the_form(client, alice, claim, sent, headers):
    response = client.post(url("attribution", claim), sent, headers=headers)
    assert response.status_code == 422
    assert "</form>" in html(response)
    assert words(claim) == ""


def test_a_reporter_is_offered_nothing_on_a_decided_claim(client, alice, claim):
    create_verdict(claim, by=create_reviewer())
    assert f"who-{claim.pk}-confirm" not in html(client.get(claim.get_absolute_url()))
    response = confirm(client, claim, **HTMX)
    assert response.status_code == 409
    assert "Ask a reviewer" in html(response)


@pytest.mark.parametrize("name", ACTS[:2])
def test_a_claim_that_is_removed_is_not_found(client, alice, claim, name):
    client.post(reverse("claims:remove", args=[claim.pk]))
    assert client.post(url(name, claim), OTHERS).status_code == 404


@pytest.mark.parametrize("name", ACTS)
def test_anonymous_is_sent_to_the_login_and_charlie_refused(client, claim, name):
    assert client.post(url(name, claim))["Location"].startswith("/login/")
    client.force_login(create_user(name="charlie"))
    assert client.post(url(name, claim)).status_code == 403


@pytest.mark.parametrize("name", ACTS[1:])
def test_what_writes_takes_no_get(client, alice, claim, name):
    assert client.get(url(name, claim)).status_code == 405


def test_point_board_and_review_say_what_all_of_it_goes_back_to(client, alice, claim):
    other = create_claim(article=create_article(story=claim.story))
    create_link(claim, other)
    told = "All of it goes back to the passenger list, not all confirmed"
    claim.refresh_from_db()
    pages = [
        claim.get_absolute_url(),
        reverse("claims:cluster", args=[claim.cluster_id]),
        claim.story.get_absolute_url(),
    ]
    assert all(told in html(client.get(page)) for page in pages)
    assert "Perhaps</span> the passenger list" in html(client.get(pages[1]))
