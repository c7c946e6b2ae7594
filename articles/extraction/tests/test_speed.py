"""Reading takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from articles.extraction import read_text
from articles.extraction.evidence import evidence_of
from articles.extraction.shape import shape_of
from articles.extraction.tests.invented_pages import PAGES

GROWTH_MOST = 4.0  # for twice the text; a square law would need more on larger texts
HANGS_SECONDS = 60.0  # a guard against runaway work, no claim about speed

LINES = {
    "blanks": " ",
    "commas": ", ",
    "full stops": ". ",
    "figures": "1.2.3,4:5 ",
    "capitals": "AbCdEf",
    "names": "By Ada and ",
    "brackets": "(((",
    "photo": "Photo: by ",
    "agency": "(AP/",
    "quotes": "“”",
    "hyphens": "a-b-",
    "marks": "e\u0301",
    "unspaced": "船",
}


def seconds(lines: list[str]) -> float:
    """Of the processor: what else the machine does is not counted."""
    began = time.process_time()
    read_text("\n".join(lines))
    return time.process_time() - began


def test_twice_the_pages_take_about_twice_the_time():
    lines = [text for page in PAGES for text in page.texts]
    seconds(lines)
    once = min(seconds(lines * 3) for _ in range(2))
    twice = min(seconds(lines * 6) for _ in range(2))
    assert twice < GROWTH_MOST * once


@pytest.mark.parametrize("kind", LINES)
def test_one_endless_line_is_quick(kind):
    line = LINES[kind] * (1_000_000 // len(LINES[kind])) + " He said so on Tuesday evening."
    began = time.perf_counter()
    evidence_of(shape_of(line))
    read_text(line)
    assert time.perf_counter() - began < HANGS_SECONDS
