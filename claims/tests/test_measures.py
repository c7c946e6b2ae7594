"""Comparisons as they are typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models.lookups import Exact, GreaterThanOrEqual, LessThan

from claims import measures
from claims.measures import Age, Compared


@pytest.mark.parametrize(
    ("written", "lookup"),
    [
        ("2", Exact),
        ("=2", Exact),
        ("<2", LessThan),
        (">=2", GreaterThanOrEqual),
        ("≥2", GreaterThanOrEqual),
    ],
)
def test_a_number_may_have_a_comparison(written, lookup):
    assert measures.count(written) == Compared(lookup=lookup, number=2)


@pytest.mark.parametrize("written", ["", "<", "two", "-1", "2.5", "<>2", "99999"])
def test_what_is_no_number(written):
    assert measures.count(written) is None


def test_a_comparison_holds_for_a_number_or_not():
    compared = measures.count("<2")
    assert [compared.holds_for(number) for number in (1, 2, 3)] == [True, False, False]


@pytest.mark.parametrize(
    ("written", "began", "ago"),
    [
        (">2d", "lt", timedelta(days=2)),
        ("2d", "lte", timedelta(days=2)),
        ("<90min", "gt", timedelta(minutes=90)),
        ("<=3H", "gte", timedelta(hours=3)),
        (">=1w", "lte", timedelta(weeks=1)),
    ],
)
def test_what_is_older_began_earlier(written, began, ago):
    assert measures.age(written) == Age(began=began, ago=ago)


@pytest.mark.parametrize("written", ["", "2", "d", ">2 d", "2y", "999999w", "1.5h"])
def test_what_is_no_age(written):
    assert measures.age(written) is None
