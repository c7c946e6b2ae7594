"""Assigning a claim to oneself at once, and to nobody again, from its row and from its page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import assignments, highlights
from claims.assignments import Assignment
from claims.models import Claim
from claims.tests.factories import create_claim
from claims.tests.linking import undo_url

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}
QUEUE = reverse("claims:queue")
BOTH = pytest.mark.parametrize("name", ["assign_to_me", "assign_to_nobody"])


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


def url(claim: Claim, name: str = "assign_to_me") -> str:
    return reverse(f"claims:{name}", args=[claim.pk])


def assignee(claim: Claim):
    return Claim.objects.get(pk=claim.pk).assignee


def test_a_row_is_assigned_where_it_stands_and_its_tab_is_counted_anew(client, alice):
    claim = create_claim()
    response = client.post(url(claim), {"back": "queue"}, headers=HTMX)
    html = response.content.decode()
    assert html.lstrip().startswith(f'<li class="queue-row" id="claim-{claim.pk}"')
    assert "<span>for <b>you</b></span>" in html
    assert f'formaction="{url(claim, "assign_to_nobody")}"' in html
    assert "queue-changed" in response["HX-Trigger"]
    assert assignee(claim) == alice


def test_undo_gives_it_back_to_its_due_person_and_the_row(client, alice):
    claim, bob = create_claim(), create_reviewer(first_name="Bob", last_name="Byrne")
    due = timezone.now() + timedelta(days=1)
    assignments.assign(claim, to=Assignment(person=bob, due_at=due), by=alice)
    response = client.post(f"{url(claim)}?q=people", {"back": "queue"}, follow=True)
    assert response.redirect_chain[-1][0] == f"{QUEUE}?q=people#open-{claim.pk}"
    assert assignments.of(Claim.objects.get()) == Assignment(person=alice, due_at=due)
    undone = client.post(undo_url(response).replace("&amp;", "&"))
    assert undone["Location"] == f"{QUEUE}?q=people#open-{claim.pk}"
    assert assignments.of(Claim.objects.get()) == Assignment(person=bob, due_at=due)


def test_on_the_page_of_a_claim_its_handling_and_history_are_others(client, alice):
    claim = create_claim()
    html = client.post(url(claim), headers=HTMX).content.decode()
    assert html.split("-->")[-1].lstrip().startswith('<div class="handling small" id="handling">')
    history = html.partition('id="history" hx-swap-oob="true"')[2]
    assert "assigned it to Alice" in history
    assert "Assigned to you" in html
    assert "Undo <kbd>Z</kbd>" in html
    html = client.post(url(claim, "assign_to_nobody"), headers=HTMX).content.decode()
    assert "Assigned to nobody" in html
    assert assignee(claim) is None


def test_without_htmx_the_page_of_the_claim_comes_again(client, alice):
    claim = create_claim()
    response = client.post(f"{url(claim)}?q=people", follow=True)
    assert response.redirect_chain[-1][0] == f"{claim.get_absolute_url()}?q=people"
    assert f"Assigned “{claim.quote}” to you." in response.content.decode()


def test_what_is_theirs_already_stays_and_nothing_is_said(client, alice):
    claim = create_claim()
    for _ in range(2):
        html = client.post(url(claim), headers=HTMX).content.decode()
    assert "data-undo" not in html
    assert claim.events.count() == 2


@pytest.mark.parametrize("back", ["", "queue"])
def test_who_is_away_is_told_to_come_back_first(client, alice, back):
    claim = create_claim()
    alice.away_since = timezone.now()
    alice.save()
    response = client.post(url(claim), {"back": back}, headers=HTMX)
    assert response.status_code == 409
    assert "You are away." in response.content.decode()
    assert assignee(claim) is None


@BOTH
@pytest.mark.parametrize("back", ["", "queue"])
def test_a_removed_claim_is_assigned_to_nobody_anew(client, alice, name, back):
    claim = highlights.remove(create_claim(), by=alice)
    response = client.post(url(claim, name), {"back": back}, headers=HTMX)
    assert response.status_code == 409
    assert "Alice Arden removed this claim." in response.content.decode()
    assert response.headers.get("HX-Retarget", "") == ("" if back else "#main")


@BOTH
def test_who_may_not_assign(client, name):
    claim = create_claim()
    assert client.post(url(claim, name)).status_code == 302
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.post(url(claim, name)).status_code == 403
    assert assignee(claim) is None


@BOTH
def test_only_a_claim_that_is_there_and_only_by_post(client, alice, name):
    assert client.post(reverse(f"claims:{name}", args=[0])).status_code == 404
    assert client.get(url(create_claim(), name)).status_code == 405
