"""Taking, letting go, skipping and evidence in the browser."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.tests.factories import create_article
from claims import evidence, highlights, review
from claims.models import Claim, RationaleDraft
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_evidence,
    create_pair,
    create_verdict,
)

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
NEXT = reverse("claims:review_next")
ON_CLAIM = ["take", "release", "skip", "add_evidence"]
ON_EVIDENCE = ["remove_evidence", "restore_evidence"]


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def address(name: str, pk: int) -> str:
    return reverse(f"claims:{name}", args=[pk])


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_review_next_opens_the_best_claim_for_whoever_presses_it(client, alice):
    claim, _later = create_claims(2)
    response = client.post(NEXT, headers=HTMX)
    html = response.content.decode()
    assert response["HX-Push-Url"] == claim.get_absolute_url()
    assert f'id="claim-{claim.pk}" tabindex="-1" aria-labelledby="claim-head" data-focus' in html
    assert '<footer id="keybar" hx-swap-oob="innerHTML">' in html
    assert fresh(claim).holder == alice


def test_review_next_without_htmx_leads_to_the_page(client, alice):
    claim = create_claim()
    assert client.post(NEXT)["Location"] == claim.get_absolute_url()


@pytest.mark.parametrize("as_query", [True, False])
def test_review_next_keeps_to_the_filter_in_the_address_or_the_form(client, alice, as_query):
    create_claim()
    wanted = create_claim()
    query = f"?q=story%3A{wanted.story.slug}"
    if as_query:
        response = client.post(NEXT + query)
    else:
        response = client.post(NEXT, {"story": wanted.story.slug, "q": "", "mine": "1"})
    assert response["Location"] == wanted.get_absolute_url() + query


def test_review_next_says_when_others_hold_the_rest(client, alice, bob):
    review.take(create_claim(), by=bob)
    html = client.post(NEXT, headers=HTMX).content.decode()
    assert "Others hold what waits here, or you skipped it within the hour." in html
    assert 'id="queue-head" tabindex="-1" data-focus' in html
    assert "Others hold" in client.post(NEXT, follow=True).content.decode()


def test_taking_a_free_claim(client, alice):
    claim = create_claim()
    html = client.post(address("take", claim.pk), headers=HTMX).content.decode()
    assert "Yours until" in html
    assert fresh(claim).holder == alice


@pytest.mark.parametrize("name", ["take", "release", "skip"])
@pytest.mark.parametrize("htmx", [True, False])
def test_what_another_holds_stays_theirs(client, alice, bob, name, htmx):
    claim = review.take(create_claim(), by=bob)
    response = client.post(address(name, claim.pk), headers=HTMX if htmx else {})
    html = response.content.decode()
    assert response.status_code == 409
    assert 'id="refusal"' in html
    assert "Bob Byrne holds this claim until" in html
    assert fresh(claim).holder == bob


def test_letting_go_stays_on_the_claim_and_can_be_undone(client, alice):
    claim = review.take(create_claim(), by=alice)
    html = client.post(address("release", claim.pk), headers=HTMX).content.decode()
    assert f"Let go of “{claim.quote}”." in html
    assert f'action="{address("take", claim.pk)}" data-undo' in html
    assert "Nobody holds it." in html
    client.post(address("take", claim.pk))
    assert fresh(claim).holder == alice


def test_skipping_brings_the_next_and_can_be_undone(client, alice):
    claim, following = create_claims(2)
    typed = {"version": claim.version, "rationale": "Half a thought"}
    response = client.post(address("skip", claim.pk), typed, headers=HTMX)
    assert response["HX-Push-Url"] == following.get_absolute_url()
    assert f"Skipped “{claim.quote}” for an hour." in response.content.decode()
    assert RationaleDraft.objects.get().rationale == "Half a thought"
    client.post(address("take", claim.pk))
    assert not claim.skips.exists()


@pytest.mark.parametrize("htmx", [True, False])
def test_evidence_is_added_and_what_was_typed_stays(client, alice, htmx):
    claim = create_claim()
    typed = {"version": claim.version, "rationale": "As the log", "source": "Log, p. 4"}
    headers = HTMX if htmx else {}
    response = client.post(address("add_evidence", claim.pk), typed, headers=headers, follow=True)
    html = response.content.decode()
    assert claim.evidence.get().citation == "Log, p. 4"
    assert "As the log</textarea>" in html
    assert "<span>Log, p. 4</span>" in html
    assert (f'version" value="{fresh(claim).version}"') in html


def test_a_linked_claim_becomes_evidence(client, alice):
    claim, other = create_pair()
    typed = {"version": claim.version, "linked_claim": other.pk}
    client.post(address("add_evidence", claim.pk), typed)
    assert claim.evidence.get().linked_claim == other


def test_a_claim_that_is_not_linked_is_refused_at_the_field(client, alice):
    claim, other = create_claim(), create_claim()
    typed = {"version": claim.version, "linked_claim": other.pk}
    response = client.post(address("add_evidence", claim.pk), typed, headers=HTMX)
    assert response.status_code == 422
    assert "Only a linked claim can be evidence." in response.content.decode()


@pytest.mark.parametrize(
    "typed", [{}, {"title": "A log"}, {"source": "http://"}, {"linked_claim": 9}]
)
def test_evidence_without_a_source_is_refused_at_the_field(client, alice, typed):
    claim = create_claim()
    data = {"version": claim.version, "rationale": "As the log", **typed}
    response = client.post(address("add_evidence", claim.pk), data, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 422
    assert "As the log</textarea>" in html
    assert html.count("data-focus") == 1
    assert not claim.evidence.exists()


def test_evidence_of_what_another_holds(client, alice, bob):
    claim = review.take(create_claim(), by=bob)
    data = {"version": claim.version, "source": "Log, p. 4", "rationale": "As the log"}
    response = client.post(address("add_evidence", claim.pk), data, headers=HTMX)
    assert response.status_code == 409
    assert "Bob Byrne holds this claim until" in response.content.decode()
    assert RationaleDraft.objects.get().rationale == "As the log"


def test_evidence_is_removed_and_put_back(client, alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice, title="Port list")
    html = client.post(address("remove_evidence", piece.pk), headers=HTMX).content.decode()
    assert "Took away the evidence “Port list”." in html
    assert f'action="{address("restore_evidence", piece.pk)}" data-undo' in html
    assert "No evidence yet." in html
    response = client.post(address("restore_evidence", piece.pk), follow=True)
    assert "“Port list” is evidence again." in response.content.decode()
    assert claim.evidence.standing().exists()


@pytest.mark.parametrize("name", ON_EVIDENCE)
def test_evidence_of_a_removed_claim_stays_as_it_is(client, alice, name):
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    highlights.remove(claim, by=alice)
    response = client.post(address(name, piece.pk), headers=HTMX)
    assert response.status_code == 409
    assert "Alice Arden removed this claim." in response.content.decode()


def test_the_choice_of_the_queue_goes_along(client, alice):
    claim = create_claim()
    create_claim()
    wanted = create_claim(article=create_article(story=claim.story))
    query = f"?q=story%3A{claim.story.slug}"
    response = client.post(address("skip", claim.pk) + query)
    assert response["Location"] == wanted.get_absolute_url() + query


def test_who_may_work_on_claims(client, bob):
    claim = create_claim()
    piece = create_evidence(claim, by=bob)
    urls = [NEXT, *(address(name, claim.pk) for name in ON_CLAIM)]
    urls += [address(name, piece.pk) for name in ON_EVIDENCE]
    for url in urls:
        assert client.post(url)["Location"].startswith(reverse("accounts:login"))
    for person in (create_user(name="charlie"), create_reporter()):
        client.force_login(person)
        assert {client.post(url).status_code for url in urls} == {403}
    assert fresh(claim).holder == bob


@pytest.mark.parametrize("name", ON_CLAIM + ON_EVIDENCE)
def test_writing_is_posting_to_what_is_there(client, alice, name):
    assert client.get(address(name, 1)).status_code == 405
    assert client.post(address(name, 10**6)).status_code == 404


def test_review_next_is_a_post(client, alice):
    assert client.get(NEXT).status_code == 405


def test_a_decided_claim_that_gets_evidence_keeps_its_verdict(client, alice):
    claim = create_claim()
    verdict = create_verdict(claim, by=alice)
    evidence.add(claim, evidence.NewEvidence(citation="Log"), by=alice)
    assert fresh(claim).current_verdict == verdict
    assert not fresh(claim).is_waiting
