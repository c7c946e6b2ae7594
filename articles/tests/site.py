"""A web site on this machine that answers as a test says: well, slowly, endlessly, not at all."""

from __future__ import annotations

import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from articles.fetching import Reach

LOOPBACK = ip_address("127.0.0.1")
CERTIFICATES = Path(__file__).parents[1] / "fetching" / "tests"
PIECE = b"<p>" + b"words " * 10_000


class Visitor(BaseHTTPRequestHandler):
    """One request. Its answer is looked up by the path, 404 when there is none."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.visits.append((self.path, self.headers))
        self.close_connection = True
        with suppress(OSError):  # whoever asked has gone
            self.server.answers.get(self.path, not_there)(self)

    def log_message(self, *_: object) -> None:
        pass


Answer = Callable[[Visitor], None]


class Site(ThreadingHTTPServer):
    """`visits` are the paths that were asked for, with their headers, in order."""

    daemon_threads = True
    block_on_close = False  # an endless answer ends when its reader goes

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visitor)
        self.answers: dict[str, Answer] = {}
        self.visits: list[tuple[str, Message]] = []
        self.closing = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def reach(self) -> Reach:
        return Reach(ports=frozenset({self.port}), also=frozenset({LOOPBACK}))

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.visits]

    def handle_error(self, *_: object) -> None:
        pass  # handshakes that a test means to spoil


@contextmanager
def running(certificate: str = "") -> Iterator[Site]:
    """`certificate` is a file of CERTIFICATES; the site then speaks TLS."""
    site = Site()
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / certificate)
        site.socket = context.wrap_socket(site.socket, server_side=True)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        site.shutdown()
        thread.join()
        site.server_close()


def page(body: bytes | str, media_type: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    return status(200, body, Content_Type=media_type, **headers)


def status(code: int, body: bytes | str = "", **headers: str) -> Answer:
    sent = body.encode() if isinstance(body, str) else body

    def answer(visitor: Visitor) -> None:
        _begin(visitor, code, {"Content_Length": str(len(sent)), **headers})
        visitor.wfile.write(sent)

    return answer


not_there = status(404)


def redirect(to: str, code: int = 302) -> Answer:
    return status(code, Location=to)


def packed(body: bytes, packing: str) -> Answer:
    return page(body, Content_Encoding=packing)


def gzip_bomb(megabytes: int) -> Answer:
    """Made of one packed megabyte, again and again, so that it costs nothing to lay."""
    packing = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    first, again = (
        packing.compress(b"\0" * 1_000_000) + packing.flush(zlib.Z_FULL_FLUSH) for _ in range(2)
    )
    return packed(first + again * (megabytes - 1), "gzip")


def endless(media_type: str = "text/html", beginning: bytes = b"") -> Answer:
    """Never ends, as fast as it is read."""

    def answer(visitor: Visitor) -> None:
        _begin(visitor, 200, {"Content-Type": media_type})
        visitor.wfile.write(beginning)
        while not visitor.server.closing.is_set():
            visitor.wfile.write(PIECE)

    return answer


def slow_loris(*, in_headers: bool = False, every: float = 0.05) -> Answer:
    """A letter now and then: no single read takes long."""

    def answer(visitor: Visitor) -> None:
        if in_headers:
            visitor.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        else:
            _begin(visitor, 200, {"Content-Type": "text/html"})
        while not visitor.server.closing.wait(every):
            visitor.wfile.write(b"x")
            visitor.wfile.flush()

    return answer


def endless_headers(visitor: Visitor) -> None:
    visitor.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not visitor.server.closing.is_set():
        visitor.wfile.write(b"X-More: " + b"x" * 10_000 + b"\r\n")


def silence(visitor: Visitor) -> None:
    visitor.server.closing.wait(20)


def broken_off(visitor: Visitor) -> None:
    _begin(visitor, 200, {"Content-Type": "text/html", "Content-Length": "1000"})
    visitor.wfile.write(b"<p>The car ferry")


def no_http(visitor: Visitor) -> None:
    visitor.wfile.write(b"220 mail.example ready\r\n")


def _begin(visitor: Visitor, code: int, headers: Mapping[str, str]) -> None:
    visitor.send_response(code)
    for name, value in headers.items():
        visitor.send_header(name.replace("_", "-"), value)
    visitor.send_header("Connection", "close")
    visitor.end_headers()
