"""E-mail (.eml): the letter, and the files with it of any kind that is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from functools import cached_property
from pathlib import PurePosixPath

from articles import extraction
from articles.extraction import ExtractionError, Page
from articles.extraction.declared import first
from articles.extraction.moments import moment_of
from articles.formats.errors import OverstuffedFile, UnreadableFile
from articles.formats.files import ENDINGS, File, Format, Reader, Reading

MEDIA_TYPE = "message/rfc822"
HEADERS = "from the e-mail’s headers"
KIND = "an e-mail"

DEEPEST = 2  # letters in letters
PARTS_MOST = 200
HEADER_MOST = 20_000  # characters of one header; what reads them takes the square of that
PART_HEADER_MOST = 4_000  # of one that says what a part is, which is read again and again
HEADERS_MOST = 100_000  # of all of a letter and its parts
COVER_MOST = 120  # words of a letter that only goes with its files
_HEADER = re.compile(rb"^(?:[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]")
_TELLING = (b"from:", b"date:", b"subject:", b"to:", b"message-id:", b"received:",
            b"mime-version:", b"return-path:", b"delivered-to:", b"content-type:")  # fmt: skip
_TELLING_LEAST = 3
_SUBJECT_NOISE = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|enc)\s*:\s*)+", re.IGNORECASE)


def _matches(file: File) -> bool:
    """Header lines from the first line on, three of them such as every letter has."""
    head = re.split(rb"\r?\n\r?\n", file.content[:20_000], maxsplit=1)[0]
    lines = [line for line in head.splitlines() if not line.startswith((b" ", b"\t"))]
    if lines and lines[0].startswith(b"From "):  # as a mailbox begins it
        lines = lines[1:]
    if not lines or not all(map(_HEADER.match, lines[:40])):
        return False
    telling = {name for line in lines for name in _TELLING if line.lower().startswith(name)}
    return len(telling) >= _TELLING_LEAST or (file.ends_with(".eml") and bool(telling))


class _Policy(policy.EmailPolicy):
    """Of one letter: looks at every header of it and its parts before any is taken apart."""

    @cached_property
    def sizes(self) -> list[int]:
        """Characters of each header so far."""
        return []

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        is_of_part = sourcelines[0][:8].lower() == "content-"
        most = PART_HEADER_MOST if is_of_part else HEADER_MOST
        self.sizes.append(sum(map(len, sourcelines)))
        if self.sizes[-1] > most:
            raise OverstuffedFile(f"a header in it is over {most // 1_000} KB")
        if sum(self.sizes) > HEADERS_MOST:
            raise OverstuffedFile(f"its headers are over {HEADERS_MOST // 1_000} KB")
        return super().header_source_parse(sourcelines)


_DAMAGES = (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError)


def _read(file: File, read: Reader) -> Iterator[Reading]:
    try:
        yield from _readings(file, read)
    except _DAMAGES as error:
        raise UnreadableFile(KIND) from error


def _readings(file: File, read: Reader) -> Iterator[Reading]:
    letter = _letter(file.content)
    attached = list(_attached(file, letter, read)) if file.depth < DEEPEST else []
    page, refusal = _page(letter)
    words = sum(len(line.text.split()) for line in page.lines if line.kept) if page else 0
    is_cover = words < COVER_MOST and any(reading.page for reading in attached)
    if not is_cover and (page or not attached):
        yield Reading(name=file.name, source=file.content, page=page, refusal=refusal)
    yield from attached


def _letter(content: bytes) -> EmailMessage:
    letter = message_from_bytes(content, policy=_Policy())
    parts = sum(1 for _ in letter.walk())
    if parts > PARTS_MOST or not isinstance(letter, EmailMessage):
        raise UnreadableFile(KIND)
    return letter


def _page(letter: EmailMessage) -> tuple[Page | None, str]:
    """The plain words, else those of the HTML; or why neither can be read."""
    refusal = str(extraction.EmptySource())
    for kind in ("plain", "html"):
        part = letter.get_body(preferencelist=(kind,))
        if part is None:
            continue
        try:
            return _with_headers(_body(part, kind), letter), ""
        except ExtractionError as error:
            refusal = str(error)
    return None, refusal


def _body(part: MIMEPart, kind: str) -> Page:
    content = part.get_payload(decode=True)
    source = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset("")
    if kind == "plain":
        source = _without_signature(source)
    return extraction.read(source, media_type=f"text/{kind}; charset={charset}")


def _without_signature(source: bytes) -> bytes:
    return re.split(rb"(?m)^-- ?\r?$", source, maxsplit=1)[0]


def _with_headers(page: Page, letter: EmailMessage) -> Page:
    """What the words do not say, the headers do."""
    name, address = parseaddr(_header(letter, "From"))
    subject = _SUBJECT_NOISE.sub("", _header(letter, "Subject"))
    return replace(
        page,
        media_type=MEDIA_TYPE,
        headline=page.headline or first((subject, HEADERS)),
        byline=page.byline or first((name if name != address else "", HEADERS)),
        outlet=page.outlet or first((_header(letter, "Organization"), HEADERS)),
        published=page.published or moment_of(_header(letter, "Date"), HEADERS),
    )


def _header(letter: EmailMessage, name: str) -> str:
    """A damaged header counts as absent."""
    try:
        return " ".join(str(letter.get(name, "")).split())
    except _DAMAGES:
        return ""


def _attached(file: File, letter: EmailMessage, read: Reader) -> Iterable[Reading]:
    body = {id(letter.get_body(preferencelist=(kind,))) for kind in ("plain", "html")}
    for number, part in enumerate(_parts(letter), 1):
        name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
        is_letter = part.get_content_type() == MEDIA_TYPE
        if id(part) in body or not (is_letter or PurePosixPath(name).suffix.lower() in ENDINGS):
            continue
        content = _inner_letter(part) if is_letter else part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield from read(file.inside(name or f"letter {number}", content))


def _parts(letter: EmailMessage) -> Iterator[MIMEPart]:
    """Of this letter, not of letters that lie in it."""
    for part in letter.iter_attachments() if letter.is_multipart() else ():
        if isinstance(part, MIMEPart):
            yield part


def _inner_letter(part: MIMEPart) -> bytes | None:
    inner = part.get_payload()
    first_one = inner[0] if isinstance(inner, list) and inner else None
    return first_one.as_bytes() if isinstance(first_one, EmailMessage) else None


FORMAT = Format(matches=_matches, read_parts=_read)
