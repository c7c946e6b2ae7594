"""Web pages come down to their articles, and hostile ones do no harm."""

from __future__ import annotations

import time

import pytest

from articles.extraction import ExtractionError, NoArticle, body, read, read_text
from articles.extraction.tests.webpage import HEADLINE, PARAGRAPHS, web_page

WHOLE = "\n\n".join(PARAGRAPHS)
SECONDS = 10.0  # on a slow machine; none of these takes two


def test_the_article_is_all_that_is_kept():
    page = read(web_page(), file_name="ferry.html")
    assert body(page.lines) == WHOLE
    assert page.media_type == "text/html"


def test_a_page_is_known_by_its_source_whatever_its_name():
    assert body(read(web_page(), file_name="ferry.txt").lines) == WHOLE
    assert body(read_text(web_page().decode()).lines) == WHOLE


def test_plain_text_called_html_is_plain_text():
    page = read(WHOLE.encode(), file_name="ferry.html")
    assert (body(page.lines), page.media_type) == (WHOLE, "text/plain")


def test_a_line_that_passes_as_text_is_still_judged():
    page = read(web_page(inside="<p>READ ALSO: Island council asks for a second sailing</p>"))
    struck = [line for line in page.lines if line.text.startswith("READ ALSO")]
    assert all(not line.kept for line in struck)
    assert body(page.lines) == WHOLE


def test_the_headline_is_not_in_the_text():
    assert HEADLINE not in body(read(web_page()).lines)


def test_headings_lists_and_quotes_inside_the_article_stay():
    inside = (
        "<h2>What the log says</h2><ul><li>The ship left an hour late.</li><li>It struck the bank"
        " in fog.</li></ul><blockquote><p>I counted them twice, the mate wrote.</p></blockquote>"
    )
    kept = body(read(web_page(inside=inside)).lines).split("\n\n")
    assert kept[1:5] == [
        "What the log says",
        "The ship left an hour late.",
        "It struck the bank in fog.",
        "I counted them twice, the mate wrote.",
    ]


def test_scripts_styles_and_handlers_never_reach_the_text():
    inside = (
        "<script>steal('all')</script><style>p {color: red}</style><noscript>Turn it on</noscript>"
        '<p onclick="evil()">Fish &amp; chips were served, and &lt;b&gt;tea&lt;/b&gt;, to all.</p>'
    )
    text = body(read(web_page(inside=inside)).lines)
    assert "Fish & chips were served, and <b>tea</b>, to all." in text
    assert not any(word in text for word in ("steal", "color", "evil", "onclick"))


def test_entities_of_the_page_are_not_expanded():
    declared = (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">'
        b'<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    )
    page = web_page(inside="<p>&f; &b;</p>").replace(b"<!DOCTYPE html>", declared)
    text = body(read(page).lines)
    assert "hahahaha" not in text
    assert PARAGRAPHS[-1] in text


HOSTILE = {
    "deep nesting": "<div>" * 50_000,
    "deep nesting, closed": "<div>" * 3_000 + "x" + "</div>" * 3_000,
    "a huge attribute": f'<p title="{"a" * 1_000_000}">x</p>',
    "a hundred thousand attributes": f"<p {' '.join(f'a{i}=1' for i in range(100_000))}>x</p>",
    "open tags only": "<" * 300_000,
    "an endless word": f"<p>{'a' * 1_000_000}</p>",
    "endless blanks": f"<p>{' ' * 1_000_000}x</p>",
    "endless quotes": f"<p>{'“' * 300_000}</p>",
    "a thousand dates": "<p>" + "2020-01-01 " * 50_000 + "</p>",
    "a long table": "<table>" + "<tr><td>a</td><td>b</td></tr>" * 5_000 + "</table>",
    "a script of megabytes": f"<script>{'var a = 1;' * 200_000}</script>",
    "nested JSON-LD": f'<script type="application/ld+json">{"[" * 100_000}</script>',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_read_or_refused_in_time(kind):
    began = time.process_time()
    try:
        text = body(read(web_page(inside=HOSTILE[kind])).lines)
    except ExtractionError as refusal:
        text = str(refusal)
    assert text
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "page",
    [
        b"<!doctype html><html><head></head><body></body></html>",
        b"<html><body><ul><li><a href='/'>Home</a></li><li>News</li></ul></body></html>",
        b"<!doctype html><html><body><!--" + b"<!--" * 1000,
    ],
)
def test_a_page_without_an_article_is_refused(page):
    with pytest.raises(NoArticle, match="paste the article’s words"):
        read(page, file_name="home.html")
