"""A login that ends while somebody writes a rationale, without any script."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.tests.factories import PASSWORD, create_reporter, create_reviewer
from claims.models import Claim, RationaleDraft, Verdict
from claims.rationale_drafts import TYPED
from claims.tests.factories import create_claim, create_verdict

pytestmark = pytest.mark.django_db
WORDS = "The log says 214."
HTMX = {"hx-request": "true"}


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


def send(client: Client, claim: Claim, act: str = "decide", *, writer: object = "", **headers: str):
    """What stood in the form, once the session is over."""
    Session.objects.all().delete()
    typed = {"version": claim.version, "status": "disputed", "rationale": WORDS, "writer": writer}
    page = f"http://testserver{claim.get_absolute_url()}"
    address = reverse(f"claims:{act}", args=[claim.pk])
    return client.post(address, typed, headers={"referer": page, **headers})


def sign_in(client: Client, name: str = "alice") -> None:
    client.post(reverse("accounts:login"), {"username": name, "password": PASSWORD})


@pytest.mark.parametrize("act", ["decide", "draft", "add_evidence"])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_was_sent_is_there_after_signing_in(client, alice, act, headers):
    claim = create_claim()
    send(client, claim, act, **headers)
    assert not RationaleDraft.objects.exists()
    sign_in(client)
    for _ in range(2):
        assert WORDS in client.get(claim.get_absolute_url()).content.decode()
    assert RationaleDraft.objects.get().reviewer == alice
    assert not Verdict.objects.exists()
    assert TYPED not in client.session


def test_it_waits_for_its_own_claim(client, alice):
    claim, other = create_claim(), create_claim()
    send(client, claim)
    sign_in(client)
    assert WORDS not in client.get(other.get_absolute_url()).content.decode()
    assert WORDS in client.get(claim.get_absolute_url()).content.decode()


def test_who_decided_it_meanwhile_is_not_given_it_again(client, alice):
    claim = create_claim()
    send(client, claim)
    create_verdict(claim, by=alice)
    sign_in(client)
    client.get(claim.get_absolute_url())
    assert not RationaleDraft.objects.exists()


def test_what_a_page_of_somebody_else_sent_is_not_theirs(client, alice):
    claim, bob = create_claim(), create_reviewer(name="bob")
    page = client.get(claim.get_absolute_url()).content.decode()
    assert f'name="writer" value="{alice.pk}"' in page
    send(client, claim, writer=alice.pk)
    sign_in(client, bob.username)
    assert WORDS not in client.get(claim.get_absolute_url()).content.decode()
    assert not RationaleDraft.objects.exists()


def test_it_is_for_those_who_decide(client, alice):
    claim = create_claim()
    send(client, claim)
    create_reporter(name="bob")
    sign_in(client, "bob")
    assert WORDS not in client.get(claim.get_absolute_url()).content.decode()
    assert not RationaleDraft.objects.exists()


@pytest.mark.parametrize("typed", [{}, {"rationale": "a\0b", "version": 1}, {"rationale": WORDS}])
def test_what_cannot_be_read_is_not_kept(client, typed):
    client.post(reverse("claims:decide", args=[create_claim().pk]), typed)
    assert not Session.objects.exists()


def test_a_form_of_another_site_keeps_nothing():
    stranger = Client(enforce_csrf_checks=True)
    assert send(stranger, create_claim()).status_code == 403
    assert not Session.objects.exists()
