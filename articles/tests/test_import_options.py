"""The command reads standard input and lists, goes dry, and goes on where it was stopped."""

from __future__ import annotations

import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import importing
from articles.models import Article, Outlet, Story
from articles.tests import pages
from articles.tests.command import run, run_json, write_files
from articles.tests.factories import create_outlet, create_story
from articles.tests.test_importing import new_article

pytestmark = pytest.mark.django_db

LONG = pages.BODY * 3


@pytest.fixture
def ferry() -> Story:
    return create_story(title="Ferry aground", slug="ferry")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path)


def standard_input(monkeypatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words.encode())))


def test_standard_input_is_one_article(monkeypatch, ferry):
    standard_input(monkeypatch, pages.HTML)
    (row,) = run_json("-")
    assert (row["status"], row["path"], row["outlet"]) == ("imported", "-", "The Ledger")
    assert Article.objects.get().revisions.get().source_name == ""


def test_standard_input_that_names_no_outlet_needs_one(monkeypatch, ferry):
    standard_input(monkeypatch, pages.TEXT)
    (row,) = run_json("-")
    assert row["sentence"] == "It does not say which outlet published it: add --outlet NAME."
    standard_input(monkeypatch, pages.TEXT)
    assert run_json("-", outlet="The Ledger")[0]["status"] == "imported"


def test_a_list_names_files_and_folders(monkeypatch, folder, ferry, tmp_path):
    paths = f"{folder / 'northline.txt'}\n\n{folder / 'inside'}\n{folder / 'northline.txt'}\n"
    (tmp_path / "names").write_text(paths)
    assert [row["status"] for row in run_json(list=tmp_path / "names")] == ["imported"] * 2
    standard_input(monkeypatch, paths)
    assert [row["status"] for row in run_json(list=Path("-"))] == ["unchanged"] * 2


@pytest.mark.parametrize(
    ("paths", "options", "sentence"),
    [
        ([], {}, "Name files or folders"),
        (["-", "a.txt"], {}, "Standard input is read alone"),
        (["-"], {"list": Path("-")}, "Standard input is read alone"),
        ([], {"list": Path("gone")}, "gone cannot be opened: No such file or directory."),
    ],
)
def test_what_names_no_file_stops_it(ferry, paths, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(*paths, **options)


def test_a_dry_run_tells_what_would_come_and_writes_nothing(folder, ferry):
    run(folder / "northline.txt")
    before = (Article.objects.count(), Outlet.objects.count(), User.objects.count())
    (folder / "empty.txt").write_text(" ")
    lines, status = run(folder, dry_run=True, story="dam", create_story="The dam")
    assert [line.split()[0] for line in lines[:-1]] == ["refused", "new", "unchanged"]
    counts = "1 new, 0 revised, 0 withdrawn, 1 unchanged, 1 refused"
    assert lines[-1] == f"{counts}. Nothing was written."
    assert status == 1
    assert not Story.objects.filter(slug="dam").exists()
    assert (Article.objects.count(), Outlet.objects.count(), User.objects.count()) == before


def test_a_file_the_desk_has_byte_by_byte_is_not_read_again(folder, ferry, monkeypatch):
    (first,) = run_json(folder / "northline.txt")
    monkeypatch.setattr("articles.extraction.read", None)
    (again,) = run_json(folder / "northline.txt")
    assert again == {**first, "status": "unchanged", "sentence": again["sentence"]}
    assert "is on the desk already. Nothing changed." in again["sentence"]


def test_a_letter_the_desk_has_is_read_for_the_articles_that_came_with_it(tmp_path, ferry):
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "desk@ledger.example", "Ferry"
    letter["Date"] = "Thu, 19 Nov 2026 08:10:00 +0200"
    letter.set_content("\n\n".join(f"{paragraph} Part {n}." for n, paragraph in enumerate(LONG)))
    letter.add_attachment(pages.TEXT, filename="northline.txt")
    (tmp_path / "post.eml").write_bytes(letter.as_bytes())
    source = {"source": letter.as_bytes(), "source_name": "post.eml"}
    importing.save(
        new_article(story=ferry, text="Only the letter.", **source), by=create_reporter()
    )
    assert "imported" in {row["status"] for row in run_json(tmp_path)}
    assert Article.objects.filter(outlet__name="northline").exists()


def test_the_same_bytes_under_another_name_or_outlet_are_read(folder, ferry):
    run(folder / "northline.txt", outlet="Northline")
    (folder / "northline.txt").rename(folder / "courier.txt")
    (other_name,) = run_json(folder / "courier.txt")
    (other_outlet,) = run_json(folder / "courier.txt", outlet="Selwick Gazette")
    assert [other_name["outlet"], other_outlet["outlet"]] == ["courier", "Selwick Gazette"]
    assert Article.objects.count() == 3


def test_it_is_stopped_with_a_word_on_how_to_go_on(folder, ferry, monkeypatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.files.opened", stop)
    with pytest.raises(CommandError, match="Run it again") as stopped:
        run(folder)
    assert stopped.value.returncode == 130


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_jobs_are_counted_from_one(folder, ferry, jobs):
    with pytest.raises(CommandError, match="give a number from 1 on"):
        call_command("import_articles", str(folder), "--story=ferry", f"--jobs={jobs}")


def test_a_text_too_short_to_tell_is_in_its_outlets_language(tmp_path, ferry):
    create_outlet(name="Norderhavener Bote", language="de")
    (tmp_path / "kurz.txt").write_text("Die Fähre ist wieder frei.\n")
    run(tmp_path / "kurz.txt", outlet="Norderhavener Bote")
    assert Article.objects.get().language == "de"
