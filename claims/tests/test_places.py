"""Places as a browser gives them: UTF-16 units from the start of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import matching
from claims import places
from claims.errors import BadSpan
from claims.places import Step
from matching import Span

TEXT = "Flares 🚨🚨 lit the café.\n\nThere were 241 people on board, nine of them crew."
# What breaks offsets: astral characters, joined emoji, combining marks, right to left, odd blanks.
ODD = ["🚨", "👩\u200d👩\u200d👧", "e\u0301", "كان", "שלום", "漢字", "\u200b", "\u00a0", "—", "“a”"]
PLAIN = [
    "There were 241",
    "people",
    "6.40pm",
    "on board,",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
]
TEXTS = st.lists(st.sampled_from(ODD + PLAIN), min_size=1, max_size=30).map("".join)


@st.composite
def selections(draw):
    """A text as imported, one paragraph of it, and two code point offsets inside."""
    text = matching.normalise_newlines(draw(TEXTS))
    paragraphs = matching.paragraphs(text)
    paragraph = draw(st.sampled_from(paragraphs or [Span(0, 0)]))
    length = paragraph.end - paragraph.start
    start = draw(st.integers(0, max(0, length - 1)))
    return text, paragraph, start, draw(st.integers(start, length))


def units(words: str) -> int:
    """As JavaScript's `length` counts."""
    return len(words.encode("utf-16-le")) // 2


@settings(deadline=None)
@given(selections())
def test_what_the_browser_counts_comes_back_as_the_same_words(selection):
    text, paragraph, start, end = selection
    words = paragraph.of(text)
    assume(words)
    span = places.from_browser(
        text, paragraph=paragraph.start, start=units(words[:start]), end=units(words[:end])
    )
    encoded = words.encode("utf-16-le")
    cut = encoded[2 * units(words[:start]) : 2 * units(words[:end])].decode("utf-16-le")
    assert span.of(text) == words[start:end] == cut


@pytest.mark.parametrize(
    ("paragraph", "start", "end"),
    [(1, 0, 5), (0, 0, 99), (0, 8, 10), (500, 0, 1)],
    ids=["no paragraph begins there", "beyond it", "half of an emoji", "beyond the text"],
)
def test_a_place_the_text_does_not_have_is_refused(paragraph, start, end):
    with pytest.raises(BadSpan, match="not in the text"):
        places.from_browser(TEXT, paragraph=paragraph, start=start, end=end)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step.START_EARLIER, "were 241 people"),
        (Step.START_LATER, "people"),
        (Step.END_EARLIER, "241"),
        (Step.END_LATER, "241 people on"),
    ],
)
def test_a_step_moves_one_end_by_one_word(step, expected):
    start = TEXT.index("241 people")
    assert places.step(TEXT, Span(start, start + 10), step).of(TEXT) == expected


def test_a_step_back_leaves_a_word_out_and_not_the_full_stop_alone():
    text = "She read it twice."
    assert places.step(text, Span(0, len(text)), Step.END_EARLIER).of(text) == "She read it"


@pytest.mark.parametrize(
    ("word", "steps"),
    [
        ("There", [Step.START_EARLIER, Step.START_LATER, Step.END_EARLIER]),
        ("crew", [Step.END_LATER, Step.START_LATER, Step.END_EARLIER]),
    ],
)
def test_a_step_stays_in_the_paragraph_and_keeps_a_word(word, steps):
    span = Span(TEXT.index(word), TEXT.index(word) + len(word))
    assert [places.step(TEXT, span, step) for step in steps] == [span, span, span]
