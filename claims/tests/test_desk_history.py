"""The history of the whole desk: its page, its filter, undo, and taking back what somebody did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reporter, create_reviewer
from claims import bulk, review
from claims.models import BulkAct, Claim, Event
from claims.states import BulkKind, EventKind, VerdictStatus
from claims.tests.factories import (
    create_bulk_act,
    create_claim,
    create_claims,
    create_pair,
    create_verdict,
)

pytestmark = pytest.mark.django_db
URL, REVERT = reverse("claims:desk_history"), reverse("claims:revert")
HTMX = {"hx-request": "true"}


@pytest.fixture
def boss(client):
    boss = create_desk_admin(name="boss", first_name="Bea", last_name="Boss", zone="Asia/Tokyo")
    client.force_login(boss)
    return boss


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def page(client, query: str = "", **headers: str) -> str:
    response = client.get(URL + query, headers=headers)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def listed(client, query: str = "") -> list[str]:
    """Kinds of the events on the page, the newest first."""
    html = page(client, query)
    keys = [int(part.split('"')[0]) for part in html.split('id="event-')[1:]]
    kinds = Event.objects.in_bulk(keys)
    return [kinds[key].kind for key in keys]


def event_of(claim: Claim, kind: EventKind) -> Event:
    return Event.objects.filter(claim=claim, kind=kind).latest("pk")


def undo_url(event: Event) -> str:
    return reverse("claims:undo_event", args=[event.pk])


def test_it_reads_as_sentences_newest_first(client, boss, bob):
    claim = create_claim(by=boss)
    create_verdict(claim, by=bob, rationale="Two counts.")
    html = page(client)
    assert "<b>Bob Byrne</b> disputed it: “Two counts.”" in html
    assert "<b>You</b> marked it in the article." in html
    assert claim.quote in html
    assert listed(client) == [EventKind.DECIDED, EventKind.MARKED]


def test_what_fact_desk_did_and_who_took_what_is_shown_on_request(client, boss, bob):
    create_pair()
    review.take(create_claim(by=boss), by=bob)
    assert EventKind.TAKEN not in listed(client)
    assert EventKind.TAKEN in listed(client, "?kind=all")
    assert listed(client, "?kind=taken") == [EventKind.TAKEN]


def test_it_is_narrowed_to_a_person_a_kind_a_story_and_days(client, boss, bob):
    one, other = create_claim(by=boss), create_claim(by=boss)
    create_verdict(one, by=bob)
    create_verdict(other, by=boss, status=VerdictStatus.UNRESOLVED)
    assert listed(client, "?person=bob") == [EventKind.DECIDED]
    assert listed(client, f"?kind=decided&story={other.story.slug}") == [EventKind.DECIDED]
    today = timezone.localdate(timezone=timezone.get_fixed_timezone(9 * 60))
    assert len(listed(client, f"?since={today}&until={today}")) == 4
    assert listed(client, f"?until={today - timedelta(days=1)}") == []
    assert "Nothing of that kind happened." in page(client, "?kind=settled")


def test_the_form_offers_the_newest_stories_and_the_one_that_is_chosen(client, boss, monkeypatch):
    oldest, older, newest = (create_claim(by=boss).story for _ in range(3))
    monkeypatch.setattr("claims.history_filters.STORIES_OFFERED", 1)
    html = page(client, f"?story={oldest.slug}")
    assert f'<option value="{newest.slug}">' in html
    assert f'<option value="{oldest.slug}" selected>' in html
    assert older.slug not in html


@pytest.mark.parametrize(
    "query",
    [
        *("?person=nobody", "?kind=praised", "?since=soon", "?story=x"),
        *("?until=0001-01-01", "?since=9999-12-31&until=9999-12-31"),
    ],
)
def test_what_is_unknown_is_ignored(client, boss, query):
    create_claim()
    assert listed(client, query) == [EventKind.MARKED]


def test_htmx_gets_the_list_alone(client, boss):
    create_claim()
    html = page(client, "?kind=marked", **HTMX)
    assert html.startswith('<div class="stack" id="history-list">')


def test_a_decision_is_undone_where_it_stands(client, boss, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    event = event_of(claim, EventKind.DECIDED)
    assert undo_url(event) in page(client)
    why, headers = {"reason": "The wrong log."}, {"referer": f"http://testserver{URL}"}
    response = client.post(undo_url(event), why, follow=True, headers=headers)
    assert response.redirect_chain == [(f"http://testserver{URL}", 302)]
    assert Claim.objects.get(pk=claim.pk).status == "unreviewed"
    assert "Taken back: decided" in response.content.decode()
    assert undo_url(event) not in page(client)
    again = client.post(undo_url(event), why, follow=True).content.decode()
    assert "It was decided again since." in again


def test_others_are_offered_no_undo_and_refused_one(client, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    event = event_of(claim, EventKind.DECIDED)
    client.force_login(create_reporter())
    assert undo_url(event) not in page(client)
    html = client.post(undo_url(event), follow=True).content.decode()
    assert "then a desk admin can." in html
    assert Claim.objects.get(pk=claim.pk).status == "disputed"
    assert client.get(undo_url(event)).status_code == 405
    assert client.post(reverse("claims:undo_event", args=[999_999])).status_code == 404


def test_an_act_on_many_is_one_link_away(client, boss, bob):
    act = bulk.start(create_bulk_act(create_claims(2), by=bob), by=bob)
    html = page(client)
    assert html.count(f'href="{act.get_absolute_url()}"') == 2
    assert "disputed it with 1 other" in html


def test_what_somebody_did_is_taken_back_after_a_preview(client, boss, bob):
    claim = create_claim(by=boss)
    create_verdict(claim, by=bob)
    at = timezone.localtime(timezone=timezone.get_fixed_timezone(9 * 60))
    asked = {
        "person": "bob",
        "why": "The account was taken over.",
        "since": f"{at - timedelta(minutes=5):%Y-%m-%dT%H:%M}",
        "until": f"{at + timedelta(minutes=5):%Y-%m-%dT%H:%M}",
    }
    response = client.post(REVERT, asked)
    act = BulkAct.objects.get()
    assert response.url == act.get_absolute_url()
    html = client.get(act.get_absolute_url()).content.decode()
    assert "Take back 1 act of Bob Byrne <kbd>T</kbd>" in html
    assert "disputed it" in html
    response = client.post(reverse("claims:apply_bulk", args=[act.pk]), follow=True)
    assert response.redirect_chain == [(f"{URL}?person=bob", 302)]
    assert "Took back 1 act of Bob Byrne." in response.content.decode()
    assert Claim.objects.get(pk=claim.pk).status == "unreviewed"
    client.post(reverse("claims:undo_bulk", args=[act.pk]))
    assert Claim.objects.get(pk=claim.pk).status == "disputed"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "This field is required."),
        ({"since": "2026-11-01T10:00", "until": "2026-11-01T09:00"}, "Choose a later moment."),
        ({"since": "2020-11-01T10:00", "until": "2020-11-01T11:00"}, "did nothing then"),
        ({"since": "0001-01-01T00:00", "until": "2999-11-01T11:00"}, "a day from 1900 to 2999"),
        ({"since": "2020-11-01T10:00", "until": "9999-12-31T23:59"}, "a day from 1900 to 2999"),
    ],
)
def test_what_cannot_be_taken_back_is_said_in_the_form(client, boss, bob, asked, said):
    response = client.post(REVERT, {"person": "bob", "why": "Not theirs.", **asked})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not BulkAct.objects.exists()


def test_the_form_comes_with_the_person_of_the_page(client, boss, bob):
    assert f'{REVERT}?person=bob"' in page(client, "?person=bob")
    assert '<option value="bob" selected>' in client.get(f"{REVERT}?person=bob").content.decode()


@pytest.mark.parametrize(
    "fields",
    [{"kind": BulkKind.REVERTED}, {"since": timezone.now()}],
)
def test_a_reversal_has_a_person_and_a_time_and_nothing_else_has(bob, fields):
    act = create_bulk_act([create_claim()], by=bob)
    with (
        pytest.raises(IntegrityError, match="bulk_act_person_iff_reverted"),
        transaction.atomic(),
    ):
        BulkAct.objects.filter(pk=act.pk).update(**fields)
