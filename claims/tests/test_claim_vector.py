"""A claim's vector belongs to its words."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from accounts.tests.factories import create_reporter
from articles.models.vectored import DIMENSIONS, VECTOR_BYTES
from claims import highlights
from claims.models import Claim
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
WHOLE = {"vector": bytes(VECTOR_BYTES), "code": "01" * (DIMENSIONS // 2), "vector_model": "model"}


def stored(claim: Claim, **columns: object) -> None:
    with transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**columns)


@pytest.mark.parametrize("missing", WHOLE)
def test_a_vector_is_there_as_a_whole_or_not_at_all(missing):
    claim = create_claim()
    with pytest.raises(IntegrityError, match="claim_vector_whole"):
        stored(claim, **{**WHOLE, missing: None})
    stored(claim, **WHOLE)
    assert not Claim.objects.without_vector().exists()


def test_other_words_have_no_vector_yet():
    claim = create_claim()
    stored(claim, **WHOLE)
    highlights.edit(claim, statement="241 were aboard", attribution="", by=create_reporter())
    assert not Claim.objects.without_vector().exists()
    highlights.move(claim, start=claim.start, end=claim.end - len(" on board"), by=claim.marked_by)
    assert Claim.objects.without_vector().get() == claim


def test_a_removed_claim_needs_none():
    claim = create_claim()
    highlights.remove(claim, by=claim.marked_by)
    assert not Claim.objects.without_vector().exists()


def test_saving_a_claim_leaves_a_vector_that_came_meanwhile():
    seen = Claim.objects.get(pk=create_claim().pk)
    stored(seen, **WHOLE)
    seen.statement = "241 were aboard"
    seen.save()
    assert Claim.objects.values_list("vector", flat=True).get() == WHOLE["vector"]
