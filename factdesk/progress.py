"""What `./desk` tells the person at the terminal. Standard error, so that output stays clean."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Failed(Exception):
    """`./desk` cannot go on; `str()` says why and what to do."""


def say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


@contextmanager
def step(name: str) -> Iterator[None]:
    """Print the step's name when it begins and its seconds when it ends well."""
    sys.stderr.write(f"{name} … ")
    sys.stderr.flush()
    began = time.monotonic()
    try:
        yield
    except BaseException:
        say("")
        raise
    say(f"{time.monotonic() - began:.1f} s")
