"""File locks that end with the process that holds them, however it ends.

Standard library only: `./desk` uses this before anything is installed.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class LockedElsewhere(Exception):
    """Another process holds the lock."""


@contextmanager
def exclusive(path: Path, *, wait: bool = True) -> Iterator[int]:
    """Hold the file's lock alone and yield its descriptor; LockedElsewhere when `wait` is off."""
    descriptor = open_lock(path)
    try:
        lock(descriptor, fcntl.LOCK_EX, wait=wait)
        yield descriptor
    finally:
        os.close(descriptor)


def open_lock(path: Path) -> int:
    """Open for reading only, so that a lock file another account made can be shared."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        return os.open(path, os.O_RDONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
    return os.open(path, os.O_RDONLY | os.O_CLOEXEC)


def lock(descriptor: int, kind: int, *, wait: bool = True) -> None:
    """Take or change the lock, `kind` being LOCK_EX or LOCK_SH."""
    try:
        fcntl.flock(descriptor, kind if wait else kind | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise LockedElsewhere from error
