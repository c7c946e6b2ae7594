from __future__ import annotations

import pytest
from hypothesis import given

from matching import from_utf16, normalise_newlines, to_utf16
from matching.tests.texts import any_text, messy


def browser_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(text=any_text)
def test_every_offset_counts_as_the_browser_counts(text):
    for offset in range(len(text) + 1):
        units = to_utf16(text, offset)
        assert units == browser_length(text[:offset])
        assert from_utf16(text, units) == offset


@given(text=messy)
def test_exactly_the_middles_of_characters_are_refused(text):
    good = {browser_length(text[:offset]) for offset in range(len(text) + 1)}
    for units in set(range(browser_length(text) + 1)) - good:
        with pytest.raises(ValueError, match="inside a character"):
            from_utf16(text, units)


def test_a_browser_selection_after_an_emoji_is_found():
    text = "🚢 The ferry"
    assert from_utf16(text, 3) == 2
    with pytest.raises(ValueError, match="inside a character"):
        from_utf16(text, 1)


@pytest.mark.parametrize("text", ["", "sea", "🚢"])
def test_offsets_outside_the_text_are_refused(text):
    for convert in (to_utf16, from_utf16):
        for offset in (-1, 3 + len(text)):
            with pytest.raises(ValueError, match="No offset"):
                convert(text, offset)


def test_line_ends_become_line_feeds_and_nothing_else_changes():
    assert normalise_newlines("a\r\nb\rc\n\r\n d\u2028e\u0301") == "a\nb\nc\n\n d\u2028e\u0301"


@given(text=any_text)
def test_line_ends_are_normal_after_one_time(text):
    once = normalise_newlines(text)
    assert "\r" not in once
    assert normalise_newlines(once) == once
    assert once.replace("\n", "") == text.replace("\r", "").replace("\n", "")
