"""NewsML-G2: items with XHTML, NITF or plain words, and messages that carry several."""

from __future__ import annotations

import pytest

from articles import formats
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, kept, one, refusal

NAR = "http://iptc.org/std/nar/2006-10-01/"
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    f"<head><title>x</title></head><body>{BODY}</body></html></inlineXML>"
)
NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/">'
    "<body><body.head><hedline><hl1>Inner headline</hl1></hedline><distributor>Tideway"
    f"</distributor></body.head><body.content>{BODY}</body.content></body></nitf></inlineXML>"
)
PLAIN = f'<inlineData contenttype="text/plain">{chr(10).join(PARAGRAPHS)}</inlineData>'
META = f"""<contentMeta><contentCreated>2026-11-18T09:00:00Z</contentCreated>
<located><name>Selwick</name></located>
<creator qcode="staff:rq"><name>Rafael Quint</name></creator>
<creator type="cpnat:organisation"><name>Harbour Wire</name></creator>
<contributor qcode="nprov:Tideway"/><infoSource literal="Coast News"/>
<altId>https://northline.example/ferry</altId><language tag="en-GB"/>
<headline>{HEADLINE}</headline>
<description role="drol:summary">Log and company disagree.</description>
</contentMeta>"""


def item(*, status: str = "usable", meta: str = META, content: str = XHTML, guid: str = "x") -> str:
    return f"""<newsItem xmlns="{NAR}" guid="urn:newsml:{guid}" version="2">
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:Northline"/>
    <versionCreated>2026-11-19T06:10:00+02:00</versionCreated>
    <pubStatus qcode="stat:{status}"/><title>{HEADLINE}</title></itemMeta>{meta}
    <contentSet>{content}</contentSet></newsItem>"""


@pytest.mark.parametrize("content", [XHTML, NITF, PLAIN], ids=["XHTML", "NITF", "plain"])
def test_the_words_are_read_however_they_are_written(content):
    page = one('<?xml version="1.0" encoding="UTF-8"?>\n' + item(content=content), "x.xml")
    assert kept(page) == PARAGRAPHS
    assert page.headline.value == HEADLINE
    assert page.media_type == "application/vnd.iptc.g2.newsitem+xml"


def test_everything_the_item_says_of_the_article_is_found():
    page = one(item())
    assert (page.outlet.value, page.byline.value) == ("Northline", "Rafael Quint")
    assert page.published.value.isoformat() == "2026-11-19T06:10:00+02:00"
    assert page.url.value == "https://northline.example/ferry"
    assert page.dateline.value == "Selwick"
    assert page.standfirst.value == "Log and company disagree."
    names = [source.value for source in page.info_sources]
    assert names == ["Coast News", "Tideway", "Harbour Wire"]


def test_what_the_item_leaves_open_its_nitf_may_say():
    page = one(item(meta="", content=NITF).replace(f"<title>{HEADLINE}</title>", ""))
    assert page.headline.value == "Inner headline"
    assert [source.value for source in page.info_sources] == ["Tideway"]


def test_each_item_of_a_message_is_an_article():
    message = (
        f'<newsMessage xmlns="{NAR}"><header/><itemSet>{item(guid="a")}'
        f"{item(guid='b', content='<remoteContent/>')}"
        f"{item(guid='c', status='canceled')}</itemSet></newsMessage>"
    )
    readings = formats.read_all(message.encode(), file_name="wire.xml")
    assert [bool(reading.page) for reading in readings] == [True, False, False]
    assert readings[0].name == f"wire.xml › {HEADLINE}"
    assert "an item of the kind “text”" in readings[1].refusal
    assert readings[2].withdraws.addresses == ("https://northline.example/ferry",)
    (alone,) = formats.read_all(readings[0].source)
    assert kept(alone.page) == PARAGRAPHS


def test_other_items_and_damage_are_refused():
    package = f'<packageItem xmlns="{NAR}"><itemMeta/></packageItem>'
    assert "a NewsML-G2 “packageItem”" in refusal(package)
    assert refusal(item()[:-200]).startswith("This file begins as a NewsML-G2 file but is damaged")
