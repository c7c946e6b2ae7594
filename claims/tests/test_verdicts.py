"""Deciding, what refuses a decision, and undoing it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import evidence, highlights, links, rationale_drafts, reopening, review, verdicts
from claims.errors import (
    HeldByAnother,
    IllegalMove,
    NotAllowed,
    NotEnough,
    StaleClaim,
)
from claims.evidence import NewEvidence
from claims.models import Claim, Event, RationaleDraft, Verdict
from claims.states import TRANSITIONS, ClaimStatus, EventKind, LinkKind, VerdictStatus
from claims.tests.factories import create_claim, create_evidence, create_pair, create_verdict

pytestmark = pytest.mark.django_db
LOG = NewEvidence(citation="Harbour log, 18 November")


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def decide(claim: Claim, status=VerdictStatus.DISPUTED, **given) -> Verdict:
    return verdicts.decide(
        claim,
        **{"status": status, "rationale": "The log says 214.", "seen_version": 2, **given},
    )


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_a_verdict_stands_and_the_claim_leaves_the_queue(alice):
    claim = review.take(create_claim(), by=alice)
    verdict = decide(claim, by=alice)
    claim = fresh(claim)
    assert (claim.status, claim.current_verdict) == ("disputed", verdict)
    assert not claim.is_waiting
    assert claim.holder is None
    assert verdict.quote == claim.quote
    assert claim.events.first().verdict == verdict


def test_a_free_claim_needs_no_lease_to_be_decided(alice):
    verdict = decide(create_claim(), by=alice)
    assert verdict.decided_by == alice


def test_a_verdict_rests_on_all_standing_evidence(alice):
    claim = create_claim()
    listed = create_evidence(claim, by=alice)
    gone = create_evidence(claim, by=alice, title="Rumour")
    evidence.remove(gone, by=alice)
    seen = fresh(claim).version
    verdict = decide(claim, VerdictStatus.VERIFIED, by=alice, seen_version=seen, evidence=LOG)
    titles = verdict.evidence.values_list("title", flat=True)
    assert set(titles) == {listed.title, "Harbour log, 18 November"}


@pytest.mark.parametrize(
    ("status", "rationale", "missing", "words"),
    [
        ("verified", "Counted.", ["evidence"], "Evidence is missing."),
        ("verified", "  ", ["rationale", "evidence"], "Both are missing."),
        ("disputed", "\n", ["rationale"], "Every verdict needs a rationale. It is missing."),
        ("unresolved", "", ["rationale"], "Every verdict needs a rationale. It is missing."),
    ],
)
def test_a_verdict_without_its_needs_is_refused(alice, status, rationale, missing, words):
    claim = create_claim()
    with pytest.raises(NotEnough, match=words) as refused:
        decide(claim, VerdictStatus(status), rationale=rationale, by=alice)
    assert refused.value.missing == missing
    assert fresh(claim).status == ClaimStatus.UNREVIEWED


def test_a_refused_verdict_leaves_no_evidence_behind(alice):
    claim = create_claim()
    with pytest.raises(NotEnough):
        decide(claim, VerdictStatus.VERIFIED, rationale="", by=alice, evidence=LOG)
    assert not claim.evidence.exists()
    assert fresh(claim).version == 2


def test_nobody_decides_what_another_holds(alice, bob):
    claim = review.take(create_claim(), by=alice)
    with pytest.raises(HeldByAnother, match="Alice Arden holds this claim until"):
        decide(claim, by=bob)
    assert not Verdict.objects.exists()


def test_a_decision_on_what_moved_is_told_what_moved(alice, bob):
    claim = create_claim()
    create_evidence(claim, by=bob, title="Manifest")
    review.release(claim, by=bob)
    with pytest.raises(StaleClaim) as refused:
        decide(claim, by=alice)
    (change,) = refused.value.changes
    assert (change.kind, change.by) == (EventKind.EVIDENCE_ADDED, bob)
    assert fresh(claim).status == ClaimStatus.UNREVIEWED


def test_a_removed_claim_is_not_decided(alice, bob):
    claim = create_claim()
    highlights.remove(claim, by=bob)
    with pytest.raises(StaleClaim, match="Bob Byrne removed this claim"):
        decide(claim, by=alice)


@pytest.mark.parametrize("before", ClaimStatus)
@pytest.mark.parametrize("after", VerdictStatus)
def test_verdicts_follow_the_table_of_moves(alice, before, after):
    claim = create_claim()
    if before != ClaimStatus.UNREVIEWED:
        create_verdict(claim, by=alice, status=VerdictStatus(before))
    assert ClaimStatus(after) in TRANSITIONS[before]
    decide(claim, after, by=alice, seen_version=fresh(claim).version, evidence=LOG)
    assert fresh(claim).status == after


def test_a_move_that_is_not_in_the_table_is_refused(alice, monkeypatch):
    monkeypatch.setitem(TRANSITIONS, ClaimStatus.UNREVIEWED, frozenset({ClaimStatus.DISPUTED}))
    claim = create_claim()
    with pytest.raises(IllegalMove, match="unreviewed cannot become verified"):
        decide(claim, VerdictStatus.VERIFIED, by=alice, evidence=LOG)
    assert fresh(claim).status == ClaimStatus.UNREVIEWED


def test_undo_lets_the_claim_wait_again_since_it_first_did(alice):
    claim = create_claim()
    since = claim.waiting_since
    verdict = decide(claim, by=alice)
    verdicts.undo(verdict, by=alice)
    claim = fresh(claim)
    assert (claim.status, claim.current_verdict) == (ClaimStatus.UNREVIEWED, None)
    assert claim.waiting_since == since
    assert claim.events.first().kind == EventKind.UNDONE
    assert Verdict.objects.filter(pk=verdict.pk).exists()


def test_undo_goes_back_to_the_verdict_before(alice, bob):
    claim = create_claim()
    first = create_verdict(claim, by=bob, status=VerdictStatus.VERIFIED)
    second = create_verdict(claim, by=alice)
    assert second.replaces == first
    verdicts.undo(second, by=alice)
    claim = fresh(claim)
    assert (claim.status, claim.current_verdict) == ("verified", first)
    assert not claim.is_waiting


def test_undo_brings_the_rationale_back_to_its_author(alice):
    claim = create_claim()
    verdict = decide(claim, by=alice)
    verdicts.undo(verdict, by=alice)
    assert claim.rationale_drafts.get(reviewer=alice).rationale == "The log says 214."


def test_a_reopened_claim_waits_again_since_it_was_reopened(alice):
    claim = create_claim()
    create_verdict(claim, by=alice, status=VerdictStatus.UNRESOLVED)
    assert reopening.reopen(fresh(claim), reason="its links changed")
    since = fresh(claim).waiting_since
    verdicts.undo(create_verdict(claim, by=alice), by=alice)
    claim = fresh(claim)
    assert (claim.status, claim.waiting_since) == ("unresolved", since)


def test_the_author_may_undo_for_fifteen_minutes_and_a_desk_admin_always(alice, bob):
    verdict = decide(create_claim(), by=alice)
    admin = create_desk_admin()
    assert [verdicts.may_undo(verdict, by=who) for who in (alice, bob, admin)] == [
        True,
        False,
        True,
    ]
    verdict.decided_at = timezone.now() - timedelta(minutes=15)
    assert [verdicts.may_undo(verdict, by=who) for who in (alice, bob, admin)] == [
        False,
        False,
        True,
    ]


def test_a_colleague_may_not_undo(alice, bob):
    verdict = decide(create_claim(), by=alice)
    with pytest.raises(NotAllowed, match="Only Alice Arden or a desk admin can undo"):
        verdicts.undo(verdict, by=bob)
    assert fresh(verdict.claim).current_verdict == verdict


def test_the_author_is_told_that_it_is_too_late(alice):
    verdict = decide(create_claim(), by=alice)
    verdict.decided_at -= timedelta(minutes=16)
    with pytest.raises(NotAllowed, match="can be undone for 15 minutes"):
        verdicts.undo(verdict, by=alice)


def test_a_verdict_that_no_longer_stands_is_not_undone(alice, bob):
    claim = create_claim()
    first = decide(claim, by=alice)
    second = create_verdict(claim, by=bob)
    with pytest.raises(StaleClaim, match="no longer stands"):
        verdicts.undo(first, by=alice)
    assert fresh(claim).current_verdict == second


def test_only_an_unresolved_claim_that_does_not_wait_is_reopened(alice):
    claim = create_claim()
    assert not reopening.reopen(claim)
    create_verdict(claim, by=alice)
    assert not reopening.reopen(claim)
    create_verdict(claim, by=alice, status=VerdictStatus.UNRESOLVED)
    assert reopening.reopen(claim)
    assert not reopening.reopen(claim)
    assert claim.events.filter(kind=EventKind.REOPENED).count() == 1


def test_a_link_brings_an_unresolved_claim_back(alice):
    one, other = create_pair()
    create_verdict(one, by=alice, status=VerdictStatus.UNRESOLVED)
    links.confirm(one, other, kind=LinkKind.CONTRADICTS, by=alice)
    assert fresh(one).is_waiting
    assert fresh(other).status == ClaimStatus.UNREVIEWED


def test_a_decision_ends_its_draft_and_late_keystrokes_do_not_bring_it_back(alice, bob):
    claim = create_claim()
    assert rationale_drafts.save_draft(claim, rationale="The log", seen_version=2, by=alice)
    rationale_drafts.save_draft(claim, rationale="Mine", seen_version=2, by=bob)
    decide(claim, by=alice)
    assert not rationale_drafts.save_draft(claim, rationale="The log s", seen_version=2, by=alice)
    assert list(RationaleDraft.objects.values_list("rationale", flat=True)) == ["Mine"]


def test_history_counts_the_version_of_each_move(alice):
    claim = create_claim()
    decide(claim, by=alice)
    versions = Event.objects.filter(claim=claim).order_by("pk").values_list("version", flat=True)
    assert list(versions) == [2, 3]
    assert fresh(claim).version == 3
