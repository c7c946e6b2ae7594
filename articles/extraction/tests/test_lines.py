"""Paragraphs come out whole, however the text was broken into lines."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import NothingLeft, TooManyLines, body, read_text
from articles.extraction.lines import MAX_LINES, paragraphs

FIRST = (
    "The ferry Ardent Tide ran aground on the Calder Bank on Tuesday evening with 241 people"
    " aboard, the harbour master said, and stayed there for nine hours and twenty minutes."
)
SECOND = (
    "Two tugs from Port Merrow pulled at the stern until the morning tide lifted her off, an"
    " hour before a third, stronger tug was due to arrive."
)


@pytest.mark.parametrize("column", [60, 66, 72, 80, 100])
def test_wrapped_text_is_joined(column):
    text = "\n\n".join(textwrap.fill(paragraph, column) for paragraph in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_wrapped_paragraphs_without_blank_lines_are_told_apart():
    text = "\n".join(textwrap.fill(paragraph, 72) for paragraph in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_an_indented_line_starts_a_paragraph():
    text = "\n".join(
        textwrap.fill(paragraph, 72, initial_indent="   ") for paragraph in (FIRST, SECOND)
    )
    assert paragraphs(text) == [FIRST, SECOND]


def test_one_paragraph_a_line_stays_apart():
    assert paragraphs(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_titles_of_one_length_are_not_joined():
    titles = ["Council votes to move the fish market again this year", "Bridge to Hollin Island"]
    titles += ["Ministers meet over tolls for the bridges of the north", "Night buses until four"]
    assert paragraphs("\n".join(titles)) == titles


def test_a_hyphenated_word_at_the_end_of_a_line_stays_one_word():
    text = textwrap.fill(FIRST.replace("harbour master", "well-known harbour-master"), 72)
    assert "well-known harbour-master" in paragraphs(text)[0]


def test_verse_keeps_its_lines():
    verse = ["The lamps go out along the quay,", "the gulls come in to sleep,", "and what"]
    assert paragraphs("\n".join(verse)) == verse


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_break_becomes_one(line_break):
    text = read_text(FIRST + line_break * 2 + SECOND)
    assert body(text.lines) == f"{FIRST}\n\n{SECOND}"


def test_what_is_inside_a_line_is_not_touched():
    line = "He said:  “No\u00a0comment”\tand left the harbour before anybody could ask again."
    assert body(read_text(f"\ufeff  {line} \u200b\n").lines) == line


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]))))
def test_no_letter_is_lost_in_cutting(lines):
    text = "\n".join(lines)
    kept = "".join("".join(paragraphs(text)).split())
    assert kept.replace("\u200b", "").replace("\ufeff", "").replace("\u2060", "") == (
        "".join(text.split()).replace("\u200b", "").replace("\ufeff", "").replace("\u2060", "")
    )


def test_too_many_lines_are_refused():
    with pytest.raises(TooManyLines, match="import the article alone"):
        read_text("a\n" * (MAX_LINES + 1))


def test_only_site_lines_are_refused():
    with pytest.raises(NothingLeft, match="paste the paragraphs"):
        read_text("Home\nNews\nShare on Facebook\n© 2026 The Lantern. All rights reserved.")
