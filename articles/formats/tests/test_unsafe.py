"""Files made to do harm are refused, each with one sentence, and cost little."""

from __future__ import annotations

import io
import time
import zipfile
from itertools import pairwise

import pytest

from articles import formats
from articles.extraction.errors import SourceTooLong
from articles.formats import archive, letters, word
from articles.formats.tests.made import (
    HEADLINE,
    PARAGRAPHS,
    RELATIONS,
    docx,
    kept,
    one,
    pdf,
    refusal,
    zipped,
)

ENTITIES = "This file declares entities, which are not expanded: ask for it without."
GROWING = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
LAUGHS = f"""<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha">{GROWING}]>
<nitf><body><body.content><p>&j;</p></body.content></body></nitf>"""
OUTSIDE = """<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<newsItem><contentSet><inlineXML><p>&x;</p></inlineXML></contentSet></newsItem>"""
ARTICLE = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("source", [LAUGHS.encode(), OUTSIDE.encode(), LAUGHS.encode("utf-16")])
def test_entities_are_neither_expanded_nor_followed(source):
    begun = time.process_time()
    assert refusal(source, "x.xml") == ENTITIES
    assert time.process_time() - begun < 2


def test_a_word_document_with_a_document_type_is_refused():
    assert refusal(docx(ARTICLE, before='<!DOCTYPE x [<!ENTITY a "ha">]>')) == ENTITIES


def test_a_word_document_is_read_from_its_own_place_only():
    hidden = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    elsewhere = docx(ARTICLE, **{"_rels/.rels": RELATIONS.replace("document.xml", "document.bin")})
    assert refusal(elsewhere).startswith("This file begins as a Word document but is damaged")
    styles = RELATIONS.replace('officeDocument"', 'styles"').replace("word/document.xml", "a.png")
    beside = {"word/_rels/document.xml.rels": styles, "word/a.png": hidden}
    assert kept(one(docx(ARTICLE, **beside))) == (" ".join(PARAGRAPHS),)


def test_a_word_document_of_much_markup_is_refused_unparsed(monkeypatch):
    begun = time.process_time()
    with monkeypatch.context() as patch:
        patch.setattr(word, "TAGS_MOST", 100)
        assert refusal(docx("<w:p/>" * 100)).endswith("its words hold over 100 tags.")
    deep = docx("<w:ins>" * 5_000 + "</w:ins>" * 5_000)
    assert refusal(deep).startswith("This file begins as a Word document but is damaged")
    monkeypatch.setattr(word, "WORD_MOST", 1_000)
    assert "its words would unpack to over" in refusal(docx(ARTICLE))
    assert time.process_time() - begun < 2


def test_a_table_of_contents_without_end_is_refused_unread(monkeypatch):
    monkeypatch.setattr(archive._Packed, "most", 1_000_000)
    files = {"n" * 60_000 + f"{n}.txt": "" for n in range(17)}
    assert refusal(zipped(files)).endswith("because its table of contents is over 1 MB.")


@pytest.mark.parametrize("name", ["From", "Content-Type", "Content-Disposition"])
def test_headers_that_never_end_are_refused_or_left_out(name):
    head = f"From: a@x.example\nTo: b@x.example\nSubject: {HEADLINE}\n"
    begun = time.process_time()
    for signs in (1_000, 3_900):
        deep = f"{head.replace('From: ', '') if name == 'From' else head}{name}: {'(' * signs}\n"
        (reading,) = formats.read_all(f"{deep}\n{ARTICLE}".encode(), file_name="x.eml")
        assert reading.page or "begins as an e-mail but is damaged" in reading.refusal
    long = f"{head}{name}: {'(' * 1_000_000}\n\n{ARTICLE}"
    assert refusal(long, "x.eml").endswith(
        f"a header in it is over {20 if name == 'From' else 4} KB."
    )
    assert time.process_time() - begun < 3


