"""ZIP archives, opened as if a stranger had packed them to do harm."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

from articles.formats.errors import (
    LockedFile,
    NestedArchive,
    OverstuffedFile,
    UnknownPacking,
    UnreadableFile,
)
from articles.formats.files import ENDINGS, MAX_FILE_BYTES, File, Format, Reader, Reading

FILES_MOST = 5_000
UNPACKED_MOST = 100_000_000  # bytes of all files together
RATIO_MOST = 200  # times what is packed; text packs to a tenth, a bomb to a thousandth
CONTENTS_MOST = 2_000_000  # bytes of the table of contents; 5,000 long names take one million
_SMALL = 1_000_000  # bytes unpacked below which no ratio does harm
_LOCKED = 0x1  # flag of an entry

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_PASSED_OVER = ("__MACOSX/", ".")  # what systems add by themselves
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


def _matches(file: File) -> bool:
    return file.content.startswith(_MAGIC)


def _read(file: File, read: Reader) -> Iterator[Reading]:
    if file.depth:
        raise NestedArchive
    with opened(file.content, "a ZIP archive") as archive:
        for entry in archive.infolist():
            name = entry.filename
            if entry.is_dir() or _is_passed_over(name):
                continue
            yield from read(file.inside(name, unpacked(archive, entry, "a ZIP archive")))


def _is_passed_over(name: str) -> bool:
    path = PurePosixPath(name)
    is_hidden = path.name.startswith(_PASSED_OVER) or name.startswith(_PASSED_OVER)
    return is_hidden or path.suffix.lower() not in ENDINGS


class _Packed(BytesIO):
    """What ZipFile asks of it at once is refused before it is read, over `most` bytes."""

    most = CONTENTS_MOST

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > self.most:
            raise OverstuffedFile(f"its table of contents is over {self.most // 1_000_000} MB")
        return super().read(size)


def opened(content: bytes, kind: str) -> zipfile.ZipFile:
    """The archive, once its table of contents promises no harm. Raises `ExtractionError`."""
    packed = _Packed(content)
    try:
        archive = zipfile.ZipFile(packed)  # parses the table of contents, whatever its size
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(kind) from error
    packed.most = len(content)
    entries = archive.infolist()
    if len(entries) > FILES_MOST:
        raise OverstuffedFile(f"it holds over {FILES_MOST:,} files")
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise LockedFile
    if any(_leads_out(entry.filename) for entry in entries):
        raise OverstuffedFile("it names files outside itself")
    _refuse_bomb(entries)
    return archive


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":" or "\0" in name


def _refuse_bomb(entries: Iterable[zipfile.ZipInfo]) -> None:
    total = 0
    for entry in entries:
        total += entry.file_size
        is_dense = entry.file_size > RATIO_MOST * max(entry.compress_size, 1)
        if is_dense and entry.file_size > _SMALL:
            raise OverstuffedFile(f"a file in it grows to over {RATIO_MOST} times its size")
    if total > UNPACKED_MOST:
        raise OverstuffedFile(f"it would unpack to over {UNPACKED_MOST // 1_000_000} MB")


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, kind: str) -> bytes:
    """A file's bytes, never more than its entry promised. Raises `ExtractionError`."""
    most = min(entry.file_size, MAX_FILE_BYTES)
    try:
        with archive.open(entry) as packed:
            content = packed.read(most + 1)
    except NotImplementedError as error:
        raise UnknownPacking from error
    except _DAMAGE as error:
        raise UnreadableFile(kind) from error
    except RuntimeError as error:  # of a lock that the table of contents hides
        raise LockedFile from error
    if len(content) > most:
        raise OverstuffedFile("a file in it is larger than it says")
    return content


FORMAT = Format(matches=_matches, read_parts=_read)
