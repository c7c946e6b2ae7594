"""Reversing what somebody else decided: a reason is needed, kept, and shown."""

from __future__ import annotations

from functools import partial

import pytest

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import evidence, verdicts
from claims.errors import NotEnough
from claims.models import Claim, Notification
from claims.states import VerdictStatus
from claims.tests.factories import create_claim, create_evidence, create_verdict

pytestmark = pytest.mark.django_db
WHY = "The list was of another ship."


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def again(claim: Claim, by, status=VerdictStatus.DISPUTED, reason: str = ""):
    return verdicts.decide(
        claim,
        status=status,
        rationale="Two counts.",
        seen_version=Claim.objects.get(pk=claim.pk).version,
        by=by,
        reason=reason,
    )


def test_another_status_than_somebody_elses_needs_a_reason(alice, bob):
    claim = create_claim()
    verdict = create_verdict(claim, by=bob, status=VerdictStatus.VERIFIED)
    with pytest.raises(NotEnough, match="You reverse the verdict of Bob Byrne") as refused:
        again(claim, alice, reason="  ")
    assert refused.value.missing == ["reason"]
    assert Claim.objects.get(pk=claim.pk).current_verdict == verdict
    assert again(claim, alice, reason=WHY).reason == WHY
    told = Notification.objects.get()
    assert (told.person, told.kind, told.by) == (bob, "reversed", alice)


def test_the_same_status_and_ones_own_verdict_need_none(alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    assert again(claim, alice, reason=WHY).reason == ""
    assert again(claim, alice, VerdictStatus.UNRESOLVED).status == "unresolved"


def test_a_claim_that_waits_again_is_decided_without_one(alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob, status=VerdictStatus.UNRESOLVED)
    evidence.remove(create_evidence(claim, by=alice), by=alice)
    assert again(claim, alice).reason == ""


def test_a_desk_admin_says_why_they_undo_anothers_verdict(bob):
    claim = create_claim()
    undo = partial(verdicts.undo, create_verdict(claim, by=bob), by=create_desk_admin())
    with pytest.raises(NotEnough, match="You reverse the verdict of Bob Byrne"):
        undo()
    undo(reason=WHY)
    assert claim.events.first().reason == WHY
    assert Notification.objects.get().person == bob


def test_ones_own_verdict_is_undone_without_one(alice):
    claim = create_claim()
    verdicts.undo(create_verdict(claim, by=alice), by=alice)
    assert Claim.objects.get(pk=claim.pk).status == "unreviewed"
