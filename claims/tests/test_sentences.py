"""History reads as sentences, whatever happened."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter, create_reviewer
from claims import evidence, highlights, history, review, sentences, verdicts
from claims.event_words import WORDS
from claims.models import Claim, Event
from claims.states import EventKind, LinkKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_evidence,
    create_link,
    create_pair,
    create_verdict,
)

pytestmark = pytest.mark.django_db
SENTENCE = {"field": "suggestion", "after": "Boats."}
ENDS = {"before": "two of us", "after": "two"}


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob")


def told(claim: Claim, *, reader) -> list[str]:
    """The history, newest first, as one text a line."""
    claim = Claim.objects.get(pk=claim.pk)
    rows = sentences.lines(claim, claim.events.for_history(), reader=reader)
    return [f"{line.who} {line.words}" for line in rows]


def newest(claim: Claim, kind: EventKind, *, by=None, reader, **about) -> str:
    history.record(claim, kind, by=by, **about)
    return told(claim, reader=reader)[0]


def test_every_kind_of_event_has_its_words():
    assert set(WORDS) == set(EventKind)


def test_the_reader_is_you_and_others_have_names(alice, bob):
    claim = create_claim(by=alice)
    assert told(claim, reader=alice) == ["You marked it in the article."]
    assert told(claim, reader=bob) == ["Alice Arden marked it in the article."]


def test_suggestions_in_a_row_are_folded_into_one_line(alice):
    claim = create_claim(by=alice)
    for number in range(4):
        history.record(claim, EventKind.SUGGESTED, by=None, reason=f"{number} words")
    first, marked = sentences.lines(claim, claim.events.for_history(), reader=alice)
    assert (first.who, first.words) == ("Fact Desk", "suggested 4 matches.")
    assert [line.words for line in first.folded][-1] == "suggested another outlet: 0 words."
    assert marked.words == "marked it in the article."
    history.record(claim, EventKind.TAKEN, by=alice)
    history.record(claim, EventKind.SUGGESTED, by=None)
    assert len(sentences.lines(claim, claim.events.for_history(), reader=alice)) == 4


def test_who_holds_it_and_until_when_is_in_the_newest_taking(alice, bob):
    claim = review.take(review.release(review.take(create_claim(), by=alice), by=alice), by=alice)
    until = f"{claim.leased_until:%H:%M}"
    mine, theirs = told(claim, reader=alice), told(claim, reader=bob)
    assert mine[0] == f"You took this claim. It is yours until {until}."
    assert theirs[0] == f"Alice Arden took this claim. It is theirs until {until}."
    assert mine[2] == "You took this claim."


def test_a_lease_that_is_over_is_not_told_as_one(alice):
    claim = review.take(create_claim(), by=alice)
    Claim.objects.filter(pk=claim.pk).update(leased_until=claim.marked_at)
    assert told(claim, reader=alice)[0] == "You took this claim."


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("verified", "verified it"),
        ("disputed", "disputed it"),
        ("unresolved", "left it unresolved"),
    ],
)
def test_a_verdict_is_told_with_its_rationale_and_so_is_its_end(alice, status, words):
    claim = create_claim()
    verdict = create_verdict(claim, by=alice, status=VerdictStatus(status), rationale="Two counts.")
    assert told(claim, reader=alice)[0] == f"You {words}: “Two counts.”"
    verdicts.undo(verdict, by=alice)
    assert told(claim, reader=alice)[0] == f"You took back that it is {status}."


def test_evidence_is_told_by_its_title(alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice, title="Harbour log")
    evidence.remove(piece, by=alice)
    evidence.restore(piece, by=alice)
    lines = told(claim, reader=alice)
    assert lines[0] == "You put back the evidence: “Harbour log”."
    assert lines[1] == "You took away the evidence: “Harbour log”."
    assert lines[2] == "You added evidence: “Harbour log”."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("same", "as the same claim"),
        ("contradicts", "as contradicting"),
        ("related", "as related"),
    ],
)
def test_a_link_names_the_other_outlet(alice, kind, words):
    one, other = create_pair()
    create_link(one, other, kind=LinkKind.RELATED, by=alice)
    create_link(one, other, kind=LinkKind(kind), by=alice)
    assert f"You linked it to {other.outlet} {words}." in told(one, reader=alice)
    assert f"You linked it to {one.outlet} {words}." in told(other, reader=alice)


def test_edits_say_what_was_and_what_is(alice):
    claim = create_claim(statement="Many were on board")
    highlights.edit(claim, statement="241 were on board", attribution="the list", by=alice)
    highlights.edit(claim, statement="", attribution="the list", by=alice)
    lines = told(claim, reader=alice)
    assert lines[0] == "You cleared the statement, which read “241 were on board”."
    assert lines[1] == "You set who says so to “the list, documented”."
    assert lines[2] == ("You set the statement from “Many were on board” to “241 were on board”.")


def test_the_machine_is_called_fact_desk(alice):
    claim = create_claim()
    other = create_claim()
    suggested = newest(
        claim, EventKind.SUGGESTED, reader=alice, other=other, reason="shares “boats”"
    )
    assert suggested == f"Fact Desk suggested {other.outlet}: shares “boats”."
    reopened = newest(claim, EventKind.REOPENED, reader=alice, reason="its links changed")
    assert reopened == "Fact Desk put it back in the queue: its links changed."


@pytest.mark.parametrize(
    ("kind", "about", "words"),
    [
        ("moved", ENDS, "moved its ends, from “two of us” to “two”."),
        ("moved", {}, "moved its ends."),
        ("removed", {}, "removed it."),
        ("restored", {}, "put it back."),
        ("restored", SENTENCE, "let a sentence be suggested again: “Boats.”"),
        ("rejected", SENTENCE, "said that an unmarked sentence is not a match: “Boats.”"),
        ("released", {"reason": "No list yet."}, "let it go without a verdict: “No list yet.”"),
        ("released", {"reason": "No list"}, "let it go without a verdict: “No list”."),
        ("skipped", {}, "skipped it."),
        ("decided", {}, "decided it."),
        ("undone", {}, "took back a verdict."),
        ("unlinked", {}, "unlinked it from another outlet."),
    ],
)  # fmt: skip
def test_the_rest_is_told_too(alice, kind, about, words):
    claim = create_claim()
    assert newest(claim, EventKind(kind), by=alice, reader=alice, **about) == f"You {words}"


def test_another_claim_that_is_no_match_is_named(alice):
    claim, other = create_claim(), create_claim()
    rejected = newest(claim, EventKind.REJECTED, by=alice, reader=alice, other=other)
    assert rejected == f"You said that {other.outlet} is not a match."
    restored = newest(claim, EventKind.RESTORED, by=alice, reader=alice, other=other)
    assert restored == f"You let {other.outlet} be suggested again."


def test_history_costs_the_same_for_one_event_and_for_many(alice, django_assert_num_queries):
    claim = Claim.objects.get(pk=create_claim(by=alice).pk)
    for number in range(8):
        people = create_reporter(name=f"r{number}")
        history.record(claim, EventKind.LINKED, by=people, other=create_claim(), link_kind="same")
    with django_assert_num_queries(1):
        rows = sentences.lines(claim, claim.events.for_history(), reader=alice)
    assert len(rows) == Event.objects.filter(claim=claim).count()
