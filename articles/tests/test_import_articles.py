"""The command imports files and folders, one line of answer each."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from django.core.management import CommandError

from accounts.models import User
from accounts.tests.factories import create_desk_admin, create_reporter
from articles.files import KINDS
from articles.formats import FileTooLarge
from articles.management.progress_bar import ProgressBar
from articles.models import Article, Outlet, Story
from articles.tests import pages
from articles.tests.command import run, run_json, write_files
from articles.tests.factories import create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def ferry() -> Story:
    return create_story(title="Ferry aground", slug="ferry")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path)


def test_a_folder_is_imported_in_order_whatever_lies_in_it(folder, ferry):
    lines, status = run(folder)
    assert status == 0
    assert [line.split()[0] for line in lines[:-1]] == ["imported", "imported"]
    assert "page.HTML: “Ferry with 241 aboard runs aground off Selwick”, The Ledger" in lines[0]
    assert lines[-1] == "2 imported, 0 revised, 0 withdrawn, 0 unchanged, 0 refused"
    articles = Article.objects.order_by("pk")
    assert [article.revisions.get().text for article in articles] == [pages.TEXT, pages.TEXT]
    assert {article.story for article in articles} == {ferry}


def test_the_outlet_is_the_pages_own_else_the_files_name_else_the_named_one(folder, ferry):
    run(folder)
    names = set(Outlet.objects.values_list("name", flat=True))
    assert names == {"northline", "The Ledger"}
    run(folder / "northline.txt", outlet="the ledger")
    assert Outlet.objects.count() == 2
    assert Article.objects.filter(outlet__name="The Ledger").count() == 1


def test_with_json_each_line_tells_all(folder, ferry):
    page, text = run_json(folder)
    article = Article.objects.get(outlet__name="The Ledger")
    assert page == {
        "path": str(folder / "inside" / "page.HTML"),
        "part": "",
        "status": "imported",
        "sentence": "“Ferry with 241 aboard runs aground off Selwick”, The Ledger",
        "article": article.pk,
        "outlet": "The Ledger",
        "headline": pages.HEADLINE,
        "published": None,
        "language": "en",
        "text": pages.TEXT,
    }
    assert (text["outlet"], text["text"]) == ("northline", pages.TEXT)


def test_the_same_text_again_changes_nothing_and_is_no_failure(folder, ferry):
    run(folder)
    before = list(Article.objects.values_list("pk", "imported_at"))
    lines, status = run(folder)
    assert status == 0
    assert [line.split()[0] for line in lines[:-1]] == ["unchanged", "unchanged"]
    assert "is on the desk already. Nothing changed." in lines[0]
    assert list(Article.objects.values_list("pk", "imported_at")) == before
    assert [row["text"] for row in run_json(folder)] == [pages.TEXT, pages.TEXT]


def test_good_files_stay_when_others_fail(folder, ferry):
    (folder / "empty.txt").write_text(" ")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    lines, status = run(folder, folder / "gone.txt", folder / "notes.md", json=False)
    assert status == 1
    refused = [line for line in lines if line.startswith("refused")]
    assert ["empty.txt" in refused[0], "image.txt" in refused[1]] == [True, True]
    assert refused[2].endswith("gone.txt: There is no such file.")
    assert refused[3].endswith(f"notes.md: Files of this kind are not imported, only {KINDS}.")
    assert lines[-1] == "2 imported, 0 revised, 0 withdrawn, 0 unchanged, 4 refused"
    assert Article.objects.count() == 2


def test_other_words_from_a_known_address_are_its_next_revision(tmp_path, ferry):
    known = create_article(url="https://ledger.example/2026/ferry", text="Other words.")
    (tmp_path / "page.html").write_text(pages.HTML)
    (row,) = run_json(tmp_path, outlet="The Courier")
    assert (row["status"], row["article"], row["text"]) == ("revised", known.pk, pages.TEXT)
    assert str(row["sentence"]).endswith(f"{known.outlet}, revision 2")
    assert not Outlet.objects.filter(name="The Courier").exists()


def test_a_refused_file_leaves_no_outlet(tmp_path, ferry):
    (tmp_path / "empty.txt").write_text(" ")
    (row,) = run_json(tmp_path, outlet="The Courier")
    assert (row["status"], row["article"], row["text"]) == ("refused", None, None)
    assert not Outlet.objects.exists()


def test_a_folder_without_articles_is_refused(tmp_path, ferry):
    lines, status = run(tmp_path)
    assert status == 1
    assert "There is no file in this folder of a kind that is imported." in lines[0]


def test_a_file_over_the_limit_is_refused_unread(tmp_path, ferry):
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(6_000_000_000)
    (row,) = run_json(tmp_path)
    assert row["sentence"] == str(FileTooLarge())


def test_a_file_named_twice_is_imported_once(folder, ferry):
    assert len(run_json(folder, folder / "northline.txt")) == 2


def test_an_unknown_story_stops_with_those_that_are_near(folder):
    create_story(slug="ferry-aground"), create_story(slug="dam")
    with pytest.raises(
        CommandError, match=r"There is no story “fery-agrond”\. There is ferry-aground\."
    ):
        run(folder, story="fery-agrond")
    assert Story.objects.count() == 2
    assert not Article.objects.exists()


def test_a_story_is_opened_only_when_it_is_asked_for_with_a_title(folder):
    run(folder, story="ferry-aground", create_story="Ferry aground off Selwick")
    story = Story.objects.get()
    assert (story.slug, story.title) == ("ferry-aground", "Ferry aground off Selwick")
    assert run(folder, story="ferry-aground", create_story="Anything")[1] == 0
    assert Story.objects.get().title == "Ferry aground off Selwick"


@pytest.mark.parametrize(
    ("slug", "title", "sentence"),
    [
        ("Ferry Aground", "New", "write “ferry-aground”"),
        ("x" * 90, "New", "cannot be a story’s address"),
        ("other", "FERRY AGROUND", "exists already: --story ferry"),
    ],
)
def test_a_story_that_cannot_be_opened_stops_it(folder, ferry, slug, title, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(folder, story=slug, create_story=title)


def test_the_only_desk_admin_imports(folder, ferry):
    admin = create_desk_admin()
    create_reporter(), create_desk_admin(is_active=False)
    run(folder)
    assert {article.imported_by for article in Article.objects.all()} == {admin}


def test_without_one_admin_an_account_of_its_own_does_that_nobody_can_use(folder, ferry, client):
    create_desk_admin(), create_desk_admin()
    run(folder), run(folder)
    account = User.objects.get(username="import")
    assert {article.imported_by for article in Article.objects.all()} == {account}
    assert (account.is_active, account.has_usable_password()) == (False, False)


def test_a_named_account_imports_and_an_unknown_one_stops_it(folder, ferry):
    alice = create_reporter(name="alice")
    run(folder, by="alice")
    assert {article.imported_by for article in Article.objects.all()} == {alice}
    with pytest.raises(CommandError, match="There is no account “bob”"):
        run(folder, by="bob")


@pytest.mark.parametrize("name", [b"a\x1b[31mred\n.txt", b"l\xe4uft.txt"])
def test_the_name_of_a_file_cannot_harm_terminal_or_database(tmp_path, ferry, name):
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))  # noqa: PTH118  # bytes
    path.write_text(pages.TEXT)
    lines, status = run(path, outlet="The Ledger")
    assert (status, len(lines)) == (0, 2)
    assert "\x1b" not in lines[0]
    (row,) = run_json(path, outlet="The Ledger")
    assert row["path"] == str(path)
    assert Article.objects.get().revisions.get().source_name.startswith(("a", "l"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("out", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_bar_runs_on_a_terminal_only(out, shown):
    with ProgressBar(4, out) as bar:
        bar.step()
    assert ("] 1 of 4" in out.getvalue()) is shown
    assert out.getvalue().endswith("\r\x1b[K" if shown else "")


def test_known_outlets_lend_their_zone_to_times_without_one(tmp_path, ferry):
    create_outlet(name="The Ledger", zone="Europe/Helsinki")
    dated = pages.HTML.replace("<h1>", '<time datetime="2026-11-19T08:10:00">19 Nov</time><h1>')
    (tmp_path / "page.html").write_text(dated)
    (row,) = run_json(tmp_path)
    assert row["published"] == "2026-11-19T08:10:00+02:00"
