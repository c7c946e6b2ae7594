from __future__ import annotations

from hypothesis import given

from matching import shared_words, stems
from matching.tests.texts import messy


def test_shared_words_are_shown_as_the_second_text_writes_them_in_its_order():
    claim = "Some 1,000 people sailed from Selwick on the ferry, U.S. officials said"
    other = "The FERRIES at Selwick’s quay held 1000 people, the US official said"
    assert shared_words(claim, other) == [
        "FERRIES",
        "Selwick’s",
        "1000",
        "people",
        "US",
        "official",
    ]


def test_each_word_is_shown_once_and_stop_words_never():
    assert shared_words("The ferry was there", "The ferry, the ferries: it was") == ["ferry"]


def test_nothing_shared_is_an_empty_list():
    assert shared_words("ferry", "tide") == []
    assert shared_words("", "") == []


@given(a=messy, b=messy)
def test_both_orders_share_the_same_stems(a, b):
    there = {stem for word in shared_words(a, b) for stem in stems(word)}
    back = {stem for word in shared_words(b, a) for stem in stems(word)}
    assert there == back