def test_many_long_headers_are_refused_together(monkeypatch):
    monkeypatch.setattr(letters, "HEADERS_MOST", 10_000)
    part = f"--B\nContent-Type: text/plain; {'a=b;' * 900}\n\nx\n"
    head = "From: a@x.example\nSubject: s\nContent-Type: multipart/mixed; boundary=B\n\n"
    begun = time.process_time()
    assert refusal(head + part * 20, "x.eml").endswith("because its headers are over 10 KB.")
    assert time.process_time() - begun < 10


def test_a_table_of_countless_rows_is_refused_before_it_is_kept():
    begun = time.process_time()
    rows = b"Title,Text\n" + b"a,b\n" * 1_000_000
    assert refusal(rows, "x.csv").endswith("because it holds over 20,000 articles.")
    assert time.process_time() - begun < 3


def test_a_zip_bomb_is_refused_by_its_table_of_contents():
    assert "grows to over 200 times its size" in refusal(zipped({"a.txt": b"0" * 20_000_000}))
    flat = {f"{n}.txt": bytes([n]) * 2_000_000 for n in range(60)}
    stored = zipped(flat, method=zipfile.ZIP_STORED)
    assert refusal(stored[:24_000_000]).startswith("This file begins as a ZIP archive but is damag")
    assert refusal(zipped(flat)).startswith("This file was not read because a file in it grows")


def test_too_much_in_all_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_MOST", 5_000_000)
    files = {f"{n}.txt": ARTICLE * 1500 for n in range(6)}
    monkeypatch.setattr(archive, "RATIO_MOST", 10_000)
    assert refusal(zipped(files)) == "This file was not read because it would unpack to over 5 MB."
    monkeypatch.setattr(archive, "FILES_MOST", 5)
    assert refusal(zipped(files)) == "This file was not read because it holds over 5 files."


def test_an_entry_that_lies_about_its_size_is_refused():
    packed = bytearray(zipped({"a.txt": ARTICLE * 10}))
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        size = opened.infolist()[0].file_size.to_bytes(4, "little")
    lie = packed.replace(size, (1000).to_bytes(4, "little"))
    assert "damaged" in refusal(bytes(lie)) or "larger than it says" in refusal(bytes(lie))


@pytest.mark.parametrize("name", ["../x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x"])
def test_names_that_lead_out_are_refused(name):
    assert refusal(zipped({name: ARTICLE})).endswith("it names files outside itself.")


def test_archives_in_archives_are_refused_and_their_neighbours_read():
    inner = zipped({"b.txt": ARTICLE})
    readings = formats.read_all(zipped({"a.txt": ARTICLE, "in.zip": inner}), file_name="w.zip")
    assert [reading.name for reading in readings] == ["w.zip › a.txt", "w.zip › in.zip"]
    assert kept(readings[0].page) == PARAGRAPHS
    assert readings[1].refusal.startswith("This archive lies inside another file")


def test_a_locked_archive_is_refused():
    packed = bytearray(zipped({"a.txt": ARTICLE}))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(magic) + flags] |= 1
    assert refusal(bytes(packed)).startswith("This file is locked with a password")


def test_an_unknown_way_of_packing_is_told():
    packed = bytearray(zipped({"a.txt": ARTICLE}))
    for magic, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        packed[packed.index(magic) + method] = 9
    assert refusal(bytes(packed)).startswith("This archive is packed in a way that is not read")


def test_files_of_many_megabytes_and_many_pages_are_refused():
    assert (
        refusal(b"%PDF-" + bytes(25_000_001)) == "This file is over 25 MB: send its articles alone."
    )
    assert refusal(b"Words. " * 800_000) == str(SourceTooLong())
    many = pdf([[(50, 700, 11, "Words of a page.")]] * 201)
    assert refusal(many) == "This file was not read because it has over 200 pages."


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"%PDF-1.7\n", b"PK\x05\x06", b"<newsItem ", b"{"]
)
def test_garbage_behind_a_good_beginning_is_refused(start):
    for rest in (b"", b"\x00" * 300, bytes(range(256)) * 4, b"obj << >> stream"):
        (reading,) = formats.read_all(start + rest, file_name="x.bin")
        assert reading.page is None
        assert reading.refusal.endswith((".", "?"))
