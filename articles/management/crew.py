"""Doing the same work on many things in several processes, the answers in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from django.db import connections

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

AHEAD = 2  # things that wait for each process


def spread(
    work: Callable[[Thing], Answer], things: Iterable[Thing], *, jobs: int
) -> Iterator[Answer]:
    """`map` with that many processes, each with its own connection to the database; 1 is this one.

    Things and answers are passed by pickle. No more of them are in memory than are being worked on.
    Raises BrokenProcessPool when one of the processes was killed.
    """
    if jobs == 1:
        return map(work, things)
    connections.close_all()  # the children open their own
    return _spread(work, things, jobs)


def _spread(
    work: Callable[[Thing], Answer], things: Iterable[Thing], jobs: int
) -> Iterator[Answer]:
    gc.freeze()  # collecting what was there before would copy it for each process
    forking = multiprocessing.get_context("fork")  # what is loaded is shared
    pool = ProcessPoolExecutor(jobs, mp_context=forking, initializer=_begin)
    begun: deque[Future[Answer]] = deque()
    try:
        for thing in things:
            begun.append(pool.submit(work, thing))
            if len(begun) > AHEAD * jobs:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end at once when it is gone, even by kill -9. Any connection
    that is left from the parent stays the parent's."""
    for connection in connections.all(initialized_only=True):
        connection.connection = None
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
