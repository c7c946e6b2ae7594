"""Two people word one claim at once: nobody's words go without their having seen the other's."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.tests.factories import create_reporter
from claims import highlights
from claims.models import Claim, Event
from claims.states import EventKind
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
SEEN = {"seen_statement": "Two boats", "seen_attribution": "the port"}


@pytest.fixture
def claim() -> Claim:
    return create_claim(statement="Two boats", attribution="the port")


@pytest.fixture
def bob():
    return create_reporter(name="bob")


@pytest.fixture
def alice(client) -> Client:
    client.force_login(create_reporter(name="alice"))
    return client


def send(browser: Client, claim: Claim, **typed: str):
    return browser.post(reverse("claims:edit", args=[claim.pk]), SEEN | typed)


def words(claim: Claim) -> tuple[str, str]:
    return Claim.objects.values_list("statement", "attribution").get(pk=claim.pk)


def test_the_form_remembers_what_it_showed(alice, claim):
    html = alice.get(reverse("claims:edit", args=[claim.pk])).content.decode()
    assert '<input type="hidden" name="seen_statement" value="Two boats"' in html


def test_what_both_have_changed_is_told_and_saved_on_a_second_press(alice, claim, bob):
    highlights.edit(claim, statement="Three boats", attribution="the port", by=bob)
    response = send(alice, claim, statement="Four boats", attribution="the port")
    html = response.content.decode()
    assert response.status_code == 422
    assert "This reads “Three boats” by now." in html
    assert ">\nFour boats</textarea>" in html
    assert 'name="seen_statement" value="Three boats"' in html
    assert words(claim) == ("Three boats", "the port")
    again = {"seen_statement": "Three boats", "statement": "Four boats", "attribution": "the port"}
    assert send(alice, claim, **again).status_code == 302
    assert words(claim) == ("Four boats", "the port")


def test_what_only_the_other_has_changed_stays(alice, claim, bob):
    highlights.edit(claim, statement="Three boats", attribution="the port", by=bob)
    send(alice, claim, statement="Two boats", attribution="the coastguard")
    assert words(claim) == ("Three boats", "the coastguard")


def test_the_same_words_twice_are_one_event(alice, claim, bob):
    highlights.edit(claim, statement="Three boats", attribution="the port", by=bob)
    assert send(alice, claim, statement="Three boats", attribution="the port").status_code == 302
    assert Event.objects.filter(claim=claim, kind=EventKind.EDITED).count() == 1


def test_what_was_cleared_meanwhile_is_told(alice, claim, bob):
    highlights.edit(claim, statement="", attribution="the port", by=bob)
    html = send(alice, claim, statement="Four boats", attribution="the port").content.decode()
    assert "Somebody cleared this meanwhile." in html
