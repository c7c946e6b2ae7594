"""The review page: what it shows to whom, and the whole history."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article
from claims import evidence, highlights, rationale_drafts, review
from claims.evidence import NewEvidence
from claims.models import Claim
from claims.states import LinkKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_evidence,
    create_link,
    create_pair,
    create_verdict,
)

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
NOBODYS = "The car ferry Ardent Tide ran aground on the Calder Bank"


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


def address(claim: Claim, name: str = "review") -> str:
    return reverse(f"claims:{name}", args=[claim.pk])


def page(client, claim: Claim, query: str = "", **headers: str) -> str:
    response = client.get(address(claim) + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_the_quote_stands_in_its_surroundings(client, alice):
    text = "One came. Two went. Three stayed behind. Four slept. Five left."
    claim = create_claim(article=create_article(text=text), quote="Three stayed")
    html = page(client, claim)
    assert (
        '<span class="far">… Two went. </span><mark class="mark is-unreviewed is-current">' in html
    )
    assert "Claim starts, unreviewed: </span>Three stayed<span" in html
    assert '<span class="far"> behind. Four slept. …</span>' in html


def test_nothing_is_cut_where_the_text_begins_and_ends(client, alice):
    claim = create_claim(article=create_article(text="Only this."), quote="Only")
    html = page(client, claim)
    assert '<span class="far"></span><mark' in html
    assert "…" not in html.split('class="context"')[1].split("</p>")[0]


def test_the_statement_is_the_heading_else_the_quote(client, alice):
    worded, bare = create_claim(statement="241 were on board"), create_claim()
    assert '<h1 id="claim-head">241 were on board</h1>' in page(client, worded)
    assert f'<h1 id="claim-head">“{bare.quote}”</h1>' in page(client, bare)


def test_who_says_so_or_nobody(client, alice):
    named, bare = create_claim(attribution="the coastguard"), create_claim(quote=NOBODYS)
    assert "<b>Who says so:</b> the coastguard" in page(client, named)
    assert "nobody is named" in page(client, bare)
    assert "Perhaps</span> the passenger list" in page(client, create_claim())


def test_linked_claims_stand_side_by_side_contradictions_first(client, alice):
    claim, same = create_pair(kind=LinkKind.SAME)
    against = create_claim(article=create_article(story=claim.story))
    create_link(claim, against, kind=LinkKind.CONTRADICTS)
    html = page(client, claim)
    first, second = html.split('<article class="version"')[1:]
    assert f"<h3>{against.outlet}" in first
    assert "Contradicts" in first
    assert f"<h3>{same.outlet}" in second
    assert reverse("claims:unlink", args=[same.links_as_b.get().pk]) in second


def test_a_linked_claim_is_offered_as_evidence_until_it_is_one(client, alice):
    claim, other = create_pair()
    assert f'name="linked_claim" value="{other.pk}"' in page(client, claim)
    evidence.add(claim, NewEvidence(linked_claim=other), by=alice)
    html = page(client, claim)
    assert f'name="linked_claim" value="{other.pk}"' not in html
    assert "Is evidence" in html


def test_a_free_claim_can_be_taken_and_decided(client, alice):
    claim = create_claim()
    html = page(client, claim)
    assert "Nobody holds it." in html
    assert 'id="verdict-form"' in html
    assert f'name="version" value="{claim.version}" form="verdict-form"' in html


def test_my_claim_says_until_when_it_is_mine(client, alice):
    claim = review.take(create_claim(), by=alice)
    html = page(client, claim)
    assert "Yours until <time" in html
    assert f">{claim.leased_until:%H:%M}</time>. Your work renews it." in html
    assert "Let go" in html


def test_a_claim_that_another_holds_is_read_and_not_decided(client, alice):
    bob = create_reviewer(first_name="Bob", last_name="Byrne")
    claim = review.take(create_claim(), by=bob)
    html = page(client, claim)
    assert "Bob Byrne holds this claim until" in html
    assert "You can read it, or review the next." in html
    assert 'id="verdict-form"' not in html
    assert reverse("claims:review_next") in html


def test_a_reporter_reads_and_has_no_form(client):
    client.force_login(create_reporter())
    html = page(client, create_claim())
    assert "A reviewer decides this claim." in html
    assert 'id="verdict-form"' not in html
    assert "Take it" not in html


def test_a_removed_claim_is_read_and_not_decided(client, alice):
    claim = highlights.remove(create_claim(), by=alice)
    html = page(client, claim)
    assert "Alice Arden removed this claim" in html
    assert 'id="verdict-form"' not in html


def test_a_decided_claim_shows_the_verdict_that_stands(client, alice):
    bob = create_reviewer(first_name="Bob", last_name="Byrne")
    claim = create_claim()
    create_verdict(claim, by=bob, status=VerdictStatus.VERIFIED, rationale="The log has it.")
    html = page(client, claim)
    assert "The log has it." in html
    assert "Harbour log, 18 November" in html
    assert "Bob Byrne, <time" in html
    assert "Decide again" in html
    assert "Undo this verdict" not in html


def test_evidence_removed_since_is_still_what_the_verdict_rests_on(client, alice):
    claim = create_claim()
    verdict = create_verdict(claim, by=alice, status=VerdictStatus.VERIFIED)
    evidence.remove(verdict.evidence.get(), by=alice)
    html = page(client, claim)
    assert "taken away since" in html
    assert "Undo this verdict" in html


def test_what_was_typed_is_in_the_form_again(client, alice):
    claim = create_claim()
    rationale_drafts.save_draft(claim, rationale="\nThe log <says>", seen_version=2, by=alice)
    rationale_drafts.save_draft(claim, rationale="Mine", seen_version=2, by=create_reviewer())
    html = page(client, claim)
    assert "data-focus" not in html
    assert "\n\nThe log &lt;says&gt;</textarea>" in html
    assert "Saved <time" in html


def test_evidence_is_listed_with_its_source(client, alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice, title="Port list")
    html = page(client, claim)
    assert '<a href="https://port.example/list" rel="noopener noreferrer">Port list</a>' in html
    assert "added by you" in html
    assert reverse("claims:remove_evidence", args=[piece.pk]) in html


def test_the_choice_of_the_queue_goes_along(client, alice):
    claim = create_claim()
    query = f"?q=story%3A{claim.story.slug}"
    html = page(client, claim, query)
    for name in ("decide", "skip", "draft", "take"):
        assert f'"{address(claim, name)}{query}"' in html


def test_htmx_gets_the_part_with_its_title(client, alice):
    html = page(client, create_claim(), **HTMX)
    assert "<html" not in html
    assert html.startswith("<title>There were 241")


def test_many_links_cost_as_many_queries_as_one(client, alice, django_assert_max_num_queries):
    claim, _other = create_pair()
    create_evidence(claim, by=alice)
    with django_assert_max_num_queries(29) as one:
        page(client, claim)
    for number in range(6):
        create_link(claim, create_claim(article=create_article(story=claim.story)))
        create_evidence(claim, by=alice, title=f"List {number}")
    with django_assert_max_num_queries(len(one)):
        page(client, claim)


def test_a_long_history_has_a_page_of_its_own(client, alice):
    claim = create_claim()
    for number in range(60):
        highlights.edit(claim, statement=f"Wording {number}", attribution="", by=alice)
    assert "All 61 entries" in page(client, claim)
    first = client.get(address(claim, "history"))
    assert first.content.decode().count("You</b> set the statement") == 50
    cursor = first.context["page"].next_cursor
    second = client.get(address(claim, "history") + f"?after={cursor}").content.decode()
    assert second.count("</b> ") == 11
    assert "marked it in the article." in second


def test_a_short_history_stands_on_the_page(client, alice):
    claim = create_claims(1, by=alice)[0]
    html = page(client, claim)
    assert "<b>You</b> marked it in the article." in html
    assert "entries" not in html


@pytest.mark.parametrize("name", ["review", "history"])
def test_who_may_read(client, name):
    claim = create_claim()
    url = address(claim, name)
    assert client.get(url)["Location"] == f"{reverse('accounts:login')}?next={url}"
    client.force_login(create_user(name="charlie"))
    assert client.get(url).status_code == 403
    client.force_login(create_reporter())
    assert client.get(url).status_code == 200
    assert client.post(url).status_code == 405
    assert client.get(reverse(f"claims:{name}", args=[10**6])).status_code == 404
