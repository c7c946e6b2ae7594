"""Taking an act on many claims back: as one act, all but what moved on since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import bulk, bulk_undo, highlights, review, sentences, verdicts
from claims.errors import NotAllowed, NotEnough, StaleBulkAct
from claims.evidence import NewEvidence
from claims.models import BulkAct, Claim, Evidence, Notification, Skip
from claims.states import (
    BulkKind,
    BulkOutcome,
    BulkState,
    EventKind,
    NotificationKind,
    VerdictStatus,
)
from claims.tests.correcting import change_source, create_said
from claims.tests.factories import create_bulk_act, create_claim, create_claims, create_verdict

pytestmark = pytest.mark.django_db
LOG = NewEvidence(url="https://port.example/log", title="Harbour log")
STATE = ("status", "current_verdict", "waiting_since", "reviewer", "leased_until")


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def states(claims: list[Claim]) -> list[tuple]:
    rows = Claim.objects.filter(pk__in=[claim.pk for claim in claims])
    return list(rows.order_by("pk").values_list(*STATE))


def done(claims: list[Claim], *, by, **words) -> BulkAct:
    return bulk.start(create_bulk_act(claims, by=by, **words), by=by)


def test_all_is_as_it_was_before(alice, bob):
    new, decided = create_claims(2)
    create_verdict(decided, by=alice, status=VerdictStatus.UNRESOLVED)
    before = states([new, decided])
    act = done([new, decided], by=alice, kind=BulkKind.VERIFIED, evidence=LOG)
    act = bulk_undo.undo(act, by=alice)
    assert states([new, decided]) == before
    assert (act.state, act.taken_back, act.undone_by) == (BulkState.UNDONE, 2, alice)
    assert not Evidence.objects.standing().exists()
    told = sentences.lines(new, new.events.for_history(), reader=bob)
    undone = [line.words for line in told if "took back" in line.words]
    assert undone[0].startswith("took back that it is verified with 1 other")


def test_what_moved_on_since_stays_and_is_named(alice, bob):
    again, removed, undone, still = claims = create_claims(4)
    act = done(claims, by=alice, evidence=LOG)
    create_verdict(again, by=bob, status=VerdictStatus.VERIFIED)
    highlights.remove(removed, by=bob)
    verdicts.undo(fresh(undone).current_verdict, by=alice)
    act = bulk_undo.undo(act, by=alice)
    assert act.taken_back == 1
    left = act.parts.filter(outcome=BulkOutcome.MOVED_ON).values_list("claim", "reason")
    assert dict(left) == {
        again.pk: "Its verdict was changed or taken back since.",
        removed.pk: "It was removed since.",
        undone.pk: "Its verdict was changed or taken back since.",
    }
    assert fresh(again).status == "verified"
    assert fresh(still).status == "unreviewed"
    assert again.evidence.filter(url=LOG.url, removed_at=None).exists()


def test_a_claim_whose_source_changed_meanwhile_goes_on_waiting(alice):
    claim = create_said()
    act = done([claim], by=alice)
    change_source(claim)
    waits = fresh(claim).waiting_since
    bulk_undo.undo(act, by=alice)
    claim = fresh(claim)
    assert (claim.status, claim.waiting_since) == ("unreviewed", waits)
    assert claim.has_changed_source


def test_its_author_undoes_for_a_while_and_a_desk_admin_always(alice, bob):
    act = done(create_claims(2), by=alice)
    with pytest.raises(NotAllowed, match="Only Alice Arden or a desk admin"):
        bulk_undo.undo(act, by=bob)
    BulkAct.objects.update(done_at=F("done_at") - timedelta(minutes=15))
    with pytest.raises(NotAllowed, match="for 15 minutes"):
        bulk_undo.undo(act, by=alice)
    boss = create_desk_admin()
    with pytest.raises(NotEnough, match="Say why"):
        bulk_undo.undo(act, by=boss)
    assert bulk_undo.undo(act, by=boss, reason="The wrong log.").undone_by == boss
    told = Notification.objects.filter(person=alice)
    assert {(one.kind, one.by) for one in told} == {(NotificationKind.REVERSED, boss)}
    assert sorted(one.claim_id for one in told) == sorted(act.parts.values_list("claim", flat=True))


def test_it_is_undone_once(alice):
    act = done(create_claims(2), by=alice)
    bulk_undo.undo(act, by=alice)
    with pytest.raises(StaleBulkAct):
        bulk_undo.undo(act, by=alice)
    assert act.events.filter(kind=EventKind.UNDONE).count() == 2


def test_what_changed_nothing_cannot_be_undone(alice, bob):
    claim = create_claim()
    act = create_bulk_act([claim], by=alice)
    review.take(claim, by=bob)
    act = bulk.start(act, by=alice)
    assert not bulk_undo.may_undo(act, by=alice)
    with pytest.raises(NotAllowed, match="changed no claim"):
        bulk_undo.undo(act, by=create_desk_admin(), reason="It is empty.")


def test_skipped_claims_come_up_again(alice):
    claims = create_claims(2)
    act = bulk.choose([claim.pk for claim in claims], kind=BulkKind.SKIPPED, by=alice)
    bulk_undo.undo(bulk.start(act, by=alice), by=alice)
    assert not Skip.objects.exists()
    last = sentences.lines(claims[0], claims[0].events.for_history()[:1], reader=alice)[0]
    assert last.words == "let it come up again for whoever skipped it."
    assert fresh(claims[0]).version == claims[0].version


def test_leases_go_back_to_who_held_them_unless_taken_since(alice, bob):
    one, other = create_claims(2)
    review.take(one, by=alice)
    review.take(other, by=bob)
    boss = create_desk_admin()
    act = bulk.choose([one.pk, other.pk], kind=BulkKind.RELEASED, by=boss)
    act = bulk.start(act, by=boss)
    carol = create_reviewer()
    review.take(fresh(other), by=carol)
    act = bulk_undo.undo(act, by=boss)
    assert (fresh(one).holder, fresh(other).holder) == (alice, carol)
    assert act.parts.get(claim=other).reason == "Somebody has taken it since."
    assert fresh(one).leased_until > timezone.now()


def test_whoever_holds_another_claim_by_now_gets_no_second_one(alice):
    one, other = create_claims(2)
    review.take(one, by=alice)
    boss = create_desk_admin()
    act = bulk.start(bulk.choose([one.pk], kind=BulkKind.RELEASED, by=boss), by=boss)
    review.take(other, by=alice)
    act = bulk_undo.undo(act, by=boss)
    assert (fresh(one).holder, fresh(other).holder) == (None, alice)
    assert act.parts.get().reason == "Alice Arden holds another claim by now."
