"""A text cut into the tokens that figures are read from, case kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 10_000
"""Code points of a text that are read, as in `similarity`: what is longer is no sentence."""

LONGEST_NUMBER = 15
"""Digits of a number; longer rows of digits are identifiers and beyond a float's accuracy."""

# The groups of thousands are bounded, or a row of them that ends badly would be read again
# from each of its groups.
TOKEN = re.compile(
    r"""
    (?P<number>\d{1,3}(?:,\d{3}){1,4}(?!,?\d)(?:\.\d+)? | \d+(?:\.\d+)?)
    | (?P<word>(?:[^\W\d_]\.){2,8} | [^\W\d_]+(?>(?:['’][^\W\d_]+)*))
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A number, word or sign; `low` is folded to lower case, without inner dots."""

    kind: str
    low: str
    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.kind == "word"

    @property
    def is_number(self) -> bool:
        return self.kind == "number"

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


END = Token("sign", "", " ", -1, -1)
"""What stands before the first and after the last token."""


class Tokens:
    """The tokens of a text by place; beyond both ends stands `END`."""

    __slots__ = ("_all", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._all = [_token(found) for found in TOKEN.finditer(text, 0, LONGEST)]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._all)

    def __getitem__(self, at: int) -> Token:
        return self._all[at] if 0 <= at < len(self._all) else END

    def slice(self, start: int, end: int) -> list[Token]:
        """The tokens from `start` to before `end`, as far as there are any."""
        return self._all[max(0, start) : max(0, end)]

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        """The folded words of `slice`."""
        return tuple([token.low for token in self.slice(start, end)])

    def are_glued(self, at: int) -> bool:
        """Whether token `at` stands right behind the one before it."""
        return self[at].start == self[at - 1].end

    def after_hyphen(self, at: int) -> int:
        """`at`, or the place behind a hyphen that stands there."""
        return at + 1 if self[at].low in HYPHENS else at


HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—")


def _token(found: re.Match[str]) -> Token:
    text, kind = found.group(), str(found.lastgroup)
    low = text
    if kind == "word":
        low = text.lower().replace("’", "'").replace(".", "")
    return Token(kind, low, text, found.start(), found.end())
