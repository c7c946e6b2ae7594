"""Evidence: adding, removing, restoring, and what it does to the claim."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reviewer
from claims import evidence, highlights, links, review
from claims.errors import BadLink, HeldByAnother, StaleClaim
from claims.evidence import NewEvidence
from claims.models import Claim
from claims.states import EventKind, VerdictStatus
from claims.tests.factories import create_claim, create_evidence, create_pair, create_verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return create_reviewer(name="alice")


@pytest.fixture
def bob():
    return create_reviewer(name="bob")


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_a_piece_is_on_the_claim_and_in_its_history(alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    assert list(claim.evidence.standing()) == [piece]
    event = claim.events.first()
    assert (event.kind, event.evidence) == (EventKind.EVIDENCE_ADDED, piece)
    assert fresh(claim).holder == alice


def test_a_piece_without_a_title_is_called_by_its_source(alice):
    claim = create_claim()
    assert evidence.add(claim, NewEvidence(citation="Log, p. 4"), by=alice).title == "Log, p. 4"
    long = NewEvidence(url="https://port.example/" + "a" * 400)
    assert len(evidence.add(claim, long, by=alice).title) == 300


def test_a_piece_sent_again_is_the_same_piece(alice):
    claim = create_claim()
    log = NewEvidence(citation="Harbour log", note="Page 4")
    first, again = (evidence.add(claim, log, by=alice) for _ in range(2))
    other = evidence.add(claim, NewEvidence(citation="Harbour log", note="Page 5"), by=alice)
    assert again == first != other
    assert claim.events.filter(kind=EventKind.EVIDENCE_ADDED).count() == 2


def test_a_piece_sent_again_brings_no_claim_back(alice):
    claim, log = create_claim(), NewEvidence(citation="Harbour log")
    evidence.add(claim, log, by=alice)
    create_verdict(claim, by=alice, status=VerdictStatus.UNRESOLVED)
    evidence.add(claim, log, by=alice)
    assert not fresh(claim).is_waiting
    assert not claim.events.filter(kind=EventKind.REOPENED).exists()


def test_another_outlets_linked_claim_is_evidence_once(alice):
    one, other = create_pair()
    new = NewEvidence(linked_claim=other)
    piece = evidence.add(one, new, by=alice)
    assert piece.title == f"{other.outlet}: “{other.quote}”"
    assert evidence.add(one, new, by=alice) == piece
    assert one.events.filter(kind=EventKind.EVIDENCE_ADDED).count() == 1


def test_a_claim_that_is_not_linked_is_no_evidence(alice):
    one, other = create_pair()
    links.unlink(one.links_as_a.get(), by=alice)
    with pytest.raises(BadLink, match="Only a linked claim can be evidence"):
        evidence.add(one, NewEvidence(linked_claim=other), by=alice)
    assert not one.evidence.exists()


def test_a_removed_piece_can_be_put_back(alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    evidence.remove(piece, by=alice)
    assert not claim.evidence.standing().exists()
    evidence.restore(piece, by=alice)
    assert list(claim.evidence.standing()) == [piece]
    kinds = claim.events.order_by("-pk").values_list("kind", "field")
    assert list(kinds)[:2] == [("evidence added", "restored"), ("evidence removed", "")]


def test_removing_or_restoring_twice_changes_nothing(alice):
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    evidence.restore(piece, by=alice)
    evidence.remove(piece, by=alice)
    before = fresh(claim).version
    evidence.remove(piece, by=alice)
    assert fresh(claim).version == before


@pytest.mark.parametrize("act", [evidence.remove, evidence.restore])
def test_evidence_of_a_claim_another_holds_stays(alice, bob, act):
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    with pytest.raises(HeldByAnother):
        act(piece, by=bob)
    with pytest.raises(HeldByAnother):
        create_evidence(claim, by=bob)
    assert list(claim.evidence.standing()) == [piece]


def test_a_removed_claim_gets_no_evidence(alice):
    claim = highlights.remove(create_claim(), by=alice)
    with pytest.raises(StaleClaim, match="removed this claim"):
        create_evidence(claim, by=alice)
    assert not claim.evidence.exists()


def test_new_evidence_brings_an_unresolved_claim_back(alice):
    claim = create_claim()
    create_verdict(claim, by=alice, status=VerdictStatus.UNRESOLVED)
    create_evidence(claim, by=alice)
    claim = fresh(claim)
    assert claim.is_waiting
    assert claim.events.get(kind=EventKind.REOPENED).reason == "its evidence changed"


def test_a_verdict_keeps_the_evidence_it_rested_on(alice):
    claim = create_claim()
    verdict = create_verdict(claim, by=alice, status=VerdictStatus.VERIFIED)
    piece = verdict.evidence.get()
    review.release(claim, by=alice)
    evidence.remove(piece, by=alice)
    assert list(verdict.evidence.all()) == [piece]
    assert fresh(claim).status == "verified"
