"""PDF: lines as they are set become paragraphs as they were written."""

from __future__ import annotations

import textwrap

from articles.formats.tests.made import HEADLINE, PARAGRAPHS, kept, one, pdf, refusal

LEFT, TOP, LEADING, SIZE = 60, 760, 13, 11


def column(paragraphs, *, width=80, x=LEFT, y=TOP, gap=8, indent=0, size=SIZE):
    """The lines of paragraphs set one under another."""
    placed = []
    for text in paragraphs:
        for at, line in enumerate(textwrap.wrap(text, width)):
            placed.append((x + (indent if at == 0 else 0), y, size, line))
            y -= LEADING
        y -= gap
    return placed


def test_paragraphs_parted_by_a_gap_or_an_indent_or_a_short_last_line():
    title = (LEFT, 800, 20, HEADLINE)
    for page in (column(PARAGRAPHS), column(PARAGRAPHS, gap=0, indent=12)):
        found = one(pdf([[title, *page]]), "x.pdf")
        assert kept(found) == PARAGRAPHS
        assert found.headline.value == HEADLINE
        assert found.media_type == "application/pdf"


def test_words_divided_at_the_end_of_a_line_are_whole_again():
    lines = ["The ferry ran aground on the Cal-", "der Bank with a north-", "west wind on Tuesday"]
    last = "evening, and a well-known pilot aboard, the harbour master said on Wednesday."
    placed = [(LEFT, TOP - LEADING * at, SIZE, line) for at, line in enumerate([*lines, last])]
    text = kept(one(pdf([placed])))[0]
    assert text.startswith("The ferry ran aground on the Calder Bank with a northwest wind")
    assert "well-known pilot" in text


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        [
            (LEFT, 810, 9, f"The Ledger, 19 November 2026, page {number}"),
            *column(part),
            (300, 30, 9, str(number)),
        ]
        for number, part in enumerate([PARAGRAPHS[:2], PARAGRAPHS[2:3], PARAGRAPHS[3:]], 1)
    ]
    assert kept(one(pdf(pages))) == PARAGRAPHS


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    first, second = PARAGRAPHS[0].split(" on Tuesday", 1)
    left = column([first], width=40)
    right = column([f"on Tuesday{second}"], width=40, x=320)
    assert kept(one(pdf([[*left, *right, *column(PARAGRAPHS[1:], y=500)]]))) == PARAGRAPHS
    two = pdf([column([first]), column([f"on Tuesday{second}", *PARAGRAPHS[1:]])])
    assert kept(one(two)) == PARAGRAPHS


def test_the_address_a_browser_prints_at_the_foot_is_the_articles():
    foot = (LEFT, 20, 8, "https://ledger.example/2026/ferry")
    assert one(pdf([[*column(PARAGRAPHS), foot]])).url.value == "https://ledger.example/2026/ferry"


def test_a_title_in_the_properties_serves_when_the_page_has_none():
    assert one(pdf([column(PARAGRAPHS)], title="Ferry aground")).headline.value == "Ferry aground"
    assert one(pdf([column(PARAGRAPHS)], title="draft2.docx")).headline is None


def test_pictures_of_pages_and_damage_are_refused():
    assert refusal(pdf([[]])).startswith("This PDF holds pictures of pages and no text")
    assert refusal(pdf([column(PARAGRAPHS)])[:300]).startswith("This file begins as a PDF but is")
