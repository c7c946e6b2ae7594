"""Whatever the text: places inside it, the same answer each time, and time that grows with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import attributions, chain_words, read_chain, same_root, shared_root
from matching.tests.growth import grows_linearly
from matching.tests.texts import any_text

CUES = [
    " said ", ", Lund said. ", "according to ", "“", "”", "he ", "told Reuters ", ", citing ", ": ",
    "reportedly ", "quoted Kim as saying ", "\n\n", "; ", "and ", "The coastguard ", "it added. ",
]  # fmt: skip
reports = st.lists(st.sampled_from(CUES) | any_text, max_size=20).map("".join)
names = st.lists(
    st.sampled_from(["the", "of", "via", ",", ".", "(", ")", "Ada", "Lund", "guard"])
).map(" ".join)


@given(reports, reports, reports)
def test_places_stand_inside_the_text_and_names_in_it(before, claim, after):
    text = before + claim + after
    flat = " ".join(text.split())
    for one in attributions(claim, before=before, after=after):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert all(name and name in flat for name in one.chain)


@given(reports, reports)
def test_the_same_text_gives_the_same_answer(before, claim):
    assert attributions(claim, before=before) == attributions(claim, before=before)


@given(names, names)
def test_meeting_goes_both_ways_and_a_written_chain_settles(one, other):
    assert same_root(one, other) == same_root(other, one)
    assert shared_root([(one,), (other,)]) in (one, other, "")
    assert read_chain(chain_words(read_chain(one))) == read_chain(one)


@pytest.mark.parametrize("piece", [
    "Lund said ", "“said,” ", "x", ", he said, ", "according to ", "told the ", "(", "Ada ", "; ",
    "citing A, ", "“a” ", "‘a ", "as saying ", "and ", "was quoted as saying by Velta ", " ",
    "quoted Lund ", "who said, ",
])  # fmt: skip
def test_time_grows_with_the_text(piece):
    assert grows_linearly(lambda text: attributions(text, before=text, after=text), piece)
