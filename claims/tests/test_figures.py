"""Cards on the review page: what they show, settling by POST, Undo, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article, create_outlet, create_story
from claims import discrepancies, links
from claims.models import Claim, Discrepancy
from claims.states import LinkKind, Resolution
from claims.tests.factories import create_claim, create_discrepancy, create_link

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
REASON = "The list names nine crew."
ACTS = ["settle_figure", "reopen_figure"]


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def told_by(outlet: str, hour: int, minute: int, *, story, words: str) -> Claim:
    article = create_article(
        text=f"{words}.",
        story=story,
        outlet=create_outlet(name=outlet),
        published_at=datetime(2026, 11, 18, hour, minute, tzinfo=UTC),
        published_zone="UTC",
    )
    return create_claim(quote=words, article=article)


@pytest.fixture
def row() -> Discrepancy:
    """The Tern says 214 at 19:22, The Gull 241 at 21:04."""
    story = create_story()
    tern = told_by("The Tern", 19, 22, story=story, words="The ship carried 214 people")
    gull = told_by("The Gull", 21, 4, story=story, words="All 241 people came ashore")
    create_link(tern, gull, kind=LinkKind.CONTRADICTS)
    return Discrepancy.objects.for_page().get()


def address(name: str, row: Discrepancy, claim: Claim | None = None) -> str:
    return reverse(f"claims:{name}", args=[(claim or row.link.b).pk, row.pk])


def sent(**fields: object) -> dict[str, object]:
    return {"resolution": Resolution.UPDATED_LATER, "reason": REASON, **fields}


def html(response) -> str:
    return " ".join(response.content.decode().split())


def undo_of(row: Discrepancy) -> str:
    row.refresh_from_db()
    stamp = quote(row.resolved_at.isoformat())
    return f"{address('reopen_figure', row)}?settled={stamp}"


def test_the_card_names_the_quantity_and_shows_both_sides_with_the_figures_marked(
    client, alice, row
):
    page = html(client.get(row.link.b.get_absolute_url()))
    assert f'id="discrepancy-{row.pk}-head" tabindex="-1">People</h2>' in page
    assert "Figures disagree" in page
    assert '“All <span class="fig">241</span> people came ashore”' in page
    assert '“The ship carried <span class="fig">214</span> people”' in page
    assert "<b>The Gull</b>, this claim" in page
    assert ":22</time></span> · 1 h 42 min earlier" in page


def test_the_sign_of_the_claim_says_its_own_figure_first(client, alice, row):
    sign = '<use href="#i-conflict"/></svg>{}</li>'
    assert sign.format("241 against 214") in html(client.get(row.link.b.get_absolute_url()))
    assert sign.format("214 against 241") in html(client.get(row.link.a.get_absolute_url()))


def test_settling_answers_with_the_settled_figure_and_what_else_speaks_of_it(client, alice, row):
    response = client.post(address("settle_figure", row), sent(), headers=HTMX)
    answer = html(response)
    assert response.status_code == 200
    assert answer.startswith(f'<section class="settled-figure" id="discrepancy-{row.pk}"')
    assert f'id="discrepancy-{row.pk}-head" tabindex="-1" data-focus' in answer
    assert "Settled 241 against 214: updated later." in answer
    assert 'id="history" hx-swap-oob="true"' in answer
    assert "settled 241 against 214: updated later" in answer
    assert '<div id="claim-signs" hx-swap-oob="true">' in answer
    assert Discrepancy.objects.get().reason == REASON


def test_settling_without_htmx_leads_back_to_the_page(client, alice, row):
    response = client.post(address("settle_figure", row) + "?linked=1", sent())
    where = f"{row.link.b.get_absolute_url()}?q=has%3Alink#discrepancy-{row.pk}"
    assert response["Location"] == where
    page = html(client.get(where))
    assert "1 settled figure</summary>" in page
    assert f"Updated later: “{REASON}”" in page


def test_which_one_is_wrong_is_asked_and_kept(client, alice, row):
    wrong = sent(resolution=Resolution.ONE_IS_WRONG)
    answer = client.post(address("settle_figure", row), wrong, headers=HTMX)
    assert answer.status_code == 422
    assert "Say which of the two is wrong." in html(answer)
    wrong |= {"wrong": row.link.a_id}
    answer = client.post(address("settle_figure", row), wrong, headers=HTMX)
    assert "Settled 241 against 214: one is wrong, 214 of The Tern." in html(answer)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"reason": ""}, "needs a reason"),
        ({"resolution": ""}, "Say how the two fit."),
        ({"resolution": "never"}, "Select a valid choice"),
        ({"resolution": Resolution.ONE_IS_WRONG, "wrong": "7000"}, "Select a valid choice"),
    ],
)
@pytest.mark.parametrize("headers", [HTMX, {}])
def test_what_is_missing_is_said_and_what_was_typed_stays(
    client, alice, row, fields, words, headers
):
    response = client.post(
        address("settle_figure", row), sent(**{"reason": "Typed.", **fields}), headers=headers
    )
    assert response.status_code == 422
    assert words in html(response)
    assert ('value="Typed."' in html(response)) == ("reason" not in fields)
    assert Discrepancy.objects.open_conflicts().exists()


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_who_comes_second_sees_what_changed_and_may_settle_it_all_the_same(
    client, alice, bob, row, headers
):
    how = {"resolution": Resolution.DIFFERENT_THINGS, "reason": "Crew and passengers."}
    (first,) = discrepancies.settle(row, **how, by=bob)
    response = client.post(address("settle_figure", row), sent(), headers=headers)
    answer = html(response)
    assert response.status_code == 409
    assert "Bob Byrne settled this meanwhile: different things. “Crew and passengers.”" in answer
    assert f'value="{REASON}"' in answer
    assert "Settle it all the same" in answer
    seen = {"seen": first.resolved_at.isoformat()}
    assert client.post(address("settle_figure", row), sent(**seen)).status_code == 302
    assert Discrepancy.objects.get().resolved_by == alice


def test_a_link_taken_away_meanwhile_is_said_and_the_reason_shown(client, alice, row):
    links.unlink(row.link, by=alice)
    response = client.post(address("settle_figure", row), sent(), headers=HTMX)
    assert response.status_code == 409
    assert "The two claims are no longer linked." in html(response)
    assert f"What you typed is kept: “{REASON}”" in html(response)


def test_undo_opens_it_again_and_focuses_the_card(client, alice, row):
    client.post(address("settle_figure", row), sent())
    response = client.post(undo_of(row), headers=HTMX)
    assert f'id="discrepancy-{row.pk}-head" tabindex="-1" data-focus>People' in html(response)
    assert "Undone. 241 against 214 is open again." in html(response)
    assert not Discrepancy.objects.get().is_settled


def test_the_toast_offers_the_way_back(client, alice, row):
    response = client.post(address("settle_figure", row), sent(), headers=HTMX)
    assert f'action="{undo_of(row)}" data-undo' in html(response)
    assert client.post(undo_of(row))["Location"].endswith(f"#discrepancy-{row.pk}")


@pytest.mark.parametrize("query", ["", "?settled=", "?settled=yesterday", "?settled=2026-01-01"])
def test_an_undo_that_does_not_fit_changes_nothing(client, alice, row, query):
    client.post(address("settle_figure", row), sent())
    response = client.post(address("reopen_figure", row) + query, headers=HTMX)
    assert response.status_code == 409
    assert Discrepancy.objects.get().is_settled


def test_equal_values_stand_on_one_card_and_are_settled_together(client, alice, row):
    story = row.link.a.story
    auk = told_by("The Auk", 20, 0, story=story, words="She had 214 people on board")
    link = create_link(auk, row.link.b, kind=LinkKind.CONTRADICTS)
    copy = Discrepancy.objects.get(link=link)
    page = html(client.get(row.link.b.get_absolute_url()))
    assert "2 claims say 214" in page
    assert "also The Auk" in page
    assert page.count("Figures disagree") == 1
    client.post(address("settle_figure", row), sent(also=str(copy.pk)))
    assert Discrepancy.objects.settled().count() == 2


def test_a_number_too_long_for_a_key_is_none(client, alice, row):
    number = "9" * 5_000
    refused = client.post(address("settle_figure", row), sent(wrong=number, reason=""))
    assert refused.status_code == 422
    client.post(address("settle_figure", row), sent(also=f"{number} {number[:20]} x"))
    row.refresh_from_db()
    assert row.is_settled


def test_reporters_read_the_card_and_reviewers_settle_it(client, row):
    client.force_login(create_reporter())
    page = html(client.get(row.link.b.get_absolute_url()))
    assert "A reviewer settles it." in page
    assert "Settle the figure" not in page


@pytest.mark.parametrize("name", ACTS)
def test_it_is_for_reviewers_and_by_post_only(client, row, name):
    assert client.post(address(name, row)).status_code == 302
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.post(address(name, row), sent()).status_code == 403
    client.force_login(create_reviewer())
    assert client.get(address(name, row)).status_code == 405


@pytest.mark.parametrize("name", ACTS)
def test_a_figure_of_other_claims_is_not_there(client, alice, row, name):
    assert client.post(address(name, row, claim=create_claim()), sent()).status_code == 404


def test_as_many_queries_for_one_card_as_for_many(client, alice, row):
    url = row.link.b.get_absolute_url()
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for number in range(5):
        create_discrepancy(row.link, value_a=f"{number}", value_b="80", subject=f"boats {number}")
    with CaptureQueriesContext(connection) as many:
        page = client.get(url)
    assert html(page).count("Figures disagree") == 6
    assert len(one) == len(many)
