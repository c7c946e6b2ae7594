"""Ends a process of `./desk demo` when `./desk` is gone, even by kill -9. Standard library only.

`./desk` gives each process the reading end of a pipe that ends with it, as DESK_LIFELINE.
"""

from __future__ import annotations

import os
import threading
from signal import SIGTERM

VARIABLE = "DESK_LIFELINE"


def hold() -> None:
    """Stop this process in order as soon as `./desk` ends; outside the demo nothing happens."""
    if pipe := os.environ.get(VARIABLE):
        threading.Thread(target=_stop_after, args=[int(pipe)], daemon=True).start()


def _stop_after(pipe: int) -> None:
    os.read(pipe, 1)
    os.kill(os.getpid(), SIGTERM)
