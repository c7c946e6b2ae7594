"""All claims as CSV: how many rows a second come, and what the server holds meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.desk.results import Measure, at_least, at_most
from benchmarks.desk.servers import DESK, Server, Visitor, serving, visitor
from claims.states import View

# What waits and what has a verdict are all claims; an unresolved one that waits again is in both.
FILES = [f"/queue/claims.csv?view={view}" for view in (View.WAITING, View.DECIDED)]
ROWS_A_SECOND = 20_000
MEMORY_MB = 150  # of the process that sends
GROWN_MB = 16  # a few of the parts that are sent one after the other
LOOKED_EVERY_SECONDS = 0.1
A_READ = 1 << 20  # bytes
MB = 1e6


@dataclass(frozen=True, kw_only=True)
class Export:
    """`peak` are the most bytes of the process that sends, `grown` those that the server added."""

    rows: int
    seconds: float
    peak: int
    grown: int

    @property
    def a_second(self) -> float:
        return self.rows / self.seconds

    @property
    def measures(self) -> list[Measure]:
        """The goals."""
        told = f"{self.rows:,} rows in {self.seconds:,.1f} s"
        return [
            at_least("export of all claims", self.a_second, "rows/s", ROWS_A_SECOND, told),
            at_most("export, the process that sends", self.peak / MB, "MB", MEMORY_MB),
            at_most("export, what the server grew by", self.grown / MB, "MB", GROWN_MB),
        ]


def measure() -> Export:
    """Download every claim from a web server that has done nothing else."""
    with serving(DESK) as server:
        return download(visitor(server, 2))


def download(person: Visitor) -> Export:
    """One file after the other, after a first page of each has warmed both workers."""
    for _ in range(2):
        person.get("/queue/")
        person.pause()
    with looked_at(person.server) as memory:
        began = time.perf_counter()
        rows = sum(_rows(person, path) for path in FILES)
        seconds = time.perf_counter() - began
    return Export(rows=rows, seconds=seconds, peak=memory.largest, grown=memory.grown)


class Memory:
    """What a server holds, looked at again and again."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.before = server.used_bytes()
        self.largest = self.grown = 0

    def look(self) -> None:
        self.largest = max(self.largest, self.server.largest_bytes())
        self.grown = max(self.grown, self.server.used_bytes() - self.before)


@contextmanager
def looked_at(server: Server) -> Iterator[Memory]:
    """Look at it until the end, and then once more."""
    memory, done = Memory(server), threading.Event()

    def look() -> None:
        while not done.wait(LOOKED_EVERY_SECONDS):
            memory.look()

    looker = threading.Thread(target=look)
    looker.start()
    try:
        yield memory
    finally:
        done.set()
        looker.join()
    memory.look()


def _rows(person: Visitor, path: str) -> int:
    """The lines below the head; cells hold no line ends. The file is never held whole here."""
    lines = -1
    for some in person.stream(path, A_READ):
        lines += some.count(b"\n")
    return lines
