"""Signs that no database keeps and marks that are none cost an article, never the desk's job."""

from __future__ import annotations

import json
import zipfile

import pytest

from articles import formats
from articles.extraction import read
from articles.formats.tests.made import PARAGRAPHS, kept, letter, one, refusal, zipped
from articles.formats.tests.test_ninjs import MARKUP, ONE, THREE

WORDS = "\n\n".join(PARAGRAPHS)
HALF, NUL = "\ud800", "\0"


@pytest.mark.parametrize("sign", [HALF, NUL, f"{NUL}{HALF}"])
def test_json_is_read_without_signs_that_cannot_be_kept(sign):
    item = {**ONE, "headline": f"Ferry{sign} aground", "uri": f"urn:x:1{sign}", sign: 1}
    item["body_xhtml"] = f"{MARKUP}<p>One more{sign}.</p>"
    page = one(json.dumps(item))
    assert (page.headline.value, page.guid.value) == ("Ferry aground", "urn:x:1")
    assert kept(page)[-1] == "One more."
    readings = formats.read_all(json.dumps([item, THREE]).encode())
    assert [bool(reading.page) for reading in readings] == [True, True]


def test_json_in_a_page_and_headers_of_a_letter_too():
    said = {"@type": "NewsArticle", "headline": f"Ferry{HALF}{NUL} aground"}
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    html = f"<html><head>{script}</head><body><article><p>{WORDS}</p></article></body></html>"
    assert read(html.encode()).headline.value == "Ferry aground"
    page = one(letter(headers="Organization: The\0 Ledger\r\n"), "x.eml")
    assert page.outlet.value == "The Ledger"


@pytest.mark.parametrize("mark", ["<p<![CDATA[x>", "<a<b>", "<p:<a>", "<p\x01q>", "<p<!doctype x>"])
def test_marks_that_no_xml_has_leave_the_rest(mark):
    page = one(json.dumps({**ONE, "body_xhtml": f"{MARKUP}{mark}More."}))
    assert kept(page)[0] == PARAGRAPHS[0]


def test_a_line_break_of_another_kind_is_no_table():
    assert kept(one(f"First\r, second\n\n{WORDS}"))


def test_an_archive_that_leads_before_its_beginning_is_refused():
    packed = zipped({"a.txt": WORDS, "b.txt": WORDS}, method=zipfile.ZIP_STORED)
    assert "is damaged" in refusal(packed[:4] + packed[40:], "x.zip")
