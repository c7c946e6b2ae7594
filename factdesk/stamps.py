"""Marks on disk that a step was done for these very files, so that a warm start skips it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(files: Iterable[Path]) -> str:
    """Changes with any name, size or time of change; reads no file."""
    digest = hashlib.sha256()
    for path in sorted(files):
        facts = path.stat()
        digest.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_set(stamp: Path, mark: str) -> bool:
    return stamp.exists() and stamp.read_text() == mark
