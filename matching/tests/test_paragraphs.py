from __future__ import annotations

import pytest

from matching import paragraphs


@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n", "\r\n\r\n", "\n\n\n\n"])
def test_blank_lines_part_paragraphs(gap):
    text = f"Ferry aground{gap}The ferry ran aground.\nNobody was hurt."
    assert [span.of(text) for span in paragraphs(text)] == [
        "Ferry aground",
        "The ferry ran aground.\nNobody was hurt.",
    ]


def test_blanks_around_a_paragraph_are_left_out():
    text = "\n\n  The ferry ran aground. \n\n"
    assert [span.of(text) for span in paragraphs(text)] == ["The ferry ran aground."]


def test_a_blank_text_has_no_paragraphs():
    assert paragraphs(" \n\n ") == []
