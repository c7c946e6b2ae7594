"""Taking back all that one person did between two moments."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles.tests.factories import create_article, create_story
from claims import bulk, bulk_undo, highlights, pins, reverting, sentences, switches, verdicts
from claims.errors import NotAllowed, NothingChosen, StaleBulkAct
from claims.models import BulkAct, Claim, Event, Link, Notification
from claims.states import BulkOutcome, BulkState, EventKind, LinkState, NotificationKind, Way
from claims.tests.factories import (
    create_bulk_act,
    create_claim,
    create_claims,
    create_evidence,
    create_link,
    create_opinion,
    create_strict_claim,
    create_verdict,
)

pytestmark = pytest.mark.django_db
WHY = "The account was taken over."


@pytest.fixture
def boss():
    return create_desk_admin(name="boss", first_name="Bea", last_name="Boss")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def preview(of, *, by) -> BulkAct:
    now = timezone.now()
    hour = timedelta(hours=1)
    return reverting.preview(of=of, since=now - hour, until=now + hour, why=WHY, by=by)


def parts(act: BulkAct) -> list[tuple[str, str, str]]:
    rows = act.parts.order_by("position")
    return list(rows.values_list("event__kind", "outcome", "reason"))


def busy_evening(bob) -> tuple[Claim, Claim]:
    """Bob marks two claims of two outlets, words, links, backs and decides one."""
    story = create_story()
    one, other = (create_claim(article=create_article(story=story), by=bob) for _ in range(2))
    highlights.edit(one, statement="241 aboard", attribution="", by=bob)
    create_link(one, other, by=bob)
    create_evidence(one, by=bob)
    create_verdict(one, by=bob)
    return one, other


def test_the_newest_goes_first_and_all_that_rests_on_itself_alone_goes(boss, bob):
    one, other = busy_evening(bob)
    act = preview(bob, by=boss)
    assert [kind for kind, _, reason in parts(act) if not reason] == [
        EventKind.DECIDED,
        EventKind.EVIDENCE_ADDED,
        EventKind.LINKED,
        EventKind.EDITED,
        EventKind.MARKED,
        EventKind.MARKED,
    ]
    assert fresh(one).status == "disputed"
    act = bulk.start(act, by=boss)
    assert (act.state, act.changed) == (BulkState.DONE, 6)
    assert fresh(one).is_removed
    assert fresh(other).is_removed
    assert fresh(one).statement == ""
    assert Link.objects.get().state == LinkState.SUGGESTED


def test_one_undo_brings_all_of_it_back(boss, bob):
    one, _other = busy_evening(bob)
    verdict = fresh(one).current_verdict
    act = bulk.start(preview(bob, by=boss), by=boss)
    act = bulk_undo.undo(act, by=boss)
    assert (act.state, act.taken_back) == (BulkState.UNDONE, 6)
    found = fresh(one)
    assert (found.current_verdict, found.statement) == (verdict, "241 aboard")
    assert not found.is_removed
    assert Link.objects.get().state == LinkState.CONFIRMED
    assert one.evidence.standing().exists()
    with pytest.raises(StaleBulkAct):
        bulk_undo.undo(act, by=boss)


def test_what_others_have_built_on_stays_and_is_named(boss, bob):
    carol = create_reviewer(name="carol")
    one, other = busy_evening(bob)
    create_verdict(fresh(other), by=carol)
    act = preview(bob, by=boss)
    left = [(kind, reason) for kind, outcome, reason in parts(act) if reason]
    assert left == [(EventKind.MARKED, "The claim has a verdict that stands.")]
    verdicts.undo(fresh(one).current_verdict, by=bob)
    act = bulk.start(act, by=boss)
    left = [(kind, reason) for kind, outcome, reason in parts(act) if reason]
    assert (EventKind.DECIDED, "It was decided again since.") in left
    assert not fresh(other).is_removed


def test_the_history_says_whose_doings_were_taken_back(boss, bob):
    claim = create_claim()
    create_verdict(claim, by=bob, rationale="Two counts.")
    bulk.start(preview(bob, by=boss), by=boss)
    event = claim.events.for_history()[0]
    words = sentences.line(event, reader=bob).words
    assert words.startswith(f"took back that it is disputed: “{WHY}”")
    assert words.endswith("It was taken back with what Bob Byrne did.")


def test_what_they_took_back_themselves_is_let_be(boss, bob):
    claim = create_claim()
    verdicts.undo(create_verdict(claim, by=bob), by=bob)
    with pytest.raises(NothingChosen, match="Bob Byrne did nothing then"):
        preview(bob, by=boss)


def test_acts_on_many_claims_go_too(boss, bob):
    claims = create_claims(3)
    bulk.start(create_bulk_act(claims, by=bob), by=bob)
    act = bulk.start(preview(bob, by=boss), by=boss)
    assert act.changed == 3
    assert not Claim.objects.decided().exists()


def test_only_the_chosen_time_is_looked_at(boss, bob):
    claim = create_claim()
    create_verdict(claim, by=bob)
    at = Event.objects.get(kind=EventKind.DECIDED).at
    minute = timedelta(minutes=1)
    with pytest.raises(NothingChosen):
        reverting.preview(of=bob, since=at + minute, until=at + 2 * minute, why=WHY, by=boss)
    with pytest.raises(NothingChosen):
        reverting.preview(of=bob, since=at - minute, until=at, why=WHY, by=boss)
    act = reverting.preview(of=bob, since=at, until=at + minute, why=WHY, by=boss)
    assert act.parts.get().outcome == BulkOutcome.TO_CHANGE


def test_more_than_one_act_takes_is_refused(boss, bob, monkeypatch):
    monkeypatch.setattr(reverting, "MOST", 2)
    bulk.start(create_bulk_act(create_claims(3), by=bob), by=bob)
    with pytest.raises(NothingChosen, match="Choose a shorter time"):
        preview(bob, by=boss)


def test_it_is_for_desk_admins(bob):
    with pytest.raises(NotAllowed, match="Only a desk admin"):
        preview(bob, by=create_reviewer())


def test_opinions_and_pins_go_and_one_undo_brings_them_back(boss, bob):
    claim = create_strict_claim()
    opinion = create_opinion(claim, by=bob)
    pins.pin(claim, by=bob)
    act = bulk.start(preview(bob, by=boss), by=boss)
    opinion.refresh_from_db()
    assert (act.changed, opinion.state, fresh(claim).is_pinned) == (2, "void", False)
    act = bulk_undo.undo(act, by=boss)
    opinion.refresh_from_db()
    assert (act.taken_back, opinion.state, fresh(claim).is_pinned) == (2, "open", True)


@pytest.mark.django_db(transaction=True)
def test_many_events_go_back_by_the_worker_and_once(client, boss, bob, do_jobs, monkeypatch):
    for claim in create_claims(3):
        create_verdict(claim, by=bob)
    act = bulk.start(preview(bob, by=boss), by=boss)
    monkeypatch.setattr(bulk, "REVERSED_AT_ONCE", 2)
    client.force_login(boss)
    undo = reverse("claims:undo_bulk", args=[act.pk])
    for _ in range(2):
        page = client.post(undo, follow=True).content.decode()
        assert 'id="bulk-progress"' in page
        assert 'id="undo-bulk"' not in page
    do_jobs()
    act.refresh_from_db()
    assert (act.state, act.taken_back, act.undone_by) == (BulkState.UNDONE, 3, boss)
    assert 'id="bulk-progress"' not in client.get(act.get_absolute_url()).content.decode()
    bulk_undo.run(act.pk, by_id=boss.pk, reason="")
    assert Event.objects.filter(kind=EventKind.REINSTATED).count() == 3


def test_a_place_moved_by_hand_is_moved_back_by_hand(boss, bob):
    claim = create_claim(quote="241 people", by=create_reviewer())
    highlights.move(claim, start=claim.start, end=claim.end + 9, by=bob)
    act = preview(bob, by=boss)
    assert parts(act) == [
        (EventKind.MOVED, BulkOutcome.LEFT_OUT, "This is taken back by hand only.")
    ]


def statements_of_telling(act: BulkAct, *, by) -> int:
    with CaptureQueriesContext(connection) as captured:
        bulk.start(act, by=by)
    telling = ("claims_mute", 'INSERT INTO "claims_notification"')
    return sum(any(name in one["sql"] for name in telling) for one in captured)


def test_whose_verdicts_go_is_told_once_of_each_claim(boss, bob):
    claims = create_claims(3)
    for claim in claims:
        create_verdict(claim, by=bob)
    assert statements_of_telling(preview(bob, by=boss), by=boss) == 2
    told = Notification.objects.order_by("claim")
    assert [one.claim for one in told] == claims
    assert {(one.person, one.by, one.kind) for one in told} == {(bob, boss, "reversed")}


def test_both_of_two_who_agreed_are_told(boss, bob):
    carol, claim = create_reviewer(name="carol"), create_strict_claim()
    create_opinion(claim, by=carol)
    create_verdict(claim, by=bob)
    bulk.start(preview(bob, by=boss), by=boss)
    told = Notification.objects.filter(claim=claim).order_by("person")
    assert [one.person for one in told] == sorted([bob, carol], key=lambda one: one.pk)


def test_who_has_switched_it_off_is_not_told(boss, bob):
    create_verdict(create_claim(), by=bob)
    on = {kind for kind in NotificationKind.values if kind != NotificationKind.REVERSED}
    switches.choose(bob, {Way.PAGE: on, Way.MAIL: on}, digest="off")
    bulk.start(preview(bob, by=boss), by=boss)
    assert not Notification.objects.exists()


def test_a_verdict_that_a_reversal_brought_back_and_its_undoing_takes_is_told(boss, bob):
    claim = create_claim()
    verdicts.undo(create_verdict(claim, by=bob), by=boss, reason="The log is of another ship.")
    chief = create_desk_admin(name="chief")
    act = bulk.start(preview(boss, by=chief), by=chief)
    assert fresh(claim).current_verdict.decided_by == bob
    Notification.objects.all().delete()
    bulk_undo.undo(act, by=boss, reason="It was right to take it back.")
    told = Notification.objects.filter(person=bob)
    assert [(one.kind, one.claim, one.by) for one in told] == [("reversed", claim, boss)]
