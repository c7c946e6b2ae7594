"""A reviewer settles where a claim stands in changed words, and may take that back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import corrections, highlights, review, verdicts
from claims.errors import NotAllowed, NothingWaits, PlaceTaken, StaleClaim, StaleRelocation
from claims.models import Claim, Discrepancy, Relocation
from claims.tests.correcting import (
    AFTER,
    BEFORE,
    CHANGED,
    SAID,
    TEXT,
    change_source,
    create_said,
    revise,
    said,
)
from claims.tests.factories import create_claim, create_pair, create_verdict
from claims.tests.test_relocations import history, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    return create_reviewer(name="alice")


@pytest.fixture
def bob() -> User:
    return create_reviewer(name="bob")


def test_accepting_moves_revision_place_and_words_together(alice):
    claim = create_said()
    row = change_source(claim)
    corrections.accept(row, by=alice, note="The coastguard corrected itself.")
    assert standing(claim) == (2, CHANGED)
    assert not claim.has_changed_source
    row.refresh_from_db()
    assert (row.state, row.decided_by, row.old_quote) == ("accepted", alice, SAID)
    assert history(claim)[-1] == (
        f"{alice} accepted its new place, from “{SAID}” to “{CHANGED}”:"
        " “The coastguard corrected itself.”"
    )


def test_with_other_words_the_claim_waits_for_a_verdict_beside_the_old_one(alice):
    claim = create_said()
    create_verdict(claim, by=alice)
    corrections.accept(change_source(claim), by=alice)
    claim.refresh_from_db()
    assert (claim.is_waiting, claim.status, claim.is_under_re_review) == (True, "disputed", True)
    assert (claim.current_verdict.quote, claim.current_verdict.revision.number) == (SAID, 1)


def test_keeping_leaves_the_claim_and_its_verdict_as_they_were(alice):
    claim = create_said()
    create_verdict(claim, by=alice)
    corrections.keep(change_source(claim), by=alice, note="On record.")
    assert standing(claim) == (1, SAID)
    assert (claim.is_waiting, claim.status, claim.is_under_re_review) == (False, "disputed", False)
    assert history(claim)[-1] == f"{alice} kept the old reading on record: “On record.”"


def test_an_old_reading_that_is_kept_stays_when_newer_words_come(alice):
    claim = create_said()
    corrections.keep(change_source(claim), by=alice)
    revise(claim.article, said(BEFORE, AFTER))
    assert standing(claim) == (1, SAID)
    assert not claim.has_changed_source


def test_it_goes_along_when_its_very_words_are_back(alice):
    claim = create_said()
    corrections.keep(change_source(claim), by=alice)
    revise(claim.article, TEXT)
    assert standing(claim) == (3, SAID)


def test_a_place_chosen_by_hand_snaps_to_words(alice):
    claim = create_said()
    row = change_source(claim, said(BEFORE, AFTER))
    corrections.choose(row, start=2, end=len(BEFORE) - 4, by=alice)
    assert standing(claim) == (2, BEFORE.rstrip("."))
    row.refresh_from_db()
    assert (row.state, row.settled_start) == ("chosen", 0)


def test_the_same_words_chosen_by_hand_keep_the_verdict(alice):
    claim = create_said()
    create_verdict(claim, by=alice)
    row = change_source(claim, said(TEXT, TEXT))
    start = row.to_revision.text.rindex(SAID)
    corrections.choose(row, start=start, end=start + len(SAID), by=alice)
    claim.refresh_from_db()
    assert (claim.start, claim.is_waiting, claim.is_under_re_review) == (start, False, False)


def test_a_taken_place_is_refused_and_nothing_moves(alice):
    claim = create_said()
    row = change_source(claim)
    create_second = row.to_revision
    highlights.mark(create_second, start=row.new_start, end=row.new_end, by=alice)
    with pytest.raises(PlaceTaken, match="Another claim stands at exactly these words"):
        corrections.accept(row, by=alice)
    assert standing(claim) == (1, SAID)
    assert claim.has_changed_source


def test_without_a_proposal_there_is_nothing_to_accept(alice):
    row = change_source(create_said(), said(BEFORE, AFTER))
    with pytest.raises(NotAllowed, match="Choose one by hand"):
        corrections.accept(row, by=alice)


def test_whoever_comes_second_is_told_who_settled_it(alice, bob):
    row = change_source(create_said())
    corrections.keep(row, by=alice)
    for act in (corrections.accept, corrections.keep):
        with pytest.raises(StaleRelocation, match=f"{alice} settled this at .*: old reading kept"):
            act(row, by=bob)


def test_newer_words_overtake_a_decision_on_older_ones(alice):
    claim = create_said()
    row = change_source(claim)
    change_source(claim, said(BEFORE, AFTER))
    with pytest.raises(StaleRelocation, match="has changed once more"):
        corrections.accept(row, by=alice)


@pytest.mark.parametrize("act", [corrections.accept, corrections.keep])
def test_undo_opens_it_again_with_the_claim_back_where_it_was(alice, act):
    claim = create_said()
    create_verdict(claim, by=alice)
    row = change_source(claim)
    act(row, by=alice)
    corrections.undo(row, by=alice)
    assert standing(claim) == (1, SAID)
    assert (claim.open_relocation, claim.is_waiting) == (row, True)
    assert history(claim)[-1] == f"{alice} opened its place in the new words again."
    corrections.accept(row, by=alice)
    assert standing(claim) == (2, CHANGED)


def test_others_undo_it_only_as_desk_admins(alice, bob):
    row = change_source(create_said())
    corrections.keep(row, by=alice)
    with pytest.raises(NotAllowed, match="or a desk admin can undo"):
        corrections.undo(row, by=bob)
    corrections.undo(row, by=create_desk_admin())
    assert Relocation.objects.get().is_open


def test_its_own_undo_ends_after_a_quarter_of_an_hour(alice):
    row = change_source(create_said())
    corrections.keep(row, by=alice)
    Relocation.objects.update(decided_at=timezone.now() - timedelta(minutes=16))
    with pytest.raises(NotAllowed):
        corrections.undo(row, by=alice)


def test_what_came_after_stands_in_the_way_of_undo(alice):
    claim = create_said()
    row = change_source(claim)
    corrections.accept(row, by=alice)
    create_verdict(Claim.objects.get(pk=claim.pk), by=alice)
    with pytest.raises(StaleRelocation, match="has moved on since"):
        corrections.undo(row, by=alice)


def test_figures_are_compared_anew_with_the_accepted_words(alice):
    one, other = create_pair()
    assert not Discrepancy.objects.standing().exists()
    row = change_source(one, one.revision.text.replace("241", "214"))
    corrections.accept(row, by=alice)
    (figure,) = Discrepancy.objects.standing().conflicts()
    assert {figure.value_a, figure.value_b} == {"214", "241"}
    other.refresh_from_db()
    assert other.urgency.is_in_conflict


def test_a_claim_in_changed_words_is_not_decided_before_its_place_is_settled(alice):
    claim = create_said()
    change_source(claim)
    with pytest.raises(StaleClaim, match="Settle its place first"):
        create_verdict(claim, by=alice)


def test_review_next_passes_over_it(alice):
    claim = create_said()
    change_source(claim)
    with pytest.raises(NothingWaits, match="Look under Corrections"):
        review.take_next(Claim.objects.all(), by=alice)
    other = create_claim()
    assert review.take_next(Claim.objects.all(), by=alice) == other


def test_undoing_its_verdict_meanwhile_lets_it_wait_on(alice):
    claim = create_said()
    verdict = create_verdict(claim, by=alice)
    row = change_source(claim)
    verdicts.undo(verdict, by=alice)
    corrections.keep(row, by=alice)
    claim.refresh_from_db()
    assert (claim.status, claim.is_waiting) == ("unreviewed", True)


def test_its_ends_stay_until_its_place_is_settled(alice):
    claim = create_said()
    change_source(claim)
    with pytest.raises(NotAllowed, match="Settle its place under Corrections"):
        highlights.move(claim, start=claim.start, end=claim.start + 5, by=alice)
