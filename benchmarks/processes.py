"""What a process and all that it started use, as Linux tells in /proc."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")  # a second
LOOKED_EVERY_SECONDS = 0.1
PARENT, TIMES = 1, slice(11, 15)  # places in /proc/…/stat behind the name


class CommandFailed(Exception):
    """What is measured must work."""


def cpu_seconds(pid: int) -> float:
    """What the process and all it started have computed so far, those that have ended too."""
    alive = [pid, *descendants(pid)]
    return sum(sum(map(int, fields[TIMES])) for one in alive if (fields := _stat(one))) / TICKS


def parent_of(pid: int) -> int:
    return int(_stat(pid)[PARENT])


def descendants(pid: int) -> Iterator[int]:
    """The processes that it started and those that they did, as far as they live."""
    for task in PROC.glob(f"{pid}/task/*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text().split()):
                yield child
                yield from descendants(child)


def used_bytes(pid: int) -> int:
    """Memory of the process and all it started; what several share counts once: the sum of their
    proportional set sizes."""
    return sum(map(_used, [pid, *descendants(pid)]))


def largest_bytes(pid: int) -> int:
    """Memory of the one that has most of it, the process or one that it started."""
    return max(map(_used, [pid, *descendants(pid)]))


def peak_bytes(command: Sequence[str], surroundings: Mapping[str, str]) -> int:
    """Run it to its end; the most memory that it and all it started used at one time."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=surroundings) as process:  # noqa: S603
        while process.poll() is None:
            peak = max(peak, used_bytes(process.pid))
            time.sleep(LOOKED_EVERY_SECONDS)
    if process.returncode:
        raise CommandFailed(f"{command[:3]} ended with {process.returncode}")
    return peak


def _used(pid: int) -> int:
    with suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    return 0


def _stat(pid: int) -> list[str]:
    """Its fields behind the name, which may hold anything; none when it has ended."""
    with suppress(OSError):
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return []
