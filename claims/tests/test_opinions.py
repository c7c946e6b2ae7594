"""Two people on one claim: the first opinion, the second, what sets one aside, and who settles."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import evidence, highlights, opinions, rationale_drafts, review, verdicts
from claims.errors import NotAllowed, NotEnough, NothingWaits, StaleClaim
from claims.models import Claim, Event, Notification, Opinion, RationaleDraft, Verdict
from claims.states import EventKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_evidence,
    create_opinion,
    create_strict_claim,
    create_verdict,
)

pytestmark = pytest.mark.django_db
DISPUTED, VERIFIED, UNRESOLVED = "disputed", "verified", "unresolved"


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


@pytest.fixture
def boss():
    return create_desk_admin(name="boss")


@pytest.fixture
def claim():
    return create_strict_claim()


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def states(claim: Claim) -> list[tuple[str, str]]:
    return list(claim.opinions.order_by("pk").values_list("by__username", "state"))


def disagree(claim: Claim, alice, bob) -> tuple[Opinion, Opinion]:
    first = create_opinion(claim, by=alice)
    return first, create_opinion(claim, by=bob, status=VerdictStatus.UNRESOLVED)


def test_the_first_of_two_is_an_opinion_and_the_claim_waits_for_somebody_else(claim, alice, bob):
    review.take(claim, by=alice)
    opinion = create_opinion(claim, by=alice)
    now = fresh(claim)
    assert (now.status, now.waiting_since, now.holder) == ("unreviewed", claim.waiting_since, None)
    assert (opinion.quote, opinion.version, opinion.state) == (claim.quote, claim.version, "open")
    assert not Verdict.objects.exists()
    with pytest.raises(NothingWaits):
        review.take_next(Claim.objects.all(), by=alice)
    assert review.take_next(Claim.objects.all(), by=bob) == claim


@pytest.mark.parametrize("status", [VERIFIED, UNRESOLVED])
def test_what_does_not_need_two_is_a_verdict_at_once(claim, alice, status):
    verdict = create_verdict(claim, by=alice, status=VerdictStatus(status))
    assert (verdict.decided_by, verdict.decided_with) == (alice, None)
    assert not Opinion.objects.exists()


def test_an_equal_second_one_makes_the_verdict_which_names_both(claim, alice, bob):
    create_opinion(claim, by=alice)
    verdict = create_verdict(claim, by=bob, rationale="The log says 214.")
    assert verdict.authors == "Alice Arden and Bob Byrne"
    assert (fresh(claim).status, fresh(claim).current_verdict) == (DISPUTED, verdict)
    assert not fresh(claim).is_waiting
    assert states(claim) == [("alice", "agreed"), ("bob", "agreed")]
    first, second = Opinion.objects.behind(verdict)
    assert second.answers == first


def test_an_unequal_second_one_goes_to_a_desk_admin(claim, alice, bob, boss):
    disagree(claim, alice, bob)
    assert states(claim) == [("alice", "in disagreement"), ("bob", "in disagreement")]
    assert (fresh(claim).status, fresh(claim).is_waiting) == ("unreviewed", True)
    assert list(Claim.objects.in_disagreement()) == [claim]
    third = create_reviewer()
    with pytest.raises(NothingWaits):
        review.take_next(Claim.objects.all(), by=third)
    with pytest.raises(NotAllowed, match="A desk admin decides"):
        create_verdict(claim, by=third)
    assert review.take_next(Claim.objects.all(), by=boss) == claim


def test_the_admins_verdict_settles_it(claim, alice, bob, boss):
    disagree(claim, alice, bob)
    verdict = create_verdict(claim, by=boss)
    assert (verdict.decided_by, verdict.decided_with) == (boss, None)
    assert states(claim) == [("alice", "settled"), ("bob", "settled")]
    assert set(Opinion.objects.behind(verdict)) == set(claim.opinions.all())
    told = Notification.objects.order_by("pk").values_list("kind", "person", "by")
    disagreed = ("disagreed", alice.pk, bob.pk)
    settled = [("settled", person.pk, boss.pk) for person in (alice, bob)]
    assert list(told) == [disagreed, *settled]
    assert fresh(claim).status == DISPUTED


def test_a_desk_admin_who_gave_one_of_the_two_does_not_settle_them(claim, alice, boss):
    create_opinion(claim, by=alice)
    create_opinion(claim, by=boss, status=VerdictStatus.UNRESOLVED)
    with pytest.raises(NotAllowed, match="Another desk admin decides"):
        create_verdict(claim, by=boss)


def test_nobody_is_their_own_second_pair_of_eyes(claim, alice):
    opinion = create_opinion(claim, by=alice)
    assert create_opinion(claim, by=alice) == opinion  # sent again, its answer got lost
    with pytest.raises(NotAllowed, match="needs a second pair of eyes"):
        create_verdict(claim, by=alice, rationale="I counted again.")
    assert states(claim) == [("alice", "open")]


def test_an_opinion_has_the_needs_of_a_verdict(claim, alice, bob):
    create_opinion(claim, by=alice)
    how = {"seen_version": fresh(claim).version, "by": bob}
    with pytest.raises(NotEnough, match="Evidence is missing"):
        verdicts.decide(claim, status=VerdictStatus.VERIFIED, rationale="Counted.", **how)
    with pytest.raises(NotEnough, match="It is missing"):
        verdicts.decide(claim, status=VerdictStatus.DISPUTED, rationale=" ", **how)


def test_a_claim_that_changes_sets_the_opinion_aside_and_tells(claim, alice, bob):
    opinion = create_opinion(claim, by=alice)
    highlights.edit(claim, statement="241 people were aboard.", attribution="", by=bob)
    assert states(claim) == [("alice", "void")]
    event = claim.events.get(kind=EventKind.OPINION_VOID)
    assert (event.by, event.opinion, event.reason) == (None, opinion, "the claim changed")
    assert create_opinion(claim, by=bob).answers is None
    assert review.take_next(Claim.objects.all(), by=alice) == claim


def test_evidence_that_is_added_leaves_the_opinion_and_removed_does_not(claim, alice, bob):
    create_opinion(claim, by=alice)
    piece = create_evidence(claim, by=bob)
    assert states(claim) == [("alice", "open")]
    evidence.remove(piece, by=bob)
    assert states(claim) == [("alice", "void")]


def test_an_opinion_taken_back_leaves_the_claim_as_it_was(claim, alice, bob):
    opinion = create_opinion(claim, by=alice)
    with pytest.raises(NotAllowed, match="Only Alice Arden"):
        opinions.withdraw(opinion, by=bob)
    opinions.withdraw(opinion, by=alice)
    assert states(claim) == [("alice", "withdrawn")]
    assert RationaleDraft.objects.get(claim=claim, reviewer=alice).rationale == opinion.rationale
    with pytest.raises(StaleClaim, match="no longer counts"):
        opinions.withdraw(opinion, by=alice)
    assert create_opinion(claim, by=alice).state == "open"


def test_one_of_two_that_differ_taken_back_lets_the_other_wait(claim, alice, bob):
    first, second = disagree(claim, alice, bob)
    opinions.withdraw(first, by=alice)
    assert states(claim) == [("alice", "withdrawn"), ("bob", "open")]
    verdict = create_verdict(claim, by=create_reviewer(), status=VerdictStatus.UNRESOLVED)
    assert verdict.decided_with == second.by == bob


def test_doubt_brings_a_settled_claim_back_and_taking_it_back_settles_it(claim, alice, bob):
    verdict = create_verdict(claim, by=bob, status=VerdictStatus.VERIFIED)
    opinion = create_opinion(claim, by=alice)
    now = fresh(claim)
    assert (now.status, now.current_verdict, now.is_waiting) == (VERIFIED, verdict, True)
    opinions.withdraw(opinion, by=alice)
    assert not fresh(claim).is_waiting


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_who_undoes_a_verdict_of_two_takes_back_their_own(claim, alice, bob, who):
    create_opinion(claim, by=alice)
    verdict = create_verdict(claim, by=bob)
    verdicts.undo(verdict, by={"alice": alice, "bob": bob}[who])
    assert fresh(claim).status == "unreviewed"
    ends = {"alice": "open", "bob": "open", who: "withdrawn"}
    assert dict(states(claim)) == ends


def test_a_settlement_undone_is_a_disagreement_again(claim, alice, bob, boss):
    disagree(claim, alice, bob)
    verdicts.undo(create_verdict(claim, by=boss), by=boss)
    assert states(claim) == [("alice", "in disagreement"), ("bob", "in disagreement")]


def test_what_moved_or_another_undid_sets_both_aside(claim, alice, bob, boss):
    create_opinion(claim, by=alice)
    verdict = create_verdict(claim, by=bob)
    verdicts.undo(verdict, by=boss, reason="The log is of another ship.")
    assert states(claim) == [("alice", "void"), ("bob", "void")]
    assert claim.events.filter(kind=EventKind.OPINION_VOID).count() == 2


def test_late_keystrokes_after_an_opinion_are_not_kept(claim, alice):
    create_opinion(claim, by=alice)
    saved = rationale_drafts.save_draft(
        claim, rationale="The log s", seen_version=claim.version, by=alice
    )
    assert not saved
    assert not RationaleDraft.objects.exists()


def test_opinions_move_no_version(claim, alice, bob):
    version = fresh(claim).version
    first, _ = disagree(claim, alice, bob)
    opinions.withdraw(first, by=alice)
    assert fresh(claim).version == version
    kinds = Event.objects.filter(claim=claim).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["marked", "opinion", "opinion", "opinion withdrawn"]


def test_a_claim_of_an_ordinary_story_needs_one(alice):
    assert create_verdict(create_claim(), by=alice).status == DISPUTED
