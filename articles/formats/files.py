"""A file as it comes in, and what was read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from articles.extraction import Page
from articles.extraction.encoding import MAX_BYTES, decode
from articles.extraction.words import word_set

MAX_FILE_BYTES = 25_000_000  # of a file with pictures in it; of bare text `extraction.MAX_BYTES`
INSIDE = " › "  # between a file's name and that of a part of it
ENDINGS = word_set(
    """.txt .html .htm .xhtml .json .jsonld .xml .nitf .newsml .docx .pdf .eml .csv .tsv
    .zip"""
)
LISTED = ",".join(sorted(ENDINGS))  # as a field that takes files names them


def own_name(name: str) -> str:
    """The name of the file a part stands in: "a.json" of "w.zip › in/a.json › One"."""
    files = [part for part in name.split(INSIDE) if PurePosixPath(part).suffix.lower() in ENDINGS]
    return PurePosixPath(files[-1] if files else name).name


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """An item that its sender takes back, as `Metadata` names it: addresses, guid and outlet."""

    addresses: tuple[str, ...]
    guid: str = ""
    outlet: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One article of a file, or why there is none.

    `source` are the article's own bytes where it has some, as a file in an archive has; a row of a
    table comes with its header. A withdrawn item has neither page nor words: `withdraws` says under
    what the desk may know its article, and `refusal` what to say when it does not.
    """

    name: str
    source: bytes
    page: Page | None = None
    refusal: str = ""
    withdraws: Withdrawal | None = None


@dataclass(frozen=True, kw_only=True)
class File:
    """`depth` is 0 for what was sent, more for what lies in it.

    `columns` names a table's columns by what the desk calls them: {"headline": "Title"}; empty to
    have them guessed.
    """

    name: str
    content: bytes
    media_type: str = ""
    depth: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def decoded(self) -> tuple[str, str]:
        """Its text and the name of its encoding. Raises `ExtractionError` for what is no text."""
        return decode(self.content, declared=self.declared, most=self.text_most)

    @property
    def text(self) -> str:
        return self.decoded[0]

    @property
    def declared(self) -> str:
        """The encoding that the sender's media type names, if any."""
        return self.media_type.partition("charset=")[2].strip("\"' ;")

    @property
    def text_most(self) -> int:
        """Bytes: a table holds many articles, everything else that is text one or a few."""
        return MAX_FILE_BYTES if self.ends_with(".csv", ".tsv") else MAX_BYTES

    def ends_with(self, *endings: str) -> bool:
        return self.name.lower().endswith(endings)

    def inside(self, name: str, content: bytes, media_type: str = "") -> File:
        """A part of this file, called by its name without signs that show nothing."""
        name = "".join(sign for sign in name if sign.isprintable())
        return File(
            name=f"{self.name}{INSIDE}{name}" if self.name else name,
            content=content,
            media_type=media_type,
            depth=self.depth + 1,
            columns=self.columns,
        )


Reader = Callable[[File], Iterable[Reading]]


@dataclass(frozen=True, kw_only=True)
class Format:
    """A kind of file: whether a file is of it, by its content, and what is in it.

    Containers get the reader of their parts as well.
    """

    matches: Callable[[File], bool]
    read: Reader | None = None
    read_parts: Callable[[File, Reader], Iterable[Reading]] | None = None
