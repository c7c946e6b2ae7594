from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from matching import snap_to_words, words
from matching.tests.growth import grows_linearly
from matching.tests.texts import any_text


def test_the_cursor_steps_over_words_and_leaves_punctuation():
    text = "“Kim’s ferry,” she said (at 6.40pm) — 🎉 3.5%…"
    assert [span.of(text) for span in words(text)] == [
        "Kim’s",
        "ferry",
        "she",
        "said",
        "at",
        "6.40pm",
        "🎉",
        "3.5%",
    ]


def test_addresses_names_and_tags_are_one_word():
    text = "Write to asha@selwick.example, @selwick or #ferry; AT&T and US$3."
    found = [span.of(text) for span in words(text)]
    assert {"asha@selwick.example", "@selwick", "#ferry", "AT&T", "US$3"} <= set(found)


@pytest.mark.parametrize("text", ["", " \n", "…“”—,"])
def test_a_text_without_words_has_none(text):
    assert words(text) == []


@given(text=any_text)
def test_words_are_in_order_apart_and_without_blanks(text):
    found = words(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not any(character.isspace() for span in found for character in span.of(text))


@given(text=any_text)
def test_a_word_snaps_to_itself(text):
    for word in words(text):
        assert snap_to_words(text, word.start, word.end) == word


@given(text=any_text)
def test_every_letter_and_figure_is_in_a_word(text):
    held = {at for span in words(text) for at in range(span.start, span.end)}
    assert all(at in held for at, character in enumerate(text) if character.isalnum())


@pytest.mark.parametrize("piece", ["a", "a.", "a.b ", "$", "-", "1,", "👩\u200d", "🇫", "\u0301"])
def test_hostile_texts_are_read_in_time_in_proportion_to_their_length(piece):
    assert grows_linearly(words, piece)
