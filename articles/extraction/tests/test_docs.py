"""The page about importing names every reason a line can be struck for, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles import extraction
from articles.extraction.vocabulary import Concept

PAGE = Path(__file__).parents[3] / "docs" / "import.md"
WORDS = " ".join(PAGE.read_text("utf-8").split())
REFUSALS = [
    name
    for name, value in vars(extraction).items()
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
