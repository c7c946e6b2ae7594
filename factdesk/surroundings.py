"""The database and the environment variables that `./desk` gives to Django's processes.

Standard library only; docs/deploy.md says what each variable means.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from factdesk import locks
from factdesk.installation import PYTHON, ROOT, STATE, site_packages
from factdesk.postgres import Cluster
from factdesk.progress import Failed, say

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
EVERY_INTERFACE = ("0.0.0.0", "::")  # noqa: S104  compared with, not bound to


def own_cluster() -> Cluster | None:
    """The demo's own server, None when DATABASE_URL names another. Raises NoPostgres."""
    if os.environ.get("DATABASE_URL"):
        return None
    return Cluster(STATE / "postgres" / "demo", search=site_packages())


@contextmanager
def database(cluster: Cluster | None) -> Iterator[str]:
    """Yield the address of the database, with the server running if it is ours."""
    if cluster is None:
        yield os.environ["DATABASE_URL"]
        return
    with cluster.running("factdesk") as url:
        yield url


def environment(database_url: str, *, host: str = "localhost") -> dict[str, str]:
    """Variables for Django's processes; what the person has set already wins."""
    foreign = ("PG", "PYTHONHOME") if not os.environ.get("DATABASE_URL") else ("PYTHONHOME",)
    given = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    defaults = {
        "SECRET_KEY": secret_key(),
        "ALLOWED_HOSTS": ",".join([*LOCAL_HOSTS, "*" if host in EVERY_INTERFACE else host]),
        "HTTPS": "0",
        "STATIC_ROOT": str(STATE / "static"),
    }
    fixed = {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "factdesk.settings"}
    return defaults | given | fixed


def secret_key() -> str:
    """The checkout's own key, made once; a new one would log everybody out."""
    path = STATE / "secret-key"
    with locks.exclusive(STATE / "secret-key.lock"):
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def run(command: Sequence[str], variables: dict[str, str]) -> int:
    """Run at the terminal, in the checkout, until it ends by itself; its exit status.

    As in a shell, ending by signal N is status 128 + N.
    Ctrl-C reaches it directly, so it is left to say goodbye; SIGTERM to us is passed on.
    """
    child = subprocess.Popen(command, cwd=ROOT, env=variables)

    def pass_on(number: int, frame: FrameType | None) -> None:
        if number != signal.SIGINT:
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGINT)

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, pass_on) for number in numbers}
    try:
        status = child.wait()
        return status if status >= 0 else 128 - status
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def manage(arguments: Sequence[str], variables: dict[str, str]) -> None:
    """A management command whose output matters only when it fails, which raises Failed."""
    done = subprocess.run(
        [str(PYTHON), "manage.py", *arguments], cwd=ROOT, env=variables, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace",
    )  # fmt: skip
    if done.returncode:
        say(done.stdout.rstrip())
        raise Failed(f"manage.py {arguments[0]} ended with status {done.returncode}.")
