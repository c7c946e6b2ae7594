"""Writers and times that a page's markup names, for pages that declare neither."""

from __future__ import annotations

import pytest

from articles.extraction import read
from articles.extraction.tests.webpage import web_page

BOTH = "Rafael Quint and Dela Moor"


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<a rel="author" href="/q">Rafael Quint</a>', "Rafael Quint"),
        ('<a rel="author">Rafael Quint</a><a rel="author">Dela Moor</a>', BOTH),
        ('<span itemprop="author"><b itemprop="name">Dela Moor</b>, editor</span>', "Dela Moor"),
        ('<div class="byline">By <a>Rafael Quint</a> and <a>Dela Moor</a></div>', BOTH),
        ('<div class="byline-name"><a>Dela Moor</a><i>Staff Writer</i></div>', "Dela Moor"),
        ('<p class="byline">Dela Moor, Monday November 16, 2026</p>', "Dela Moor"),
    ],
)
def test_the_names_are_those_of_the_signature(markup, names):
    found = read(web_page(inside=markup)).byline
    assert (found.value, found.where) == (names, "from the page’s signature")


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="related-stories"><a rel="author">Tom Brey</a></div>',
        '<div class="comments"><span class="comment-author">Tom Brey</span></div>',
        '<aside><span class="author">Tom Brey</span></aside>',
        '<span class="author">The best of the week in pictures and film</span>',
        '<span class="author">tom@ledger.example</span>',
        f'<div class="author">{"Tom Brey " * 60}</div>',
    ],
)
def test_people_of_other_places_are_not(markup):
    assert read(web_page(inside=markup)).byline is None


def test_the_time_is_the_propertys_else_the_days_near_the_headline():
    property_ = '<span itemprop="datePublished" content="2026-11-19T06:10:00+02:00">today</span>'
    assert read(web_page(inside=property_)).published.value.hour == 6
    named = '<span class="post-date">Published 19 November 2026</span>'
    assert read(web_page(inside=named)).published.value.day == 19
    far = "<i></i>" * 90 + '<span class="post-date">19 November 2026</span>'
    assert read(web_page(inside=far)).published.where == "from the date line"
