"""IPTC ninjs, as agencies send it in versions 1 to 3."""

from __future__ import annotations

import json

import pytest

from articles import formats
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, kept, one, refusal

MARKUP = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
WORDS = "\n\n".join(PARAGRAPHS)
THREE = {
    "uri": "https://northline.example/items/4711",
    "standard": {"name": "ninjs", "version": "3.1"},
    "type": "text",
    "versionCreated": "2026-11-19T06:10:00+02:00",
    "firstCreated": "2026-11-18T20:00:00+02:00",
    "pubStatus": "usable",
    "language": "en-GB",
    "copyrightHolder": "Northline",
    "by": "By Rafael Quint and Dela Moor",
    "located": "Selwick",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": HEADLINE}],
    "descriptions": [{"role": "summary", "value": "The log and the company disagree."}],
    "infoSources": [{"name": "Tideway Press", "role": "reporting"}, {"literal": "harbour-wire"}],
    "altIds": [{"role": "web", "value": "https://northline.example/ferry"}],
    "bodies": [
        {"role": "summary", "contentType": "text/plain", "value": "Short."},
        {"role": "main", "contentType": "text/plain", "value": " ".join(PARAGRAPHS)},
        {"role": "richtext", "contentType": "application/xhtml+xml", "value": MARKUP},
    ],
}
TWO = {
    "uri": "urn:newsml:northline.example:4711",
    "versioncreated": "2026-11-19T06:10:00Z",
    "pubstatus": "usable",
    "bylines": [{"value": "Rafael Quint"}],
    "headlines": [{"value": HEADLINE}],
    "infosources": [{"name": "Tideway Press"}],
    "altids": {"web": "https://northline.example/ferry"},
    "bodies": [{"contenttype": "text/html", "value": f"<section>{MARKUP}</section>"}],
}
ONE = {
    "uri": "urn:x:1",
    "headline": HEADLINE,
    "byline": "Rafael Quint",
    "body_xhtml": MARKUP,
    "body_text": " ".join(PARAGRAPHS),
    "description_text": "The log and the company disagree.",
}


@pytest.mark.parametrize("item", [THREE, TWO, ONE], ids=["3.1", "2.0", "1.3"])
def test_the_main_body_comes_paragraph_by_paragraph_with_its_headline(item):
    page = one(json.dumps(item), "no ending")
    assert kept(page) == PARAGRAPHS
    assert page.headline.value == HEADLINE
    assert page.byline.value.startswith("Rafael Quint")
    assert page.media_type == "application/vnd.iptc.ninjs+json"


def test_everything_the_item_says_of_the_article_is_found():
    page = one(json.dumps(THREE))
    assert page.outlet.value == "Northline"
    assert page.byline.value == "Rafael Quint and Dela Moor"
    assert page.published.value.isoformat() == "2026-11-19T06:10:00+02:00"
    assert page.url.value == "https://northline.example/items/4711"
    assert page.standfirst.value == "The log and the company disagree."
    assert [source.value for source in page.info_sources] == ["Tideway Press", "harbour-wire"]
    assert {page.headline.where, page.info_sources[0].where} == {"from the ninjs item"}


def test_the_address_is_the_first_that_is_on_the_web():
    assert one(json.dumps(TWO)).url.value == "https://northline.example/ferry"
    assert one(json.dumps(ONE)).url is None


def test_plain_bodies_keep_their_paragraphs_and_markup_is_never_words():
    plain = {**TWO, "bodies": [{"role": "main", "contenttype": "text/plain", "value": WORDS}]}
    assert kept(one(json.dumps(plain))) == PARAGRAPHS
    script = f"<figure><figcaption>A ferry</figcaption></figure>{MARKUP}<script>x()</script>"
    assert kept(one(json.dumps({**ONE, "body_xhtml": script}))) == PARAGRAPHS


def test_a_list_of_items_gives_one_article_each_and_the_bad_one_its_sentence():
    picture = {"uri": "urn:x:2", "type": "picture", "headline": "The ferry"}
    source = json.dumps([THREE, picture, {**ONE, "headline": "Second report"}]).encode()
    readings = formats.read_all(source, file_name="wire.json")
    assert [reading.name for reading in readings] == [
        f"wire.json › {HEADLINE}",
        "wire.json › The ferry",
        "wire.json › Second report",
    ]
    assert [bool(reading.page) for reading in readings] == [True, False, True]
    assert "the kind “picture”" in readings[1].refusal
    (alone,) = formats.read_all(readings[0].source)
    assert alone.page == readings[0].page


def test_an_item_of_texts_gives_its_texts():
    package = {"uri": "urn:x:3", "type": "composite", "associations": [ONE, {"uri": "urn:x:4"}]}
    assert one(json.dumps(package)).headline.value == HEADLINE


@pytest.mark.parametrize("status", ["canceled", "withheld", "withdrawn", "CANCELED"])
def test_a_withdrawn_item_names_the_addresses_of_its_article(status):
    (reading,) = formats.read_all(json.dumps({**THREE, "pubStatus": status}).encode())
    assert reading.page is None
    assert reading.withdraws.addresses == (
        "https://northline.example/items/4711",
        "https://northline.example/ferry",
    )
    assert "has withdrawn this article, and the desk does not have it" in reading.refusal


def test_broken_items_are_refused_with_a_sentence():
    damaged = json.dumps(THREE)[:-40]
    assert refusal(damaged).startswith("This file begins as JSON but is damaged")
    assert "of the kind “item”" in refusal(json.dumps({**ONE, "body_xhtml": "", "body_text": 7}))
    assert refusal('{"weather": "rain"}', "x.json").startswith("This is JSON of a kind that is not")
    deep = '{"uri": "urn:x", "bodies": ' + "[" * 100_000
    assert "damaged" in refusal(deep)
