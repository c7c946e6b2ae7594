"""Taking a verdict back in the browser, and what is kept while a person types."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import review
from claims.models import Claim, RationaleDraft, Verdict
from claims.states import VerdictStatus
from claims.tests.factories import create_claim, create_claims, create_verdict

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}


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


def decide(client, claim: Claim) -> None:
    typed = {"version": claim.version, "rationale": "The log says 214.", "status": "disputed"}
    typed["reason"] = "The log was found since."
    client.post(address("decide", claim.pk), typed, headers=HTMX)


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_undo_opens_the_claim_which_waits_again(client, alice):
    claim, following = create_claims(2)
    decide(client, claim)
    verdict = Verdict.objects.get()
    response = client.post(address("undo_verdict", verdict.pk), follow=True)
    html = response.content.decode()
    assert response.redirect_chain == [(address("review", claim.pk), 302)]
    assert f"Undone. “{claim.quote}” waits again." in html
    assert "The log says 214.</textarea>" in html
    assert fresh(claim).holder == alice
    assert fresh(following).holder is None


def test_undo_back_to_a_verdict_that_stood(client, alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob, status=VerdictStatus.VERIFIED)
    decide(client, fresh(claim))
    response = client.post(address("undo_verdict", fresh(claim).current_verdict_id), headers=HTMX)
    assert f"Undone. “{claim.quote}” is verified again." in response.content.decode()
    assert response["HX-Push-Url"] == address("review", claim.pk)


def test_only_the_author_and_desk_admins_undo(client, alice, bob):
    verdict = create_verdict(create_claim(), by=bob)
    response = client.post(address("undo_verdict", verdict.pk), headers=HTMX)
    assert response.status_code == 409
    assert "Only Bob Byrne or a desk admin can undo this verdict." in response.content.decode()
    client.force_login(create_desk_admin())
    client.post(address("undo_verdict", verdict.pk), {"reason": "Another ship."})
    claim = fresh(verdict.claim)
    assert claim.status == "unreviewed"
    assert claim.holder is None


def test_late_keystrokes_save_nothing_and_swap_nothing(client, alice):
    claim, _following = create_claims(2)
    decide(client, claim)
    data = {"version": claim.version, "rationale": "The log s"}
    response = client.post(address("draft", claim.pk), data, headers=HTMX)
    assert response.status_code == 204
    assert not RationaleDraft.objects.exists()
    assert fresh(claim).holder is None


def test_a_pause_in_typing_keeps_the_words_and_the_claim(client, alice):
    claim = create_claim()
    data = {"version": claim.version, "rationale": "The log"}
    html = client.post(address("draft", claim.pk), data, headers=HTMX).content.decode()
    saved = RationaleDraft.objects.get(claim=claim, reviewer=alice)
    assert saved.rationale == "The log"
    assert f">{saved.saved_at:%H:%M}</time>." in html
    assert 'id="lease" hx-swap-oob="true"' in html
    assert "Yours until" in html
    assert fresh(claim).holder == alice


def test_typing_in_what_another_took_is_kept_and_said(client, alice, bob):
    claim = review.take(create_claim(), by=bob)
    data = {"version": claim.version, "rationale": "The log"}
    response = client.post(address("draft", claim.pk), data, headers=HTMX)
    assert "Bob Byrne holds this claim until" in response.content.decode()
    assert RationaleDraft.objects.get().rationale == "The log"
    assert fresh(claim).holder == bob


def test_work_on_any_page_renews_the_lease(client, alice):
    claim = review.take(create_claim(), by=alice)
    until = claim.leased_until - timedelta(minutes=10)
    Claim.objects.filter(pk=claim.pk).update(leased_until=until)
    client.get(reverse("claims:queue"))
    assert fresh(claim).leased_until > until + timedelta(minutes=9)
