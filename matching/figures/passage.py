"""What every reader is given: the tokens, the language and when the text was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matching.figures.language import Language
from matching.figures.quantity import Quantity
from matching.figures.tokens import Tokens
from matching.spans import Span
from matching.text import fold, stem

NEAR = 6
"""Tokens to either side that tell what a figure is about; a clause is seldom longer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text on its way through the readers."""

    tokens: Tokens
    language: Language
    published: date | None = None

    def span(self, start: int, end: int) -> Span:
        """Where tokens `start` to before `end` stand in the text."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def stems(self, start: int, end: int) -> frozenset[str]:
        """The stems of the words from `start` to before `end` that are no stop words."""
        words = [t.low for t in self.tokens.slice(start, end) if t.is_word]
        return frozenset([stem(fold(w)) for w in words if w not in self.language.stop_words])

    def near(self, start: int, end: int) -> frozenset[str]:
        """The stems around a figure."""
        return self.stems(start - NEAR, start) | self.stems(end, end + NEAR)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and the token behind it, where reading goes on."""

    quantity: Quantity
    end: int
