"""Whether a server process is there, and what a dead one left behind."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path


def postmaster_of(data: Path) -> int | None:
    """Process id of the living server of the data folder, from its postmaster.pid.

    The file alone proves nothing: its process may be dead, a zombie, or another program
    that got the number after a restart of the machine.
    """
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if str(data) in command_line(pid) else None


def command_line(pid: int) -> str:
    """Program and arguments of a process; empty for a dead one and for a zombie."""
    if Path("/proc/self/cmdline").exists():
        with suppress(FileNotFoundError, ProcessLookupError):
            return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes())
        return ""
    listing = subprocess.run(
        ["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return listing.stdout


def clear_leftovers(pid_file: Path, *, sockets: Path) -> None:
    """Let a new server pass the lock files of a dead one.

    PostgreSQL gives way to any process with the number in its lock files, were it a zombie.
    It never gives way to its own parent, so our number goes in. Removing postmaster.pid would
    be simpler, but the rest of it is how the new server finds children of the old one that
    still write to the data.
    """
    for leftover in sockets.iterdir():
        leftover.unlink()
    with suppress(FileNotFoundError):
        _, separator, rest = pid_file.read_text().partition("\n")
        pid_file.write_text(f"{os.getpid()}{separator}{rest}")
