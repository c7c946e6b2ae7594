"""The statement that takes the next claim."""

from __future__ import annotations

import pytest
from django.db import connection

from accounts.tests.factories import create_reviewer
from claims import review
from claims.models import Claim
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
PLANS = """
    SELECT sum(generic_plans), sum(custom_plans) FROM pg_prepared_statements
    WHERE statement LIKE 'UPDATE claims_claim%'
"""


def test_it_is_planned_once_for_whoever_asks():
    claims = [create_claim() for _ in range(3)]
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    taken = [review.take_next(Claim.objects.all(), by=create_reviewer()) for _ in claims]
    with connection.cursor() as cursor:
        cursor.execute(PLANS)
        assert cursor.fetchone() == (3, 0)
    assert {claim.pk for claim in taken} == {claim.pk for claim in claims}


def test_what_is_taken_comes_without_its_vector_and_can_be_read_again():
    claim, alice = create_claim(), create_reviewer()
    taken = review.take_next(Claim.objects.all(), by=alice)
    assert taken.get_deferred_fields() == {"vector", "code", "vector_model"}
    taken.refresh_from_db(fields=["reviewer"])
    assert (taken.pk, taken.reviewer) == (claim.pk, alice)
