"""Who is said to have said it, where two claims say the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from matching.attribution import Attribution, Strength, attributions, same_root
from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.figures.claimed import REMEMBERED, Claimed, Shared

ALIKE = 0.7
"""From this share of their words, those that name the sources left out, two claims say the
same: outlets have sources of their own, so it must be one statement, not one event."""

LEAST_SAID = 2
"""Stems of a statement; of fewer it cannot be told whether they are one."""

LONGEST_SOURCE = 7
"""Words that name a source; more are a misreading."""

SAID = frozenset({Strength.QUOTED, Strength.STATED, Strength.CONFIRMED, Strength.REPORTED})
"""How a claim is tied to a source that answers for it. Beliefs and allegations are many's."""

ARTICLES = frozenset({"The", "A", "An"})

RELATED = 0.5
"""Below this overlap claims are not read for their sources."""


def sources(a: Claimed, b: Claimed, shared: Shared) -> Iterator[Discrepancy]:
    """The two that one statement is ascribed to, when they cannot be one.

    Two names conflict; where one is no name (“police”), both may have said it.
    """
    if shared.overlap < RELATED:
        return
    x, y = _source(a), _source(b)
    if x is None or y is None or _may_be_one(x, y) or not _say_the_same(a, b, x, y):
        return
    grade = Grade.CONFLICT if _is_name(x.root) and _is_name(y.root) else Grade.NOTE
    kind = DiscrepancyKind.ATTRIBUTION
    yield Discrepancy(kind, grade, "", x.words, y.words, x.span, y.span)


def _source(claim: Claimed) -> Attribution | None:
    """The one source of a claim that names it; None for none, several or a pronoun."""
    return _only_source(claim.passage.tokens.text)


@lru_cache(maxsize=REMEMBERED)
def _only_source(text: str) -> Attribution | None:
    found = attributions(text)
    if len(found) != 1 or not found[0].root or not found[0].is_named:
        return None
    is_said = found[0].strength in SAID and len(found[0].root.split()) <= LONGEST_SOURCE
    return found[0] if is_said else None


def _may_be_one(x: Attribution, y: Attribution) -> bool:
    """Whether the roots are one source, or have a capitalised word in common."""
    words_x, words_y = (
        {word for word in one.root.split() if word[0].isupper()} - ARTICLES for one in (x, y)
    )
    return same_root(x.root, y.root) or bool(words_x & words_y)


def _say_the_same(a: Claimed, b: Claimed, x: Attribution, y: Attribution) -> bool:
    """Whether the claims without the words that name their sources are alike."""
    said_a, said_b = (_without(claim, one) for claim, one in ((a, x), (b, y)))
    enough = min(len(said_a), len(said_b)) >= LEAST_SAID
    return enough and len(said_a & said_b) / len(said_a | said_b) >= ALIKE


def _without(claim: Claimed, source: Attribution) -> frozenset[str]:
    passage = claim.passage
    kept = [
        token
        for token in passage.tokens
        if token.is_word and not source.span.start <= token.start < source.span.end
    ]
    return frozenset(
        passage.stem(token.low) for token in kept if token.low not in passage.language.stop_words
    )


def _is_name(root: str) -> bool:
    """Whether a source has a capitalised word behind its first: a name, not “The police”."""
    words = root.split()
    names = [word for word in words if word[0].isupper() and "-" not in word]
    return bool(names) and (len(words) == 1 or set(names) != set(words[:1]))
