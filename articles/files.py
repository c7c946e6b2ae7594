"""Files that are imported by command: finding and opening them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.errors import ArticleError
from articles.formats import ENDINGS, MAX_FILE_BYTES, FileTooLarge

KINDS = ", ".join(sorted(ENDINGS))
STANDARD_INPUT = Path("-")


class BadFile(ArticleError):
    """It is not there, cannot be opened, or is no kind of file that is imported."""


@dataclass(frozen=True)
class File:
    """One file and its bytes; `name` is empty for standard input, and text in any case."""

    path: Path
    name: str
    source: bytes


def find(paths: Iterable[Path]) -> list[Path]:
    """The files to import: those named, and those with ENDINGS in folders, by name, each once.

    A folder without such a file stands for itself: it is refused, not passed over.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = (file for file in path.rglob("*") if file.suffix.lower() in ENDINGS)
        found |= dict.fromkeys(sorted(filter(Path.is_file, inside)) or [path])
    return list(found)


def listed(path: Path) -> list[Path]:
    """The paths that stand in a file or in standard input, one a line. Raises BadFile."""
    try:
        lines = sys.stdin if path == STANDARD_INPUT else path.open(errors="surrogateescape")
        with lines:
            return [Path(line) for line in lines.read().splitlines() if line.strip()]
    except OSError as error:
        raise BadFile(f"{path} cannot be opened: {error.strerror}.") from error


def batches(paths: Iterable[Path], *, files: int, size: int) -> Iterator[list[Path]]:
    """The paths in their order, at most `files` and, but for a larger one alone, `size` bytes."""
    batch: list[Path] = []
    left = size
    for path in paths:
        length = _size_of(path)
        if batch and (len(batch) == files or length > left):
            yield batch
            batch, left = [], size
        batch.append(path)
        left -= length
    if batch:
        yield batch


def opened(path: Path) -> File:
    """Raises BadFile or FileTooLarge, with the reason."""
    if path == STANDARD_INPUT:
        return File(path, "", sys.stdin.buffer.read(MAX_FILE_BYTES + 1))
    if not path.exists():
        raise BadFile("There is no such file.")
    if path.is_dir():
        raise BadFile("There is no file in this folder of a kind that is imported.")
    if path.suffix.lower() not in ENDINGS:
        raise BadFile(f"Files of this kind are not imported, only {KINDS}.")
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise FileTooLarge
        return File(path, _name(path), path.read_bytes())
    except OSError as error:
        raise BadFile(f"It cannot be opened: {error.strerror}.") from error


def _name(path: Path) -> str:
    """The file's name as text, whatever bytes it is made of."""
    return path.name.encode(errors="replace").decode()


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
