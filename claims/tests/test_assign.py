"""Assigning a claim to a person, a group or nobody, with the time by which it is due."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import assignments, highlights, sentences
from claims.assignments import Assignment
from claims.errors import NotAllowed, StaleClaim
from claims.models import Claim, Notification
from claims.tests.factories import create_claim
from claims.tests.linking import undo_url

pytestmark = pytest.mark.django_db
QUEUE = reverse("claims:queue")


@pytest.fixture
def alice(client):
    alice = create_reviewer(
        name="alice", first_name="Alice", last_name="Arden", zone="Europe/Berlin"
    )
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


@pytest.fixture
def night():
    return Group.objects.create(name="Night desk")


def url(claim: Claim) -> str:
    return reverse("claims:assign", args=[claim.pk])


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def tomorrow() -> datetime:
    return timezone.now().replace(second=0, microsecond=0) + timedelta(days=1)


def told(claim: Claim, reader) -> list[str]:
    lines = sentences.lines(claim, claim.events.for_history(), reader=reader)
    return [f"{line.who} {line.words}" for line in lines]


def test_it_is_assigned_to_a_person_with_a_due_time_in_their_zone(client, alice, bob):
    claim, due = create_claim(), tomorrow()
    local = timezone.localtime(due, timezone.zoneinfo.ZoneInfo("Europe/Berlin"))
    typed = {"to": f"person-{bob.pk}", "due": f"{local:%Y-%m-%dT%H:%M}"}
    response = client.post(url(claim), typed, follow=True)
    assert (fresh(claim).assignee, fresh(claim).due_at) == (bob, due)
    assert f"to Bob Byrne, due {local:%-d %B at %H:%M}." in response.content.decode()
    assert f'Due <time datetime="{local.isoformat()}">' in response.content.decode()


def test_the_history_tells_whose_it_is_and_when_it_is_due(alice, bob, night):
    claim = create_claim()
    assignments.assign(claim, to=Assignment(person=bob), by=alice)
    assignments.assign(claim, to=Assignment(group=night, due_at=tomorrow()), by=alice)
    assignments.assign(claim, to=Assignment(), by=bob)
    lines = told(claim, alice)
    assert lines[-2] == "You assigned it to Bob Byrne."
    assert lines[-3] == "You assigned it to the group Night desk instead of Bob Byrne."
    assert lines[-4].startswith("You said that it is due ")
    assert lines[1] == "Bob Byrne assigned it to nobody instead of the group Night desk."
    assert lines[0].startswith("Bob Byrne took away that it is due ")


def test_who_is_assigned_a_claim_is_told_but_not_of_what_they_take_themselves(alice, bob, night):
    for member in (alice, bob):
        member.groups.add(night)
    claim = create_claim()
    assignments.assign(claim, to=Assignment(person=alice), by=alice)
    assert not Notification.objects.exists()
    for to in (Assignment(person=bob), Assignment(group=night)):
        assignments.assign(claim, to=to, by=alice)
    assert [one.person for one in Notification.objects.all()] == [bob, bob]


def test_undo_gives_it_back_to_whom_it_was_assigned(client, alice, bob, night):
    claim = create_claim()
    assignments.assign(claim, to=Assignment(person=bob, due_at=tomorrow()), by=alice)
    before = assignments.of(fresh(claim))
    response = client.post(url(claim), {"to": f"group-{night.pk}", "due": ""}, follow=True)
    assert assignments.of(fresh(claim)) == Assignment(group=night)
    html = client.post(undo_url(response), follow=True).content.decode()
    assert assignments.of(fresh(claim)) == before
    assert f"Undone. “{claim.quote}” is assigned to Bob Byrne, due " in html


def test_an_undo_that_comes_after_another_act_changes_nothing(client, alice, bob):
    claim = create_claim()
    token = assignments.assign(claim, to=Assignment(person=bob), by=alice)
    assignments.assign(claim, to=Assignment(person=alice), by=bob)
    html = client.post(reverse("claims:undo_assignment", args=[token]), follow=True)
    assert "It was assigned otherwise since." in html.content.decode()
    assert fresh(claim).assignee == alice
    html = client.post(reverse("claims:undo_assignment", args=["broken"]), follow=True)
    assert "This can no longer be undone." in html.content.decode()


def test_assigning_the_same_again_changes_nothing(alice, bob):
    claim = create_claim()
    assignments.assign(claim, to=Assignment(person=bob), by=alice)
    assert assignments.assign(claim, to=Assignment(person=bob), by=alice) == ""
    assert len(told(claim, alice)) == 2


def test_only_who_may_decide_gets_work(client, alice):
    claim, reporter = create_claim(), create_reporter(first_name="Rita", last_name="Rook")
    with pytest.raises(NotAllowed, match="Rita Rook is away or cannot decide claims"):
        assignments.assign(claim, to=Assignment(person=reporter), by=alice)
    response = client.post(url(claim), {"to": f"person-{reporter.pk}", "due": ""})
    assert response.status_code == 422
    assert "Choose somebody of the list." in response.content.decode()


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2020-01-01T09:00", "This time is over."),
        ("soon", "Give a day and a time"),
        ("9999-12-31T23:59", "Choose a day from 1900 to 2999."),
        ("2190-03-28T02:30", "came twice, or not at all"),  # the clock goes on at two
    ],
)
def test_a_due_time_that_cannot_be_met_is_refused_and_what_was_typed_stays(
    client, alice, bob, due, words
):
    claim = create_claim()
    response = client.post(url(claim), {"to": f"person-{bob.pk}", "due": due})
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert f'<option value="person-{bob.pk}" selected>' in html
    assert fresh(claim).assignee is None


def test_what_a_colleague_assigned_meanwhile_is_not_overridden_unseen(client, alice, bob):
    claim = create_claim()
    seen = client.get(url(claim)).context["form"]["seen"].value()
    assignments.assign(claim, to=Assignment(person=bob, due_at=tomorrow()), by=bob)
    typed = {"to": f"person-{alice.pk}", "due": "", "seen": seen}
    response = client.post(url(claim), typed)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Meanwhile somebody assigned it to Bob Byrne, due " in html
    assert f'<option value="person-{alice.pk}" selected>' in html
    assert fresh(claim).assignee == bob
    typed["seen"] = response.context["form"]["seen"].value()
    assert client.post(url(claim), typed).status_code == 302
    assert assignments.of(fresh(claim)) == Assignment(person=alice)


def test_who_is_assigned_can_change_though_the_due_time_is_over(client, alice, bob):
    claim, past = create_claim(), timezone.now() - timedelta(hours=2)
    Claim.objects.update(due_at=past, due_order=past)
    shown = client.get(url(claim)).context["form"]["due"].value()
    typed = {"to": f"person-{bob.pk}", "due": f"{shown:%Y-%m-%dT%H:%M}"}
    assert client.post(url(claim), typed).status_code == 302
    assert (fresh(claim).assignee, fresh(claim).due_at) == (bob, past)


def test_the_row_says_whose_it_is_and_that_it_is_overdue(client, alice, bob):
    claim, past = create_claim(), timezone.now() - timedelta(days=1)
    Claim.objects.update(due_at=past, due_order=past, assignee=bob)
    html = client.get(QUEUE).content.decode()
    assert "<span>for <b>Bob Byrne</b></span>" in html
    assert "Overdue since <time" in html
    assert f"{url(claim)}?from=queue" in html


def test_who_came_from_the_queue_goes_back_to_the_row(client, alice, night):
    claim = create_claim()
    address = f"{url(claim)}?from=queue&q=people"
    response = client.post(address, {"to": f"group-{night.pk}", "due": ""})
    assert response["Location"] == f"{QUEUE}?q=people#open-{claim.pk}"
    assert "<span>for <b>Night desk</b></span>" in client.get(QUEUE).content.decode()


def test_a_removed_claim_is_not_assigned(client, alice, bob):
    claim = highlights.remove(create_claim(), by=alice)
    with pytest.raises(StaleClaim, match="removed this claim"):
        assignments.assign(claim, to=Assignment(person=bob), by=alice)
    assert client.get(url(claim)).status_code == 404


def test_a_claim_is_not_assigned_to_a_person_and_a_group(alice, night):
    create_claim()
    with pytest.raises(IntegrityError, match="claim_assigned_to_one"):
        Claim.objects.update(assignee=alice, assigned_group=night)


def test_who_may_not_assign(client, alice):
    claim = create_claim()
    assert client.put(url(claim)).status_code == 405
    client.logout()
    assert client.get(url(claim)).status_code == 302
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.post(url(claim), {"to": "nobody"}).status_code == 403
