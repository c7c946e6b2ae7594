"""E-mail: the letter's own words, what its headers say, and the files with it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from articles import formats
from articles.extraction.tests.webpage import web_page
from articles.formats.tests.made import (
    HEADLINE,
    PARAGRAPHS,
    docx,
    kept,
    letter,
    one,
    refusal,
    zipped,
)

WORDS = "\n\n".join(PARAGRAPHS)


def with_files(body: str, **files: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Quell <ada@ledger.example>", "Two reports"
    message["Date"] = "Thu, 19 Nov 2026 06:10:00 +0100"
    message.set_content(body)
    for name, content in files.items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name.replace("_", ".")
        )
    return message.as_bytes()


def test_the_headers_say_what_the_words_do_not():
    page = one(letter(headers="Organization: The Ledger\r\n"), "no ending")
    assert kept(page) == PARAGRAPHS
    assert (page.headline.value, page.byline.value) == ("Ferry sits on a sandbank", "Ada Quell")
    assert page.published.value.isoformat() == "2026-11-19T06:10:00+01:00"
    assert page.outlet.value == "The Ledger"
    assert page.headline.where == "from the e-mail’s headers"
    assert page.media_type == "message/rfc822"


def test_what_the_words_say_stands_before_the_headers():
    page = one(letter(f"{HEADLINE}\r\nBy Rafael Quint\r\n\r\n{WORDS}"))
    assert (page.headline.value, page.byline.value) == (HEADLINE, "Rafael Quint")


def test_a_signature_is_not_the_article():
    page = one(letter(f"{WORDS}\r\n\r\n-- \r\nAda Quell\r\nThe Ledger, 1 Quay Street, Selwick."))
    assert [line.text for line in page.lines] == list(PARAGRAPHS)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1251", "utf-16"])
def test_words_in_any_encoding_are_right(encoding):
    text = {"windows-1251": "Паром сел на мель у берега во вторник вечером, сообщил порт. "}
    words = text.get(encoding, "La préfète a été reçue à l’école où l’on s’était réuni. ") * 4
    source = words.replace("’", "'").encode(encoding)
    head = (
        f"From: a@x.example\nTo: b@x.example\nSubject: =?utf-8?Q?Pr=C3=A9f=C3=A8te?=\n"
        f"Content-Type: text/plain; charset={encoding}\nContent-Transfer-Encoding: base64\n\n"
    )
    import base64

    page = one(head.encode() + base64.encodebytes(source))
    assert words.replace("’", "'").strip() == kept(page)[0]
    assert page.headline.value == "Préfète"


def test_a_letter_of_html_alone_is_read_as_a_page():
    assert kept(one(letter(web_page().decode(), kind="html"))) == PARAGRAPHS


def test_files_of_known_kinds_are_articles_and_a_cover_note_is_none():
    source = with_files(
        "Two reports, as promised.",
        a_docx=docx(*PARAGRAPHS),
        b_txt=WORDS.encode(),
        logo_png=b"\x89PNG",
    )
    readings = formats.read_all(source, file_name="mail.eml")
    assert [reading.name for reading in readings] == ["mail.eml › a.docx", "mail.eml › b.txt"]
    assert all(kept(reading.page) == PARAGRAPHS for reading in readings)


def test_a_letter_that_is_an_article_stays_one_beside_its_files():
    readings = formats.read_all(with_files(WORDS * 2, a_txt=WORDS.encode()), file_name="m.eml")
    assert [reading.name for reading in readings] == ["m.eml", "m.eml › a.txt"]


def test_a_letter_in_a_letter_is_read_and_an_archive_in_it_is_refused():
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "b@x.example", "c@x.example", "Fwd"
    outer.set_content("See below.")
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "a@x.example", "b@x.example", HEADLINE
    inner.set_content(WORDS)
    outer.add_attachment(inner)
    (reading,) = formats.read_all(outer.as_bytes(), file_name="f.eml")
    assert reading.page.headline.value == HEADLINE
    (archive,) = formats.read_all(with_files("Here.", a_zip=zipped({"a.txt": WORDS})))[1:]
    assert archive.refusal.startswith("This archive lies inside another file")


def test_empty_letters_are_refused_and_text_with_colons_is_no_letter():
    assert refusal(letter(" ")).startswith("There is no text here")
    text = f"Note: the ferry.\nUpdate: at noon.\n\n{WORDS}"
    assert one(text).media_type == "text/plain"
