"""schema.org's NewsArticle in JSON-LD: alone, in lists and graphs, and inside pages."""

from __future__ import annotations

import json

from articles import formats
from articles.extraction import read
from articles.extraction.tests.webpage import web_page
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, kept, one, refusal

ARTICLE = {
    "@context": "https://schema.org",
    "@type": ["NewsArticle"],
    "headline": HEADLINE,
    "author": [{"@type": "Person", "name": "Rafael Quint"}, "Dela Moor"],
    "publisher": {"name": "The Ledger"},
    "sourceOrganization": [{"name": "Northline"}, {"name": "The Ledger"}],
    "datePublished": "2026-11-19",
    "url": "https://ledger.example/ferry",
    "articleBody": "\n\n".join(PARAGRAPHS),
}


def test_an_article_alone_is_read_whole():
    page = one(json.dumps(ARTICLE), "ferry.jsonld")
    assert kept(page) == PARAGRAPHS
    assert page.headline.value == HEADLINE
    assert page.byline.value == "Rafael Quint and Dela Moor"
    assert (page.outlet.value, page.url.value) == ("The Ledger", "https://ledger.example/ferry")
    assert page.published.precision == "day"
    assert [source.value for source in page.info_sources] == ["Northline"]


def test_the_articles_of_a_graph_or_list_come_one_by_one():
    second = {**ARTICLE, "@type": "https://schema.org/ReportageNewsArticle", "headline": "Second"}
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ARTICLE, second]}
    for document in (graph, [ARTICLE, [second]]):
        readings = formats.read_all(json.dumps(document).encode(), file_name="a.json")
        assert [reading.name for reading in readings] == [f"a.json › {HEADLINE}", "a.json › Second"]
        assert all(kept(reading.page) == PARAGRAPHS for reading in readings)


def test_a_body_may_be_markup_or_a_list():
    markup = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert kept(one(json.dumps({**ARTICLE, "articleBody": markup}))) == PARAGRAPHS
    assert kept(one(json.dumps({**ARTICLE, "articleBody": [*PARAGRAPHS, 7]}))) == PARAGRAPHS


def test_a_description_without_its_words_is_refused():
    for body in (None, "", 7, {}):
        sentence = refusal(json.dumps({**ARTICLE, "articleBody": body}))
        assert sentence == "This is a description of an article, not an article with its text."
    assert "JSON of a kind that is not known" in refusal('[{"@type": "WebSite"}]')


def test_a_page_with_it_says_whose_copy_it_is():
    script = f'<script type="application/ld+json">{json.dumps(ARTICLE)}</script>'
    page = read(web_page(head=script))
    assert [source.value for source in page.info_sources] == ["Northline"]
    tagged = read(web_page(head='<meta name="dc.source" content="Tideway Press">'))
    assert [source.value for source in tagged.info_sources] == ["Tideway Press"]
    linked = read(web_page(head='<meta name="source" content="https://x.example/">'))
    assert linked.info_sources == ()
