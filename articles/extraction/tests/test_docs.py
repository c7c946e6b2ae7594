"""The page about importing names every reason a line can be struck for, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles import drafts, extraction, formats
from articles.extraction.vocabulary import Concept
from articles.formats import archive, letters, parts, pdf, word

PAGE = Path(__file__).parents[3] / "docs" / "importing.md"
WORDS = " ".join(PAGE.read_text("utf-8").split())
REFUSALS = [
    name
    for name, value in (*vars(extraction).items(), *vars(formats).items())
    if isinstance(value, type) and issubclass(value, extraction.ExtractionError)
]


@pytest.mark.parametrize("concept", Concept)
def test_every_reason_is_explained(concept):
    assert concept.value in WORDS


@pytest.mark.parametrize("name", REFUSALS)
def test_every_refusal_is_named(name):
    assert f"`{name}`" in WORDS


def test_the_limits_are_those_of_the_code():
    assert extraction.MAX_BYTES == 5_000_000
    assert f"over {extraction.MAX_LINES:,}" in WORDS
    assert formats.MAX_FILE_BYTES == 25_000_000
    most = (archive.FILES_MOST, pdf.PAGES_MOST, parts.ARTICLES_MOST)
    assert most == (5_000, 200, 20_000)
    assert (archive.UNPACKED_MOST, archive.RATIO_MOST) == (100_000_000, 200)
    assert (archive.CONTENTS_MOST, letters.HEADER_MOST) == (2_000_000, 20_000)
    assert (letters.PART_HEADER_MOST, letters.HEADERS_MOST) == (4_000, 100_000)
    assert (word.WORD_MOST, word.TAGS_MOST) == (10_000_000, 300_000)
    assert drafts.DRAFTS_MOST == 500
