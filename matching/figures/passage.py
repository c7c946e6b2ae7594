"""What every reader is given: the tokens, the language and when the text was published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from matching.figures.language import Language
from matching.figures.quantity import Quantity
from matching.figures.tokens import Token, Tokens
from matching.spans import Span
from matching.text import fold, stem

NEAR = 6
"""Tokens to either side that tell what a figure is about; a clause is seldom longer."""


FULL_NAME = 2
"""Words of a name from which it is certain that it is one: every first word is capital."""


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
        return frozenset([self.stem(w) for w in words if w not in self.language.stop_words])

    def stem(self, word: str) -> str:
        """The stem of a word, or that of the word which stands for its synonyms."""
        stemmed = stem(fold(word))
        return self.language.synonyms.get(stemmed, stemmed)

    def beside(self, start: int, end: int) -> tuple[str, str]:
        """The stems of the nearest words before and behind a figure; "" for none near."""
        before = reversed(self.tokens.slice(start - NEAR, start))
        behind = self.tokens.slice(end, end + NEAR)
        return self._first(before), self._first(behind)

    @property
    def doer(self) -> frozenset[str]:
        """The stems of a full name that begins the text, right before its verb; none otherwise."""
        end = 0
        while self.tokens[end].is_word and self.tokens[end].is_capital:
            end += 1
        words = self.tokens.lows(0, end + 1)
        is_followed = self.tokens[end].is_word
        is_plain = not any(word in self.language.stop_words for word in words)
        return self.stems(0, end) if end >= FULL_NAME and is_followed and is_plain else frozenset()

    def owned(self, start: int) -> str:
        """The stem of the word that the first word of content from `start` on owns; "" for none."""
        tokens, language, at = self.tokens, self.language, start
        while tokens[at].is_word and tokens[at].low in language.stop_words:
            at += 1
        is_owner = tokens[at].low.endswith("'s") or tokens[at + 1].low in language.possessive
        return self.beside(at, at + 1)[1] if is_owner and tokens[at].is_word else ""

    def _first(self, tokens: Iterable[Token]) -> str:
        for token in tokens:
            if token.is_word and token.low not in self.language.stop_words:
                return self.stem(token.low)
        return ""

    def names(self, start: int, end: int) -> frozenset[str]:
        """The capitalised words from `start` to before `end`, months and weekdays left out."""
        language = self.language
        return frozenset(
            [
                token.low
                for token in self.tokens.slice(start, end)
                if token.is_word
                and token.is_capital
                and token.low not in language.months
                and token.low not in language.weekdays
                and token.low not in language.stop_words
            ]
        )

    def near(self, start: int, end: int) -> frozenset[str]:
        """The stems around a figure."""
        return self.stems(start - NEAR, start) | self.stems(end, end + NEAR)

    def scene(self, start: int, end: int) -> frozenset[str]:
        """Of the stems around a figure those that tell of which event it is."""
        tokens = self.tokens
        words = [*tokens.slice(start - NEAR, start), *tokens.slice(end, end + NEAR)]
        return frozenset(
            [
                self.stem(token.low)
                for token in words
                if token.is_word and token.low not in _of_any_event(self.language)
            ]
        )


@lru_cache
def _of_any_event(language: Language) -> frozenset[str]:
    """Words that stand beside a fate whatever happened: “police said three people were killed”."""
    tables: tuple[Iterable[str], ...] = (
        language.states, language.harms, language.passing, language.people, language.reporting,
        language.cardinals, language.stop_words, language.weekdays, language.dayparts,
        language.bystanders,
    )  # fmt: skip
    return frozenset(word for table in tables for word in table)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and the token behind it, where reading goes on."""

    quantity: Quantity
    end: int
