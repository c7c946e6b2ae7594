from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given

from matching import Span, snap_to_words
from matching.tests.growth import grows_linearly
from matching.tests.texts import selections


def snapped(text: str, selected: str) -> str:
    """What becomes of selecting the first `selected` in `text`."""
    start = text.index(selected)
    return snap_to_words(text, start, start + len(selected)).of(text)


@pytest.mark.parametrize(
    ("text", "selected", "expected"),
    [
        ("The ferry ran aground.", "erry r", "ferry ran"),
        ("The ferry ran aground.", " ferry ", "ferry"),
        ("The ferry ran aground.", "groun", "aground"),
        ("The ferry ran aground.", "ground.", "aground."),
        ("“All is lost,” she said", "ll is lo", "All is lost"),
        ("“All is lost,” she said", "ll is lost,”", "All is lost,”"),
        ("“All is lost,” she said", "“Al", "“All"),
        ("She sailed, then", ", ", ","),
        ("line\n\nThe ferry\n", "\n\nThe f", "The ferry"),
        ("Marrow’s far-off quay", "s far", "Marrow’s far-off"),
        ("officials' and don't", "on", "don't"),
        ("some 1,000 people", "00", "1,000"),
        ("at 6.40pm sharp", "40", "6.40pm"),
        ("about 3.5% of it", "5", "3.5%"),
        ("cost $5.2bn or €3", "2b", "$5.2bn"),
        ("cost $5.2bn or €3", "3", "€3"),
        ("cost 10€ more", "10", "10€"),
        ("at −3 °C or -5°C", "3", "−3"),
        ("or -5°C now", "5", "-5°C"),
        ("the U.S. quay", "S", "U.S."),
        ("at 09:38 on 9/11", "38 on 9", "09:38 on 9/11"),
        ("in 2022–23 only", "22", "2022–23"),
        ("Russia–Norway line", "orw", "Norway"),
        ("and/or", "an", "and"),
    ],
)
def test_a_selection_grows_to_whole_words(text, selected, expected):
    assert snapped(text, selected) == expected


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a cafe\u0301 b", "cafe\u0301"),
        ("a 👩\u200d🚀 b", "👩\u200d🚀"),
        ("a 👍🏽 b", "👍🏽"),
        ("a ❤\ufe0f b", "❤\ufe0f"),
        ("a 1\ufe0f\u20e3 b", "1\ufe0f\u20e3"),
        ("a हिन्दी b", "हिन्दी"),
        ("a می\u200cخواهم b", "می\u200cخواهم"),
        ("قالت السفينة هنا", "السفينة"),
        ("אמרה הספינה כאן", "הספינה"),
    ],
)
def test_every_part_of_a_word_snaps_to_the_whole(text, whole):
    start = text.index(whole)
    end = start + len(whole)
    for at in range(start, end):
        assert snap_to_words(text, at, at + 1) == Span(start, end)


def test_flags_are_paired_from_the_first():
    text = "🇫🇷🇳🇴"
    assert snap_to_words(text, 1, 2) == Span(0, 2)
    assert snap_to_words(text, 2, 3) == Span(2, 4)


def test_scripts_without_spaces_snap_to_characters():
    assert snapped("船在海上。", "在海") == "在海"
    assert snapped("船がげ\u3099る", "げ") == "げ\u3099"
    assert snapped("船が2023年に", "2") == "2023"


@pytest.mark.parametrize("text", [" ", "\n\n", "\u200b", "\ufeff", " \u200d\t"])
def test_nothing_visible_cannot_be_selected(text):
    with pytest.raises(ValueError, match="Nothing but blanks"):
        snap_to_words(text, 0, len(text))


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 2), (-1, 2), (0, 4)])
def test_a_selection_must_lie_in_the_text(start, end):
    with pytest.raises(ValueError, match="No selection"):
        snap_to_words("sea", start, end)


@given(selections())
def test_snapping_stays_in_the_text_and_twice_is_once(selection):
    text, start, end = selection
    assume(text[start:end].strip())
    try:
        span = snap_to_words(text, start, end)
    except ValueError:
        assume(False)
    assert 0 <= span.start < span.end <= len(text)
    assert span.of(text) == span.of(text).strip()
    assert snap_to_words(text, span.start, span.end) == span


@given(selections())
def test_snapping_never_parts_a_character(selection):
    text, start, end = selection
    try:
        span = snap_to_words(text, start, end)
    except ValueError:
        assume(False)
    assert not unicodedata.category(text[span.start]).startswith("M")
    after = text[span.end : span.end + 1]
    assert after != "\u200d"
    assert not after or not unicodedata.category(after).startswith("M")


@given(selections())
def test_what_was_selected_stays_selected_but_for_blanks(selection):
    text, start, end = selection
    try:
        span = snap_to_words(text, start, end)
    except ValueError:
        return
    for left_out in (text[start : span.start], text[span.end : end]):
        assert all(c.isspace() or unicodedata.category(c)[0] in "MC" for c in left_out)


@pytest.mark.parametrize("piece", ["a", "a.", "🇫", "👩\u200d", "\u0301", "$", " ", "1,"])
def test_hostile_texts_snap_in_time_in_proportion_to_their_length(piece):
    assert grows_linearly(lambda text: snap_to_words(f"b{text}b", 0, len(text) // 2), piece)
