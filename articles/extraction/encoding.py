"""From bytes to text: which encoding a source is in, and what is not text at all."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from articles.extraction.errors import (
    BinarySource,
    EmptySource,
    SourceTooLong,
    UnreadableCharacters,
)
from articles.extraction.guessing import guess

MAX_BYTES = 5_000_000  # of a source, and of its text in UTF-8

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a packed file or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "sound or video"),
    (b"ID3", "sound or video"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_DECLARED_WITHIN = 4096  # bytes
_LOOKED_AT = 65_536  # bytes from which a guess is made
_SCRIPT_LEAST = 0.8  # share of letters in one script and in ASCII
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROLS_MOST = 0.005  # share of characters; text has none, a stray one is forgiven


def decode(source: bytes, *, declared: str = "", most: int = MAX_BYTES) -> tuple[str, str]:
    """The text of `source` and the name of its encoding.

    A byte order mark decides; then UTF-8 if it fits strictly; then `declared` or what the
    HTML declares; then Windows-1252 where it gives words, and the best guess among the rest.
    `most` is in bytes.
    Raises `EmptySource`, `SourceTooLong`, `BinarySource` or `UnreadableCharacters`.
    """
    if len(source) > most:
        raise SourceTooLong
    if not source.strip():
        raise EmptySource
    for magic, kind in _MAGIC:
        if source.startswith(magic):
            raise BinarySource(kind)
    text, encoding = _by_mark(source) or _without_mark(source, declared)
    return check_text(text, most=most), encoding


def check_text(text: str, *, most: int = MAX_BYTES) -> str:
    """`text` itself, if it is text and not over `most` bytes of UTF-8. Raises as `decode` does."""
    if not text.strip("\ufeff\u200b \t\r\n\v\f\xa0"):
        raise EmptySource
    try:
        size = len(text.encode())
    except UnicodeEncodeError:  # halves of characters, which no database takes
        raise UnreadableCharacters from None
    if size > most:
        raise SourceTooLong
    controls = len(_CONTROLS.findall(text[:_LOOKED_AT]))
    if "\x00" in text or controls > _CONTROLS_MOST * min(len(text), _LOOKED_AT):
        raise BinarySource
    return text


def _by_mark(source: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BOMS:
        if source.startswith(mark):
            return _strictly(source[len(mark) :], encoding), encoding
    return None


def _without_mark(source: bytes, declared: str) -> tuple[str, str]:
    if b"\x00" in source:
        encoding = _utf16_order(source)
        return _strictly(source, encoding), encoding
    named = _known(declared) or _known(_declared_in(source))
    if named.startswith("iso2022"):
        return _strictly(source, named), named
    try:
        return source.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= len(source) - 3 and error.start > 0:  # cut in the last character
            return source[: error.start].decode("utf-8"), "utf-8"
    if _is_damaged_utf8(source):
        raise UnreadableCharacters
    if named and (fitting := _fitting(source, named)) is not None:
        return fitting, named
    return _guessed(source)


def _strictly(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableCharacters from None


def _fitting(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_order(source: bytes) -> str:
    """Which byte of each pair hardly varies, and is zero at blanks: the one that names the script.

    Raises `BinarySource` for zeros that are not those of UTF-16.
    """
    looked_at = source[: min(len(source), _LOOKED_AT) // 2 * 2]
    pairs = len(looked_at) / 2
    for encoding, side in (("utf-16-le", looked_at[1::2]), ("utf-16-be", looked_at[0::2])):
        common = Counter(side).most_common(2)
        is_script = sum(count for _, count in common) >= _SCRIPT_LEAST * pairs
        if is_script and 0 in dict(common) and _fitting(source, encoding) is not None:
            return encoding
    raise BinarySource


def _declared_in(source: bytes) -> str:
    found = _DECLARED.search(source[:_DECLARED_WITHIN])
    return found[1].decode("ascii", "replace") if found else ""


def _known(name: str) -> str:
    """Python's name for a declared encoding; what the web calls Latin 1 is Windows-1252."""
    try:
        found = codecs.lookup(name.strip()).name if name.strip() else ""
    except LookupError:
        return ""
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}.get(found, found)


def _is_damaged_utf8(source: bytes) -> bool:
    """Whether most of the letters beyond ASCII are UTF-8, though not all."""
    looked_at = source[:_LOOKED_AT]
    replaced = looked_at.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    whole = sum(character > "\x7f" for character in replaced) - broken
    return whole > 4 * broken


def _guessed(source: bytes) -> tuple[str, str]:
    encoding = guess(source)
    text = _fitting(source, encoding) if encoding else None
    if encoding is None or text is None:
        raise UnreadableCharacters
    return text, {"cp1252": "windows-1252"}.get(encoding, encoding.replace("_", "-"))
