"""What stands beside a claim's status, worked out for all claims of a page together."""

from __future__ import annotations

import pytest

from claims import highlights
from claims.models import Claim, Link
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_claims, create_discrepancy, create_pair

pytestmark = pytest.mark.django_db
SIGNS = ("links", "contradictions", "suggestions", "outlets", "origins", "backing", "clash")


def signs(claim: Claim) -> list[object]:
    one = Claim.objects.with_signs().get(pk=claim.pk)
    return [getattr(one, name) for name in SIGNS]


def test_a_claim_alone_has_none_and_backs_itself():
    assert signs(create_claim()) == [0, 0, 0, 0, 0, 1, ""]


def test_each_end_reads_the_conflict_from_its_own_side():
    one, other = create_pair(kind=LinkKind.CONTRADICTS)
    create_discrepancy(Link.objects.get(), value_a="241", value_b="214")
    assert signs(one) == [1, 1, 0, 2, 1, 1, "241 against 214"]
    assert signs(other) == [1, 1, 0, 2, 1, 1, "214 against 241"]


def test_what_was_removed_counts_no_more():
    one, other = create_pair()
    highlights.remove(other, by=other.marked_by)
    assert signs(one) == [0, 0, 0, 0, 0, 1, ""]
    assert signs(other)[0] == 1


def test_a_page_of_claims_costs_three_queries_more(django_assert_num_queries):
    for _ in range(3):
        create_discrepancy(Link.objects.of(create_pair()[0]).get())
    with django_assert_num_queries(4):
        assert len(Claim.objects.with_signs().order_by("pk")) == 6
    with django_assert_num_queries(1):
        assert list(Claim.objects.with_signs().none()) == []
        assert len(Claim.objects.with_signs().values_list("pk")) == 6


def test_who_removed_the_claims_of_a_list_comes_with_them(django_assert_num_queries):
    for claim in create_claims(2):
        highlights.remove(claim, by=claim.marked_by)
    rows = list(Claim.objects.for_list())
    with django_assert_num_queries(0):
        assert [row.removed_by_id for row in rows] == [row.removed_by.pk for row in rows]
