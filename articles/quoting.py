"""Where words of a text stand in other words, so that they can be blanked there as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

FILLER = "█"
RUN = 5  # words in a row; fewer may be anybody's

WORD = re.compile(r"\w+")
MARKED = re.compile(r"\S")


def blanked(words: str) -> str:
    """As many code points, blanks and line breaks where they were, so that every place holds."""
    return MARKED.sub(FILLER, words)


class Quoting:
    """Tells what of other words is quoted from texts: runs of RUN of their words or more."""

    def __init__(self, *texts: str) -> None:
        self.texts = texts

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(run for text in self.texts for run, _, _ in _runs(text))

    def is_in(self, words: str) -> bool:
        return any(run in self.runs for run, _, _ in _runs(words))

    def blanked(self, words: str) -> str:
        """The same with what is quoted blanked; all else stays."""
        for run, start, end in _runs(words):
            if run in self.runs:
                words = words[:start] + blanked(words[start:end]) + words[end:]
        return words


def _runs(words: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each run in one case, with where it stands."""
    found = list(WORD.finditer(words))
    for at in range(len(found) - RUN + 1):
        row = found[at : at + RUN]
        yield tuple(word[0].casefold() for word in row), row[0].start(), row[-1].end()
