"""Which capitalised words of a text are names."""

from __future__ import annotations

import re
from functools import lru_cache

from matching.figures.english_units import MONTHS, WEEKDAYS
from matching.relocation.english import COMMON, COMMON_ENDINGS, PARTICLES, TITLES
from matching.relocation.words import Words

_OPENING = re.compile(r"""[“„«"'‘(\[:•*–—-]\s*$""")
TITLED = 0.7
"""Share of capitalised words from which a line is set as a title, where capitals say little."""

LEAST_TITLED = 4
"""Words a title has at least, or a name of three would be one."""

LEAST_LETTERS = 2


def name_of(key: str) -> str:
    """A name's word without the ending of the possessive."""
    return key.removesuffix("'s").removesuffix("'")


class Names:
    """Tells names in two revisions, each by the evidence of both."""

    __slots__ = ("_ordinary", "_proper", "_titled")

    def __init__(self, *texts: Words) -> None:
        self._titled = {
            (id(words), number)
            for words in texts
            for number in range(len(words.sentences))
            if _is_titled(words, number)
        }
        self._proper: set[str] = set()
        self._ordinary: set[str] = set()
        for words in texts:
            for number in range(len(words.sentences)):
                self._learn(words, number)

    def _learn(self, words: Words, number: int) -> None:
        """Words written small anywhere are ordinary; with a capital amid a sentence proper."""
        span = words.sentences[number]
        is_titled = (id(words), number) in self._titled
        for at in range(span.start, span.end):
            first = words.text[words.starts[at]]
            if first.islower():
                self._ordinary.add(name_of(words.keys[at]))
            elif first.isupper() and not is_titled and not _is_initial(words, at, span.start):
                self._proper.add(name_of(words.keys[at]))

    def of(self, words: Words, at: int, sentence: int) -> str:
        """The name that word `at`, of this sentence, is or is part of; "" when it is none."""
        word, name = words.word(at), name_of(words.keys[at])
        if name in PARTICLES and self._is_amid_name(words, at):
            return name
        if not word[0].isupper() or name in _NO_NAMES or name in TITLES:
            return ""
        start = words.sentences[sentence].start
        if not _is_initial(words, at, start) and (id(words), sentence) not in self._titled:
            return "" if _is_pronoun(name) else name
        return name if self._is_proper(name) or self._leads_name(words, at, name) else ""

    def _is_amid_name(self, words: Words, at: int) -> bool:
        """“von” of “Ursula von Bergen”, “von der”."""
        before, behind = max(at - 1, 0), min(at + 1, len(words) - 1)
        sides = [
            words.keys[near] in PARTICLES or words.word(near)[0].isupper()
            for near in (before, behind)
        ]
        return all(sides)

    def _is_proper(self, name: str) -> bool:
        """Whether a word is a name though its capital may be that of a sentence or title."""
        if _is_common(name) or name in self._ordinary or len(name) < LEAST_LETTERS:
            return False
        return name in self._proper or not name.endswith(COMMON_ENDINGS)

    def _leads_name(self, words: Words, at: int, name: str) -> bool:
        """“Ida Marsh said”: a capital follows at once."""
        if _is_common(name) or at + 1 >= len(words) or words.between(at + 1).strip():
            return False
        following = words.word(at + 1)
        return following[0].isupper() and name_of(words.keys[at + 1]) in self._proper


_NO_NAMES = frozenset(WEEKDAYS) | frozenset(MONTHS) - {"may", "mar", "sep", "dec", "jan"}


@lru_cache(maxsize=2)
def names_of(old: Words, new: Words) -> Names:
    """The names of two texts, kept for the next claim."""
    return Names(old, new)


def _is_common(name: str) -> bool:
    return name in COMMON or name.removesuffix("s") in COMMON


def _is_pronoun(name: str) -> bool:
    return name in {"i", "i'm", "i've", "i'd", "i'll"}


def _is_initial(words: Words, at: int, sentence_start: int) -> bool:
    if at == sentence_start or _OPENING.search(words.between(at)):
        return True
    # “at 5 p.m. Police closed”: what may end a sentence
    is_stop = words.text[words.ends[at - 1] - 1] == "." or words.between(at)[:1] == "."
    return is_stop and len(words.keys[at - 1]) > 1 and words.keys[at - 1] not in TITLES


def _is_titled(words: Words, number: int) -> bool:
    """Whether a sentence is set in capitals throughout, or word by word as a title."""
    span = words.sentences[number]
    firsts = [
        words.text[words.starts[at]]
        for at in range(span.start, span.end)
        if words.ends[at] - words.starts[at] > 3
    ]
    letters = [first for first in firsts if first.isalpha()]
    capitals = sum(first.isupper() for first in letters)
    return len(letters) >= LEAST_TITLED and capitals >= TITLED * len(letters)
