"""Headline, byline, dateline, credit and day are found in plain text, and told from where."""

from __future__ import annotations

import pytest

from articles.extraction import Role, read_text
from articles.extraction.head import byline_of

TEXT = (
    "The ferry Ardent Tide ran aground on Tuesday evening with many people aboard, he said.",
    "Two tugs pulled at the stern of the ferry until the morning tide lifted her off again.",
)


def page(*above: str, first: str = TEXT[0], below: tuple[str, ...] = ()):
    return read_text("\n\n".join([*above, first, TEXT[1], *below]))


def test_what_stands_above_the_text_is_told_apart():
    found = page(
        "Ferry Ardent Tide aground off Selwick",
        "Tugs pulled the ferry off with the morning tide, and nobody aboard was hurt",
        "By Ada Quell and Tomas Brey",
        "3 November 2026",
    )
    assert found.headline.value == "Ferry Ardent Tide aground off Selwick"
    assert found.headline.where == "from the first line"
    assert found.standfirst.value.startswith("Tugs pulled the ferry")
    assert found.byline.value == "Ada Quell and Tomas Brey"
    assert (found.published.value.isoformat(), found.published.precision) == (
        "2026-11-03T00:00:00+00:00",
        "day",
    )


def test_a_standfirst_that_is_a_sentence_stays_in_the_text():
    found = page("Ferry aground", "Nobody aboard the ferry was hurt.", "By Ada Quell")
    kept = next(line.text for line in found.lines if line.kept)
    assert kept == "Nobody aboard the ferry was hurt."
    assert found.standfirst is None


def test_a_caption_above_the_byline_is_not_the_text():
    caption = "The ferry at low water off Selwick, in a photo released by the coastguard."
    found = page("Ferry aground off Selwick", caption, "By Ada Quell")
    assert found.lines[1].role is Role.CAPTION
    assert not found.lines[1].kept


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quell", "Ada Quell"),
        ("BY ADA QUELL AND TOMAS BREY", "ADA QUELL AND TOMAS BREY"),
        ("By Ada Quell, Staff Writer", "Ada Quell"),
        ("By Ada Quell | Published: 3 November 2026", "Ada Quell"),
        ("By Ada Quell on Monday, November 2, 2026 at 11:08 a.m.", "Ada Quell"),
        ("Von Ilse van der Korn", "Ilse van der Korn"),
        ("Por Lucía Ferrando y Andrés Olmo", "Lucía Ferrando y Andrés Olmo"),
        ("Par Hélène d’Arcy", "Hélène d’Arcy"),
        ("di Carla Testa", "Carla Testa"),
        ("Автор: Вера Лунина", "Вера Лунина"),
        ("By Wednesday the ships had left.", None),
        ("By the time he came", None),
        ("Por ahora no hay acuerdo", None),
        ("Text message", None),
    ],
)
def test_a_byline_is_names(line, names):
    assert byline_of(line) == names


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("SELWICK, Nov 18 (Northline) — ", "SELWICK, Nov 18 (Northline)"),
        ("SELWICK — ", "SELWICK"),
        ("PORT MERROW, England (NLT) - ", "PORT MERROW, England (NLT)"),
        ("Selwick (nlt) – ", "Selwick (nlt)"),
        ("ALMERA.- ", "ALMERA"),
        ("NEW SELWICK: ", "NEW SELWICK"),
        ("СЕЛВИК, 18 ноября (Северная линия) — ", "СЕЛВИК, 18 ноября (Северная линия)"),
        ("Earlier on Tuesday — ", None),
        ("He added: ", None),
    ],
)
def test_a_dateline_is_found_and_stays_in_the_text(opening, dateline):
    found = page("Ferry aground off Selwick", first=opening + TEXT[0])
    assert (found.dateline.value if found.dateline else None) == dateline
    assert found.lines[1].text.startswith(opening)
    assert found.lines[1].kept


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ada Quell contributed reporting.", "Ada Quell contributed reporting"),
        (
            "(Reporting by Ada Quell; Editing by Tomas Brey)",
            "Reporting by Ada Quell; Editing by Tomas Brey",
        ),
        ("With files from The Northern Press", "With files from The Northern Press"),
        ("Fuente: Agencia Meseta", "Fuente: Agencia Meseta"),
    ],
)
def test_a_credit_leaves_the_text_and_is_told(line, credit):
    found = page(below=(line,))
    assert found.credit.value == credit
    assert found.lines[-1].role is Role.CREDIT


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated Nov. 3, 2026, 4:12 PM", "2026-11-03"),
        ("03.11.2026, 17:20 Uhr", "2026-11-03"),
        ("Publicado el 14 de noviembre de 2026", "2026-11-14"),
        ("18 ноября 2026, 21:04", "2026-11-18"),
        ("23/11/2026", "2026-11-23"),
        ("03/11/2026", None),
        ("Tuesday, 3 November", None),
    ],
)
def test_a_day_is_taken_only_when_it_is_clear(line, day):
    found = page("Ferry Ardent Tide aground off Selwick", line)
    assert (found.published.value.date().isoformat() if found.published else None) == day


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("18 November 2026, 09:12", "09:12 minute "),
        ("Nov. 3, 2026 at 4:12 p.m. EDT", "16:12 minute -04:00"),
        ("3 November 2026, 12:05 am", "00:05 minute "),
        ("03.11.2026, 17.20 Uhr", "17:20 minute "),
        ("3 November 2026 09:12 GMT+2", "09:12 minute +02:00"),
        ("3 November 2026 09:12 UTC", "09:12 minute UTC"),
        ("3 November 2026, 9.12pm IST", "21:12 minute "),
        ("Updated Nov. 3, 2026, 4:12 PM", "00:00 day "),
        ("3 November 2026, 09:12, 11:40", "00:00 day "),
        ("3 November 2026, 25:10", "00:00 day "),
    ],
)
def test_an_hour_is_taken_when_it_is_the_only_one_and_not_that_of_an_update(line, clock):
    found = page("Ferry Ardent Tide aground off Selwick", line).published
    assert f"{found.value:%H:%M} {found.precision} {found.zone}" == clock


def test_what_the_page_does_not_say_is_left_open():
    found = page()
    assert (found.headline, found.outlet, found.byline, found.url) == (None, None, None, None)
    assert (found.dateline, found.credit, found.published) == (None, None, None)


def test_a_short_text_has_no_language():
    assert read_text("Nobody was hurt.").language is None
