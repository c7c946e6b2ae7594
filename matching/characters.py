"""What each character is to a word: one letter of `KINDS` for one code point.

Translating a text with `KINDS` gives a string of the same length, so patterns
over kinds (“digit, comma, digit”) are plain regular expressions and their
offsets are the text's own. The standard library's `re` knows no Unicode
properties, which is why this table stands here.
"""

from __future__ import annotations

import unicodedata

# L letter, D digit, I character that is a word by itself (Han, kana, Thai …), S blank,
# X extends the character before it, Z zero-width joiner, R regional indicator, E emoji or
# other picture, M skin tone, $ currency, O anything else. The rest stand for themselves.
NAMED = {
    **dict.fromkeys("'’＇", "A"),  # apostrophes
    **dict.fromkeys("-‐‑", "H"),  # hyphens
    **dict.fromkeys(",٫٬，", ","),  # separators inside a number
    **dict.fromkeys(":/", ":"),  # 18:38, 9/11
    "–": "–",  # 2022–23
    **dict.fromkeys("%‰٪％", "%"),
    **dict.fromkeys("+−", "+"),
    **dict.fromkeys("#@", "#"),
    ".": ".",
    "°": "°",
    "&": "&",
    "_": "&",
    "\u200b": "S",  # zero-width space: a break one cannot see
    "\u200d": "Z",
    **dict.fromkeys("\uff9e\uff9f\u0e33\u0eb3", "X"),  # letters by category that never stand alone
    **dict.fromkeys("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f", "L"),  # visible formats
}

EMOJI_MODIFIERS = range(0x1F3FB, 0x1F400)
REGIONAL_INDICATORS = range(0x1F1E6, 0x1F200)
# Newer emoji than the interpreter's Unicode tables have no category yet; arrows are
# “mathematical” but end emoji sequences.
PICTURES = (range(0x1F000, 0x1FB00), range(0x2190, 0x2200))
UNSPACED = (  # scripts written without a space between words
    range(0x0E00, 0x0F00),  # Thai, Lao
    range(0x1000, 0x10A0),  # Myanmar
    range(0x1780, 0x1800),  # Khmer
    range(0x2E80, 0x3130),  # radicals, kana, bopomofo
    range(0x31A0, 0x3200),
    range(0x3400, 0xA000),  # Han
    range(0xF900, 0xFB00),
    range(0xFF66, 0xFFA0),  # halfwidth katakana
    range(0x1B000, 0x1B170),
    range(0x20000, 0x40000),
)
CACHED = 65_536  # characters remembered; a text of every code point must not fill the memory


class Kinds(dict[int, str]):
    """A table for `str.translate` that works out a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        kind = kind_of(chr(code))
        if len(self) < CACHED:
            self[code] = kind
        return kind


def kind_of(character: str) -> str:
    """The kind of one code point, a single letter of those listed above."""
    if character in NAMED:
        return NAMED[character]
    if character.isspace():
        return "S"
    code, category = ord(character), unicodedata.category(character)
    if category in ("Mn", "Mc", "Me", "Cf"):
        return "X"
    if code in EMOJI_MODIFIERS:
        return "M"
    if code in REGIONAL_INDICATORS:
        return "R"
    if category[0] in "LN":
        if any(code in script for script in UNSPACED):
            return "I"
        return "L" if category[0] == "L" else "D"
    if category == "So" or any(code in block for block in PICTURES):
        return "E"
    return "$" if category == "Sc" else "O"


KINDS = Kinds()
