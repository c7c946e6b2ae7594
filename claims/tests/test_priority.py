"""How pressing a claim is: one stored number, right after whatever was done, smallest first."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles import details, origins
from articles.models import Outlet, Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import (
    assignments,
    corrections,
    discrepancies,
    highlights,
    links,
    merging,
    pins,
    priorities,
)
from claims.assignments import Assignment
from claims.models import Claim, Link
from claims.priority import ALONE, DOUBLINGS, OPEN_CONFLICT, PINNED, SINGLE_ORIGIN, SPREAD, Urgency
from claims.states import LinkKind, Resolution
from claims.tests.correcting import change_source, create_said
from claims.tests.factories import create_claim, create_discrepancy, create_link, create_pair

pytestmark = pytest.mark.django_db
REPORTS = (
    "There were 241 people on board, a deckhand said.",
    "The harbour office wrote that there were 241 people on board.",
    "Officials agreed there were 241 people on board that evening.",
    "A list in the archive says there were 241 people on board.",
)


def create_told(number: int, *, story: Story | None = None) -> list[Claim]:
    """That many outlets say the same in their own words, each as its own report."""
    story, quote = story or create_story(), "there were 241 people on board"
    told = []
    for at in range(number):
        words = f"{REPORTS[at % 4].replace('There', 'there')} Paper {at} went to print."
        told.append(create_claim(article=create_article(story=story, text=words), quote=quote))
    for other in told[1:]:
        create_link(told[0], other)
    return [Claim.objects.get(pk=claim.pk) for claim in told]


def stored(claim: Claim) -> int:
    return Claim.objects.values_list("priority", flat=True).get(pk=claim.pk)


def urgency(claim: Claim) -> Urgency:
    return Urgency.of(stored(claim))


def test_a_claim_of_which_nothing_is_known_is_least_pressing():
    assert stored(create_claim()) == ALONE


@given(
    pinned=st.booleans(),
    conflict=st.booleans(),
    changed=st.booleans(),
    doublings=st.integers(0, len(DOUBLINGS)),
    single=st.booleans(),
)
def test_every_part_is_read_back_from_the_number(pinned, conflict, changed, doublings, single):
    number = ALONE - pinned * PINNED - conflict * OPEN_CONFLICT - changed * 100
    number -= doublings * SPREAD + single * SINGLE_ORIGIN
    assert Urgency.of(number) == Urgency(
        is_pinned=pinned,
        is_in_conflict=conflict,
        is_changed=changed,
        doublings=doublings,
        is_single_origin=single,
    )


@pytest.mark.parametrize(("outlets", "doublings"), [(1, 0), (2, 1), (3, 1), (4, 2)])
def test_a_point_presses_more_with_each_doubling_of_its_outlets(outlets, doublings):
    told = create_told(outlets)
    assert {urgency(claim).doublings for claim in told} == {doublings}


def test_outlets_that_have_it_from_one_report_are_a_single_origin_until_they_are_split():
    one, other = create_told(2)
    assert not urgency(one).is_single_origin
    articles, alice = [one.article_id, other.article_id], create_reviewer()
    event = origins.join(one.story, articles, reason="One press release.", by=alice)
    assert urgency(one).is_single_origin
    assert stored(one) == stored(other) == ALONE - SPREAD - SINGLE_ORIGIN
    origins.undo(event, by=alice)
    assert not urgency(other).is_single_origin


def test_an_article_that_turns_out_to_be_of_the_same_outlet_takes_the_spread_away():
    one, other = create_told(2)
    details.correct(other.article, outlet=one.outlet, by=create_reviewer())
    assert stored(one) == stored(other) == ALONE


def test_outlets_that_are_merged_count_once():
    one, other = create_told(2)
    merging.merge(other.outlet, into=one.outlet, reason="One paper.", by=create_desk_admin())
    assert stored(one) == stored(other) == ALONE


def test_a_contradiction_presses_until_its_figures_are_settled():
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    assert urgency(one).is_in_conflict
    row, alice = create_discrepancy(Link.objects.get()), create_reviewer()
    how = {"resolution": Resolution.COMPATIBLE, "reason": "Crew and passengers."}
    (settled,) = discrepancies.settle(row, **how, by=alice)
    assert not urgency(one).is_in_conflict
    discrepancies.reopen(row, by=alice, seen=settled.resolved_at)
    assert urgency(other).is_in_conflict


def test_a_removed_claim_no_longer_presses_its_partner_and_put_back_does():
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    by = create_reviewer()
    highlights.remove(one, by=by)
    assert stored(other) == ALONE
    highlights.restore(one, by=by)
    assert urgency(other).is_in_conflict
    links.unlink(Link.objects.select_related("a", "b").get(), by=by)
    assert stored(one) == stored(other) == ALONE


def test_a_changed_source_presses_until_its_place_is_settled_and_again_after_undo():
    claim, alice = create_said(), create_reviewer()
    row = change_source(claim)
    assert urgency(claim).is_changed
    corrections.accept(row, by=alice)
    assert stored(claim) == ALONE
    corrections.undo(row, by=alice)
    assert urgency(claim).is_changed
    corrections.keep(row, by=alice)
    assert stored(claim) == ALONE


def test_nothing_is_written_where_nothing_changed(django_assert_num_queries):
    one, other = create_pair()
    with django_assert_num_queries(1):
        assert priorities.follow([one.pk, other.pk]) == 0
    assert priorities.follow([]) == 0


def test_due_comes_before_longer_waiting_and_priority_before_due():
    first, second, third = (create_claim() for _ in range(3))
    soon = Assignment(due_at=timezone.now() + timedelta(hours=1))
    assignments.assign(second, to=soon, by=create_reviewer())
    pins.pin(third, by=create_reviewer())
    assert list(Claim.objects.most_pressing_first()) == [third, second, first]


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("priority = 1132", "claim_priority_known"),
        ("priority = -1", "claim_pinned_comes_first"),
        ("pinned_at = now()", "claim_pinned_comes_first"),
        ("due_at = now()", "claim_due_in_order"),
        ("due_order = now()", "claim_due_in_order"),
    ],
)
def test_the_database_refuses_numbers_that_say_something_else(change, constraint):
    create_claim()
    with pytest.raises(IntegrityError, match=constraint), connection.cursor() as cursor:
        cursor.execute(f"UPDATE claims_claim SET {change}")  # noqa: S608


def test_a_desk_from_before_is_counted_in_one_statement():
    create_told(4)
    create_pair(kind=LinkKind.CONTRADICTS)
    create_pair()
    change_source(create_said())
    Claim.objects.update(priority=ALONE)
    recount = import_module("claims.migrations.0026_count_claims").RECOUNT
    with connection.cursor() as cursor:
        cursor.execute(recount)
    assert priorities.differences() == []


def test_the_command_says_what_is_wrong_and_mends_it(capsys):
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    call_command("check_priority")
    assert capsys.readouterr().out == "Every priority is right.\n"
    right = stored(one)
    Claim.objects.filter(pk=one.pk).update(priority=ALONE)
    with pytest.raises(SystemExit) as end:
        call_command("check_priority")
    assert end.value.code == 1
    assert f"Claim {one.pk} has {ALONE}, should have {right}." in capsys.readouterr().out
    call_command("check_priority", mend=True)
    assert stored(one) == stored(other) == right


def test_the_command_names_some_and_counts_the_rest(capsys, monkeypatch):
    monkeypatch.setattr("claims.management.commands.check_priority.SHOWN", 1)
    create_told(3)
    Claim.objects.update(priority=0)
    with pytest.raises(SystemExit):
        call_command("check_priority")
    assert "And 2 more." in capsys.readouterr().out


def test_an_outlet_without_claims_costs_two_queries(django_assert_num_queries):
    outlet: Outlet = create_outlet()
    with django_assert_num_queries(2):
        priorities.follow_outlet(outlet)
