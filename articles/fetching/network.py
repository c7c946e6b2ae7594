"""Connections to the addresses that were checked, each read and write within the deadline."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from articles.fetching.deadline import Deadline
from articles.fetching.errors import NoAnswer, NotTrusted
from articles.fetching.reach import Reach

# By OpenSSL's number for what is wrong with a certificate.
UNTRUSTED = {
    10: "its certificate has expired",
    18: "it signed its certificate itself",
    19: "nobody known signed its certificate",
    20: "nobody known signed its certificate",
    62: "its certificate is another site’s",
    64: "its certificate is another site’s",
}


class CheckedNetwork(httpcore.NetworkBackend):
    """Looks a host up once, and connects to what was looked at."""

    def __init__(self, reach: Reach, deadline: Deadline) -> None:
        self.reach = reach
        self.deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises FetchError when no address of the host takes the connection."""
        for address in self.reach.resolve(host, port, deadline=self.deadline):
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    str(address), port, timeout=self.deadline.left()
                )
            except httpcore.ConnectError:
                continue
            return HurriedStream(stream, self.deadline)
        raise NoAnswer(host)


class HurriedStream(httpcore.NetworkStream):
    """A connection whose every step has the seconds that are left of the fetch."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.deadline.left())

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            stream = self.stream.start_tls(ssl_context, server_hostname, self.deadline.left())
        except httpcore.ConnectError as error:
            raise NotTrusted(server_hostname or "", _reason(error)) from error
        return HurriedStream(stream, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)


def _reason(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UNTRUSTED.get(cause.verify_code, "its certificate does not hold")
        cause = cause.__cause__ or cause.__context__
    return "no safe connection comes about"
