"""Tables: an article a row, by a map of columns that is given or guessed."""

from __future__ import annotations

import csv
import io

import pytest

from articles import formats
from articles.formats.tests.made import HEADLINE, PARAGRAPHS, kept, one, refusal

WORDS = "\n\n".join(PARAGRAPHS)
HEADER = ("Title", "Source", "Date", "URL", "Author", "Content")
ROW = (HEADLINE, "The Ledger", "2026-11-19 06:10+01:00", "https://l.example/1", "By Rafael Quint",
       WORDS)  # fmt: skip


def table(*rows, delimiter=",", encoding="utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_columns_are_told_by_their_titles(delimiter):
    page = one(table(HEADER, ROW, delimiter=delimiter), "export.csv")
    assert kept(page) == PARAGRAPHS
    assert (page.headline.value, page.byline.value) == (HEADLINE, "Rafael Quint")
    assert (page.outlet.value, page.url.value) == ("The Ledger", "https://l.example/1")
    assert page.published.value.isoformat() == "2026-11-19T06:10:00+01:00"
    assert page.headline.where == "from the column “Title”"


def test_each_row_is_an_article_with_its_own_bytes_and_a_bad_one_its_sentence():
    empty = ("Nothing", *ROW[1:-1], " ")
    source = table(HEADER, ROW, empty, (), ("Second", *ROW[1:]), ("Short",))
    readings = formats.read_all(source, file_name="e.csv")
    assert [reading.name for reading in readings] == [
        f"e.csv › {HEADLINE}", "e.csv › Nothing", "e.csv › Second", "e.csv › Short"
    ]  # fmt: skip
    assert [bool(reading.page) for reading in readings] == [True, False, True, False]
    (alone,) = formats.read_all(readings[2].source, file_name="row.csv")
    assert alone.page == readings[2].page


def test_titles_in_other_languages_and_encodings():
    german = ("Überschrift", "Quelle", "Volltext")
    page = one(table(german, (HEADLINE, "Küstenblatt", WORDS), encoding="cp1252"), "a.csv")
    assert (page.headline.value, page.outlet.value) == (HEADLINE, "Küstenblatt")
    russian = table(("Заголовок", "Источник", "Текст"), (HEADLINE, "Порт", WORDS))
    assert one(russian, "b.csv").outlet.value == "Порт"


def test_a_given_map_stands_before_every_guess():
    source = table(("Title", "Kicker", "A", "Text"), (HEADLINE, "Second", WORDS, "Too short"))
    columns = {"headline": "Kicker", "text": "A"}
    (reading,) = formats.read_all(source, file_name="a.csv", columns=columns)
    assert reading.page.headline.value == "Second"
    assert kept(reading.page) == PARAGRAPHS


def test_a_column_of_long_cells_is_the_text_without_a_title_for_it():
    assert kept(one(table(("Title", "Xyz"), (HEADLINE, WORDS)), "a.csv")) == PARAGRAPHS


def test_cells_may_hold_markup():
    markup = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert kept(one(table(("Title", "Text"), (HEADLINE, markup)), "a.csv")) == PARAGRAPHS


def test_without_the_name_a_header_must_say_headline_and_text():
    assert one(table(("Title", "Text"), (HEADLINE, WORDS))).media_type == "text/csv"
    assert one(f"Rain, wind and text\n\n{WORDS}").media_type == "text/plain"


def test_tables_of_which_the_text_is_unknown_are_refused():
    sentence = refusal(table(("A", "B"), ("x", "y")), "a.csv")
    assert sentence == "No column here is surely the text: say which of “A”, “B” it is."
    assert refusal(table(HEADER), "a.csv").startswith("There is no text here")
    assert refusal(b"\x00\x01\x02" * 99, "a.csv").startswith("This file is not text")
