"""Rows of attributions: what the database refuses, and how fixtures carry them."""

from __future__ import annotations

import pytest
from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.tests.factories import create_reporter
from claims.models import Attribution
from claims.states import AttributionState
from claims.tests.factories import create_claim
from matching import Strength

pytestmark = pytest.mark.django_db


def make(**fields: object) -> Attribution:
    """The proposal of a claim with the passenger list for a root, as the fields change it."""
    claim = create_claim()
    Attribution.objects.filter(claim=claim).update(**fields)
    return Attribution.objects.get(claim=claim)


@pytest.mark.parametrize(("constraint", "fields"), [
    ("attribution_strength_known", {"strength": "shouted"}),
    ("attribution_decider_iff_confirmed", {"decided_at": timezone.now()}),
    ("attribution_decider_iff_confirmed", {"state": AttributionState.CONFIRMED}),
    ("attribution_proposed_at_some_time", {"proposed_at": None}),
    ("attribution_names_are_words", {"chain": ["the list", ""]}),
    ("attribution_named_has_a_root", {"chain": []}),
])  # fmt: skip
def test_a_row_is_refused(constraint, fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make(**fields)


def test_there_is_no_third_state():
    decided = {"decided_by": create_reporter(), "decided_at": timezone.now()}
    with pytest.raises(IntegrityError, match="attribution_state_known"), transaction.atomic():
        make(state="guessed", **decided)


def test_a_claim_has_one_attribution():
    row = make()
    row.pk = None
    with pytest.raises(IntegrityError, match="claim_id"), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(("fields", "shown", "is_own_voice"), [
    ({}, "the passenger list, documented", False),
    ({"chain": ["Lund", "Velta"]}, "Lund, via Velta, documented", False),
    ({"chain": [], "is_named": False, "strength": Strength.HEARSAY},
     "nobody named, hearsay", False),
    ({"chain": [], "is_named": False, "strength": Strength.STATED}, "nobody named, stated", True),
])  # fmt: skip
def test_a_row_is_named_by_its_chain_and_strength(fields, shown, is_own_voice):
    row = make(**fields)
    assert (str(row), row.is_own_voice) == (shown, is_own_voice)


def test_a_fixture_finds_its_row_again():
    row = make(
        state=AttributionState.CONFIRMED, decided_by=create_reporter(), decided_at=timezone.now()
    )
    keys = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    text = serializers.serialize("json", [row], **keys)
    (loaded,) = serializers.deserialize("json", text)
    assert loaded.object.pk == row.pk
