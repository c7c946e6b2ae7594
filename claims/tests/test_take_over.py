"""Taking a claim over from a colleague: the step that asks, and what the colleague meets then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import highlights, rationale_drafts, review, sentences
from claims.errors import HeldByAnother, StaleClaim
from claims.models import Claim, Notification, Verdict
from claims.states import NotificationKind
from claims.tests.factories import create_claim, create_claims

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob(client):
    bob = create_reviewer(name="bob", first_name="Bob", last_name="Byrne")
    client.force_login(bob)
    return bob


@pytest.fixture
def held(alice):
    return review.take(create_claim(), by=alice)


def url(claim: Claim) -> str:
    return reverse("claims:take_over", args=[claim.pk])


def test_a_step_asks_first_and_says_what_happens(client, alice, bob, held):
    page = client.get(held.get_absolute_url()).content.decode()
    assert f'href="{url(held)}" data-key="t"' in page
    html = client.get(url(held)).content.decode()
    assert "Take this claim over from Alice Arden?" in html
    assert "has typed" not in html
    rationale_drafts.save_draft(
        held, rationale="Half a thought", seen_version=held.version, by=alice
    )
    html = client.get(url(held)).content.decode()
    assert "Alice Arden has typed a rationale." in html
    assert "Half a thought" not in html


def test_it_is_theirs_then_and_stands_in_the_history(client, alice, bob, held):
    response = client.post(url(held), {"holder": alice.pk})
    assert response["Location"] == held.get_absolute_url()
    claim = Claim.objects.get(pk=held.pk)
    assert claim.holder == bob
    told = Notification.objects.get()
    assert (told.person, told.by, told.kind) == (alice, bob, NotificationKind.TAKEN_OVER)
    (line, *_) = sentences.lines(claim, claim.events.for_history(), reader=alice)
    assert f"{line.who} {line.words}".startswith("Bob Byrne took it over from Alice Arden. It is")


def test_the_colleague_who_decides_then_is_told_and_loses_nothing(alice, bob, held):
    review.take_over(held, from_whom=alice.pk, by=bob)
    client = Client()
    client.force_login(alice)
    typed = {"version": held.version, "status": "disputed", "rationale": "Two logs differ."}
    decide = reverse("claims:decide", args=[held.pk])
    response = client.post(decide, typed, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Bob Byrne took this claim over from you at" in html
    assert rationale_drafts.draft_of(held, by=alice).rationale == "Two logs differ."
    assert "<summary>What you typed is kept</summary>" in html
    assert ">Two logs differ.</p>" in html
    assert not Verdict.objects.exists()


def test_who_never_held_it_is_told_only_who_does(alice, bob, held):
    review.take_over(held, from_whom=alice.pk, by=bob)
    with pytest.raises(HeldByAnother, match="Bob Byrne holds this claim until"):
        review.take(held, by=create_reviewer())
    review.release(held, by=bob)
    carol = create_reviewer(first_name="Carol")
    review.take(held, by=carol)
    with pytest.raises(HeldByAnother, match="Carol holds this claim until"):
        review.take(held, by=alice)


def test_a_claim_that_a_third_one_holds_by_now_stays_theirs(client, alice, bob, held):
    carol = create_reviewer(name="carol", first_name="Carol", last_name="Cray")
    review.take_over(held, from_whom=alice.pk, by=carol)
    response = client.post(url(held), {"holder": alice.pk})
    assert response.status_code == 409
    assert "Carol Cray holds this claim until" in response.content.decode()
    assert Claim.objects.get(pk=held.pk).holder == carol


@pytest.mark.parametrize("is_let_go", [False, True])
def test_a_claim_that_is_free_by_now_is_just_taken(client, alice, bob, held, is_let_go):
    if is_let_go:
        review.release(held, by=alice)
    else:
        Claim.objects.update(leased_until=timezone.now() - timedelta(minutes=1))
    html = client.post(url(held), {"holder": alice.pk}, follow=True).content.decode()
    assert "<p>You have it now.</p>" in html
    claim = Claim.objects.get(pk=held.pk)
    assert claim.holder == bob
    assert not claim.events.filter(kind="taken over").exists()
    assert not Notification.objects.exists()


def test_one_holds_one_claim_at_a_time_also_by_taking_over(alice, bob):
    first, second = create_claims(2)
    review.take(first, by=bob)
    review.take(second, by=alice)
    review.take_over(second, from_whom=alice.pk, by=bob)
    assert list(Claim.objects.held_by(bob)) == [second]
    assert not Claim.objects.held_by(alice).exists()


def test_a_removed_claim_is_not_taken_over(client, alice, bob, held):
    highlights.remove(held, by=bob)
    with pytest.raises(StaleClaim, match="removed this claim"):
        review.take_over(held, from_whom=alice.pk, by=bob)
    assert client.get(url(held))["Location"] == held.get_absolute_url()


def test_what_the_page_that_asks_did_not_say_is_refused(client, bob, held):
    assert client.post(url(held), {"holder": "somebody"}).status_code == 422
    assert client.put(url(held)).status_code == 405
    assert client.get(reverse("claims:take_over", args=[0])).status_code == 404


def test_who_may_not_take_over(client, alice, held):
    assert client.post(url(held)).status_code == 302
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.post(url(held), {"holder": alice.pk}).status_code == 403
    assert Claim.objects.get(pk=held.pk).holder == alice
