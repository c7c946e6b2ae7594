"""What conditions of claims find: in the queue, and through the search."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer
from claims import comments, evidence, pins, review, signs
from claims import search as searches
from claims.evidence import NewEvidence
from claims.models import Claim, Link
from claims.search import Section
from claims.states import EvidenceKind, LinkKind, LinkState
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_discrepancy,
    create_evidence,
    create_pair,
    create_verdict,
)
from claims.tests.test_corroboration import create_told

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


def found(text: str, reader=None) -> set[Claim]:
    asked = searches.ask(text, reader=reader)
    assert asked.complaints == []
    return set(searches.claims_of(asked))


def test_what_claims_have(alice):
    alone, proved = create_claims(2)
    create_evidence(proved, by=alice)
    pair = create_pair()
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    create_discrepancy(Link.objects.of(one).get())
    assert found("has:link") == {*pair, one, other}
    assert found("has:conflict") == {one, other}
    assert found("has:evidence") == {proved}
    assert found("-has:link -has:evidence") == {alone}
    assert found("has:link has:evidence") == set()


def test_kinds_of_evidence_that_stands(alice):
    one, other = create_claims(2)
    for claim, kind in ((one, EvidenceKind.OFFICIAL), (one, EvidenceKind.DATA), (other, "")):
        new = NewEvidence(citation="Harbour log, 18 November", kind=kind)
        piece = evidence.add(claim, new, by=alice)
    assert found("evidence:official evidence:data") == {one}
    assert found("-evidence:official has:evidence") == {other}
    assert found("evidence:expert") == set()
    evidence.remove(one.evidence.get(kind=EvidenceKind.DATA), by=alice)
    assert found("evidence:data") == set()
    assert piece.kind == ""


def test_a_comment_counts_until_its_thread_is_resolved(alice):
    asked, answered = create_claims(2)
    comments.begin(asked, "Which list has it?", by=alice)
    thread = comments.begin(answered, "Is this the port's figure?", by=alice)
    comments.resolve(thread, by=alice)
    assert found("has:comment") == {asked}


def test_a_suggestion_waits_for_an_answer():
    one, other = create_pair()
    alone = create_claim()
    Link.objects.update(state=LinkState.SUGGESTED, decided_by=None, decided_at=None)
    assert signs.mend() == 2
    assert found("has:suggestion") == {one, other}
    assert found("-has:suggestion") == {alone}
    Link.objects.update(score=0.01)
    signs.mend()
    assert found("has:suggestion") == set()


def test_outlets_and_origins_of_a_claims_point():
    point = set(create_told("wire", "edited", "own"))
    alone = create_claim()
    assert found("outlets:3") == found("outlets:>=2") == found("outlets:>1") == point
    assert found("origins:2") == found("origins:>=2") == point
    assert found("origins:<2") == found("outlets:1") == found("-origins:>1") == {alone}
    assert found("origins:>=1") == found("origins:<9") == point | {alone}
    assert found("outlets:0") == found("origins:<1") == set()


def test_how_long_it_waits():
    old, new = create_claims(2)
    Claim.objects.filter(pk=old.pk).update(waiting_since=timezone.now() - timedelta(days=3))
    assert found("age:>2d") == {old}
    assert found("age:<90min") == {new}
    assert found("age:>1h age:<1w") == {old}
    assert found("age:>1w") == set()


def test_people_by_name_or_me_or_nobody(alice):
    bob = create_reviewer(name="bob")
    mine, theirs, free = create_claims(3, by=create_reporter(name="rita"))
    create_verdict(mine, by=alice)
    create_verdict(theirs, by=bob)
    review.take(free, by=alice)
    assert found("decided-by:me", alice) == found('decided-by:"alice arden"') == {mine}
    assert found("decided-by:me decided-by:BOB", alice) == {mine, theirs}
    assert found("decided-by:none") == found("-decided-by:me -decided-by:bob", alice) == {free}
    assert found("held-by:alice") == {free}
    assert found("held-by:none decided-by:bob") == {theirs}
    assert found("marked-by:rita") == {mine, theirs, free}


def test_whose_it_is_to_decide_and_by_when(alice):
    night = Group.objects.create(name="Night desk")
    alice.groups.add(night)
    hers, theirs, free = create_claims(3)
    now = timezone.now()
    Claim.objects.filter(pk=hers.pk).update(assignee=alice, **due_in(now, hours=-1))
    Claim.objects.filter(pk=theirs.pk).update(assigned_group=night, **due_in(now, days=3))
    assert found("assigned:me", alice) == {hers, theirs}
    assert found("assigned:alice") == {hers}
    assert found('assigned:"night desk"') == {theirs}
    assert found("assigned:none") == found("assigned:nobody") == found("due:none") == {free}
    assert found("due:<1d") == found("due:1d") == found("is:overdue") == {hers}
    assert found("due:>2d") == found("due:<1w -is:overdue") == {theirs}


def due_in(now, **time) -> dict[str, object]:
    at = now + timedelta(**time)
    return {"due_at": at, "due_order": at}


def test_what_is_pinned(alice):
    pinned, _other = create_claims(2)
    pins.pin(pinned, by=alice)
    assert found("is:pinned") == {pinned}


def test_a_hold_that_is_over_is_none(alice):
    claim = create_claim()
    past = timezone.now() - timedelta(minutes=1)
    Claim.objects.filter(pk=claim.pk).update(reviewer=alice, leased_until=past)
    assert found("held-by:alice") == set()
    assert found("held-by:none") == {claim}
    assert found("is:held") == set()


def test_what_a_claim_is(alice):
    waits, decided = create_claims(2)
    create_verdict(decided, by=alice)
    assert found("is:waiting") == {waits}
    assert found("is:decided") == {decided}
    assert found("is:waiting is:decided") == set()


def test_a_person_who_is_not_there_is_one_sentence_with_the_nearest(alice):
    (complaint,) = searches.ask("fog decided-by:alise").complaints
    assert complaint.sentence == "Nobody is called “alise”; the filter was left out."
    assert complaint.instead == "fog decided-by:alice"


def test_search_finds_the_articles_that_have_such_a_claim():
    one, other = create_pair()
    create_claim()
    asked = searches.ask("has:link")
    assert set(searches.rows_of(asked, Section.ARTICLES)) == {one.article, other.article}


def test_conditions_cost_as_many_queries_however_often_asked(alice, django_assert_num_queries):
    with django_assert_num_queries(1):
        searches.ask("decided-by:alice decided-by:me -decided-by:alice", reader=alice)
    with django_assert_num_queries(0):
        searches.ask("has:link is:held origins:<2 age:>2d decided-by:me held-by:none", reader=alice)
