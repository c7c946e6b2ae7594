"""`./desk demo`: the desk with invented stories, served as production serves it.

Standard library only; Django runs in processes of the environment in `.venv`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NoReturn

from factdesk import installation, lifeline, locks, stamps
from factdesk.installation import PYTHON, ROOT, STATE
from factdesk.postgres import Cluster
from factdesk.progress import Failed, say, step
from factdesk.surroundings import EVERY_INTERFACE, database, environment, manage, own_cluster

ACCOUNTS = ("reporter", "reviewer", "admin")
PASSWORD = "demo"  # noqa: S105  only this command gives it, to invented people
READY_SECONDS = 60.0
STOP_SECONDS = 15.0
POLL_SECONDS = 2.0
WATCH_SECONDS = 0.5
LOOPBACK = dict(zip(EVERY_INTERFACE, ("127.0.0.1", "::1"), strict=True))
PACKAGES = ("factdesk", "claims", "articles", "accounts", "web")


def serve(*, host: str, port: int, reset: bool) -> None:
    """Serve until SIGINT or SIGTERM. Raises Failed when that can't begin or breaks off."""
    with only_one(), listening(host, port) as listener:
        address = f"http://{shown(host)}:{listener.getsockname()[1]}"
        (STATE / "demo.json").write_text(json.dumps({"address": address}))
        installation.ensure(vectors=True)
        cluster = own_cluster()
        if reset:
            start_over(cluster)
        with starting(cluster) as url:
            variables = {"DESK_URL": address} | environment(url, host=host)
            prepare(variables, cluster)
            with running(web_server(listener), variables, listener) as server:
                wait_until_ready(server, listener)
                with running(worker(), variables) as helper:
                    welcome(address, host)
                    wait_for_either(server, helper)


def start_over(cluster: Cluster | None) -> None:
    """Forget everything the demo keeps. A server of the person's own is never emptied."""
    if cluster is None:
        raise Failed("--reset does not touch the database of DATABASE_URL; empty it yourself.")
    with step("Starting over"):
        cluster.delete()
        shutil.rmtree(STATE / "static", ignore_errors=True)


@contextmanager
def starting(cluster: Cluster | None) -> Iterator[str]:
    with ExitStack() as stack:
        if cluster is None:
            say("Using the database of DATABASE_URL")
            yield stack.enter_context(database(cluster))
            return
        with step(f"Starting PostgreSQL {cluster.major}"):
            url = stack.enter_context(database(cluster))
        yield url


def prepare(variables: dict[str, str], cluster: Cluster | None) -> None:
    """Bring tables, static files and demo content up to date, skipping what the stamps cover."""
    collect_static(variables)
    stamp = None if cluster is None else cluster.home / "migrated"
    code = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")]
    mark = stamps.fingerprint([*code, ROOT / installation.RUN_TIME])
    if stamp is not None and stamps.is_set(stamp, mark):
        return
    with step("Bringing the tables up to date"):
        manage(["migrate", "--no-input"], variables)
    if stamp is None or not stamp.exists():
        with step("Loading the demo stories"):
            manage(["fill_demo"], variables)
    if stamp is not None:
        stamp.write_text(mark)


def collect_static(variables: dict[str, str]) -> None:
    root = Path(variables["STATIC_ROOT"])
    stamp = STATE / "collected"
    sources = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    mark = f"{root} {stamps.fingerprint([*sources, ROOT / installation.RUN_TIME])}"
    if root.exists() and stamps.is_set(stamp, mark):
        return
    with step("Collecting static files"):
        manage(["collectstatic", "--no-input"], variables)
        stamp.write_text(mark)


def web_server(listener: socket.socket) -> list[str]:
    """gunicorn on the open socket."""
    return [
        str(PYTHON), "-m", "gunicorn", "--config", str(ROOT / "factdesk" / "gunicorn.conf.py"),
        "--bind", f"fd://{listener.fileno()}", "--log-level", "warning", "factdesk.wsgi",
    ]  # fmt: skip


def worker() -> list[str]:
    """The process that does the desk's jobs. The path in full, so that a listing tells whose."""
    return [str(PYTHON), str(ROOT / "manage.py"), "worker"]


@contextmanager
def running(
    command: list[str], variables: dict[str, str], listener: socket.socket | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process beside us. Stopped at the end, and by itself when we are killed."""
    pipe, our_end = os.pipe()
    inherited = [pipe] if listener is None else [pipe, listener.fileno()]
    process = subprocess.Popen(
        command, cwd=ROOT, env=variables | {lifeline.VARIABLE: str(pipe)}, pass_fds=inherited,
        start_new_session=True,  # Ctrl-C comes through us, so that they stop before the data
    )  # fmt: skip
    os.close(pipe)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        os.close(our_end)


def wait_for_either(server: subprocess.Popen[bytes], helper: subprocess.Popen[bytes]) -> NoReturn:
    """Wait until the web server or the worker ends, which neither should. Raises Failed."""
    while server.poll() is None and helper.poll() is None:
        time.sleep(WATCH_SECONDS)
    name = "worker" if server.returncode is None else "web server"
    status = helper.returncode if server.returncode is None else server.returncode
    raise Failed(f"The {name} ended by itself with status {status}.")


def wait_until_ready(server: subprocess.Popen[bytes], listener: socket.socket) -> None:
    """Return when /healthz says that web and database answer."""
    deadline = time.monotonic() + READY_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        status = health(listener)
        if status == HTTPStatus.OK:
            return
        if status is not None:
            raise Failed(f"The web server is not well: /healthz answers {status}.")
    raise Failed("The web server does not answer; what it said stands above.")


def health(listener: socket.socket) -> int | None:
    """Status of /healthz, None when no answer comes within POLL_SECONDS.

    The socket is open already, so the request waits there until gunicorn takes it.
    """
    host, port = listener.getsockname()[:2]
    connection = HTTPConnection(LOOPBACK.get(host, host), port, timeout=POLL_SECONDS)
    try:
        connection.request("GET", "/healthz", headers={"Host": "localhost"})
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def welcome(address: str, host: str) -> None:
    sys.stdout.write(
        f"\nFact Desk is at {address}\n"
        f"Log in as {', '.join(ACCOUNTS[:-1])} or {ACCOUNTS[-1]}, password {PASSWORD}.\n"
        "Ctrl-C stops it and keeps the data; ./desk demo --reset starts over.\n"
    )
    if host in EVERY_INTERFACE:
        sys.stdout.write("Everybody on this network can log in: the passwords are known.\n")
    sys.stdout.flush()


def shown(host: str) -> str:
    """The host as it stands in an address a person opens on this machine."""
    host = LOOPBACK.get(host, host)
    return f"[{host}]" if ":" in host else host


@contextmanager
def only_one() -> Iterator[None]:
    """One demo per checkout; Failed tells where the other one is."""
    try:
        with locks.exclusive(STATE / "demo.lock", wait=False):
            yield
    except locks.LockedElsewhere:
        with suppress(FileNotFoundError, KeyError, json.JSONDecodeError):
            address = json.loads((STATE / "demo.json").read_text())["address"]
            raise Failed(f"The demo of this checkout is already at {address}.") from None
        raise Failed("Another ./desk demo of this checkout is just starting.") from None


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """The socket that gunicorn inherits, taken first so that a used port costs no time."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen()
        except OSError as error:
            raise Failed(
                f"Port {port} on {host} cannot be used ({error.strerror}); "
                f"try ./desk demo --port {port + 1}."
            ) from error
        yield listener
