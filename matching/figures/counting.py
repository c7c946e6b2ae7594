"""What a figure counts, and what became of it: “46 people were killed”."""

from __future__ import annotations

from dataclasses import dataclass

from matching.figures.passage import Passage
from matching.figures.tokens import HYPHENS

NOUNS = 4
"""Words behind a figure that may name what is counted; the run ends at a verb or sign before."""
BEHIND = 7
"""Tokens behind the nouns in which the fate stands: “were later reported killed”."""
BEFORE = 7
"""Tokens before the figure in which a fate stands: “killing at least some 46 people”."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The things counted: their words as written, their stems, their fate."""

    subject: str
    stems: frozenset[str]
    state: str


def counted(passage: Passage, start: int, end: int) -> Counted:
    """What the figure from token `start` to before `end` counts."""
    first, last = nouns(passage, end)
    fate = passage.language.states.get(passage.tokens[first].low, "")
    if fate and first == last:
        first, last = nouns(passage, first + 1)
    subject = passage.span(first, last).of(passage.tokens.text) if last > first else ""
    state = fate or _state_behind(passage, first, last) or _state_before(passage, start)
    return Counted(subject, passage.stems(first, last), state)


def nouns(passage: Passage, at: int) -> tuple[int, int]:
    """The run of words from token `at` that names the counted: its first token, and its end."""
    language, tokens = passage.language, passage.tokens
    while tokens[at].low in language.fillers or tokens[at].low in HYPHENS:
        at += 1
    end = at
    while end - at < 2 * NOUNS and _goes_on(passage, end):
        end += 1
    while end > at and not tokens[end - 1].is_word:
        end -= 1
    return at, end


def _goes_on(passage: Passage, at: int) -> bool:
    language, token = passage.language, passage.tokens[at]
    if token.low in HYPHENS or (token.low in language.possessive and passage.tokens.are_glued(at)):
        return True
    ends = token.low in language.stop_words or token.low in language.states
    return token.is_word and not ends and token.low not in language.weekdays


def _state_behind(passage: Passage, first: int, last: int) -> str:
    language, tokens = passage.language, passage.tokens
    for at in range(last, last + BEHIND):
        token = tokens[at]
        if token.low in language.states:
            return language.states[token.low]
        if token.low not in language.passing:
            return ""
    return ""


def _state_before(passage: Passage, start: int) -> str:
    language, tokens = passage.language, passage.tokens
    for at in range(start - 1, start - 1 - BEFORE, -1):
        token = tokens[at]
        if token.low in language.states:
            return language.states[token.low]
        if not token.is_word or token.low in language.joiners:
            return ""
    return ""
