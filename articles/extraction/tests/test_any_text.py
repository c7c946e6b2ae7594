"""Any text at all is read or refused, and no line of it is lost or changed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction import ExtractionError, read, read_text
from articles.extraction.lines import paragraphs
from articles.extraction.sorting import sort_lines
from articles.extraction.tests.invented_pages import PAGES

LINES = [text for page in PAGES for text in page.texts]
PIECES = [
    "By ",
    "Photo: ",
    "© ",
    "(AFP)",
    "…",
    " — ",
    "\u200b",
    "1 ",
    "* ",
    "Q: ",
    "12:40",
    "é",
    "船",
]
line = st.one_of(
    st.sampled_from(LINES),
    st.lists(st.sampled_from([*PIECES, *LINES[:9]]), min_size=1, max_size=4).map("".join),
    st.text(max_size=40),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(line, max_size=14))
def test_every_line_is_kept_or_struck_with_a_reason(lines):
    text = "\n".join(lines)
    try:
        page = read_text(text)
    except ExtractionError:
        return
    assert [found.text for found in page.lines] == paragraphs(text)
    assert all(bool(found.reason) != found.kept for found in page.lines)


@settings(max_examples=200, deadline=None)
@given(st.lists(line, max_size=14), st.booleans())
def test_lines_out_of_html_are_sorted_too(lines, declares):
    cut = list(paragraphs("\n".join(lines)))
    headline = cut[0] if declares and cut else ""
    marked = [place % 3 == 0 for place in range(len(cut))]
    found = sort_lines(cut, headline=headline, trusted=True, doubtful=marked)
    assert [one.text for one in found] == cut


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(source):
    try:
        page = read(source)
    except ExtractionError:
        return
    assert any(found.kept for found in page.lines)
