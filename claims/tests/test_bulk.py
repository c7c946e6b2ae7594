"""One act on many claims: what it changes, what it leaves out and why, and that it is done once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles.tests.factories import create_article, create_story
from claims import (
    bulk,
    evidence,
    highlights,
    rationale_drafts,
    review,
    second_eyes,
    sentences,
    verdicts,
)
from claims.errors import NotEnough, NothingChosen, StaleBulkAct
from claims.evidence import NewEvidence
from claims.models import BulkAct, Claim, Event, Evidence, Link, RationaleDraft, Skip, Verdict
from claims.states import BulkKind, BulkOutcome, BulkState, EventKind, LinkKind, VerdictStatus
from claims.tests.correcting import change_source, create_said
from claims.tests.factories import (
    create_bulk_act,
    create_claim,
    create_claims,
    create_discrepancy,
    create_evidence,
    create_link,
    create_pair,
    create_strict_claim,
    create_verdict,
)

pytestmark = pytest.mark.django_db
LOG = NewEvidence(url="https://port.example/log", title="Harbour log")


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def reasons(act: BulkAct) -> list[str]:
    """For each claim, in its order, why it is left out; empty where it changes."""
    return list(act.parts.order_by("position").values_list("reason", flat=True))


def left_out(claim: Claim, *, by, kind: BulkKind = BulkKind.DISPUTED) -> str:
    return reasons(create_bulk_act([claim], by=by, kind=kind))[0]


def told(claim: Claim, reader) -> str:
    event = claim.events.for_history()[0]
    return sentences.lines(claim, [event], reader=reader)[0].words


def test_each_claim_gets_its_own_verdict_with_the_same_words(alice):
    claims = create_claims(3)
    act = create_bulk_act(claims, by=alice, rationale=" Two counts. ")
    assert not Verdict.objects.exists()
    act = bulk.start(act, by=alice)
    assert (act.state, act.changed) == (BulkState.DONE, 3)
    for before in claims:
        claim = fresh(before)
        verdict = claim.current_verdict
        assert (claim.status, claim.waiting_since) == ("disputed", None)
        assert claim.version > before.version
        assert (verdict.rationale, verdict.quote) == ("Two counts.", claim.quote)
        assert (verdict.decided_by, verdict.decided_at) == (alice, act.done_at)


def test_the_history_of_each_says_with_how_many_others(alice, bob):
    claims = create_claims(3)
    bulk.start(create_bulk_act(claims, by=alice, rationale="Two counts."), by=alice)
    assert told(fresh(claims[0]), bob) == "disputed it with 2 others: “Two counts.”"
    lone = create_claim()
    bulk.start(create_bulk_act([lone], by=alice, rationale="Two counts."), by=alice)
    assert told(fresh(lone), bob) == "disputed it: “Two counts.”"


def test_verified_rests_on_what_stands_and_on_what_the_act_brings(alice):
    one, other = create_claims(2)
    mine = create_evidence(one, by=alice)
    evidence.add(other, LOG, by=alice)
    act = create_bulk_act([one, other], by=alice, kind=BulkKind.VERIFIED, evidence=LOG)
    bulk.start(act, by=alice)
    brought = Evidence.objects.filter(url=LOG.url)
    assert brought.count() == 2  # the other had it already
    rests = {
        claim.pk: list(fresh(claim).current_verdict.evidence.order_by("pk"))
        for claim in (one, other)
    }
    assert rests == {one.pk: [mine, brought.get(claim=one)], other.pk: [brought.get(claim=other)]}
    kinds = Event.objects.filter(act=act, claim=one).order_by("at").values_list("kind", flat=True)
    assert list(kinds) == [EventKind.EVIDENCE_ADDED, EventKind.DECIDED]


def test_what_keeps_an_act_from_a_claim_is_said(alice, bob):
    conflicting, _ = create_pair(kind=LinkKind.CONTRADICTS)
    create_discrepancy(Link.objects.of(conflicting).get())
    assert left_out(conflicting, by=alice).startswith("A figure of it disagrees")
    held = review.take(create_claim(), by=bob)
    assert left_out(held, by=alice) == "Bob Byrne holds it."
    assert left_out(held, by=bob) == ""
    removed = highlights.remove(create_claim(), by=bob)
    assert left_out(removed, by=alice) == "Bob Byrne removed it."
    changed = create_said()
    change_source(changed)
    assert left_out(changed, by=alice) == "Its source changed. Settle its place first."
    bare = create_claim()
    assert "no evidence" in left_out(bare, by=alice, kind=BulkKind.VERIFIED)


def test_what_has_a_verdict_is_left_to_whoever_gave_it(alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    assert left_out(claim, by=alice) == "Bob Byrne disputed it already."
    other = left_out(claim, by=alice, kind=BulkKind.UNRESOLVED)
    assert other == "Bob Byrne disputed it. Decide again on its own page."
    assert left_out(claim, by=bob, kind=BulkKind.UNRESOLVED) == ""


def test_a_story_that_asks_for_two_people_is_decided_claim_by_claim(alice):
    claim = create_claim()
    second_eyes.ask_for(claim.story, by=create_desk_admin(), needs_second_eyes=True)
    assert left_out(claim, by=alice).startswith("Its story asks for a second pair of eyes.")


def test_an_unresolved_claim_that_waits_again_is_decided(alice, bob):
    claim = create_claim()
    create_verdict(claim, by=bob, status=VerdictStatus.UNRESOLVED)
    create_evidence(claim, by=bob)
    review.release(fresh(claim), by=bob)
    bulk.start(create_bulk_act([claim], by=alice), by=alice)
    claim = fresh(claim)
    assert (claim.status, claim.is_waiting) == ("disputed", False)
    assert claim.current_verdict.replaces.decided_by == bob


def test_what_changed_since_the_preview_is_left_out_and_the_rest_is_done(alice, bob):
    edited, taken, still = create_claims(3)
    act = create_bulk_act([edited, taken, still], by=alice)
    highlights.edit(edited, statement="Two boats", attribution="", by=bob)
    review.take(taken, by=bob)
    act = bulk.start(act, by=alice)
    assert act.changed == 1
    assert reasons(act) == ["It changed since the preview.", "Bob Byrne holds it.", ""]
    assert [fresh(claim).status for claim in (edited, taken, still)] == [
        "unreviewed",
        "unreviewed",
        "disputed",
    ]


def test_doing_it_twice_does_it_once(alice):
    act = create_bulk_act(create_claims(2), by=alice)
    bulk.start(act, by=alice)
    again = bulk.start(act, by=alice)
    assert (again.state, again.changed) == (BulkState.DONE, 2)
    assert Verdict.objects.count() == 2
    bulk.run(act.pk)
    assert Verdict.objects.count() == 2


def test_a_verdict_without_a_rationale_is_not_previewed(alice):
    act = bulk.choose([create_claim().pk], kind=BulkKind.DISPUTED, by=alice)
    with pytest.raises(NotEnough) as refusal:
        bulk.preview(act, rationale="  ", by=alice)
    assert refusal.value.missing == ["rationale"]
    with pytest.raises(StaleBulkAct, match="Look at the preview first"):
        bulk.start(act, by=alice)


def test_a_done_act_keeps_its_words(alice):
    act = bulk.start(create_bulk_act([create_claim()], by=alice), by=alice)
    with pytest.raises(StaleBulkAct, match="begun already"):
        bulk.preview(act, rationale="Never mind.", by=alice)


def test_an_act_needs_claims_that_are_there(alice):
    with pytest.raises(NothingChosen):
        bulk.choose([999_999], kind=BulkKind.DISPUTED, by=alice)
    claim = create_claim()
    act = bulk.choose([claim.pk, 999_999, claim.pk], kind=BulkKind.DISPUTED, by=alice)
    assert act.parts.get().claim == claim


def test_an_act_takes_the_first_of_very_many(alice, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 2)
    claims = create_claims(3)
    act = bulk.choose([claim.pk for claim in claims], kind=BulkKind.DISPUTED, by=alice)
    assert act.is_cut
    assert [part.claim for part in act.parts.all()] == claims[:2]


def test_what_was_chosen_and_never_done_is_forgotten_after_a_day(alice):
    claim = create_claim()
    old = bulk.choose([claim.pk], kind=BulkKind.DISPUTED, by=alice)
    done = bulk.start(create_bulk_act([claim], by=alice), by=alice)
    BulkAct.objects.update(chosen_at=timezone.now() - timedelta(days=2))
    new = bulk.choose([claim.pk], kind=BulkKind.SKIPPED, by=alice)
    assert set(BulkAct.objects.all()) == {done, new}
    assert old not in BulkAct.objects.all()


def test_what_was_typed_at_one_of_them_goes_with_its_verdict(alice):
    claim = create_claim()
    rationale_drafts.save_draft(claim, rationale="Half a", seen_version=1, by=alice)
    bulk.start(create_bulk_act([claim], by=alice), by=alice)
    assert not RationaleDraft.objects.exists()


def test_many_are_skipped_as_one_is(alice, bob):
    one, other = create_claims(2)
    review.take(one, by=alice)
    act = bulk.choose([one.pk, other.pk], kind=BulkKind.SKIPPED, by=alice)
    act = bulk.start(act, by=alice)
    assert fresh(one).holder is None
    assert Skip.objects.filter(reviewer=alice, until=act.done_at + timedelta(hours=1)).count() == 2
    assert told(fresh(other), bob) == "skipped it with 1 other."
    assert fresh(other).version == other.version


def test_only_a_desk_admin_lets_go_for_others(alice, bob):
    held, free = create_claims(2)
    review.take(held, by=bob)
    act = bulk.choose([held.pk, free.pk], kind=BulkKind.RELEASED, by=alice)
    assert reasons(act) == [
        "Bob Byrne holds it. Only a desk admin lets go for others.",
        "Nobody holds it.",
    ]
    boss = create_desk_admin()
    act = bulk.start(bulk.choose([held.pk], kind=BulkKind.RELEASED, by=boss), by=boss)
    assert fresh(held).reviewer is None
    assert act.parts.get().holder == bob


def test_a_verdict_is_applied_to_the_claims_that_say_the_same(alice):
    story = create_story()
    one, two, three, against = (create_claim(article=create_article(story=story)) for _ in range(4))
    create_link(one, two)
    create_link(two, three)
    create_link(one, against, kind=LinkKind.CONTRADICTS)
    verdict = create_verdict(one, by=alice, status=VerdictStatus.VERIFIED, rationale="Counted.")
    act = bulk.choose_same(verdict, by=alice)
    assert [part.claim for part in act.parts.all()] == [two, three]
    bulk.start(act, by=alice)
    found = fresh(three)
    assert (found.status, found.current_verdict.rationale) == ("verified", "Counted.")
    assert found.current_verdict.evidence.get().citation == "Harbour log, 18 November"
    assert fresh(against).status == "unreviewed"


def test_only_a_standing_verdict_is_applied_to_others(alice):
    claim = create_claim()
    verdict = create_verdict(claim, by=alice)
    with pytest.raises(NothingChosen):
        bulk.choose_same(verdict, by=alice)
    verdicts.undo(verdict, by=alice)
    with pytest.raises(StaleBulkAct):
        bulk.choose_same(Verdict.objects.get(), by=alice)


def test_more_claims_cost_no_more_statements(alice):
    def statements(count: int) -> int:
        act = create_bulk_act(create_claims(count), by=alice, evidence=LOG)
        with CaptureQueriesContext(connection) as queries:
            bulk.start(act, by=alice)
        assert BulkAct.objects.get(pk=act.pk).changed == count
        return len(queries)

    assert statements(12) == statements(2)


def test_outcomes_tell_what_became_of_each(alice):
    claims = create_claims(2)
    act = create_bulk_act(claims, by=alice)
    assert set(act.parts.values_list("outcome", flat=True)) == {BulkOutcome.TO_CHANGE}
    bulk.start(act, by=alice)
    found = list(act.parts.order_by("position").values_list("outcome", "verdict__claim"))
    assert found == [(BulkOutcome.CHANGED, claim.pk) for claim in claims]


def test_where_a_second_pair_of_eyes_is_asked_for_each_is_decided_by_itself(alice):
    assert left_out(create_strict_claim(), by=alice) == (
        "Its story asks for a second pair of eyes. Decide it by itself."
    )
