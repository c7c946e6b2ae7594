"""Whose turn many claims are: assigned, pinned and unpinned by one act."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.tests.factories import create_reviewer
from claims import assignments, bulk, bulk_undo, handing_over, pins
from claims.assignments import Assignment
from claims.models import BulkAct, Claim
from claims.states import BulkKind, BulkState
from claims.tests.factories import create_bulk_act, create_claims

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def chosen(claims: list[Claim], kind: BulkKind, *, by) -> BulkAct:
    return bulk.choose([claim.pk for claim in claims], kind=kind, by=by)


def test_many_are_assigned_and_go_back_to_who_had_them(alice, bob):
    one, other, moved = create_claims(3)
    assignments.assign(one, to=Assignment(person=alice), by=alice)
    act = chosen([one, other, moved], BulkKind.ASSIGNED, by=alice)
    act = bulk.start(bulk.preview(act, to=Assignment(person=bob), by=alice), by=alice)
    assert act.changed == 3
    assert {fresh(claim).assignee for claim in (one, other)} == {bob}
    assignments.assign(fresh(moved), to=Assignment(person=alice), by=bob)
    act = bulk_undo.undo(act, by=alice)
    assert (act.taken_back, fresh(one).assignee, fresh(other).assignee) == (2, alice, None)
    assert fresh(moved).assignee == alice


def test_who_has_it_so_already_is_left_out(alice, bob):
    one, other = create_claims(2)
    assignments.assign(one, to=Assignment(person=bob), by=alice)
    act = chosen([one, other], BulkKind.ASSIGNED, by=alice)
    bulk.preview(act, to=Assignment(person=bob), by=alice)
    left = act.parts.not_touched().values_list("claim", "reason")
    assert list(left) == [(one.pk, "It is assigned to Bob Byrne so.")]


def test_who_has_left_since_the_preview_gets_nothing(alice, bob):
    one, other = create_claims(2)
    act = bulk.preview(
        chosen([one, other], BulkKind.ASSIGNED, by=alice), to=Assignment(person=bob), by=alice
    )
    handing_over.leave(bob, to=Assignment(), by=bob)
    act = bulk.start(act, by=alice)
    assert (act.state, act.changed, fresh(one).assignee) == (BulkState.DONE, 0, None)
    left = act.parts.not_touched().values_list("reason", flat=True)
    assert set(left) == {"Bob Byrne is away or cannot decide claims."}


def test_many_are_pinned_and_unpinned(alice):
    one, other = create_claims(2)
    pins.pin(one, by=alice)
    act = bulk.start(chosen([one, other], BulkKind.PINNED, by=alice), by=alice)
    assert (act.changed, fresh(other).is_pinned) == (1, True)
    bulk_undo.undo(act, by=alice)
    assert (fresh(one).is_pinned, fresh(other).is_pinned) == (True, False)
    bulk.start(chosen([one, other], BulkKind.UNPINNED, by=alice), by=alice)
    assert not Claim.objects.filter(pinned_at__isnull=False).exists()


def test_from_the_queue_to_whose_they_are(client, alice, bob):
    claims = create_claims(2)
    sent = {"claim": [claim.pk for claim in claims], "act": "assigned"}
    address = client.post(reverse("claims:select"), sent).url
    act = BulkAct.objects.get()
    assert "Assigned to" in client.get(address).content.decode()
    preview = reverse("claims:preview_bulk", args=[act.pk])
    refused = client.post(preview, {"to": "person-0"})
    assert refused.status_code == 422
    assert "Choose somebody of the list." in refused.content.decode()
    html = client.post(preview, {"to": f"person-{bob.pk}"}, follow=True).content.decode()
    assert "To Bob Byrne, not due at any time." in html
    assert "Assign 2 claims <kbd>I</kbd>" in html
    client.post(reverse("claims:apply_bulk", args=[act.pk]))
    assert {fresh(claim).assignee for claim in claims} == {bob}


def test_only_an_assignment_is_to_somebody(alice, bob):
    act = create_bulk_act(create_claims(1), by=alice)
    with pytest.raises(IntegrityError, match="bulk_act_assigned_to_one"), transaction.atomic():
        BulkAct.objects.filter(pk=act.pk).update(assignee=bob)
