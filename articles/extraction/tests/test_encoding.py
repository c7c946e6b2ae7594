"""Whatever bytes a newsroom has, their letters come out right or not at all."""

from __future__ import annotations

import pytest

from articles.extraction import (
    MAX_BYTES,
    BinarySource,
    EmptySource,
    ExtractionError,
    SourceTooLong,
    UnreadableCharacters,
    body,
    read,
    read_text,
)

TEXTS = {
    "windows-1252": "“It was dark,” he said. The café’s owner — a naïve man — says so too.",
    "cp1252": "Der Fährverkehr über die Förde ruht. „Wir prüfen alles“, sagte der Bürgermeister.",
    "iso-8859-1": "El ministro señaló que la reunión será el miércoles. ¿Quién irá? Nadie lo sabe.",
    "cp1250": "Prom osiadł na mieliźnie we wtorek wieczorem. Pasażerowie są cali, mówi kapitan.",
    "cp1251": "Паром сел на мель во вторник вечером, сообщил капитан порта журналистам.",
    "koi8-r": "Паром сел на мель во вторник вечером, сообщил капитан порта журналистам.",
    "cp1254": "Feribot salı akşamı karaya oturdu, liman başkanı açıkladı. Kimse yaralanmadı dedi.",
    "cp1253": "Το πλοίο προσάραξε το βράδυ της Τρίτης, δήλωσε ο λιμενάρχης στους δημοσιογράφους.",
    "shift_jis": "フェリーは火曜日の夕方に座礁した、と港長は記者団に語った。けが人はいない。",
    "gb18030": "渡轮周二晚间搁浅，港务长对记者说。船上有两百多人。没有人受伤，他说。",
}
MARKED = ["utf-8-sig", "utf-16", "utf-32"]
UNMARKED = ["utf-8", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", TEXTS)
def test_an_encoding_that_is_not_named_is_found(encoding):
    page = read(TEXTS[encoding].encode(encoding))
    assert body(page.lines) == TEXTS[encoding]


@pytest.mark.parametrize("encoding", MARKED + UNMARKED)
@pytest.mark.parametrize("text", [TEXTS["windows-1252"], TEXTS["cp1251"]])
def test_unicode_is_read_with_a_mark_and_without(encoding, text):
    page = read(text.encode(encoding))
    assert body(page.lines) == text
    assert page.encoding.startswith("utf-")


def test_the_name_of_the_encoding_is_told():
    assert read(TEXTS["windows-1252"].encode("cp1252")).encoding == "windows-1252"


def test_what_html_declares_is_believed_when_it_fits():
    paragraphs = f"<p>{TEXTS['cp1250']}</p><p>{TEXTS['cp1250'].replace('Prom', 'Statek')}</p>"
    page = f'<html><head><meta charset="windows-1250"></head><body>{paragraphs}</body></html>'
    assert TEXTS["cp1250"] in body(read(page.encode("cp1250")).lines)


def test_utf8_wins_over_a_wrong_declaration():
    page = f'<html><head><meta charset="latin1"></head><body><p>{TEXTS["cp1251"]}</p></body></html>'
    assert TEXTS["cp1251"] in body(read(page.encode()).lines)


def test_a_file_cut_inside_its_last_letter_is_read():
    assert read("Nobody was hurt in the café".encode()[:-1]).encoding == "utf-8"


def test_letters_are_not_normalised():
    text = "The cafe\u0301 on A\u030angstro\u0308m Street was closed, and nobody knew for how long."
    assert body(read_text(text).lines) == text


BINARY = {
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "an image": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a packed file": b"PK\x03\x04\x14\x00\x06\x00",
    "not text": bytes(range(1, 32)) * 40,
}


@pytest.mark.parametrize("kind", BINARY)
def test_what_is_not_text_is_named(kind):
    with pytest.raises(BinarySource, match=kind):
        read(BINARY[kind])


@pytest.mark.parametrize("source", [b"The ferry\x00 ran aground.", b"\x00\x01\x02" * 300])
def test_zeros_are_not_text(source):
    with pytest.raises(BinarySource):
        read(source)


@pytest.mark.parametrize(
    "source", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf \n", "\u200b\u00a0".encode()]
)
def test_blanks_are_empty(source):
    with pytest.raises(EmptySource):
        read(source)


def test_damaged_utf8_is_refused_rather_than_guessed():
    damaged = TEXTS["cp1251"].encode()
    with pytest.raises(UnreadableCharacters):
        read(damaged[:40] + b"\xff" + damaged[40:])


def test_halves_of_characters_are_refused():
    with pytest.raises(UnreadableCharacters):
        read_text("The ferry \ud83d ran aground on Tuesday evening, he said.")


def test_the_limit_counts_bytes_of_the_source_and_of_the_text():
    line = b"The ferry ran aground on Tuesday evening, the harbour master said in a statement.\n"
    assert read(line * (MAX_BYTES // len(line) // 4)).lines
    with pytest.raises(SourceTooLong):
        read(line * (MAX_BYTES // len(line) + 1))
    with pytest.raises(SourceTooLong):
        read_text("я" * (MAX_BYTES // 2 + 1))


def test_every_refusal_is_one_sentence_without_blame():
    refusals = [EmptySource(), SourceTooLong(), UnreadableCharacters(), BinarySource("a PDF")]
    for refusal in refusals:
        assert isinstance(refusal, ExtractionError)
        assert str(refusal).count(". ") == 0
        assert str(refusal).endswith(".")
        assert not {"error", "invalid", "failed", "sorry", "please"} & {
            *str(refusal).lower().split()
        }
