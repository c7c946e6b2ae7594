"""Selections that end on whole words, and the words a text cursor steps over."""

from __future__ import annotations

import re

from matching.characters import KINDS
from matching.spans import Span

# Patterns over the letters of `KINDS`. Atomic groups, (?>…), keep them linear; possessive
# quantifiers would too, but Python 3.11 gets those around a group wrong before 3.11.5.
_MARKS = "(?>[XZ]*)"
_PICTURE = r"[EM](?>[XZM]*)(?>(?:(?<=Z)E(?>[XZM]*))*)"  # joined emoji are one
_FLAG = rf"R(?>R?){_MARKS}"
_ALNUM = rf"[LD]{_MARKS}"
_PIECE = rf"(?>(?:L{_MARKS}\.){{2,}}(?:{_ALNUM})*|(?:{_ALNUM})+)"  # U.S. keeps its dots
_JOINT = rf"(?:[AH.&#]{_MARKS}(?=[LD])|\${_MARKS}(?=D)|(?<=D)[,:–]{_MARKS}(?=D)|(?<=D)°{_MARKS})"
_SIGNS = rf"(?:(?<![LDXZAH.+$%])[H+]{_MARKS}(?=\$?D))?(?:[$#]{_MARKS}(?=[LD]))?"
_TAIL = rf"(?:(?<=D)[%$+]{_MARKS})?"
_WORD = rf"{_SIGNS}{_PIECE}(?>(?:{_JOINT}(?>(?:{_PIECE})?))*){_TAIL}|I{_MARKS}|{_PICTURE}|{_FLAG}"

WORD = re.compile(_WORD)
UNIT = re.compile(rf"{_WORD}|[^XZ]{_MARKS}|(?>[XZ]+)")  # covers every code point
MARKS = re.compile(_MARKS)
BLANK = "SXZ"


def words(text: str) -> list[Span]:
    """The words of `text` in order; none when it has none.

    A word is what `snap_to_words` never cuts: letters and digits with the apostrophes,
    hyphens and dots inside them (`Kim’s`, `far-off`, `U.S.`), figures with their separators,
    signs and units (`1,000`, `6.40pm`, `−3`, `$5bn`, `12%`, `9/11`), one character of a
    script written without spaces (Han, kana, Thai …), one emoji, one flag. Punctuation is
    no word. Snapping a word gives the same word. Linear in the length of `text`.
    Source: Unicode Standard Annex 29, simplified, with figures kept whole.
    """
    return [Span(*found.span()) for found in WORD.finditer(text.translate(KINDS))]


def snap_to_words(text: str, start: int, end: int) -> Span:
    """The selection from `start` (inclusive) to `end` (exclusive), grown to whole words.

    An end inside a word (see `words`) or inside a character (accents, joined emoji, flags)
    moves outwards to its edge; then blanks at either end are left out. Punctuation at the
    ends stays when it was selected and is never added: in `“All is lost,” she said`,
    `ll is lo` becomes `All is lost`, and `ll is lost,”` becomes `All is lost,”`.
    Snapping twice changes nothing more. Offsets are code points.
    Raises ValueError unless `0 <= start < end <= len(text)`, and when nothing but blanks
    and invisible characters is selected.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"No selection: {start} to {end} in {len(text)} characters.")
    start = _unit_around(text, start).start
    end = _unit_around(text, end - 1).end
    kinds = text[start:end].translate(KINDS)
    shown = kinds.strip(BLANK)
    if not shown:
        raise ValueError("Nothing but blanks is selected.")
    lead = len(kinds) - len(kinds.lstrip(BLANK))
    return Span(start + lead, start + _with_marks(kinds, lead + len(shown)))


def _unit_around(text: str, at: int) -> Span:
    """The word, or else the character, that holds the code point `at`.

    Words hold no whitespace, so looking from the blank before to the blank after is enough.
    """
    low, high = at, at + 1
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    for unit in UNIT.finditer(text[low:high].translate(KINDS)):
        if low + unit.end() > at:
            return Span(low + unit.start(), low + unit.end())
    raise AssertionError("Units cover every code point.")


def _with_marks(kinds: str, end: int) -> int:
    marks = MARKS.match(kinds, end)
    return marks.end() if marks else end
