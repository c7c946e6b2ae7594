"""NITF as agencies have sent it for decades."""

from __future__ import annotations

import pytest

from articles import formats
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, kept, one, refusal

NITF = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
<nitf><head><title>Slug only</title>
<docdata management-status="usable"><doc-id id-string="https://northline.example/4711"/>
<date.issue norm="20261119T061000+0200"/><doc.copyright holder="Northline"/></docdata>
<pubdata name="The Ledger"/></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1><hl2>Log and company disagree</hl2></hedline>
<note><p>Editors: please use after noon.</p></note>
<byline>By <person>Rafael Quint</person><byttl>Staff</byttl></byline>
<distributor><org>Tideway Press</org></distributor>
<dateline><location>Selwick</location></dateline></body.head>
<body.content><block>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}
<media media-type="image"><media-caption>The ferry at noon</media-caption></media>
<table><tr><td>Aboard</td><td>241</td></tr></table></block></body.content>
<body.end><tagline>Editing by Tom Brey</tagline></body.end></body></nitf>"""


def test_the_text_is_read_without_notes_and_captions():
    page = one(NITF.encode("latin-1", "xmlcharrefreplace"), "x.nitf")
    assert kept(page) == (*PARAGRAPHS, "Aboard | 241")
    assert page.media_type == "application/vnd.nitf+xml"


def test_head_and_body_head_say_the_rest():
    page = one(NITF.encode("latin-1", "xmlcharrefreplace"))
    assert (page.headline.value, page.byline.value) == (HEADLINE, "Rafael Quint")
    assert (page.outlet.value, page.dateline.value) == ("The Ledger", "Selwick")
    assert page.published.value.isoformat() == "2026-11-19T06:10:00+02:00"
    assert page.url.value == "https://northline.example/4711"
    assert page.standfirst.value == "Log and company disagree"
    assert page.credit.value == "Editing by Tom Brey"
    assert [source.value for source in page.info_sources] == ["Tideway Press"]


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_withdrawn_text_names_its_article(status):
    (reading,) = formats.read_all(NITF.replace('"usable"', f'"{status}"').encode("cp1252"))
    assert reading.withdraws.addresses == ("https://northline.example/4711",)


def test_a_head_alone_and_damage_are_refused():
    assert "a NITF head without a body" in refusal("<nitf><head/><body/></nitf>")
    assert "begins as a NITF file but is damaged" in refusal("<nitf><head></body></nitf>")
