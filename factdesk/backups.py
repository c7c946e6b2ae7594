"""The whole database in one file, and back: PostgreSQL's own pg_dump and pg_restore."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.conninfo import make_conninfo

from factdesk.postgres.binaries import find

# A dump holds password hashes and everything that was not published.
ONLY_OWNER = 0o600


class BackupError(Exception):
    """It could not be saved or restored; `str()` is one sentence for the terminal."""


def save(path: Path) -> int:
    """Write all of the database, as it stands at one moment, to a new file; its size in bytes.

    The file is there whole or not at all. Raises BackupError.
    """
    if path.exists():
        raise BackupError(f"{path} is there already; choose another name.")
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
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


def load(path: Path) -> None:
    """Bring a saved database back into an empty one, in one transaction. Raises BackupError."""
    if not path.is_file():
        raise BackupError(f"{path} is no file.")
    if connection.introspection.table_names():
        raise BackupError(
            "This database is not empty. Set DATABASE_URL to an empty one; the desk's own is"
            " empty again when its folder in var/postgres is moved away."
        )
    _run("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", str(path)])


def state() -> str:
    """Whether what was restored fits this Fact Desk; a sentence when something is to be done."""
    executor = MigrationExecutor(connection)
    if executor.loader.applied_migrations.keys() - executor.loader.disk_migrations.keys():
        return "It was saved by a newer Fact Desk: use that one, or a newer one still."
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "It was saved by an older Fact Desk: run manage.py migrate before the desk starts."
    return ""


def _run(program: str, options: Sequence[str], *, to: IO[bytes] | None = None) -> None:
    """A program of PostgreSQL on our database. Raises BackupError with what it said last."""
    tool = find(search=sys.path) / program
    if not tool.exists():
        raise BackupError(f"{tool} is missing. Install PostgreSQL's client programs.")
    given = connection.get_connection_params()
    password = {"PGPASSWORD": given.pop("password")} if "password" in given else {}
    plain = {name: str(value) for name, value in given.items() if isinstance(value, str | int)}
    address = make_conninfo("", **plain)
    done = subprocess.run(
        [tool, "--no-password", f"--dbname={address}", *options],
        env=os.environ | password, stdin=subprocess.DEVNULL, stdout=to or subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"]
        raise BackupError(f"Nothing was changed. {said[0]}")
