"""What the database refuses of opinions and of a verdict by two, tried in plain SQL."""
# ruff: noqa: S608  the tables and columns are named here

from __future__ import annotations

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.utils import timezone

from accounts.tests.factories import create_desk_admin, create_reviewer
from articles.models import StoryEvent
from claims import second_eyes
from claims.models import Opinion, OpinionEvidence
from claims.states import VerdictStatus
from claims.tests.factories import (
    create_evidence,
    create_opinion,
    create_strict_claim,
    create_verdict,
)

pytestmark = pytest.mark.django_db
TABLES = [Opinion, OpinionEvidence, StoryEvent]


@pytest.fixture(autouse=True)
def opinion() -> Opinion:
    """One open opinion: a row in each table."""
    claim, alice = create_strict_claim(), create_reviewer()
    second_eyes.ask_for(claim.story, by=create_desk_admin(), needs_second_eyes=False)
    second_eyes.ask_for(claim.story, by=create_desk_admin(), needs_second_eyes=True)
    create_evidence(claim, by=alice)
    return create_opinion(claim, by=alice)


def run(sql: str) -> None:
    """Execute the statement and the checks that it defers."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(sql: str) -> str:
    """What the database says to the statement."""
    with pytest.raises(Error) as error:
        run(sql)
    return str(error.value)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Opinion, "status = 'verified'"),
        (Opinion, "rationale = 'Never mind.'"),
        (Opinion, "version = version + 1"),
        (Opinion, "is_blind = true"),
        (OpinionEvidence, "evidence_id = evidence_id + 1"),
        (StoryEvent, "after = 'maybe'"),
    ],
)
def test_what_was_given_cannot_be_changed(model, change):
    assert "Cannot update" in refused(f"UPDATE {model._meta.db_table} SET {change}")


@pytest.mark.parametrize("model", TABLES)
def test_no_row_can_be_deleted(model):
    assert "Cannot delete" in refused(f"DELETE FROM {model._meta.db_table}")


@pytest.mark.parametrize("model", TABLES)
def test_an_update_that_changes_nothing_passes_so_that_fixtures_load_twice(model):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET id = id")
        assert cursor.rowcount > 0


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("state = 'forgotten', ended_at = now()", "opinion_state_known"),
        ("ended_at = now()", "opinion_ended_iff_over"),
        ("state = 'void'", "opinion_ended_iff_over"),
        ("state = 'agreed', ended_at = now()", "opinion_verdict_iff_it_led_to_one"),
    ],
)
def test_how_an_opinion_ends_is_whole(change, constraint):
    assert constraint in refused(f"UPDATE claims_opinion SET {change}")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"status": "unreviewed"}, "opinion_status_known"),
        ({"rationale": "  "}, "opinion_has_a_rationale"),
        ({"at": timezone.now(), "state": "in disagreement"}, "opinion_one_live_each"),
        ({"at": timezone.now(), "by": None}, "opinion_one_waits_for_another"),
        ({"state": "void", "ended_at": timezone.now()}, "opinion_once_a_moment"),
    ],
)
def test_an_opinion_that_breaks_the_rules_is_refused(opinion, fields, constraint):
    by = opinion.by if fields.get("by", opinion.by) else create_reviewer()
    for name, value in (fields | {"pk": None, "by": by}).items():
        setattr(opinion, name, value)
    with pytest.raises(IntegrityError, match=constraint):
        opinion.save(force_insert=True)


def test_an_opinion_is_answered_once(opinion):
    create_opinion(opinion.claim, by=create_reviewer(), status=VerdictStatus.UNRESOLVED)
    second = opinion.answered_by.get()
    second.pk, second.by, second.at = None, create_reviewer(), timezone.now()
    with pytest.raises(IntegrityError, match="opinion_answered_once"):
        second.save(force_insert=True)


def test_verified_needs_evidence_before_it_is_a_verdict_too(opinion):
    fields = "claim_id, rationale, reason, revision_id, quote, version, by_id, is_blind"
    rest = "'verified', now(), 'void', now()"
    sql = f"INSERT INTO claims_opinion ({fields}, status, at, state, ended_at)"
    sql += f" SELECT {fields}, {rest} FROM claims_opinion"
    assert "opinion_verified_has_evidence" in refused(sql)


def test_evidence_stands_once_under_an_opinion():
    row = OpinionEvidence.objects.get()
    with pytest.raises(IntegrityError, match="opinion_evidence_once"):
        OpinionEvidence.objects.create(opinion=row.opinion, evidence=row.evidence)


def test_two_people_are_two(opinion):
    verdict = create_verdict(opinion.claim, by=create_reviewer())
    verdict.pk, verdict.decided_at, verdict.decided_with = None, timezone.now(), verdict.decided_by
    with pytest.raises(IntegrityError, match="verdict_by_two_people"):
        verdict.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("blind_share = 101", "story_blind_share_in_percent"),
        ("blind_share = 20, needs_second_eyes = false", "story_blind_share_is_for_two"),
    ],
)
def test_what_is_reviewed_blind_is_a_share_of_what_asks_for_two(change, constraint):
    assert constraint in refused(f"UPDATE articles_story SET {change}")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"field": ""}, "story_event_field_given"),
        ({"after": "no"}, "story_event_changes_something"),
    ],
)
def test_a_change_of_a_story_is_whole(opinion, fields, constraint):
    row = {"field": "needs_second_eyes", "before": "no", "after": "yes", **fields}
    at = {"at": timezone.now(), "by": opinion.by}
    with pytest.raises(IntegrityError, match=constraint):
        StoryEvent.objects.create(story=opinion.claim.story, **row, **at)
