"""Cutting plain text into paragraphs, however its lines were broken."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.extraction.errors import TooManyLines
from articles.extraction.words import is_unspaced, word_set

MAX_LINES = 50_000
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u2060\ufeff"

# Text wrapped by a program fills its column: the next word would not have fitted.
_COLUMN = range(40, 121)
_FULL_SHARE = 0.5
_AMID_SHARE = 0.25
_STOPS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_SUSPENDED = word_set("and or und oder y o e et ou of en i och og и или bis")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text` in order, without blank ends and without empty ones.

    One paragraph a line, paragraphs parted by blank lines, and paragraphs wrapped at a fixed
    column are told apart. Raises `TooManyLines`. Linear in the text.
    """
    lines = [line.rstrip(_BLANKS) for line in _BREAK.split(text)]
    if len(lines) > MAX_LINES:
        raise TooManyLines
    column = _column(lines)
    joined = lines if column is None else _unwrapped(lines, column)
    return [line for line in (joint.strip(_BLANKS) for joint in joined) if line]


def _is_full(line: str, following: str, column: int) -> bool:
    """Whether the first word of the following line would have run over the column."""
    first = following.lstrip(_BLANKS).split(None, 1)[0]
    return len(line) + 1 + len(first) > column


def _column(lines: list[str]) -> int | None:
    """The column the text was wrapped at; None for text that was not.

    Most breaks must come where the next word would not have fitted, and some of them in the
    middle of a sentence: titles of one length in a list break so too, but start anew.
    """
    lengths = sorted(len(line) for line in lines if " " in line)
    column = lengths[len(lengths) * 99 // 100 - (len(lengths) > 100)] if lengths else 0
    if column not in _COLUMN:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    full = [(a, b) for a, b in pairs if _is_full(a, b, column)]
    amid = sum(not _STOPS.search(a) and _reads_on(b) for a, b in full)
    is_wrapped = (
        len(full) >= _FULL_SHARE * len(pairs) and amid > 0 and amid >= _AMID_SHARE * len(full)
    )
    return column if is_wrapped else None


def _reads_on(line: str) -> bool:
    """Whether the line starts with a letter that opens no sentence; some scripts have but one."""
    first = line.strip(_BLANKS)[:1]
    return first.isalpha() and not first.isupper()


def _unwrapped(lines: list[str], column: int) -> list[str]:
    joined: list[list[str]] = []
    previous = ""
    for line in lines:
        if previous and line and _goes_on(previous, line, column):
            joined[-1].append(line)
        else:
            joined.append([line])
        previous = line
    return [_join(parts) for parts in joined]


def _goes_on(previous: str, line: str, column: int) -> bool:
    if line.startswith(("  ", "\t")) and not previous.startswith(("  ", "\t")):
        return False
    if _is_full(previous, line, column):
        return True
    return _reads_on(line) and not _STOPS.search(previous)


def _join(parts: list[str]) -> str:
    text = parts[0]
    pieces = [text]
    for before, part in pairwise(parts):
        part = part.strip(_BLANKS)
        pieces += [between(before, part), part]
    return "".join(pieces)


def between(before: str, after: str) -> str:
    """A blank; nothing inside a hyphenated word or between characters written unspaced."""
    if _HYPHEN.search(before) and after[0].islower() and after.split()[0] not in _SUSPENDED:
        return ""
    return "" if is_unspaced(before[-1]) and is_unspaced(after[0]) else " "
