"""A ZIP of files of all kinds: each article is named after the archive and its own file."""

from __future__ import annotations

import json

from articles import formats
from articles.extraction.tests.webpage import web_page
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, docx, kept, letter, refusal, zipped
from articles.formats.tests.test_ninjs import ONE, THREE

ARTICLE = "\n\n".join(PARAGRAPHS)


def test_every_file_of_a_known_kind_is_read():
    files = {
        "text/ferry.txt": ARTICLE,
        "page.html": web_page(),
        "wire.json": json.dumps([THREE, ONE]),
        "report.docx": docx(*PARAGRAPHS, title=HEADLINE),
        "mail.eml": letter(),
        "__MACOSX/._ferry.txt": b"\x00\x05",
        "photo.jpg": b"\xff\xd8\xff",
        ".hidden.txt": ARTICLE,
        "empty/": b"",
    }
    readings = formats.read_all(zipped(files), file_name="wire.zip")
    assert [reading.name for reading in readings] == [
        "wire.zip › text/ferry.txt",
        "wire.zip › page.html",
        f"wire.zip › wire.json › {HEADLINE}",
        f"wire.zip › wire.json › {HEADLINE}",
        "wire.zip › report.docx",
        "wire.zip › mail.eml",
    ]
    assert all(kept(reading.page) == PARAGRAPHS for reading in readings)
    assert readings[0].source == ARTICLE.encode()


def test_one_bad_file_leaves_the_others():
    files = {"a.txt": ARTICLE, "b.txt": " ", "c.pdf": "%PDF-1.4 no", "d.txt": ARTICLE}
    readings = formats.read_all(zipped(files), file_name="w.zip")
    assert [bool(reading.page) for reading in readings] == [True, False, False, True]
    assert "begins as a PDF but is damaged" in readings[2].refusal


def test_an_archive_without_articles_is_refused():
    assert refusal(zipped({})) == "Nothing in this file is of a kind that is read."
    assert refusal(zipped({"a.exe": b"MZ"})) == "Nothing in this file is of a kind that is read."


def test_an_office_document_of_another_kind_is_named():
    sheet = zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
    assert "an office document that is no .docx" in refusal(sheet, "x.xlsx")
