"""A text as the words in which two revisions are compared, typography left out."""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from matching.characters import Kinds
from matching.sentences import split
from matching.spans import Span
from matching.text import fold

# One character for one, so that offsets stay: every apostrophe is one, and what cannot be
# seen is a soft hyphen, which belongs to the letter before it.
_INVISIBLE = "\u200b\u200c\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘`´ʼ′＇", "’"),
        **dict.fromkeys(_INVISIBLE + "\u2066\u2067\u2068\u2069", "\u00ad"),
    }
)
_COMPARISONS = "<>≤≥~≈±"
_KINDS = Kinds({ord(sign): "C" for sign in _COMPARISONS})

# Over the letters of `Kinds`: a figure and what is glued to it are two words, so that “5pm”
# is “5 pm” and “5%” is “5 %”; a minus, a currency and a comparison are words of a figure.
_MARKS = "(?>[XZ]*)"
_FIGURE = rf"D{_MARKS}(?>(?:D{_MARKS}|[,.:](?=D))*)"
_INITIALS = rf"(?>(?:L{_MARKS}\.){{2,}})(?:L{_MARKS}(?![LD]))?"
_LETTERS = rf"L{_MARKS}(?>(?:[LD]{_MARKS})*)(?>(?:A(?=L)(?:L{_MARKS})+)*)"
_MINUS = r"(?<![LDXZIH.:,)$%])[H–+](?=\$?D)"
_PICTURE = r"[EM](?>[XZM]*)(?>(?:(?<=Z)E(?>[XZM]*))*)"
WORD = re.compile(
    rf"{_FIGURE}|{_INITIALS}|{_LETTERS}|I{_MARKS}|{_MINUS}|(?<=D)\+|[$%°]|C(?=\$?D)"
    rf"|{_PICTURE}|R(?>R?){_MARKS}"
)
FIRST_PICTURE = "\u2600"
"""Lesser signs of the same kind are typography: ©, ™, arrows, bullets."""

_MINUSES = "-‐‑–−"
_DROPPED = re.compile(
    "[\u00ad\ufe0e\ufe0f\u0640\u064b-\u0652\u0670\u0591-\u05c7]"  # Arabic and Hebrew vowel signs
)
_RAISED = re.compile("[⁰¹²³⁴-⁹]")
_WRAPPED = re.compile(r"(?<=[^\s.!?…:])[ \t]*\n(?=[ \t]*[^\s\W\d_])")
LIKE_ACRONYMS = frozenset({"us", "who", "it", "is", "aids"})
"""Acronyms that are other words when written small."""


TEXTS_KEPT = 4
"""Texts whose words are kept: the claims of one article are followed one after the other."""


class Words:
    """The words of a text by place: `keys` are equal where only typography differs.

    `sentences` are stretches of words, apart and in order; together they hold every word.
    """

    __slots__ = ("ends", "keys", "sentences", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        plain = text.translate(_PLAIN)
        for found in WORD.finditer(plain.translate(_KINDS)):
            word = plain[found.start() : found.end()]
            if found.group()[0] != "E" or word[0] >= FIRST_PICTURE:
                self.starts.append(found.start())
                self.ends.append(found.end())
                self.keys.append(key(word))
        self._tell_acronyms_apart()
        self.sentences = self._sentences()

    def __len__(self) -> int:
        return len(self.keys)

    def word(self, at: int) -> str:
        """The word at `at` as it is written."""
        return self.text[self.starts[at] : self.ends[at]]

    def covered(self, start: int, end: int) -> Span:
        """The words that have a code point between `start` and `end`; empty when none has."""
        first = bisect_left(self.ends, start + 1)
        return Span(first, max(first, bisect_left(self.starts, end)))

    def holding(self, span: Span) -> tuple[int, int]:
        """The first and the last sentence that a stretch of words has part in."""
        firsts = [sentence.start for sentence in self.sentences]
        first = bisect_left(firsts, span.start + 1) - 1
        return first, max(first, bisect_left(firsts, span.end) - 1)

    def begins_sentence(self, at: int) -> bool:
        """Whether a sentence begins with word `at`."""
        place = bisect_left(self.sentences, at, key=lambda sentence: sentence.start)
        return place < len(self.sentences) and self.sentences[place].start == at

    def between(self, at: int) -> str:
        """What stands between word `at` and the one before it."""
        return self.text[self.ends[at - 1] if at else 0 : self.starts[at]]

    def _sentences(self) -> list[Span]:
        """Sentences as stretches of words; a line that was only wrapped ends none."""
        flowing = _WRAPPED.sub(lambda found: " " * len(found.group()), self.text)
        starts = sorted({bisect_left(self.starts, span.start) for span in split(flowing)} | {0})
        edges = [*(start for start in starts if start < len(self)), len(self)]
        return [Span(one, other) for one, other in itertools.pairwise(edges)]

    def _tell_acronyms_apart(self) -> None:
        """“US” is not “us”: keep the capitals of what would else be a word of grammar."""
        for at, folded in enumerate(self.keys):
            if folded in LIKE_ACRONYMS:
                word = self.word(at)
                if word.isupper() and not self._is_shouted(at):
                    self.keys[at] = word.replace(".", "")

    def _is_shouted(self, at: int) -> bool:
        """Whether a word beside it that is no acronym of this kind is in capitals too."""
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(self)]
        return any(
            self.word(near).isupper() and self.keys[near] not in LIKE_ACRONYMS for near in beside
        )


@lru_cache(maxsize=TEXTS_KEPT)
def read(text: str) -> Words:
    """The words of a text, kept for the next claim that stands in it; nobody changes them."""
    return Words(text)


def written(word: str) -> str:
    """The key of a word, or a part of one, as it stands in the text."""
    return key(word.translate(_PLAIN))


def key(word: str) -> str:
    """What is left of a word without case, form of letters and what cannot be seen."""
    if word.isascii():
        return fold(word)
    if word in _MINUSES:
        return "-"
    word = _DROPPED.sub("", _RAISED.sub(lambda found: f"^{found.group()}", word))
    return fold(unicodedata.normalize("NFC", word))
