"""The whole database in one file, and back: PostgreSQL's own pg_dump and pg_restore."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.conninfo import make_conninfo

from factdesk.postgres.binaries import find

# A dump holds password hashes and everything that was not published.
ONLY_OWNER = 0o600
MIGRATION_COLUMNS = 4  # id, app, name, applied
OURS = ("claims", "0001_initial")  # what every desk has migrated
NEWER = (
    "Nothing was changed. A newer Fact Desk saved this file: restore it with that one, or with a"
    " newer one still."
)


class BackupError(Exception):
    """It could not be saved or restored; `str()` is one sentence for the terminal."""


def save(path: Path) -> int:
    """Write all of the database, as it stands at one moment, to a new file; its size in bytes.

    The file is there whole or not at all. Raises BackupError.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        if path.exists():
            raise BackupError(f"{path} is there already; choose another name.")
        descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, ONLY_OWNER)
        _fill(unfinished, descriptor)
        unfinished.rename(path)
    except FileExistsError:
        raise BackupError(f"{unfinished} is being written, or was left; remove it first.") from None
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror}.") from error
    return path.stat().st_size


def _fill(unfinished: Path, descriptor: int) -> None:
    try:
        with os.fdopen(descriptor, "wb") as file:
            _run("pg_dump", ["--format=custom"], to=file)
            os.fsync(file.fileno())
    except BaseException:
        unfinished.unlink()
        raise


def load(path: Path) -> bool:
    """Bring a saved database back into an empty one, in one transaction, and up to date.

    Whether an older Fact Desk had saved it. What a newer one saved is refused before anything is
    changed. Raises BackupError.
    """
    _refuse_unreadable(path)
    if _tables():
        raise BackupError(
            "This database is not empty. Set DATABASE_URL to an empty one; the desk's own is"
            " empty again when its folder in var/postgres is moved away."
        )
    migrations = _migrations_of(path)
    if OURS not in migrations:
        raise BackupError(f"Nothing was changed. {path} holds another database than a desk's.")
    if migrations - MigrationExecutor(connection).loader.disk_migrations.keys():
        raise BackupError(NEWER)
    _run("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", str(path)])
    return _bring_up_to_date()


def _tables() -> list[str]:
    try:
        return list(connection.introspection.table_names())
    except DatabaseError as error:
        said = str(error).strip().partition("\n")[0]
        raise BackupError(f"Nothing was changed. The database does not answer: {said}.") from error


def _refuse_unreadable(path: Path) -> None:
    try:
        if not path.is_file():
            raise BackupError(f"{path} is no file.")
        with path.open("rb"):
            pass
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}.") from error


def _migrations_of(path: Path) -> set[tuple[str, str]]:
    """What the file says has been migrated: app and name. Raises BackupError for a damaged file."""
    with TemporaryFile() as lines:
        options = ["--data-only", "--table=django_migrations", "--file=-", str(path)]
        _run("pg_restore", options, to=lines, database=False)
        lines.seek(0)
        cells = [line.decode(errors="replace").split("\t") for line in lines]
    return {(row[1], row[2]) for row in cells if len(row) == MIGRATION_COLUMNS}


def _bring_up_to_date() -> bool:
    """Migrate what was restored; whether there was anything to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        said = str(error).partition("\n")[0]
        raise BackupError(f"All is restored, but as an older Fact Desk had it: {said}.") from error
    return True


def _run(
    program: str, options: Sequence[str], *, to: IO[bytes] | None = None, database: bool = True
) -> None:
    """A program of PostgreSQL on our database, or on a file alone.

    Raises BackupError with what it said first.
    """
    tool = find(search=sys.path) / program
    if not tool.exists():
        raise BackupError(f"{tool} is missing. Install PostgreSQL's client programs.")
    given = connection.get_connection_params()
    password = {"PGPASSWORD": given.pop("password")} if "password" in given else {}
    plain = {name: str(value) for name, value in given.items() if isinstance(value, str | int)}
    address = [f"--dbname={make_conninfo('', **plain)}"] if database else []
    done = subprocess.run(
        [tool, "--no-password", *address, *options],
        env=os.environ | password, stdin=subprocess.DEVNULL, stdout=to or subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        said = done.stderr.strip().splitlines() or [
            f"{program} ended with status {done.returncode}."
        ]
        raise BackupError(f"Nothing was changed. {said[0]}")
