"""An act on many claims beside people who decide, take and undo them at the same moment."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.db import connections, transaction
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import bulk, bulk_progress, bulk_undo, reverting, review, verdicts
from claims.errors import ClaimError
from claims.models import BulkAct, Claim, Event, Verdict
from claims.states import BulkKind, BulkState, EventKind, VerdictStatus
from claims.tests.factories import create_bulk_act, create_claims
from claims.tests.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alice():
    return create_reviewer(name="alice")


@pytest.fixture
def bob():
    return create_reviewer(name="bob")


def test_a_claim_that_is_decided_at_the_same_moment_gets_one_verdict(alice, bob):
    claims = create_claims(6)
    act = create_bulk_act(claims, by=alice)
    one = partial(
        verdicts.decide,
        claims[3],
        status=VerdictStatus.UNRESOLVED,
        rationale="Ask the port.",
        seen_version=claims[3].version,
        by=bob,
    )
    done, decided = at_once([partial(bulk.start, act, by=alice), one])
    assert Verdict.objects.count() == 6
    assert done.changed == (5 if isinstance(decided, Verdict) else 6)
    assert Event.objects.filter(kind=EventKind.DECIDED).count() == 6


def test_two_acts_and_people_who_take_never_wait_for_each_other_in_a_circle(alice, bob):
    claims = create_claims(6)
    carol = create_reviewer(name="carol")
    review.take(claims[0], by=carol)
    forth, back = create_bulk_act(claims, by=alice), create_bulk_act(claims[::-1], by=bob)
    acts = [partial(bulk.start, forth, by=alice), partial(bulk.start, back, by=bob)]
    first, second, _ = at_once([*acts, partial(review.take, claims[5], by=carol)])
    assert 4 <= first.changed + second.changed <= 6
    assert Verdict.objects.count() == first.changed + second.changed


def test_a_decision_that_crosses_a_reversal_stands_or_falls_as_a_whole(alice, bob):
    claims, boss = create_claims(4), create_desk_admin()
    bulk.start(create_bulk_act(claims, by=bob), by=bob)
    now = timezone.now()
    times = {"since": now - timedelta(hours=1), "until": now + timedelta(hours=1)}
    act = reverting.preview(of=bob, **times, why="Not theirs.", by=boss)
    again = partial(
        verdicts.decide,
        claims[2],
        status=VerdictStatus.UNRESOLVED,
        rationale="Ask the port.",
        seen_version=Claim.objects.get(pk=claims[2].pk).version,
        by=alice,
    )
    done, decided = at_once([partial(bulk.start, act, by=boss), again])
    is_decided = isinstance(decided, Verdict)
    assert done.changed == (3 if is_decided else 4)
    assert Claim.objects.decided().count() == int(is_decided)


def test_pressing_twice_at_once_does_it_once(alice):
    act = create_bulk_act(create_claims(4), by=alice)
    done = at_once([partial(bulk.start, act, by=alice)] * 2)
    assert [one.changed for one in done] == [4, 4]
    assert Verdict.objects.count() == 4


def test_undoing_twice_at_once_undoes_it_once(alice):
    act = bulk.start(create_bulk_act(create_claims(4), by=alice), by=alice)
    undone = at_once([partial(bulk_undo.undo, act, by=alice)] * 2)
    assert sorted(isinstance(one, ClaimError) for one in undone) == [False, True]
    assert Event.objects.filter(kind=EventKind.UNDONE).count() == 4


def test_many_claims_are_the_workers_who_does_them_once(alice, monkeypatch, do_jobs):
    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    claims = create_claims(3)
    act = bulk.start(create_bulk_act(claims, by=alice), by=alice)
    assert (act.state, Verdict.objects.count()) == (BulkState.STARTED, 0)
    bulk.start(act, by=alice)
    do_jobs()
    act.refresh_from_db()
    assert (act.state, act.changed) == (BulkState.DONE, 3)
    assert Claim.objects.filter(status=BulkKind.DISPUTED).count() == 3


def test_how_far_it_is_shows_before_any_of_it_does(alice):
    act = create_bulk_act(create_claims(1), by=alice)
    outside = connections["default"].copy()
    with transaction.atomic():
        bulk_progress.tell(act, 200, of=312)
        BulkAct.objects.filter(pk=act.pk).update(state=BulkState.STARTED)
        with outside.cursor() as cursor:
            cursor.execute("SELECT application_name FROM pg_stat_activity")
            names = [name for (name,) in cursor.fetchall()]
    outside.close()
    assert f"bulk act {act.pk} 200 312" in names
    assert bulk_progress.of(act) is None
