"""Which articles are one report: the same whatever came first, and as people say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.lineage import Facts, Ruling, parts

KEYS = range(1, 8)
pairs = st.tuples(st.integers(4, 90), st.sampled_from(KEYS), st.sampled_from(KEYS))


def grouped(*copies, agencies=None, rulings=(), articles=KEYS) -> list[list[int]]:
    facts = Facts(articles=articles, agencies=agencies or {}, copies=copies, rulings=rulings)
    return [part for part in parts(facts) if len(part) > 1]


def test_articles_that_share_copy_are_one_report_however_they_are_joined():
    assert grouped((9, 1, 2), (8, 2, 3), (30, 5, 6)) == [[1, 2, 3], [5, 6]]


def test_articles_that_credit_one_agency_are_one_report():
    assert grouped(agencies={2: "Reuters", 4: "Reuters", 5: "AFP"}) == [[2, 4]]


def test_copy_never_makes_two_agencies_one():
    agencies = {1: "Reuters", 2: "AFP"}
    assert grouped((40, 1, 3), (20, 2, 3), (10, 1, 2), agencies=agencies) == [[1, 3]]


def test_what_a_person_joins_is_one_whatever_the_agencies():
    joined = Ruling(frozenset({1, 2}))
    assert grouped(agencies={1: "Reuters", 2: "AFP"}, rulings=[joined]) == [[1, 2]]


def test_what_a_person_splits_stays_apart_when_a_new_copy_comes():
    split = Ruling(frozenset({1, 2}), apart=frozenset({3}))
    copies = [(50, 1, 2), (40, 1, 3), (60, 3, 4), (30, 1, 4)]
    assert grouped(*copies, rulings=[split]) == [[1, 2], [3, 4]]


def test_the_newest_ruling_holds():
    split, joined = Ruling(frozenset({1}), apart=frozenset({2})), Ruling(frozenset({1, 2}))
    assert grouped((50, 1, 2), rulings=[joined, split]) == [[1, 2]]
    assert grouped((50, 1, 2), rulings=[split, joined]) == []


def test_articles_that_left_the_story_do_not_matter():
    gone = Ruling(frozenset({1, 99}), apart=frozenset({98}))
    assert grouped((50, 1, 2), (9, 1, 97), rulings=[gone]) == [[1, 2]]


@given(copies=st.lists(pairs, max_size=12), draw=st.randoms(use_true_random=False))
def test_the_order_of_what_is_known_makes_no_difference(copies, draw):
    shuffled = draw.sample(copies, len(copies))
    found = grouped(*copies, agencies={1: "Reuters", 2: "AFP"})
    assert grouped(*shuffled, agencies={2: "AFP", 1: "Reuters"}) == found
    assert sorted({key for part in found for key in part}) == sorted(
        key for part in found for key in part
    )
