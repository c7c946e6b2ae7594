from __future__ import annotations

from hypothesis import given

from matching import Highlight, rails
from matching.tests.test_segments import many_claims


def test_claims_apart_or_only_touching_run_on_the_first_rail():
    claims = [Highlight(1, 0, 4), Highlight(2, 4, 8), Highlight(3, 20, 24)]
    assert rails(claims) == {1: 1, 2: 1, 3: 1}


def test_a_claim_that_overlaps_takes_the_next_rail_and_keeps_it():
    assert rails([Highlight(2, 4, 12), Highlight(1, 0, 6)]) == {1: 1, 2: 2}


def test_a_rail_is_free_again_after_its_claim():
    claims = [Highlight(1, 0, 6), Highlight(2, 4, 12), Highlight(3, 6, 10)]
    assert rails(claims) == {1: 1, 2: 2, 3: 1}


def test_more_than_three_share_the_third_rail():
    claims = [Highlight(key, key, 20) for key in range(1, 6)]
    assert rails(claims) == {1: 1, 2: 2, 3: 3, 4: 3, 5: 3}


def test_no_claims_need_no_rails():
    assert rails([]) == {}


@given(claims=many_claims)
def test_no_two_overlapping_claims_share_the_first_or_second_rail(claims):
    placed = rails(claims)
    assert placed.keys() == {claim.key for claim in claims}
    for a in claims:
        for b in claims:
            if a.key < b.key and a.start < b.end and b.start < a.end:
                assert placed[a.key] != placed[b.key] or placed[a.key] == 3
