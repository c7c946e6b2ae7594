"""Several people at once, each on a real connection of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from accounts import own_keys
from accounts.key_map import Action
from accounts.models import OwnKey, User
from accounts.tests.factories import create_reviewer
from claims import assignments, evidence, handing_over, review, verdicts
from claims.assignments import Assignment
from claims.errors import ClaimError, HeldByAnother, NothingWaits, StaleClaim
from claims.evidence import NewEvidence
from claims.models import Claim, Evidence, Opinion, Verdict
from claims.states import EventKind, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_claims,
    create_evidence,
    create_opinion,
    create_strict_claim,
)

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 8


def at_once(acts: Sequence[Callable[[], object]]) -> list[object]:
    """Run the acts in threads that start together; what each gave or raised, in order."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            return act()
        except ClaimError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def take_next(by: User) -> Claim:
    return review.take_next(Claim.objects.all(), by=by)


def decide(claim: Claim, by: User) -> Verdict | Opinion:
    return verdicts.decide(
        claim, status=VerdictStatus.DISPUTED, rationale="Two counts.", seen_version=2, by=by
    )


def test_eight_people_taking_from_one_queue_get_distinct_claims():
    create_claims(PEOPLE)
    people = [create_reviewer() for _ in range(PEOPLE)]
    taken = at_once([partial(take_next, by) for by in people])
    assert len({claim.pk for claim in taken}) == PEOPLE
    assert [claim.reviewer for claim in taken] == people


def test_the_last_claims_go_to_as_many_people():
    create_claims(3)
    taken = at_once([partial(take_next, create_reviewer()) for _ in range(PEOPLE)])
    claims = [one for one in taken if isinstance(one, Claim)]
    assert len({claim.pk for claim in claims}) == 3
    assert sum(isinstance(one, NothingWaits) for one in taken) == PEOPLE - 3


def test_one_person_pressing_twice_gets_one_claim():
    create_claims(4)
    alice = create_reviewer()
    first, second = at_once([partial(take_next, alice)] * 2)
    assert first == second
    assert Claim.objects.held_by(alice).count() == 1


def test_two_people_who_open_one_claim_leave_one_holder():
    claim = create_claim()
    people = [create_reviewer(), create_reviewer()]
    taken = at_once([partial(review.take, claim, by=by) for by in people])
    assert sorted(type(one).__name__ for one in taken) == ["Claim", "HeldByAnother"]
    assert claim.events.filter(kind=EventKind.TAKEN).count() == 1


def test_two_decisions_on_one_claim_leave_exactly_one_verdict():
    claim = create_claim()
    people = [create_reviewer() for _ in range(PEOPLE)]
    given = at_once([partial(decide, claim, by) for by in people])
    verdict = Verdict.objects.get()
    assert [one for one in given if isinstance(one, Verdict)] == [verdict]
    others = [one for one in given if isinstance(one, StaleClaim)]
    assert len(others) == PEOPLE - 1
    assert all(error.changes[0].kind == EventKind.DECIDED for error in others)


def test_a_decision_against_the_holder_leaves_none():
    alice, bob = create_reviewer(), create_reviewer()
    claim = review.take(create_claim(), by=alice)
    given = at_once([partial(decide, claim, bob), partial(decide, claim, create_reviewer())])
    assert [type(one) for one in given] == [HeldByAnother, HeldByAnother]
    assert not Verdict.objects.exists()


def test_eight_second_opinions_at_once_make_one_verdict():
    claim = create_strict_claim()
    first = create_opinion(claim, by=create_reviewer())
    people = [create_reviewer() for _ in range(PEOPLE)]
    given = at_once([partial(decide, claim, by) for by in people])
    verdict = Verdict.objects.get()
    assert [one for one in given if isinstance(one, Verdict)] == [verdict]
    assert sum(isinstance(one, StaleClaim) for one in given) == PEOPLE - 1
    first.refresh_from_db()
    assert (first.state, verdict.decided_with) == ("agreed", first.by)
    assert claim.opinions.count() == 2


def test_two_first_opinions_at_once_are_a_first_and_a_second():
    claim = create_strict_claim()
    people = [create_reviewer(), create_reviewer()]
    given = at_once([partial(decide, claim, by) for by in people])
    assert sorted(type(one).__name__ for one in given) == ["Opinion", "Verdict"]
    assert {*people} == {one.by for one in claim.opinions.all()}


def test_removing_the_evidence_meets_the_decision_that_rests_on_it():
    alice = create_reviewer()
    claim = create_claim()
    piece = create_evidence(claim, by=alice)
    seen = Claim.objects.get(pk=claim.pk).version
    verify = partial(
        verdicts.decide,
        claim,
        status=VerdictStatus.VERIFIED,
        rationale="On the list.",
        seen_version=seen,
        by=alice,
    )
    given = at_once([verify, partial(evidence.remove, piece, by=alice)])
    verdict = Verdict.objects.filter(evidence=piece).first()
    assert verdict == given[0] or isinstance(given[0], StaleClaim)
    assert not Evidence.objects.standing().exists()


def test_two_verdicts_undone_at_once_are_undone_once():
    alice = create_reviewer()
    claim = create_claim()
    verdict = decide(claim, alice)
    given = at_once([partial(verdicts.undo, verdict, by=alice)] * 2)
    assert sorted(type(one).__name__ for one in given) == ["Claim", "StaleClaim"]
    assert claim.events.filter(kind=EventKind.UNDONE).count() == 1


def test_who_leaves_while_work_is_assigned_to_them_keeps_none_of_it():
    alice, bob = create_reviewer(), create_reviewer()
    gives = [
        lambda claim=claim: assignments.assign(claim, to=Assignment(person=alice), by=bob)
        for claim in create_claims(4)
    ]
    *given, _ = at_once([*gives, lambda: handing_over.leave(alice, to=Assignment(), by=alice)])
    assert not Claim.objects.exclude(assignee=None).exists()
    refused = [one for one in given if isinstance(one, ClaimError)]
    assert all("is away or cannot decide" in str(refusal) for refusal in refused)


def test_keys_that_are_saved_twice_at_once_are_saved_once():
    save = partial(own_keys.change, create_reviewer(), {Action("review", "v"): "#"})
    assert at_once([save] * 4) == [None] * 4
    assert OwnKey.objects.get().key == "#"


def test_one_person_at_work_in_many_places_never_locks_themselves_out():
    alice = create_reviewer()
    claims = create_claims(4)
    log = NewEvidence(citation="Harbour log")
    acts = [partial(evidence.add, claim, log, by=alice) for claim in claims]
    given = at_once([*acts, *[partial(take_next, alice)] * 4])
    assert not [one for one in given if isinstance(one, ClaimError)]
    assert Claim.objects.held_by(alice).count() == 1
