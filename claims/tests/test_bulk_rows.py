"""Rows of acts on many claims: what the database refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.tests.factories import create_reviewer
from claims.models import BulkAct, BulkPart
from claims.tests.factories import create_bulk_act, create_claims

pytestmark = pytest.mark.django_db


@pytest.fixture
def act() -> BulkAct:
    return create_bulk_act(create_claims(2), by=create_reviewer(name="alice"))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("bulk_act_kind_known", {"kind": "praised"}),
        ("bulk_act_state_known", {"state": "lost"}),
        ("bulk_act_verdict_has_a_rationale", {"rationale": " "}),
        ("bulk_act_done_iff_applied", {"state": "done"}),
        ("bulk_act_done_iff_applied", {"changed": 2}),
        ("bulk_act_done_iff_applied", {"done_at": timezone.now()}),
        ("bulk_act_undoer_iff_undone", {"state": "undone", "done_at": timezone.now()}),
        ("bulk_act_undoer_iff_undone", {"taken_back": 1}),
        ("bulk_act_evidence_kind_known", {"evidence_kind": "rumour"}),
        ("bulk_act_archive_is_https", {"archive_url": "http://old.example/"}),
    ],
)
def test_an_act_that_cannot_be_is_refused(act, constraint, fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        BulkAct.objects.filter(pk=act.pk).update(**fields)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("bulk_part_outcome_known", {"outcome": "praised"}),
        ("bulk_part_reason_iff_left", {"outcome": "left out"}),
        ("bulk_part_reason_iff_left", {"reason": "Because."}),
        ("bulk_part_place_unique", {"position": 2}),
    ],
)
def test_a_part_that_cannot_be_is_refused(act, constraint, fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        act.parts.filter(position=1).update(**fields)


def test_a_claim_stands_once_in_an_act(act):
    first = act.parts.get(position=1)
    with pytest.raises(IntegrityError, match="bulk_part_once"), transaction.atomic():
        BulkPart.objects.create(act=act, claim=first.claim, position=3, version=1)
