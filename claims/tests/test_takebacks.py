"""Taking back one thing that the history tells, by each kind of it, and what stands against it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reporter, create_reviewer
from articles.tests.factories import create_article
from claims import (
    corrections,
    discrepancies,
    evidence,
    highlights,
    links,
    pins,
    review,
    sentences,
    silences,
    takebacks,
    verdicts,
)
from claims.errors import NotAllowed, NotEnough, StaleEvent
from claims.evidence import NewEvidence
from claims.models import Claim, Discrepancy, Event, Link, Opinion, Silence, Verdict
from claims.states import EventKind, LinkKind, LinkState, Resolution, VerdictStatus
from claims.tests.correcting import change_source, create_said
from claims.tests.factories import (
    create_claim,
    create_discrepancy,
    create_evidence,
    create_link,
    create_opinion,
    create_pair,
    create_strict_claim,
    create_verdict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss():
    return create_desk_admin(name="boss", first_name="Bea", last_name="Boss")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def fresh_state(opinion: Opinion) -> str:
    return Opinion.objects.get(pk=opinion.pk).state


def newest(claim: Claim, kind: EventKind) -> Event:
    return Event.objects.for_desk().filter(claim=claim, kind=kind)[0]


def undo(claim: Claim, kind: EventKind, *, by) -> None:
    takebacks.undo(newest(claim, kind), by=by, reason="It was the wrong log.")


def refusal(claim: Claim, kind: EventKind, *, by) -> str:
    with pytest.raises(StaleEvent) as error:
        undo(claim, kind, by=by)
    return str(error.value)


def test_a_verdict_goes_and_comes_back(boss, bob):
    claim = create_claim()
    verdict = create_verdict(claim, by=bob)
    undo(claim, EventKind.DECIDED, by=boss)
    assert fresh(claim).status == "unreviewed"
    undo(claim, EventKind.UNDONE, by=boss)
    found = fresh(claim)
    assert (found.current_verdict, found.status, found.is_waiting) == (verdict, "disputed", False)
    assert refusal(claim, EventKind.UNDONE, by=boss) == "It was decided again since."
    undo(claim, EventKind.REINSTATED, by=boss)
    assert fresh(claim).current_verdict is None


def test_a_mark_goes_unless_something_rests_on_it(boss, bob):
    claim, _other = create_pair()
    assert refusal(claim, EventKind.MARKED, by=boss) == "The claim is linked to another."
    links.unlink(Link.objects.get(), by=bob)
    piece = create_evidence(claim, by=bob)
    assert refusal(claim, EventKind.MARKED, by=boss) == "The claim has evidence."
    evidence.remove(piece, by=bob)
    verdict = create_verdict(claim, by=bob)
    assert refusal(claim, EventKind.MARKED, by=boss) == "The claim has a verdict that stands."
    verdicts.undo(verdict, by=bob)
    undo(claim, EventKind.MARKED, by=boss)
    assert fresh(claim).is_removed
    undo(claim, EventKind.REMOVED, by=boss)
    assert not fresh(claim).is_removed
    assert refusal(claim, EventKind.REMOVED, by=boss) == "The claim was put back since."


def test_a_link_becomes_what_it_was_before(boss, bob):
    one, other = create_pair()
    link = Link.objects.get()
    undo(one, EventKind.LINKED, by=boss)
    link.refresh_from_db()
    assert link.state == LinkState.SUGGESTED
    assert fresh(one).cluster is None
    links.reject(one, other, by=bob)
    links.confirm(one, other, kind=LinkKind.CONTRADICTS, by=bob)
    undo(other, EventKind.LINKED, by=boss)
    link.refresh_from_db()
    assert link.state == LinkState.REJECTED


def test_a_link_that_was_decided_on_again_stays(boss, bob):
    one, _other = create_pair()
    first = newest(one, EventKind.LINKED)
    links.unlink(Link.objects.get(), by=bob)
    with pytest.raises(StaleEvent, match="decided on again"):
        takebacks.undo(first, by=boss)
    undo(one, EventKind.UNLINKED, by=boss)
    assert Link.objects.get().state == LinkState.CONFIRMED


def test_a_link_that_is_evidence_stays(boss, bob):
    one, other = create_pair()
    evidence.add(one, NewEvidence(linked_claim=other), by=bob)
    said = refusal(one, EventKind.LINKED, by=boss)
    assert said == "One of the two claims is evidence for the other."


def test_evidence_goes_unless_the_verdict_that_stands_rests_on_it(boss, bob):
    claim = create_claim()
    create_evidence(claim, by=bob)
    create_verdict(claim, by=bob)
    said = refusal(claim, EventKind.EVIDENCE_ADDED, by=boss)
    assert said == "The verdict that stands rests on it."
    undo(claim, EventKind.DECIDED, by=boss)
    undo(claim, EventKind.EVIDENCE_ADDED, by=boss)
    assert not claim.evidence.standing().exists()
    assert fresh(claim).holder is None  # nobody takes the claim by it
    undo(claim, EventKind.EVIDENCE_REMOVED, by=boss)
    assert claim.evidence.standing().exists()


def test_a_verdict_on_other_words_does_not_stand_again(boss, bob):
    claim = create_claim()
    verdict = create_verdict(claim, by=bob)
    undo(claim, EventKind.DECIDED, by=boss)
    shorter = claim.start + claim.quote.rindex(" ")
    highlights.move(fresh(claim), start=claim.start, end=shorter, by=boss)
    assert refusal(claim, EventKind.UNDONE, by=boss) == "The claim has other words since."
    with pytest.raises(NotAllowed, match="no longer as it was"):
        verdicts.reinstate(verdict, by=boss)
    assert fresh(claim).current_verdict is None


def test_a_settled_figure_is_open_again(boss, bob):
    one, _ = create_pair(kind=LinkKind.CONTRADICTS)
    create_discrepancy(Link.objects.get())
    row = Discrepancy.objects.for_page().get()
    discrepancies.settle(row, resolution=Resolution.COMPATIBLE, reason="Counted.", by=bob)
    undo(one, EventKind.SETTLED, by=boss)
    assert Discrepancy.objects.open().exists()
    assert refusal(one, EventKind.SETTLED, by=boss) == "The figure was decided on again since."


def test_the_wording_is_as_before_unless_worded_again(boss, bob):
    claim = create_claim(statement="Two boats")
    highlights.edit(claim, statement="Three boats", attribution="", by=bob)
    first = newest(claim, EventKind.EDITED)
    highlights.edit(claim, statement="Four boats", attribution="", by=bob)
    with pytest.raises(StaleEvent, match="worded again"):
        takebacks.undo(first, by=boss)
    undo(claim, EventKind.EDITED, by=boss)
    assert fresh(claim).statement == "Three boats"


def test_a_silence_and_a_place_that_was_settled_are_open_again(boss, bob):
    claim = create_claim()
    silent = create_article(story=claim.story, text="A concert in the park.")
    silences.confirm(claim, silent.outlet, by=bob)
    undo(claim, EventKind.SILENT, by=boss)
    assert not Silence.objects.exists()
    said = create_said()
    corrections.accept(change_source(said), by=bob)
    undo(said, EventKind.RELOCATED, by=boss)
    assert fresh(said).has_changed_source


def test_a_pin_goes_and_comes_back(boss, bob):
    claim = create_claim()
    pins.pin(claim, by=bob)
    first = newest(claim, EventKind.PINNED)
    undo(claim, EventKind.PINNED, by=boss)
    assert not fresh(claim).is_pinned
    with pytest.raises(StaleEvent, match="pinned or unpinned since"):
        takebacks.undo(first, by=boss)
    undo(claim, EventKind.UNPINNED, by=boss)
    assert fresh(claim).is_pinned


def test_an_opinion_is_set_aside_with_a_reason_and_counts_again(boss, bob):
    claim = create_strict_claim()
    opinion = create_opinion(claim, by=bob)
    event = newest(claim, EventKind.OPINED)
    with pytest.raises(NotEnough, match="Say why"):
        takebacks.undo(event, by=boss)
    undo(claim, EventKind.OPINED, by=boss)
    assert fresh_state(opinion) == "void"
    assert refusal(claim, EventKind.OPINED, by=boss).endswith("no longer counts.")
    undo(claim, EventKind.OPINION_VOID, by=boss)
    assert fresh_state(opinion) == "open"
    told = [sentences.line(one, reader=bob).words for one in claim.events.for_history()[:2]]
    assert told[0] == "let the opinion of Bob Byrne count again."
    assert told[1] == "set aside the opinion of Bob Byrne: “It was the wrong log.”"


def test_of_two_opinions_that_differ_the_other_waits_and_they_differ_again(boss, bob):
    claim, carol = create_strict_claim(), create_reviewer(name="carol")
    first = create_opinion(claim, by=carol)
    second = create_opinion(claim, by=bob, status=VerdictStatus.UNRESOLVED)
    undo(claim, EventKind.OPINED, by=boss)
    assert (fresh_state(first), fresh_state(second)) == ("open", "void")
    undo(claim, EventKind.OPINION_VOID, by=boss)
    assert {fresh_state(first), fresh_state(second)} == {"in disagreement"}


def test_what_the_claim_has_outgrown_does_not_count_again(boss, bob):
    claim = create_strict_claim()
    create_opinion(claim, by=bob)
    undo(claim, EventKind.OPINED, by=boss)
    highlights.edit(fresh(claim), statement="Two boats", attribution="", by=bob)
    said = refusal(claim, EventKind.OPINION_VOID, by=boss)
    assert said == "The claim is no longer as it was when the opinion was given."


def test_its_author_takes_an_opinion_back_from_the_history(bob):
    claim = create_strict_claim()
    opinion = create_opinion(claim, by=bob)
    takebacks.undo(newest(claim, EventKind.OPINED), by=bob)
    assert fresh_state(opinion) == "withdrawn"


def test_its_author_has_a_while_and_a_desk_admin_any_time(boss, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    event = newest(claim, EventKind.DECIDED)
    assert takebacks.may_undo(event, by=bob)
    assert not takebacks.may_undo(event, by=create_reviewer())
    event.at = timezone.now() - timedelta(minutes=16)
    assert takebacks.may_undo(event, by=boss)
    with pytest.raises(NotAllowed, match="for 15 minutes"):
        takebacks.undo(event, by=bob)
    assert Verdict.objects.get() == fresh(claim).current_verdict


def test_what_is_no_decision_is_not_undone(boss, bob):
    claim = create_claim()
    review.take(claim, by=bob)
    assert not takebacks.may_undo(newest(claim, EventKind.TAKEN), by=boss)
    one, other = (create_claim(article=create_article(story=claim.story)) for _ in range(2))
    create_link(one, other, by=create_reporter())
    machine = Event.objects.for_desk().filter(by=None).first()
    assert machine is None or not takebacks.may_undo(machine, by=boss)


def test_the_verdict_of_another_is_undone_with_a_reason_that_they_are_shown(boss, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    event = newest(claim, EventKind.DECIDED)
    with pytest.raises(NotEnough, match="Say why"):
        takebacks.undo(event, by=boss)
    takebacks.undo(event, by=boss, reason="It was the wrong log.")
    assert newest(claim, EventKind.UNDONE).reason == "It was the wrong log."
    assert takebacks.needs_reason(event, by=boss)
    assert not takebacks.needs_reason(event, by=bob)
