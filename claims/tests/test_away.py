"""Leaving with everything that is assigned, and coming back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from claims import assignments, handing_over, review, sentences
from claims.assignments import Assignment
from claims.errors import NotAllowed, StaleClaim
from claims.models import Claim, Notification
from claims.states import NotificationKind
from claims.tests.factories import create_claim, create_claims, create_verdict
from claims.tests.linking import undo_url

pytestmark = pytest.mark.django_db
AWAY = reverse("claims:away")
PEOPLE = reverse("claims:desk_people")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def give(claims: list[Claim], *, to: User) -> None:
    due = timezone.now() + timedelta(hours=1)
    for claim in claims:
        assignments.assign(claim, to=Assignment(person=to, due_at=due), by=to)


def whose() -> list[User | None]:
    return [claim.assignee for claim in Claim.objects.order_by("pk")]


def test_the_page_says_what_would_go(client, alice, bob):
    give(create_claims(3), to=alice)
    create_verdict(Claim.objects.earliest("pk"), by=bob)
    html = client.get(AWAY).content.decode()
    assert "<strong>2 open claims</strong> are assigned to you and would go" in html
    assert "Be away, hand over 2 claims" in html
    assert f'<option value="person-{alice.pk}">' not in html


def test_leaving_hands_over_what_waits_as_one_act_that_can_be_undone(client, alice, bob):
    give(create_claims(2), to=alice)
    due = Claim.objects.earliest("pk").due_at
    response = client.post(AWAY, {"to": f"person-{bob.pk}"}, follow=True)
    assert "You are away. 2 claims went to Bob Byrne." in response.content.decode()
    assert whose() == [bob, bob]
    assert Claim.objects.earliest("pk").due_at == due
    html = client.post(undo_url(response), follow=True).content.decode()
    assert "Undone. You are back, with 2 claims." in html
    assert whose() == [alice, alice]
    assert not User.objects.get(pk=alice.pk).is_away


def test_the_receiver_is_told_once(alice, bob):
    give(create_claims(3), to=alice)
    handing_over.leave(alice, to=Assignment(person=bob), by=alice)
    told = Notification.objects.get()
    assert (told.person, told.kind) == (bob, NotificationKind.HANDED_OVER)
    assert told.claim == Claim.objects.most_pressing_first().first()


def test_undo_leaves_what_has_gone_on_since(alice, bob):
    first, second = create_claims(2)
    give([first, second], to=alice)
    token, _ = handing_over.leave(alice, to=Assignment(person=bob), by=alice)
    assignments.assign(first, to=Assignment(), by=bob)
    assert handing_over.undo(token, by=alice) == (alice, 1)
    assert whose() == [None, alice]


def test_undo_of_one_absence_does_not_end_the_next(alice, bob):
    give(create_claims(1), to=alice)
    token, _ = handing_over.leave(alice, to=Assignment(person=bob), by=alice)
    handing_over.come_back(alice, by=alice)
    handing_over.leave(alice, to=Assignment(), by=alice)
    with pytest.raises(StaleClaim, match="Alice Arden has left again"):
        handing_over.undo(token, by=alice)
    assert User.objects.get(pk=alice.pk).is_away
    assert whose() == [bob]


def test_each_history_tells_it_and_the_lease_ends(alice, bob):
    claim = create_claim()
    give([claim], to=alice)
    review.take(claim, by=alice)
    night = Group.objects.create(name="Night desk")
    handing_over.leave(alice, to=Assignment(group=night), by=alice)
    claim = Claim.objects.get()
    lines = sentences.lines(claim, claim.events.for_history(), reader=bob)
    assert (
        f"{lines[0].who} {lines[0].words}"
        == "Alice Arden handed it over from Alice Arden to the group Night desk."
    )
    assert claim.holder is None


def test_who_is_away_is_assigned_nothing_until_they_are_back(client, alice, bob):
    handing_over.leave(bob, to=Assignment(), by=bob)
    claim = create_claim()
    with pytest.raises(NotAllowed, match="Bob Byrne is away"):
        assignments.assign(claim, to=Assignment(person=bob), by=alice)
    assert "Bob Byrne" not in client.get(reverse("claims:assign", args=[claim.pk])).content.decode()
    client.force_login(bob)
    html = client.post(reverse("claims:back", args=[bob.pk]), follow=True).content.decode()
    assert "You are back." in html
    bob.refresh_from_db()
    assignments.assign(claim, to=Assignment(person=bob), by=alice)


def test_nobody_hands_over_to_who_is_away_or_to_themselves(alice, bob):
    handing_over.leave(bob, to=Assignment(), by=bob)
    for receiver in (bob, alice):
        with pytest.raises(NotAllowed, match="cannot take them"):
            handing_over.leave(alice, to=Assignment(person=receiver), by=alice)
    assert not User.objects.get(pk=alice.pk).is_away


def test_a_desk_admin_hands_over_for_others(client, alice, bob):
    give(create_claims(2), to=bob)
    client.force_login(create_desk_admin(first_name="Ida", last_name="Marsh"))
    assert '<td class="num">2</td>' in client.get(PEOPLE).content.decode()
    address = reverse("claims:away_for", args=[bob.pk])
    assert "Bob Byrne leaves" in client.get(address).content.decode()
    response = client.post(address, {"to": f"person-{alice.pk}"}, follow=True)
    assert "Bob Byrne is away. 2 claims went to Alice Arden." in response.content.decode()
    assert whose() == [alice, alice]
    html = client.post(reverse("claims:back", args=[bob.pk]), follow=True).content.decode()
    assert "Bob Byrne is back." in html


@pytest.mark.parametrize("is_put_out", [True, False])
def test_what_somebody_who_left_the_desk_has_is_handed_over(client, alice, bob, is_put_out):
    give(create_claims(2), to=bob)
    if is_put_out:
        User.objects.filter(pk=bob.pk).update(is_active=False)
    else:
        bob.groups.clear()
    client.force_login(create_desk_admin())
    assert "<td>no longer decides</td>" in client.get(PEOPLE).content.decode()
    address = reverse("claims:away_for", args=[bob.pk])
    html = client.post(address, {"to": f"person-{alice.pk}"}, follow=True).content.decode()
    assert "2 claims went to Alice Arden." in html
    assert whose() == [alice, alice]
    assert "Bob Byrne</th>" not in html


def test_a_colleague_says_of_nobody_that_they_are_away_or_back(client, alice, bob):
    with pytest.raises(NotAllowed, match="Only a desk admin"):
        handing_over.leave(bob, to=Assignment(), by=alice)
    token, _ = handing_over.leave(bob, to=Assignment(), by=bob)
    for address in (
        reverse("claims:back", args=[bob.pk]),
        reverse("claims:undo_away", args=[token]),
    ):
        html = client.post(address, follow=True).content.decode()
        assert "Only a desk admin says of others" in html
    assert User.objects.get(pk=bob.pk).is_away


def test_what_is_no_choice_is_refused(client, alice):
    response = client.post(AWAY, {"to": f"person-{alice.pk}"})
    assert response.status_code == 422
    assert "Choose somebody of the list." in response.content.decode()
    html = client.post(reverse("claims:undo_away", args=["broken"]), follow=True)
    assert "This can no longer be undone." in html.content.decode()


def test_handing_over_costs_the_same_queries_for_one_claim_and_for_many(
    alice, bob, django_assert_max_num_queries
):
    give(create_claims(1), to=alice)
    with django_assert_max_num_queries(30) as one:
        handing_over.leave(alice, to=Assignment(person=bob), by=alice)
    give(create_claims(6), to=bob)
    with django_assert_max_num_queries(len(one)):
        handing_over.leave(bob, to=Assignment(), by=bob)


@pytest.mark.parametrize("address", [AWAY, PEOPLE, reverse("claims:away_for", args=[1])])
def test_who_may_not_see_it(client, address):
    assert client.get(address).status_code == 302
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.get(address).status_code == 403


def test_pages_and_acts_by_their_methods(client, alice, bob):
    assert client.put(AWAY).status_code == 405
    assert client.get(reverse("claims:back", args=[bob.pk])).status_code == 405
    assert client.get(reverse("claims:undo_away", args=["token"])).status_code == 405
    client.force_login(create_desk_admin())
    assert client.post(PEOPLE).status_code == 405
    assert client.get(reverse("claims:away_for", args=[0])).status_code == 404
