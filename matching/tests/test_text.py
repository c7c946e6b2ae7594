from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given

from matching import stems, token_spans, tokens
from matching.tests.growth import grows_linearly
from matching.tests.texts import any_text


def test_figures_stay_whole_and_hyphens_part_words():
    text = "Some 1,000 of 241.5 people, at 6.40pm or 18:38, on a far-off 2022–23 quay"
    assert tokens(text) == (
        [
            "some",
            "1,000",
            "of",
            "241.5",
            "people",
            "at",
            "6.40pm",
            "or",
            "18:38",
            "on",
            "a",
            "far",
            "off",
            "2022",
            "23",
            "quay",
        ]
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FERRY", "ferry"),
        ("STRASSE", "Straße"),
        ("cafe\u0301", "café"),
        ("Selwick’s", "Selwick's"),
        ("the U.S.", "The US"),
        ("ｆｅｒｒｙ", "ferry"),
        ("co\u00adop", "coop"),
    ],
)
def test_spellings_of_one_word_fold_together(one, other):
    assert tokens(one) == tokens(other)


def test_words_of_every_script_are_words():
    assert tokens("Паром هنا हिन्दी 한국 船だ") == ["паром", "هنا", "हिन्दी", "한국", "船", "だ"]


@pytest.mark.parametrize("text", ["", " \n", "…“”—, 🎉"])
def test_a_text_without_words_has_no_tokens(text):
    assert tokens(text) == []


def test_forms_of_one_word_have_one_stem_and_stop_words_none():
    assert stems("The ferries were sailing from Selwick’s quay") == stems(
        "A ferry sails, Selwick quay"
    )
    assert stems("It was not the 1,000") == ["not", "1000"]


@given(text=any_text)
def test_token_spans_are_what_tokens_fold(text):
    assert len(token_spans(text)) == len(tokens(text))
    assert all(any(c.isalnum() for c in span.of(text)) for span in token_spans(text))


def test_stems_are_the_same_from_many_threads():
    words = [f"{start}{end}" for start in "abcdefgh" for end in ("sailing", "ations", "iness")] * 20
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(stems, words))
    assert found == [stems(word) for word in words]
    assert found[0] == ["asail"]


@pytest.mark.parametrize("piece", ["a", "a.", "1,", "a'", "\u0301", "🎉"])
def test_hostile_texts_are_cut_in_time_in_proportion_to_their_length(piece):
    assert grows_linearly(tokens, piece)
