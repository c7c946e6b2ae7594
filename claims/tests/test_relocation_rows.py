"""The database keeps what became of a claim, and the claim points at what is open."""

from __future__ import annotations

import pytest
from django.db import Error, IntegrityError, connection
from django.utils import timezone

from accounts.tests.factories import create_reviewer
from claims import corrections
from claims.models import Claim, Relocation
from claims.states import RelocationOutcome
from claims.tests.correcting import BEFORE, change_source, create_said, revise, said
from matching.relocation.outcome import Outcome

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BROKEN = [
    ("relocation_outcome_known", {"outcome": "gone"}),
    ("relocation_state_known", {"state": "perhaps", "decided_at": NOW}),
    ("relocation_score_is_a_share", {"score": 1.5}),
    ("relocation_old_place_whole", {"old_quote": "She lay"}),
    ("relocation_proposal_iff_outcome_has_one", {"outcome": "lost"}),
    ("relocation_proposal_iff_outcome_has_one", {"new_end": None}),
    ("relocation_follows_only_its_words", {"state": "followed", "decided_at": NOW}),
    ("relocation_settled_place_iff_moved", {"settled_start": 3, "settled_end": 9}),
    ("relocation_decider_iff_by_a_person", {"state": "kept", "decided_at": NOW}),
    ("relocation_decided_iff_settled", {"decided_at": NOW}),
]


@pytest.fixture
def row() -> Relocation:
    return change_source(create_said())


@pytest.mark.parametrize(("name", "columns"), BROKEN)
def test_each_constraint_refuses_one_row(row, name, columns):
    Relocation.objects.filter(pk=row.pk).update(state="superseded", decided_at=NOW)
    again = Relocation.objects.get(pk=row.pk)
    again.pk, again.state, again.decided_at = None, "open", None
    again.to_revision = revise(row.claim.article, said(BEFORE))
    for column, value in columns.items():
        setattr(again, column, value)
    with pytest.raises(IntegrityError, match=name):
        again.save(force_insert=True)


def test_a_claim_has_one_row_a_revision(row):
    again = Relocation.objects.get(pk=row.pk)
    again.pk, again.state, again.decided_at = None, "superseded", NOW
    with pytest.raises(IntegrityError, match="relocation_once_a_revision"):
        again.save(force_insert=True)


def test_a_claim_has_one_open_row(row):
    again = Relocation.objects.get(pk=row.pk)
    again.pk, again.to_revision, again.from_revision = None, row.from_revision, row.to_revision
    with pytest.raises(IntegrityError, match="relocation_one_open_a_claim"):
        again.save(force_insert=True)


def test_it_goes_on_to_another_revision(row):
    again = Relocation.objects.get(pk=row.pk)
    again.pk, again.to_revision = None, row.from_revision
    with pytest.raises(IntegrityError, match="relocation_goes_on"):
        again.save(force_insert=True)


@pytest.mark.parametrize(
    ("column", "value"),
    [("old_quote", "'Other words.'"), ("outcome", "'reworded'"), ("found_at", "now()")],
)
def test_what_was_found_never_changes(row, column, value):
    with pytest.raises(Error, match="Cannot update"), connection.cursor() as cursor:
        cursor.execute(f"UPDATE claims_relocation SET {column} = {value}")  # noqa: S608


def test_it_is_never_deleted(row):
    with pytest.raises(Error, match="Cannot delete"):
        row.delete()


def test_what_nobody_decided_is_not_taken_back(row):
    change_source(row.claim, said(BEFORE))
    with pytest.raises(Error, match="Cannot update"):
        Relocation.objects.filter(pk=row.pk).update(state="open", decided_at=None)


def test_the_claim_points_at_it_while_it_is_open(row):
    assert Claim.objects.get().open_relocation == row
    corrections.keep(row, by=create_reviewer())
    assert Claim.objects.get().open_relocation is None


def test_a_claim_whose_source_changed_waits(row):
    with pytest.raises(IntegrityError, match=r"claim_(changed_source|unreviewed)_waits"):
        Claim.objects.update(waiting_since=None)


def test_the_outcomes_are_those_of_the_library():
    assert set(RelocationOutcome.values) == {outcome.value for outcome in Outcome}
