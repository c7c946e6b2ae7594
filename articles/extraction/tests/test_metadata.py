"""What a web page declares about its article is found, and told from where."""

from __future__ import annotations

import pytest

from articles.extraction import read
from articles.extraction.moments import moment_of
from articles.extraction.tests.webpage import HEADLINE, JSON_LD, PARAGRAPHS, web_page

OPEN_GRAPH = """<meta property="og:title" content="Ferry aground for nine hours - The Ledger">
    <meta property="og:site_name" content="The Ledger"><meta name="author" content="By Ada Quell">
    <meta property="article:published_time" content="2026-11-19T05:10:00Z">
    <meta property="og:url" content="https://ledger.example/og">
    <link rel="canonical" href="https://ledger.example/canonical">"""


def test_json_ld_is_read_first():
    page = read(web_page(head=JSON_LD + OPEN_GRAPH))
    assert (page.headline.value, page.outlet.value) == (HEADLINE, "The Ledger")
    assert page.byline.value == "Rafael Quint and Dela Moor"
    assert page.standfirst.value.startswith("The log and the company")
    assert {page.headline.where, page.outlet.where, page.byline.where} == {
        "from the page’s JSON-LD"
    }


def test_the_time_keeps_the_zone_of_the_page():
    published = read(web_page(head=JSON_LD)).published
    assert published.value.isoformat() == "2026-11-19T06:10:00+02:00"
    assert (published.precision, published.zone) == ("minute", "+02:00")


def test_open_graph_and_meta_tags_stand_in():
    page = read(web_page(head=OPEN_GRAPH))
    assert page.headline.value == "Ferry aground for nine hours"
    assert (page.outlet.value, page.outlet.where) == (
        "The Ledger",
        "from the page’s Open Graph tags",
    )
    assert (page.byline.value, page.byline.where) == ("Ada Quell", "from the page’s meta tags")
    assert page.url.value == "https://ledger.example/canonical"
    assert page.published.zone == "UTC"


def test_without_any_of_them_the_heading_speaks_and_nothing_is_made_up():
    page = read(web_page())
    assert (page.headline.value, page.headline.where) == (HEADLINE, "from the page’s main heading")
    assert (page.outlet, page.byline, page.published, page.url) == (None, None, None, None)
    assert page.language.value == "en"


def test_a_description_that_is_the_first_words_of_the_text_is_no_standfirst():
    head = f'<meta name="description" content="{PARAGRAPHS[0][:90]}">'
    assert read(web_page(head=head)).standfirst is None


@pytest.mark.parametrize(
    "script",
    ["{", "[1, 2", '{"@type": 5}', '{"@type": "NewsArticle", "author": 7, "headline": {}}', '"x"'],
)
def test_malformed_json_ld_counts_as_absent(script):
    head = f'<script type="application/ld+json">{script}</script>'
    page = read(web_page(head=head))
    assert page.headline.where == "from the page’s main heading"
    assert page.byline is None


def test_an_address_is_no_author():
    head = '<meta property="article:author" content="https://social.example/ada">'
    assert read(web_page(head=head)).byline is None


@pytest.mark.parametrize(
    ("text", "value", "precision", "zone"),
    [
        ("2026-11-19", "2026-11-19T00:00:00+00:00", "day", ""),
        ("2026-11-19T06:10:00.123Z", "2026-11-19T06:10:00+00:00", "minute", "UTC"),
        ("2026-11-19 06:10:00 +0530", "2026-11-19T06:10:00+05:30", "minute", "+05:30"),
        ("2026-11-19T06:10:00", "2026-11-19T06:10:00+00:00", "minute", ""),
        ("Thu, 19 Nov 2026 06:10:00 -0500", "2026-11-19T06:10:00-05:00", "minute", "-05:00"),
    ],
)
def test_times_are_read_as_exactly_as_they_are_written(text, value, precision, zone):
    found = moment_of(text, "here")
    assert (found.value.isoformat(), found.precision, found.zone) == (value, precision, zone)


@pytest.mark.parametrize("text", ["", "yesterday", "2026", "2026-13-45", "0001-01-01", "x" * 99])
def test_what_is_no_day_is_no_time(text):
    assert moment_of(text, "here") is None
