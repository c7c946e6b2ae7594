"""The paragraphs of the reading page: cut at claims, escaped, and still the article's own words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

import matching
from articles.models import Article, Revision, Sentence
from claims import reading
from claims.models import Claim
from matching import Span

WORDS = [
    "There were 241 people",
    "🚨",
    "<b>",
    "&amp;",
    '"',
    "'",
    "كان على",
    "e\u0301",
    "</p>",
    " ",
    ". ",
]
TEXTS = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), min_size=1, max_size=20).map("".join)


def claims_in(text: str, spans: list[tuple[int, int]]) -> list[Claim]:
    """Claims as the page loads them: it is known that nobody is named for any of them."""
    ordered = sorted(set(spans), key=lambda span: (span[0], -span[1]))
    claims = [
        Claim(pk=pk, start=start, end=end, quote=text[start:end])
        for pk, (start, end) in enumerate(ordered, start=101)
    ]
    for claim in claims:
        Claim._meta.get_field("attributed").set_cached_value(claim, None)
    return claims


def cut(text: str, *spans: tuple[int, int]) -> list[reading.Paragraph]:
    claims = claims_in(text, list(spans))
    sentences = [
        Sentence(position=at, start=span.start, end=span.end)
        for at, span in enumerate(matching.split(text))
    ]
    return reading.paragraphs(text, reading.number(claims, current=101), sentences)


def html_of(paragraph: reading.Paragraph) -> str:
    context = {
        "paragraph": paragraph,
        "article": Article(pk=1, language="en"),
        "revision": Revision(pk=1),
    }
    return render_to_string("claims/_para.html", context)


class Words(HTMLParser):
    """Collects the words of the first <p>, without the numbers and hidden words among them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.ours: list[bool] = []
        self.is_in_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "p" and "data-words" in dict(attrs):
            self.is_in_text = True
        elif self.is_in_text:
            self.ours.append(bool({"vh", "mark-no"} & set(classes)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.is_in_text = False
        elif self.is_in_text:
            self.ours.pop()

    def handle_data(self, data: str) -> None:
        if self.is_in_text and not any(self.ours):
            self.words += data


def words_of(html: str) -> str:
    parser = Words()
    parser.feed(html)
    return parser.words


def decode(numbers: str) -> list[tuple[int, int]]:
    """As static/spans.js does."""
    at, found = 0, []
    counts = [int(number) for number in numbers.split()]
    for gap, length in zip(counts[::2], counts[1::2], strict=True):
        found.append((at + gap, at + gap + length))
        at += gap + length
    return found


@settings(deadline=None)
@given(TEXTS, st.data())
def test_html_without_our_own_words_is_the_text(text, data):
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=6))
    spans = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    for paragraph in cut(text, *spans):
        assert words_of(html_of(paragraph)) == paragraph.text


@settings(deadline=None)
@given(TEXTS)
def test_the_browser_gets_words_and_sentences_in_its_own_units(text):
    for paragraph in cut(text):
        encoded = paragraph.text.encode("utf-16-le")
        words = [encoded[2 * a : 2 * b].decode("utf-16-le") for a, b in decode(paragraph.words)]
        assert words == [span.of(paragraph.text) for span in matching.words(paragraph.text)]
        spans = [Span(*span) for span in decode(paragraph.sentences)]
        assert len(spans) == len(paragraph.choices)


def test_imported_markup_is_shown_and_never_obeyed():
    text = 'He said <script>alert("1")</script> & left'
    (paragraph,) = cut(text, (3, 20))
    html = html_of(paragraph)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert words_of(html) == text


def test_a_mark_says_where_the_claim_starts_and_ends_and_its_status():
    (paragraph,) = cut("There were 241 people on board", (11, 21))
    heard = re.sub(r"<[^>]+>", "", html_of(paragraph).split("<ol")[0]).strip()
    heard = re.sub(r"\s+", " ", heard)
    assert heard == "There were Claim 1, unreviewed, starts: 241 people (claim 1 ends) on board"


def test_an_overlap_is_nested_and_says_inside_which_claim_it_starts():
    (paragraph,) = cut("There were 241 people on board", (0, 21), (11, 30))
    html = html_of(paragraph)
    assert 'data-claims="101 102"' in html
    assert re.search(r'<span\s+class="mark is-unreviewed rail-2" data-claim="102"', html)
    assert re.search(r'starts inside claim <span data-no="101">1</span>: ', html)


def test_a_claim_keeps_its_rail_after_the_other_has_ended():
    (paragraph,) = cut("one two three four five", (0, 7), (4, 18), (8, 23))
    rails = [[(note.number, note.rail) for note in piece.notes] for piece in paragraph.pieces]
    assert rails == [[(1, 1)], [(1, 1), (2, 2)], [(2, 2)], [(3, 1), (2, 2)], [(3, 1)]]


def test_only_the_claim_in_focus_wears_the_highlighter():
    (paragraph,) = cut("There were 241 people on board", (0, 10), (11, 21))
    assert html_of(paragraph).count("mark is-unreviewed is-current") == 1


def test_a_claim_over_two_paragraphs_has_its_note_beside_the_first():
    first, second = cut("There were 241\n\npeople on board", (6, 22))
    assert [note.number for note in first.notes] == [1]
    assert second.notes == ()
    assert second.pieces[0].notes[0].number == 1


@pytest.mark.parametrize(
    ("words", "direction"),
    [("كان على متنها 241", "rtl"), ("241 שלום", "rtl"), ("There", "ltr"), ("241", "ltr")],
)
def test_a_paragraph_runs_in_the_direction_of_its_first_letter(words, direction):
    (paragraph,) = cut(words, (0, 3))
    assert paragraph.direction == direction


@pytest.mark.parametrize(
    ("line", "is_crosshead"),
    [
        ("What the log says", True),
        ("It was late.", False),
        ("“Nobody knew”", True),
        ("“Nobody knew.”", False),
        ("A line of many words " * 5, False),
    ],
)
def test_a_short_line_without_a_stop_between_paragraphs_is_a_crosshead(line, is_crosshead):
    first, middle, last = cut(f"SELWICK\n\n{line}\n\nThe end")
    assert (first.is_crosshead, last.is_crosshead) == (False, False)
    assert middle.is_crosshead == is_crosshead
