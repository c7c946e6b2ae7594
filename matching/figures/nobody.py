"""That none came to harm, as a count of nought: “no one was hurt”, “without casualties”."""

from __future__ import annotations

from matching.figures.counting import nouns
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Approximation, Dimension, Quantity

BEHIND = 6
"""Tokens in which the fate stands: “has so far been reported hurt”."""

ASIDE = 5
"""Tokens between “no one” and its verb: “on board the ferry”."""


def nobody(passage: Passage, at: int) -> Found | None:
    """Nought of a fate, read at token `at`; None where the text says less than that.

    “No one was seriously hurt” and “no more deaths” leave room for some, and are not read.
    """
    for phrase in passage.language.nobody:
        end = at + len(phrase)
        if passage.tokens.lows(at, end) == phrase:
            fate = _fate(passage, _behind_aside(passage, end)) or _fate_before(passage, at)
            return _found(passage, at, (end, end), fate)
    end = at + 1
    if passage.tokens[at].low in passage.language.none:
        if passage.tokens[end].low not in passage.language.of:
            return None
        things = nouns(passage, end)
        return _found(passage, at, things, _fate(passage, things[1]))
    return _no(passage, at) if passage.tokens[at].low in passage.language.no else None


def _no(passage: Passage, at: int) -> Found | None:
    """“no passengers were hurt”, “no deaths”, “without casualties”; not “no serious injuries”."""
    tokens, language = passage.tokens, passage.language
    if tokens[at + 1].low in language.harms:
        return _found(passage, at, (at + 1, at + 1), _fate(passage, at + 1))
    if tokens[at + 1].low in language.fillers:
        return None
    first, last = nouns(passage, at + 1)
    names_people = tokens[last - 1].low in language.people
    if first == last and tokens[first].low in language.states and _goes_on(passage, first + 1):
        return None  # “without wounded soldiers to tend” tells nobody's fate
    if first < last and not names_people and tokens[last].low not in language.passing:
        return None
    return _found(passage, at, (first, last), _fate(passage, last))


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether what stands there is the noun of a participle before it."""
    first, last = nouns(passage, at)
    return first == at < last


def _found(passage: Passage, at: int, things: tuple[int, int], fate: str) -> Found | None:
    if not fate:
        return None
    first, last = things
    end = max(last, at + 1)
    quantity = Quantity(
        dimension=Dimension.COUNT,
        low=0.0,
        high=0.0,
        approximation=Approximation.EXACT,
        subject=passage.span(first, last).of(passage.tokens.text) if first < last else "",
        span=passage.span(at, end),
        shown="0",
        grain=1.0,
        counted=passage.stems(first, last),
        state=fate,
        scene=passage.scene(at, end),
        near=passage.near(at, end),
        beside=passage.beside(at, end),
    )
    return Found(quantity, end)


def _fate(passage: Passage, at: int) -> str:
    """The fate that is told at token `at`, behind words like “has been reported” at most."""
    language = passage.language
    for token in passage.tokens.slice(at, at + BEHIND):
        if token.low in language.harms:
            return language.harms[token.low]
        if token.low in language.states and token.low not in language.not_zero:
            return language.states[token.low]
        if token.low not in language.passing:
            break
    return ""


def _fate_before(passage: Passage, at: int) -> str:
    """“The blast killed no one”."""
    language, word = passage.language, passage.tokens[at - 1].low
    return language.harms.get(word) or language.states.get(word, "")


def _behind_aside(passage: Passage, at: int) -> int:
    """Behind “on board the ferry”, where the verb of “no one” stands."""
    tokens, language = passage.tokens, passage.language
    if tokens[at].low not in language.aside:
        return at
    for end in range(at + 1, at + ASIDE):
        if tokens[end].low in language.passing or tokens[end].low in language.states:
            return end
        if not tokens[end].is_word:
            break
    return at
