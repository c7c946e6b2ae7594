"""Saving the whole desk and bringing it back, as commands, between two databases."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql
from psycopg.conninfo import make_conninfo

from articles.models import Article
from articles.tests.factories import create_article
from factdesk.postgres.binaries import find
from factdesk.tests.factories import create_busy_desk

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = "SELECT count(*), md5(string_agg(row::text, '' ORDER BY row::text)) FROM {} AS row"
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"

pytestmark = pytest.mark.django_db(transaction=True)


def address(database: str) -> str:
    return make_conninfo(os.environ["DATABASE_URL"], dbname=database)


@pytest.fixture
def empty(transactional_db) -> Iterator[str]:
    """The address of a second database on the server, without a table."""
    name = f"{connection.settings_dict['NAME']}_restored"
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield address(name)
        server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def restore(file: Path, into: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "restore", str(file)]
    variables = os.environ | {"DATABASE_URL": into}
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )


def contents(database: str) -> dict[str, object]:
    """Of each table how many rows and a sum over all of them, of each sequence where it stands."""
    with psycopg.connect(database) as server:
        tables = server.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        query = sql.SQL(CONTENTS)
        sums = {
            name: server.execute(query.format(sql.Identifier(name))).fetchone()
            for (name,) in tables.fetchall()
        }
        return sums | dict(server.execute(SEQUENCES).fetchall())


def test_all_rows_come_back_into_an_empty_database(tmp_path, capsys, empty):
    create_busy_desk()
    file = tmp_path / "desk.backup"
    call_command("backup", str(file))
    assert capsys.readouterr().out.startswith(f"Saved in {file}, ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    done = restore(file, empty)
    assert (done.stdout, done.stderr) == (f"Restored from {file}.\n", "")
    here = contents(address(connection.settings_dict["NAME"]))
    assert contents(empty) == here
    assert here["claims_verdict"][0] > 0
    with psycopg.connect(empty) as server, pytest.raises(psycopg.Error, match="Cannot delete"):
        server.execute("DELETE FROM claims_verdict")


def test_a_damaged_file_brings_nothing(tmp_path, empty):
    create_article()
    file = tmp_path / "desk.backup"
    call_command("backup", str(file))
    half = tmp_path / "half.backup"
    half.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    done = restore(half, empty)
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: Nothing was changed. pg_restore: error:")
    assert contents(empty) == {}


def test_another_database_is_no_desk(tmp_path, empty):
    file = tmp_path / "other.backup"
    with psycopg.connect(empty) as server:
        server.execute("CREATE TABLE shelf (book text)")
        server.commit()
        dump = [find(search=sys.path) / "pg_dump", "--format=custom", f"--file={file}", empty]
        subprocess.run(dump, check=True)
        server.execute("DROP TABLE shelf")
    done = restore(file, empty)
    told = f"CommandError: Nothing was changed. {file} holds another database than a desk's.\n"
    assert (done.returncode, done.stderr) == (1, told)
    assert contents(empty) == {}


def test_what_a_newer_desk_saved_is_refused_before_anything_changes(tmp_path, empty):
    file, recorder = tmp_path / "desk.backup", MigrationRecorder(connection)
    recorder.record_applied("claims", "9999_of_next_year")
    try:
        call_command("backup", str(file))
    finally:
        recorder.record_unapplied("claims", "9999_of_next_year")
    done = restore(file, empty)
    assert done.stderr.startswith("CommandError: Nothing was changed. A newer Fact Desk saved")
    assert contents(empty) == {}


def test_what_cannot_be_brought_up_to_date_is_restored_and_said(tmp_path, empty):
    """A migration that was done is told as one that is still to come."""
    file, recorder = tmp_path / "desk.backup", MigrationRecorder(connection)
    (last,) = MigrationLoader(connection).graph.leaf_nodes("accounts")
    create_article()
    recorder.record_unapplied(*last)
    try:
        call_command("backup", str(file))
    finally:
        recorder.record_applied(*last)
    done = restore(file, empty)
    told = "CommandError: All is restored, but as an older Fact Desk had it: "
    assert (done.returncode, done.stderr.startswith(told)) == (1, True), done.stderr
    assert contents(empty)["articles_article"][0] == 1


def test_nothing_is_written_over(tmp_path):
    create_article()
    file = tmp_path / "desk.backup"
    file.write_text("last year's")
    with pytest.raises(CommandError, match="is there already; choose another name"):
        call_command("backup", str(file))
    assert file.read_text() == "last year's"
    with pytest.raises(CommandError, match="This database is not empty"):
        call_command("restore", str(file))
    assert Article.objects.count() == 1


@pytest.mark.parametrize("name", ["no/such/folder", ".", "x" * 250, "x" * 300])
def test_a_file_that_cannot_be_written_is_said(tmp_path, name):
    with pytest.raises(CommandError, match=r"cannot be written|is there already"):
        call_command("backup", str(tmp_path / name))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "said"), [("desk.backup", "is no file"), ("x" * 300, "cannot be read: File name too")]
)
def test_a_file_that_is_not_there_is_said(tmp_path, name, said):
    with pytest.raises(CommandError, match=said):
        call_command("restore", str(tmp_path / name))


def test_a_database_that_does_not_answer_is_said(tmp_path):
    file = tmp_path / "desk.backup"
    file.touch()
    done = restore(file, "postgresql://nobody@127.0.0.1:1/desk")
    assert done.stderr.startswith("CommandError: Nothing was changed. The database does not answer")


def test_missing_tools_of_postgresql_are_said(tmp_path, monkeypatch):
    for name in ("postgres", "initdb"):
        (tmp_path / name).touch()
    monkeypatch.setenv("DESK_POSTGRES_BIN", str(tmp_path))
    with pytest.raises(CommandError, match=r"pg_dump is missing. Install PostgreSQL's client"):
        call_command("backup", str(tmp_path / "desk.backup"))
    assert not (tmp_path / "desk.backup.unfinished").exists()
