"""Figures of claims that are known to contradict: what they differ in, and what is left alone."""

from __future__ import annotations

import pytest

import matching
from matching import Grade

DIFFER = [
    ("She waited at the ford for six hours", "The cart stood in the mud nine hours", "6 h", "9 h"),
    ("The barn is two miles from town", "A barn five miles out of town", "2 miles", "5 miles"),
    ("Each tenant is to get €150", "the estate offers every lodger 120 euros", "€150", "€120"),
    ("She was doing 14 knots at the buoy", "the yawl made under ten knots", "14 knots", "10 knots"),
    ("The dam stands at 61 percent", "the gauge at the wall shows 67 percent", "61%", "67%"),
    ("There were 80 sheep, nine of them rams", "60 ewes and rams stood there", "80", "60"),
    ("There were 241, and each has a name", "214 passengers and crew in the boats", "241", "214"),
]
SAME = [
    ("She waited for six hours", "A wait of six hours, they said"),
    ("The barn is two miles from town", "It is 3.2 km from the barn to town"),
    ("Each tenant is to get €150", "the estate offers every lodger $120"),
    ("Six carts went by and nine goats", "There were twenty bells in the tower"),
    ("He was first at the gate", "He came third to the gate"),
    ("The wall is painted green", "The wall is painted blue"),
    ("moved 38 tents from the two lower fields", "There are 41 tents in the wood, not 38"),
]


@pytest.mark.parametrize(("a", "b", "of_a", "of_b"), DIFFER)
def test_the_lone_figures_of_a_kind_differ(a, b, of_a, of_b):
    (found,) = matching.contradictions(a, b)
    assert found.grade == Grade.CONFLICT
    assert (of_a in found.value_a, of_b in found.value_b) == (True, True)
    assert found.span_a.of(a) in a
    assert found.span_b.of(b) in b


@pytest.mark.parametrize(("a", "b"), SAME)
def test_figures_that_agree_or_do_not_stand_alone_are_left(a, b):
    assert [one for one in matching.contradictions(a, b) if one.grade == Grade.CONFLICT] == []


@pytest.mark.parametrize(("a", "b", "of_a", "of_b"), DIFFER)
def test_swapping_the_claims_swaps_the_sides(a, b, of_a, of_b):
    (one,), (other,) = matching.contradictions(a, b), matching.contradictions(b, a)
    assert (one.value_a, one.span_a) == (other.value_b, other.span_b)


def test_a_conflict_that_is_found_anyway_is_all_there_is():
    a = "The drivers waited four to five hours and ate 60 pies"
    b = "The drivers waited roughly two hours and wrote 90 letters"
    assert matching.contradictions(a, b) == matching.discrepancies(a, b)
    assert [one.kind for one in matching.discrepancies(a, b)] == ["duration"]
