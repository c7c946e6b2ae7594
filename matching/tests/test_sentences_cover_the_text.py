from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from matching import paragraphs, split
from matching.tests.growth import grows_linearly
from matching.tests.texts import any_text


@pytest.mark.parametrize("cut", [split, paragraphs])
@given(text=any_text)
def test_spans_hold_every_visible_character_once_and_in_order(cut, text):
    spans = cut(text)
    held = "".join(span.of(text) for span in spans)
    assert "".join(held.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("cut", [split, paragraphs])
@given(text=any_text)
def test_spans_are_trimmed_and_never_empty(cut, text):
    for span in cut(text):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()


@given(text=any_text)
def test_no_sentence_reaches_over_a_paragraph(text):
    whole = paragraphs(text)
    for sentence in split(text):
        assert any(p.start <= sentence.start and sentence.end <= p.end for p in whole)


@pytest.mark.parametrize(
    "piece",
    [
        ". ",
        "!",
        "a. ",
        "- . ",
        "“Why?” A",
        "\n",
        "Ab. ",
        " ",
        "U.S. ",
        "x",
        "(! ",
        ".“““",
        "\u0301.",
    ],
)
def test_hostile_texts_take_time_in_proportion_to_their_length(piece):
    assert grows_linearly(split, piece)
