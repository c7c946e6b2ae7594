from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import Highlight, Segment, segments

places = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda p: (p[0], p[0] + p[1]))
many_claims = st.lists(places, max_size=8).map(
    lambda found: [Highlight(key, *place) for key, place in enumerate(found)]
)
paragraph = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: (min(p), max(p)))


def test_a_paragraph_without_claims_is_one_segment():
    assert segments(3, 9, []) == [Segment(3, 9, keys=(), starts=(), ends=())]


def test_an_empty_paragraph_has_no_segments():
    assert segments(3, 3, [Highlight(1, 0, 9)]) == []


def test_overlapping_claims_share_their_middle():
    assert segments(0, 10, [Highlight(42, 4, 8), Highlight(41, 2, 6)]) == [
        Segment(0, 2, keys=(), starts=(), ends=()),
        Segment(2, 4, keys=(41,), starts=(41,), ends=()),
        Segment(4, 6, keys=(41, 42), starts=(42,), ends=(41,)),
        Segment(6, 8, keys=(42,), starts=(), ends=(42,)),
        Segment(8, 10, keys=(), starts=(), ends=()),
    ]


def test_the_longer_of_two_claims_with_one_start_is_outside():
    first, *_ = segments(0, 10, [Highlight(1, 0, 3), Highlight(2, 0, 8), Highlight(3, 0, 3)])
    assert first.keys == (2, 1, 3)
    assert first.starts == (2, 1, 3)
    assert first.ends == (1, 3)


def test_a_claim_that_goes_on_neither_starts_nor_ends_here():
    assert segments(5, 9, [Highlight(1, 0, 20)]) == [Segment(5, 9, keys=(1,), starts=(), ends=())]


def test_claims_outside_the_paragraph_change_nothing():
    assert segments(5, 9, [Highlight(1, 0, 5), Highlight(2, 9, 12)]) == segments(5, 9, [])


def test_a_paragraph_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="paragraph"):
        segments(5, 4, [])


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_a_highlight_holds_at_least_one_character(start, end):
    with pytest.raises(ValueError, match="highlight"):
        Highlight(1, start, end)


@given(paragraph=paragraph, claims=many_claims)
def test_segments_together_are_the_paragraph(paragraph, claims):
    start, end = paragraph
    covered = [at for s in segments(start, end, claims) for at in range(s.start, s.end)]
    assert covered == list(range(start, end))


@given(paragraph=paragraph, claims=many_claims)
def test_each_segment_names_exactly_the_claims_over_it(paragraph, claims):
    for segment in segments(*paragraph, claims):
        for at in (segment.start, segment.end - 1):
            assert set(segment.keys) == {c.key for c in claims if c.start <= at < c.end}
        assert set(segment.starts) == {c.key for c in claims if c.start == segment.start}
        assert set(segment.ends) == {c.key for c in claims if c.end == segment.end}


@given(paragraph=paragraph, claims=many_claims)
def test_the_order_of_the_claims_makes_no_difference(paragraph, claims):
    assert segments(*paragraph, claims) == segments(*paragraph, claims[::-1])
