"""The shape of a line: how long it is, how it ends, whether it reads like a sentence."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

from articles.extraction.words import FOLDED_GRAMMAR, cut, fold, is_unspaced

# Only the two ends of a long line are looked at word by word: site furniture shows there,
# and a page of five million letters stays quick.
LOOKED_AT_HEAD = 240
LOOKED_AT_TAIL = 320

_CLOSERS = "\"'”’»›“‘«)]）】」』*_ \u00a0\u200b\u202f"
_STOPS = ".!?。！？؟۔।։"
_SIGNED = re.compile(r"[.!?…][\"”’»]*\s*[(\[][^()\[\]]{1,40}[)\]]$")  # "… he said. (AFP)"
_CLOCK = re.compile(r"^\W*(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?[ap]\.?m\.?| Uhr| GMT)?\W*$")
_BULLET = re.compile(r"^[•·▪●○◦‣*\-–—►▶→»✔✓]\s*(?=\S)")
_CAMEL = re.compile(r"\b[A-ZÀ-Þ]?[a-zà-ÿ]{2,}[A-ZÀ-Þ][a-zà-ÿ]{2,}")
_CAMEL_OF_OLD = re.compile(
    r"\b(?:Ma?c|De|Di|Du|La|Le|Van|Fitz|O)[A-Z]|You[T]ube|Whats[A]pp|Tik[T]ok|Linked[I]n"
)


class End(Enum):
    """How a line ends, quotation marks and brackets aside."""

    STOP = "a full stop"
    ASKING = "a question or exclamation mark"
    TRAILING = "dots that leave it unfinished"
    RUNNING = "a comma, colon, semicolon or dash: more follows"
    OPEN = "nothing"


@dataclass(frozen=True)
class Shape:
    """What a line looks like; `words` and `folded` are the looked-at ends of a long line."""

    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    size: float
    """Number of words; a character of an unspaced script counts half."""
    end: End
    grammar: int
    """How many of the words are words of grammar."""

    @property
    def is_closed(self) -> bool:
        return self.end in (End.STOP, End.ASKING)

    @property
    def starts_small(self) -> bool:
        first = _BULLET.sub("", self.text)[:1]
        return first.islower()

    @property
    def reads_on(self) -> bool:
        """Whether grammar holds the words together, as in a sentence that lost its full stop."""
        return self.grammar * 5 >= len(self.words) and self.capitals < 0.5

    @property
    def is_clock(self) -> bool:
        """Whether the line is a time of day alone, as in a live report."""
        return _CLOCK.match(self.text) is not None

    @property
    def is_bullet(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def is_glued(self) -> bool:
        """Whether menu words run together without a space, as in "ArmsAsia PacificEurope"."""
        if len(self.text) > LOOKED_AT_HEAD:
            return False
        return len(_CAMEL.findall(self.text)) > len(_CAMEL_OF_OLD.findall(self.text))

    @property
    def is_unspaced(self) -> bool:
        """Whether most of the line is in a script written without spaces."""
        return self.size < len(self.words) * 0.75

    @cached_property
    def capitals(self) -> float:
        """Share of the words of letters that start with a capital, 0.0 to 1.0."""
        letters = [word for word in self.words if word[0].isalpha()]
        return sum(word[0].isupper() for word in letters) / len(letters) if letters else 0.0

    @cached_property
    def content(self) -> frozenset[str]:
        """The beginnings of the words that carry meaning: enough to meet an inflected form."""
        stems = {word[:STEM] for word in self.folded if len(word) > 3}
        if not self.text.isascii():
            stems |= {a + b for a, b in pairwise(self.folded) if is_unspaced(a) and is_unspaced(b)}
        return frozenset(stems - FOLDED_GRAMMAR)

    def kinship(self, known: Set[str]) -> float:
        """Share of this line's content found in `known`, 0.0 to 1.0; 0.0 without content."""
        own = self.content
        return len(own & known) / len(own) if own else 0.0

    @property
    def is_prose(self) -> bool:
        """Whether the line is long enough, and built enough, to be a paragraph of an article."""
        if self.size < PROSE_WORDS:
            return False
        return self.is_closed or self.size >= LONG_WORDS


PROSE_WORDS = 10
STEM = 6
LONG_WORDS = 20  # a line this long is a paragraph even when its full stop was lost


def shape_of(text: str) -> Shape:
    """The shape of one line, which has no line break in it. Linear in its length."""
    looked_at, left_out = text, 0
    if len(text) > LOOKED_AT_HEAD + LOOKED_AT_TAIL:
        looked_at = text[:LOOKED_AT_HEAD] + " " + text[-LOOKED_AT_TAIL:]
        left_out = text.count(" ", LOOKED_AT_HEAD, len(text) - LOOKED_AT_TAIL)
    written = tuple(cut(looked_at))
    folded = tuple(map(fold, written))
    unspaced = 0 if looked_at.isascii() else sum(map(is_unspaced, written))
    if unspaced > 20 and left_out == 0:
        left_out = max(0, len(text) - len(looked_at)) // 2
    return Shape(
        text=text,
        words=written,
        folded=folded,
        size=len(written) - unspaced / 2 + left_out,
        end=_end(text),
        grammar=sum(map(FOLDED_GRAMMAR.__contains__, folded)),
    )


def _end(text: str) -> End:
    tail = text[-80:]
    if _SIGNED.search(tail):
        return End.STOP
    bare = tail.rstrip(_CLOSERS)
    if bare.endswith(("…", "...", "..", "[…", "[...")):
        return End.TRAILING
    last = bare[-1:]
    if last in "!?！？؟" and last:
        return End.ASKING
    if last and last in _STOPS:
        return End.STOP
    if last and last in ",;:–—-،，、：；":
        return End.RUNNING
    return End.OPEN
