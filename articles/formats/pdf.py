"""PDF files that carry their text: paragraphs without running heads, page numbers and divisions."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from articles.extraction.assembly import page_of
from articles.extraction.declared import Found, Metadata, first
from articles.extraction.encoding import MAX_BYTES, check_text
from articles.extraction.errors import NothingLeft, SourceTooLong
from articles.extraction.sorting import sort_lines
from articles.formats.errors import LockedFile, OverstuffedFile, ScannedPages, UnreadableFile
from articles.formats.files import File, Format, Reading
from articles.formats.pdf_lines import SetLine, paragraphs, without_running_heads

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # the refusals say it already

MEDIA_TYPE = "application/pdf"
KIND = "a PDF"
LARGEST = "from the largest letters of the first page"
FOOTER = "from the foot of the page"
PROPERTIES = "from the PDF’s properties"

PAGES_MOST = 200
_CONTENT_MOST = 20_000_000  # bytes of all pages' instructions, unpacked
_LETTERS_LEAST = 40  # in a whole file that has a text layer
_HEADLINE_LEAST = 1.2  # times the size of the text
_HEADLINE_LINES = 4
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
)
# pypdf meets damage wherever it looks; each of these says that the file is not as it should be.
_DAMAGE = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError,
    RecursionError, ZeroDivisionError, OverflowError, NotImplementedError, AssertionError,
)  # fmt: skip


def _matches(file: File) -> bool:
    return b"%PDF-" in file.content[:1024]


def _read(file: File) -> Iterable[Reading]:
    try:
        reader = PdfReader(BytesIO(file.content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedFile
        if len(reader.pages) > PAGES_MOST:
            raise OverstuffedFile(f"it has over {PAGES_MOST} pages")
        pages = list(_pages(reader))
        title = _property(reader, "/Title")
    except _DAMAGE as error:
        raise UnreadableFile(KIND) from error
    return [_reading(file, pages, title)]


def _reading(file: File, pages: list[list[SetLine]], title: str) -> Reading:
    bare = without_running_heads(pages)
    found = paragraphs(bare)
    if sum(map(str.isalpha, "".join(found))) < _LETTERS_LEAST:
        raise ScannedPages
    check_text("\n".join(found))
    headline = _headline(bare[0]) if bare else None
    lines = sort_lines(found, headline=headline.value if headline else "")
    page = page_of(
        lines,
        Metadata(headline=headline, url=_address(pages)),
        media_type=MEDIA_TYPE,
        fallback=Metadata(headline=first((title, PROPERTIES))),
    )
    if page is None:
        raise NothingLeft
    return Reading(name=file.name, source=file.content, page=page)


def _pages(reader: PdfReader) -> Iterator[list[SetLine]]:
    content = letters = 0
    for page in reader.pages:
        contents = page.get_contents()
        content += len(contents.get_data()) if contents is not None else 0
        if content > _CONTENT_MOST:
            raise OverstuffedFile("its pages are too large")
        lines = _lines(page)
        letters += sum(len(line.text) for line in lines)
        if letters > MAX_BYTES:
            raise SourceTooLong
        yield lines


def _lines(page: PageObject) -> list[SetLine]:
    """The lines of a page in the order in which its program set them."""
    pieces: list[tuple[str, float, float, float]] = []

    def see(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append((text, x, y, abs(size * tm[3] * cm[3]) or size))

    page.extract_text(visitor_text=see)
    return list(_set(pieces))


def _set(pieces: Iterable[tuple[str, float, float, float]]) -> Iterator[SetLine]:
    texts: list[str] = []
    place: tuple[float, float, float] | None = None
    for text, x, y, size in pieces:
        for at, part in enumerate(text.split("\n")):
            if at:
                yield from _line(texts, place)
                texts, place = [], None
            if part.strip():
                place = place or (x, y, size)
            texts.append(part)
    yield from _line(texts, place)


def _line(texts: list[str], place: tuple[float, float, float] | None) -> Iterator[SetLine]:
    text = " ".join("".join(texts).translate(_LIGATURES).split())
    if text and place:
        yield SetLine(text, *place)


def _headline(page: list[SetLine]) -> Found | None:
    """The lines in the largest letters, when there are few and the text is clearly smaller."""
    if not page:
        return None
    sizes = sorted(line.size for line in page for _ in line.text)
    usual = sizes[len(sizes) // 2]
    largest = max(line.size for line in page)
    lines = [line.text for line in page if line.size > largest * 0.95]
    if largest < _HEADLINE_LEAST * usual or len(lines) > _HEADLINE_LINES:
        return None
    words = " ".join(lines)
    return first((words, LARGEST)) if len(words.split()) > 2 else None


def _address(pages: list[list[SetLine]]) -> Found | None:
    """What a browser prints at a page's edge: the address it was printed from."""
    for line in pages[0] if pages else ():
        word = line.text.split()[0]
        if word.startswith(("https://", "http://")) and not word.endswith(("…", "...")):
            return Found(word, FOOTER)
    return None


def _property(reader: PdfReader, name: str) -> str:
    """Unless it is what a program calls an unnamed file."""
    value = str(reader.metadata.get(name) or "") if reader.metadata else ""
    is_file = value.lower().endswith((".doc", ".docx", ".pdf", ".html", ".indd", ".txt"))
    return "" if is_file or value.startswith(("Microsoft Word", "untitled")) else value


FORMAT = Format(matches=_matches, read=_read)
