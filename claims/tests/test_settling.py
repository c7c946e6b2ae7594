"""Settling a figure, opening it again, what history says of it, and what two people meet."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.tests.factories import create_reviewer
from articles.tests.factories import create_article, create_outlet, create_story
from claims import discrepancies, highlights, links, sentences
from claims.errors import NotEnough, StaleFigure
from claims.models import Claim, Discrepancy, Link
from claims.states import ClaimStatus, EventKind, LinkKind, Resolution
from claims.tests.factories import create_claim, create_discrepancy, create_link

pytestmark = pytest.mark.django_db
REASON = "The passenger list has names."


@pytest.fixture
def alice():
    return create_reviewer(name="alice", first_name="Alice", last_name="Arden")


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


def create_conflict(*, kind: LinkKind = LinkKind.SAME) -> Discrepancy:
    """The Gull says 241, the Tern 214; the two claims are said to be the same."""
    story = create_story()
    one, other = (
        create_claim(article=create_article(story=story, outlet=create_outlet(name=name)))
        for name in ("The Gull", "The Tern")
    )
    return create_discrepancy(create_link(one, other, kind=kind))


def as_told(claim: Claim, reader) -> str:
    (line,) = sentences.lines(claim, claim.events.for_history()[:1], reader=reader)
    return f"{line.who} {line.words}"


def settle(row: Discrepancy, **act: object) -> Discrepancy:
    return discrepancies.settle(
        row, **{"resolution": Resolution.COMPATIBLE, "reason": REASON, **act}
    )[0]


def test_settling_stores_how_why_when_and_by_whom(alice):
    row = create_conflict()
    settle(row, resolution=Resolution.ONE_IS_WRONG, wrong=row.link.b, by=alice)
    row = Discrepancy.objects.get()
    assert (row.resolution, row.wrong, row.reason) == ("one is wrong", row.link.b, REASON)
    assert row.resolved_by == alice
    assert timezone.now() >= row.resolved_at
    assert not Discrepancy.objects.open_conflicts().exists()


def test_settling_gives_no_verdict_but_a_reviewer_should_know_of_it(alice):
    row = create_conflict()
    before = row.link.a.version
    settle(row, by=alice)
    claim = Claim.objects.get(pk=row.link.a_id)
    assert claim.status == ClaimStatus.UNREVIEWED
    assert claim.version > before


def test_both_histories_tell_it_own_value_first(alice, bob):
    row = create_conflict()
    settle(row, resolution=Resolution.ONE_IS_WRONG, wrong=row.link.b, by=alice)
    told = as_told(row.link.a, bob)
    assert told == f"Alice Arden settled 241 against 214: one is wrong, 214 of The Tern: “{REASON}”"
    told = as_told(row.link.b, alice)
    assert told == f"You settled 214 against 241: one is wrong, 214 of this claim: “{REASON}”"


@pytest.mark.parametrize(
    ("resolution", "words"),
    [
        (Resolution.UPDATED_LATER, "updated later"),
        (Resolution.DIFFERENT_THINGS, "different things"),
        (Resolution.COMPATIBLE, "both can hold"),
    ],
)
def test_history_names_the_other_resolutions(alice, resolution, words):
    row = create_conflict()
    settle(row, resolution=resolution, by=alice)
    assert f"settled 241 against 214: {words}: “{REASON}”" in as_told(row.link.a, alice)


@pytest.mark.parametrize(
    ("missing", "act"),
    [
        ("reason", {"reason": "  "}),
        ("wrong", {"resolution": Resolution.ONE_IS_WRONG}),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_stored(alice, missing, act):
    row = create_conflict()
    with pytest.raises(NotEnough) as error:
        settle(row, by=alice, **act)
    assert error.value.missing == [missing]
    assert Discrepancy.objects.open_conflicts().exists()


def test_an_open_conflict_makes_claims_most_pressing_until_it_is_settled(alice):
    row = create_conflict()
    links.follow_claim(row.link.a)
    assert Claim.objects.get(pk=row.link.b_id).urgency.is_in_conflict
    settled = settle(row, by=alice)
    assert not Claim.objects.get(pk=row.link.b_id).urgency.is_in_conflict
    discrepancies.reopen(row, by=alice, seen=settled.resolved_at)
    assert Claim.objects.get(pk=row.link.b_id).urgency.is_in_conflict


def test_who_comes_second_is_told_what_the_first_said(alice, bob):
    row = create_conflict()
    settle(row, resolution=Resolution.ONE_IS_WRONG, wrong=row.link.a, by=alice)
    with pytest.raises(StaleFigure) as error:
        settle(row, by=bob)
    assert str(error.value) == (
        f"Alice Arden settled this meanwhile: one is wrong, 241 of The Gull. “{REASON}”"
    )
    assert Discrepancy.objects.get().resolved_by == alice


def test_who_has_seen_what_the_first_said_may_settle_it_all_the_same(alice, bob):
    row = create_conflict()
    first = settle(row, by=alice)
    settle(row, resolution=Resolution.UPDATED_LATER, by=bob, seen=first.resolved_at)
    assert Discrepancy.objects.get().resolution == Resolution.UPDATED_LATER


@pytest.mark.parametrize("words", ["no longer linked", "removed", "no longer say this"])
def test_what_no_longer_stands_is_not_settled(alice, words):
    row = create_conflict()
    if words == "no longer linked":
        links.unlink(row.link, by=alice)
    elif words == "removed":
        highlights.remove(row.link.b, by=alice)
    else:
        Discrepancy.objects.update(is_current=False)
    with pytest.raises(StaleFigure, match=words):
        settle(row, by=alice)


def test_opening_it_again_clears_the_row_and_history_keeps_both(alice, bob):
    row = settle(create_conflict(), by=alice)
    discrepancies.reopen(row, by=bob, seen=row.resolved_at)
    fresh = Discrepancy.objects.get()
    assert (fresh.resolution, fresh.reason, fresh.resolved_by) == ("", "", None)
    assert as_told(row.link.a, alice) == "Bob Byrne opened 241 against 214 again."
    kinds = list(row.link.a.events.values_list("kind", flat=True)[:2])
    assert kinds == [EventKind.UNSETTLED, EventKind.SETTLED]


def test_an_undo_that_comes_after_another_decision_changes_nothing(alice, bob):
    row = create_conflict()
    first = settle(row, by=alice)
    settle(row, by=bob, seen=first.resolved_at, reason="The coastguard agrees.")
    with pytest.raises(StaleFigure, match="Bob Byrne settled this meanwhile"):
        discrepancies.reopen(row, by=alice, seen=first.resolved_at)
    with pytest.raises(StaleFigure, match="is open"):
        discrepancies.reopen(create_copy(row), by=alice, seen=None)


def create_copy(row: Discrepancy) -> Discrepancy:
    """A third outlet that says what the one at `b` says."""
    third = create_claim(article=create_article(story=row.link.a.story))
    return create_discrepancy(create_link(row.link.a, third))


def test_equal_values_on_the_same_claim_are_settled_by_one_act_and_opened_by_one(alice):
    row = create_conflict()
    copy = create_copy(row)
    act = {"resolution": Resolution.ONE_IS_WRONG, "wrong": row.link.b}
    settled = discrepancies.settle(row, **act, reason=REASON, by=alice, also=[copy.pk])
    assert {one.pk: one.wrong for one in settled} == {
        row.pk: row.link.b,
        copy.pk: copy.link.b,
    }
    assert row.link.a.events.filter(kind=EventKind.SETTLED).count() == 1
    discrepancies.reopen(settled[0], by=alice, seen=settled[0].resolved_at)
    assert Discrepancy.objects.open_conflicts().count() == 2


def test_only_equal_values_go_along(alice):
    row = create_conflict()
    related, crew = create_copy(row), create_discrepancy(row.link, value_a="9", value_b="12")
    Link.objects.filter(pk=related.link_id).update(kind=LinkKind.RELATED)
    act = {"resolution": Resolution.COMPATIBLE, "reason": REASON, "by": alice}
    assert discrepancies.settle(row, **act, also=[related.pk, crew.pk]) == [row]
