"""The database itself keeps verdicts, evidence and history: tried in plain SQL."""
# ruff: noqa: S608  the tables and columns are named here

from __future__ import annotations

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.utils import timezone

from accounts.tests.factories import create_reviewer
from claims.models import Claim, Event, Evidence, Verdict, VerdictEvidence
from claims.states import VerdictStatus
from claims.tests.factories import create_claim, create_evidence, create_verdict

pytestmark = pytest.mark.django_db
TABLES = [Verdict, VerdictEvidence, Event, Evidence, Claim]
CHANGES = [
    (Verdict, "rationale", "'Never mind.'"),
    (Verdict, "status", "'disputed'"),
    (Verdict, "decided_at", "now()"),
    (Verdict, "waited_since", "now()"),
    (VerdictEvidence, "evidence_id", "evidence_id + 1"),
    (Event, "reason", "'Because.'"),
    (Event, "by_id", "NULL"),
    (Evidence, "title", "'Another list'"),
    (Evidence, "url", "'https://other.example/'"),
    (Evidence, "kind", "'data'"),
    (Evidence, "archive_url", "'https://archive.example/'"),
    (Evidence, "added_at", "now()"),
]


@pytest.fixture(autouse=True)
def verdict():
    """One verified claim: a row in each table."""
    return create_verdict(create_claim(), by=create_reviewer(), status=VerdictStatus.VERIFIED)


def run(sql: str, params: list[object] | None) -> None:
    """Execute the statement and the checks that it defers."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(sql: str, params: list[object] | None = None) -> str:
    """What the database says to the statement."""
    with pytest.raises(Error) as error:
        run(sql, params)
    return str(error.value)


@pytest.mark.parametrize(("model", "column", "value"), CHANGES)
def test_a_row_cannot_be_changed(model, column, value):
    table = model._meta.db_table
    assert "Cannot update" in refused(f"UPDATE {table} SET {column} = {value}")


@pytest.mark.parametrize("model", TABLES)
def test_a_row_cannot_be_deleted(model):
    assert "Cannot delete" in refused(f"DELETE FROM {model._meta.db_table}")


@pytest.mark.parametrize("model", TABLES)
def test_an_update_that_changes_nothing_passes_so_that_fixtures_load_twice(model):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET id = id")
        assert cursor.rowcount > 0


def test_evidence_may_be_removed_and_put_back(verdict):
    piece = Evidence.objects.filter(claim=verdict.claim)
    by = verdict.decided_by
    assert piece.update(removed_at=timezone.now(), removed_by=by) == 1
    assert piece.update(removed_at=None, removed_by=None) == 1


INSERT = """
    INSERT INTO claims_verdict
        (claim_id, status, rationale, reason, revision_id, quote, decided_at, decided_by_id)
    SELECT claim_id, %s, %s, '', revision_id, quote, now(), decided_by_id FROM claims_verdict
"""


@pytest.mark.parametrize(
    ("status", "rationale", "constraint"),
    [
        ("verified", "Counted.", "verdict_verified_has_evidence"),
        ("unreviewed", "Counted.", "verdict_status_known"),
        ("disputed", "   ", "verdict_has_a_rationale"),
    ],
)
def test_a_verdict_that_breaks_the_rules_is_refused(status, rationale, constraint):
    assert constraint in refused(INSERT, [status, rationale])


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("status = 'disputed'", "claim_status_of_its_verdict"),
        ("status = 'unreviewed', waiting_since = now()", "claim_decided_iff_verdict"),
        ("current_verdict_id = NULL", "claim_decided_iff_verdict"),
        ("status = 'unreviewed', current_verdict_id = NULL", "claim_unreviewed_waits"),
        ("status = 'settled'", "claim_status_known"),
        ("leased_until = now()", "claim_reviewer_iff_leased"),
    ],
)
def test_a_claim_has_the_status_of_its_verdict(change, constraint):
    assert constraint in refused(f"UPDATE claims_claim SET {change}")


def test_a_claim_does_not_point_at_another_claims_verdict(verdict):
    other = create_verdict(create_claim(), by=verdict.decided_by, status=VerdictStatus.VERIFIED)
    sql = "UPDATE claims_claim SET current_verdict_id = %s WHERE id = %s"
    assert "claim_status_of_its_verdict" in refused(sql, [verdict.pk, other.claim_id])


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"title": ""}, "evidence_title_given"),
        ({"url": ""}, "evidence_has_a_source"),
        ({"kind": "hearsay"}, "evidence_kind_known"),
        ({"archive_url": "http://archive.example/1"}, "evidence_archive_is_https"),
        ({"removed_at": timezone.now()}, "evidence_remover_iff_removed"),
    ],
)
def test_evidence_that_breaks_the_rules_is_refused(verdict, fields, constraint):
    piece = create_evidence(verdict.claim, by=verdict.decided_by)
    piece.pk = None
    for name, value in fields.items():
        setattr(piece, name, value)
    with pytest.raises(IntegrityError, match=constraint):
        piece.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [({"kind": "guessed"}, "event_kind_known"), ({"link_kind": "twin"}, "event_link_kind_known")],
)
def test_an_event_of_an_unknown_kind_is_refused(verdict, change, constraint):
    fields = {"claim": verdict.claim, "kind": "taken", "at": timezone.now(), "version": 1}
    with pytest.raises(IntegrityError, match=constraint):
        Event.objects.create(**(fields | change))
