"""The command takes files of every kind, and several articles out of one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.formats.tests.made import HEADLINE, PARAGRAPHS, docx, letter, zipped
from articles.formats.tests.test_ninjs import ONE, THREE
from articles.formats.tests.test_tables import table
from articles.models import Article, MediaType, Story
from articles.tests.command import run, run_json
from articles.tests.factories import create_article, create_story

pytestmark = pytest.mark.django_db

WORDS = "\n\n".join(PARAGRAPHS)
PICTURE = {"uri": "urn:x:2", "type": "picture", "headline": "A view"}


@pytest.fixture
def ferry() -> Story:
    return create_story(title="Ferry aground", slug="ferry")


def test_every_article_of_an_archive_is_a_line(tmp_path: Path, ferry):
    files = {
        "harbour.txt": WORDS,
        "wire.json": json.dumps([THREE, PICTURE]),
        "tideway.docx": docx(*PARAGRAPHS, "One more sentence of this report is here."),
        "post.eml": letter(f"{WORDS}\n\nAnd a last one in this letter."),
    }
    (tmp_path / "day.zip").write_bytes(zipped(files))
    lines, status = run(tmp_path)
    assert status == 1
    assert lines[-1] == "4 imported, 0 revised, 0 withdrawn, 0 unchanged, 1 refused"
    assert "day.zip › wire.json › A view: This is an item of the kind “picture”" in lines[0]
    outlets = set(Article.objects.values_list("outlet__name", flat=True))
    assert outlets == {"harbour", "Northline", "tideway", "post"}
    kinds = set(Article.objects.values_list("revisions__media_type", flat=True))
    assert kinds == {MediaType.TEXT, MediaType.NINJS, MediaType.WORD, MediaType.LETTER}


def test_the_same_archive_again_changes_nothing(tmp_path, ferry):
    (tmp_path / "day.zip").write_bytes(zipped({"a.txt": WORDS, "w.json": json.dumps(THREE)}))
    run(tmp_path)
    rows = run_json(tmp_path)
    assert [(row["part"], row["status"]) for row in rows] == [
        ("a.txt", "unchanged"),
        ("w.json", "unchanged"),
    ]
    assert Article.objects.count() == 2


def test_columns_of_a_table_can_be_named(tmp_path, ferry):
    source = table(("Kopf", "Korpus", "Haus"), (HEADLINE, WORDS, "Küstenblatt"))
    (tmp_path / "export.csv").write_bytes(source)
    (row,) = run_json(tmp_path, columns={"headline": "Kopf", "text": "Korpus", "outlet": "Haus"})
    assert (row["headline"], row["outlet"], row["text"]) == (HEADLINE, "Küstenblatt", WORDS)
    assert row["part"] == HEADLINE


@pytest.mark.parametrize("columns", ["headline", "title=A", "text=", ""])
def test_columns_that_are_none_stop_it(tmp_path, ferry, columns):
    with pytest.raises(CommandError, match="give pairs as in headline=Title,text=Body"):
        call_command("import_articles", str(tmp_path), "--story=ferry", f"--columns={columns}")


def test_an_article_that_is_taken_back_is_marked_and_an_unknown_one_refused(tmp_path, ferry):
    known = create_article(url="https://northline.example/ferry")
    kill = {**THREE, "pubStatus": "canceled"}
    unknown = {**ONE, "uri": "https://northline.example/gone", "pubstatus": "canceled"}
    (tmp_path / "kill.json").write_text(json.dumps([kill, unknown]))
    rows = run_json(tmp_path)
    assert [row["status"] for row in rows] == ["withdrawn", "refused"]
    assert rows[0]["article"] == known.pk
    known.refresh_from_db()
    assert known.is_withdrawn


def test_a_dry_run_takes_nothing_back(tmp_path, ferry):
    known = create_article(url="https://northline.example/ferry")
    (tmp_path / "kill.json").write_text(json.dumps({**THREE, "pubStatus": "canceled"}))
    assert run_json(tmp_path, dry_run=True)[0]["status"] == "withdrawn"
    known.refresh_from_db()
    assert not known.is_withdrawn
