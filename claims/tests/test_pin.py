"""Pinning a claim from its row and from its page, and taking the pin away."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import highlights, pins, sentences
from claims.models import Claim
from claims.states import EventKind
from claims.tests.factories import create_claim, create_claims

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
QUEUE = reverse("claims:queue")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


def url(name: str, claim: Claim) -> str:
    return reverse(f"claims:{name}", args=[claim.pk])


def test_a_pinned_claim_comes_first_until_the_pin_is_taken_away(alice):
    first, second = create_claims(2)
    pins.pin(second, by=alice)
    assert list(Claim.objects.most_pressing_first()) == [second, first]
    pins.unpin(second, by=create_reviewer())
    assert list(Claim.objects.most_pressing_first()) == [first, second]


def test_pinning_twice_is_told_once_and_moves_no_decision(alice):
    claim = create_claim()
    for _ in range(2):
        pinned = pins.pin(claim, by=alice)
    assert pinned.version == claim.version
    assert list(claim.events.values_list("kind", flat=True)) == [EventKind.PINNED, EventKind.MARKED]
    pins.unpin(pins.unpin(claim, by=alice), by=alice)
    (line, *_) = sentences.lines(claim, claim.events.for_history(), reader=alice)
    assert (line.who, line.words) == ("You", "took its pin away.")


def test_a_row_is_pinned_where_it_stands(client, alice):
    _first, claim = create_claims(2)
    response = client.post(url("pin", claim), {"back": "queue"}, headers=HTMX)
    assert "queue-changed" in response["HX-Trigger"]
    html = response.content.decode()
    assert html.lstrip().startswith(f'<li class="queue-row" id="claim-{claim.pk}"')
    assert '<li class="sign sign-pinned">' in html
    assert f'action="{url("unpin", claim)}?from=queue" data-undo' in html


def test_a_row_is_pinned_without_htmx(client, alice):
    claim = create_claim()
    address = url("pin", claim) + "?q=people"
    response = client.post(address, {"back": "queue"})
    assert response["Location"] == f"{QUEUE}?q=people#open-{claim.pk}"
    assert Claim.objects.get().is_pinned


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_the_page_of_a_claim_says_who_pinned_it(client, alice, headers):
    claim = create_claim()
    html = client.post(url("pin", claim), headers=headers, follow=True).content.decode()
    assert "Pinned by Alice Arden" in html
    html = client.post(url("unpin", claim), headers=headers, follow=True).content.decode()
    assert "Pinned by" not in html


def test_a_row_says_why_it_stands_where_it_stands(client, alice):
    claim = create_claim()
    assert "it comes before all that is not pinned" not in client.get(QUEUE).content.decode()
    pins.pin(claim, by=alice)
    assert "it comes before all that is not pinned" in client.get(QUEUE).content.decode()


@pytest.mark.parametrize("name", ["pin", "unpin"])
@pytest.mark.parametrize("back", ["", "queue"])
def test_a_removed_claim_is_not_pinned(client, alice, name, back):
    claim = highlights.remove(create_claim(), by=alice)
    response = client.post(url(name, claim), {"back": back}, headers=HTMX)
    assert response.status_code == 409
    assert "Alice Arden removed this claim." in response.content.decode()


@pytest.mark.parametrize("name", ["pin", "unpin"])
def test_who_may_not_pin(client, name):
    claim = create_claim()
    assert client.post(url(name, claim)).status_code == 302
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.post(url(name, claim)).status_code == 403
    assert not Claim.objects.get().is_pinned


@pytest.mark.parametrize("name", ["pin", "unpin"])
def test_only_a_claim_that_is_there_and_only_by_post(client, alice, name):
    assert client.post(reverse(f"claims:{name}", args=[0])).status_code == 404
    assert client.get(url(name, create_claim())).status_code == 405
