"""What idle processes hold: the web server with two workers, and the worker with its model."""

from __future__ import annotations

import time

from procrastinate.contrib.django.models import ProcrastinateJob

from benchmarks import processes
from benchmarks.databases import surroundings
from benchmarks.desk.servers import BARE, DESK, Visitor, serving, visitor
from claims import encoding
from factdesk import demo

VISITS = 20  # to each server before it is idle
SETTLED_SECONDS = 1.0
JOBS_SECONDS = 60.0  # at most, for the worker to have loaded its model and used it


def of_desk() -> int:
    """Bytes of the web server after some pages of the queue."""
    with serving(DESK) as server:
        return _after_visits(visitor(server), "/queue/")


def of_floor() -> int:
    """Bytes of a new Django project with one view, by the same server."""
    with serving(BARE) as server:
        return _after_visits(visitor(server), "/")


def _after_visits(person: Visitor, path: str) -> int:
    for _ in range(VISITS):
        person.get(path)
        person.pause()  # the next one may come to the other worker
    time.sleep(SETTLED_SECONDS)
    return person.server.used_bytes()


def of_worker() -> int | None:
    """Bytes of the worker once it has made vectors; none without a model.

    Claims that were just marked wait for theirs.
    """
    if encoding.absence():
        return None
    with demo.running(demo.worker(), surroundings()) as process:
        until = time.monotonic() + JOBS_SECONDS
        while time.monotonic() < until and _waiting_jobs():
            time.sleep(SETTLED_SECONDS)
        time.sleep(SETTLED_SECONDS)
        return processes.used_bytes(process.pid)


def _waiting_jobs() -> bool:
    return ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).exists()
