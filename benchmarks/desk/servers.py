"""The desk as production serves it, and the floor as the same server would; who visits them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client

from accounts.models import User
from benchmarks import processes
from benchmarks.databases import surroundings
from factdesk import demo

DESK, FLOOR, BARE = "factdesk.settings", "benchmarks.floor.settings", "benchmarks.floor.bare"
HOST = "127.0.0.1"
CSRF = "bench" * 6 + "42"  # any 32 letters: the cookie and the header have to agree
CLAIM = re.compile(r"/claims/(\d+)/")
FINE = (200, 302)
IDLE_SECONDS = 3  # without a request, after which we hang up before the server does


@dataclass(frozen=True, kw_only=True)
class Server:
    """A web server of two workers; `pid` is of the process that started them."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """What it and PostgreSQL have computed so far, whoever asked PostgreSQL."""
        backend = connection.connection.info.backend_pid
        postgres = processes.cpu_seconds(processes.parent_of(backend))
        return processes.cpu_seconds(self.pid) + postgres

    def used_bytes(self) -> int:
        return processes.used_bytes(self.pid)

    def largest_bytes(self) -> int:
        return processes.largest_bytes(self.pid)


@contextmanager
def serving(settings_module: str) -> Iterator[Server]:
    """Start it with these settings; it answers by then, and is gone afterwards."""
    variables = surroundings() | {"DJANGO_SETTINGS_MODULE": settings_module}
    with (
        demo.listening(HOST, 0) as listener,
        demo.running(demo.web_server(listener), variables, listener) as process,
    ):
        demo.wait_until_ready(process, listener)
        yield Server(port=listener.getsockname()[1], pid=process.pid)


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    body: bytes
    ms: float
    headers: Mapping[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def claim(self) -> int | None:
        """The claim whose page this is, as the address says; none for any other page."""
        named = self.headers.get("HX-Push-Url") or self.headers.get("Location") or ""
        found = CLAIM.search(named)
        return int(found[1]) if found else None


class Unexpected(Exception):
    """What is measured must work."""


@dataclass(kw_only=True)
class Visitor:
    """A signed-in person whose browser keeps one connection open."""

    person: User
    server: Server
    connection: HTTPConnection = field(init=False)
    cookie: str = field(init=False)
    answered_at: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        client = Client()
        client.force_login(self.person, settings.AUTHENTICATION_BACKENDS[-1])
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={CSRF}"
        self.connection = HTTPConnection(HOST, self.server.port, timeout=60)

    def get(self, path: str, *, htmx: bool = False) -> Answer:
        return self._ask("GET", path, None, htmx=htmx)

    def post(self, path: str, fields: Mapping[str, object], *, htmx: bool = True) -> Answer:
        return self._ask("POST", path, urlencode(fields).encode(), htmx=htmx)

    def stream(self, path: str, size: int) -> Iterator[bytes]:
        """What the server sends, `size` bytes at a time. Raises Unexpected."""
        self.connection.request("GET", path, None, {"Cookie": self.cookie, "Host": "localhost"})
        response = self.connection.getresponse()
        if response.status not in FINE:
            raise Unexpected(f"GET {path} answered {response.status}")
        while some := response.read(size):
            yield some

    def pause(self) -> None:
        """Hang up, so that the next request may come to another worker."""
        self.connection.close()

    def _ask(self, method: str, path: str, body: bytes | None, *, htmx: bool) -> Answer:
        headers = {"Cookie": self.cookie, "Host": "localhost", "X-CSRFToken": CSRF}
        headers |= {"HX-Request": "true"} if htmx else {}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        began = time.perf_counter()
        if began - self.answered_at > IDLE_SECONDS:
            self.connection.close()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        read = response.read()
        self.answered_at = time.perf_counter()
        ms = (self.answered_at - began) * 1_000
        if response.status not in FINE:
            raise Unexpected(f"{method} {path} answered {response.status}: {read[:2000]!r}")
        return Answer(status=response.status, body=read, ms=ms, headers=dict(response.getheaders()))


def visitor(server: Server, key: int = 1) -> Visitor:
    """The person of that key: 1 is the desk admin, the others review."""
    return Visitor(person=User.objects.get(pk=key), server=server)
