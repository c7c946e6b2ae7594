from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import StoryIndex, centring, postings
from matching.centring import centred, mean_of
from matching.encoder import DIMENSIONS
from matching.postings import Gathered

BAGS = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True).map(dict.fromkeys))


@given(BAGS, st.integers(1, 5))
def test_every_text_that_has_a_term_is_found_in_order(bags, at_once):
    gathered = Gathered(bags)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "PLACES_AT_ONCE", at_once)
        found, having = gathered.postings().of(gathered.numbers(dict.fromkeys("ax?")))
    texts = [at for at, bag in enumerate(bags) if "a" in bag]
    assert (found.tolist(), having.tolist()) == (texts, [len(texts), 0, 0])


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_what_a_text_has_is_added_up_for_it(at_once, monkeypatch):
    monkeypatch.setattr(postings, "PLACES_AT_ONCE", at_once)
    kept = Gathered([dict.fromkeys("ab"), {}, dict.fromkeys("bc")]).postings()
    assert kept.sums(np.array([1.0, 10.0, 100.0])).tolist() == [11.0, 0.0, 110.0]


def test_a_long_story_is_centred_as_a_short_one_is(monkeypatch):
    rows = np.random.default_rng(1).normal(size=(50, DIMENSIONS)).astype(np.float32)
    rows[7] = 0
    at_once = centred(rows, mean_of(rows))
    monkeypatch.setattr(centring, "ROWS_AT_ONCE", 8)
    assert centred(rows, mean_of(rows)) == pytest.approx(at_once, abs=1e-6)
    assert not at_once[7].any()


def test_an_index_takes_little_memory_for_each_text():
    texts = [
        f"Ferry {at} ran aground off Selwick with {at + 9} people on board." for at in range(900)
    ]
    tracemalloc.start()
    index = StoryIndex(texts)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 15_000 * len(index)  # bytes; 3,000 of them for the vectors
