"""Just enough of PostgreSQL's protocol to ask a server one question.

A running process is no proof of a server that answers, and `psql` is not in every build.
Source: https://www.postgresql.org/docs/current/protocol-message-formats.html
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from pathlib import Path

PROTOCOL_3_0 = 196608
TIMEOUT_SECONDS = 5.0


class ServerRefused(Exception):
    """The server answered with an error; `str()` is its own message."""


def ask(address: Path, sql: str, *, user: str, database: str) -> str | None:
    """First column of the last row of one statement, None without rows or for NULL.

    Only for servers that trust their Unix socket `address`. Raises OSError when nobody
    listens there and ServerRefused for every error the server reports.
    """
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(TIMEOUT_SECONDS)
        connection.connect(str(address))
        hello = f"user\0{user}\0database\0{database}\0\0".encode()
        connection.sendall(struct.pack("!ii", len(hello) + 8, PROTOCOL_3_0) + hello)
        for _ in answers(connection):
            pass
        query = sql.encode() + b"\0"
        connection.sendall(b"Q" + struct.pack("!i", len(query) + 4) + query)
        values = [first_column(body) for kind, body in answers(connection) if kind == b"D"]
    return values[-1] if values else None


def answers(connection: socket.socket) -> Iterator[tuple[bytes, bytes]]:
    """Messages as (kind, body) until the server is ready for the next statement."""
    while True:
        kind, length = struct.unpack("!ci", exactly(connection, 5))
        body = exactly(connection, length - 4)
        if kind == b"Z":
            return
        if kind == b"E":
            raise ServerRefused(error_message(body))
        if kind == b"R" and body != b"\0\0\0\0":
            raise ServerRefused("The server asks for a password.")
        yield kind, body


def exactly(connection: socket.socket, count: int) -> bytes:
    """`count` bytes; ConnectionError when the server hangs up before."""
    received = b""
    while len(received) < count:
        part = connection.recv(count - len(received))
        if not part:
            raise ConnectionError("The server closed the connection.")
        received += part
    return received


def error_message(body: bytes) -> str:
    """The field M of an ErrorResponse, whose fields are a letter and text up to a zero byte."""
    fields = {part[:1]: part[1:] for part in body.split(b"\0") if part}
    return fields.get(b"M", b"unknown error").decode("utf-8", "replace")


def first_column(row: bytes) -> str | None:
    """The first value of a DataRow; a length of -1 stands for NULL."""
    (length,) = struct.unpack_from("!i", row, 2)
    return None if length < 0 else row[6 : 6 + length].decode()
