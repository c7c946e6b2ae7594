"""Who is said to have said it, where two claims say the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from matching.attribution import Attribution, Strength, attributions, is_named, same_root
from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.figures.claimed import REMEMBERED, Claimed, Shared
from matching.spans import Span

ALIKE = 0.7
"""From this share of their words, those that name the sources left out, two claims say the
same: outlets have sources of their own, so it must be one statement, not one event."""

LEAST_SAID = 2
"""Stems of a statement; of fewer it cannot be told whether they are one."""

LONGEST_SOURCE = 7
"""Words that name a source; more are a misreading."""

ARTICLES = frozenset({"The", "A", "An"})

RELATED = 0.5
"""Below this overlap claims are not read for their sources."""


Chain = tuple[str, ...]


def sources(
    a: Claimed, b: Claimed, shared: Shared, said: tuple[Chain | None, Chain | None] = (None, None)
) -> Iterator[Discrepancy]:
    """The two that one statement is ascribed to, when they cannot be one.

    Two names conflict; where one is no name (“police”), both may have said it. `said` are chains
    that are known already, root first; None is read from the claim, an empty one is its writer's
    own voice.
    """
    if shared.overlap < RELATED:
        return
    x, y = (_source(claim, chain) for claim, chain in zip((a, b), said, strict=True))
    if x is None or y is None or _may_be_one(x, y) or not _say_the_same(a, b, x, y):
        return
    grade = Grade.CONFLICT if _is_name(x.root) and _is_name(y.root) else Grade.NOTE
    kind = DiscrepancyKind.ATTRIBUTION
    yield Discrepancy(kind, grade, "", x.words, y.words, x.span, y.span)


def _source(claim: Claimed, chain: Chain | None) -> Attribution | None:
    """The one source of a claim that names it; None for none, several or a pronoun."""
    text = claim.passage.tokens.text
    read = _only_source(text)
    if chain is None or not chain:
        return read if chain is None else None
    at = text.find(chain[0])
    named = Span(at, at + len(chain[0])) if at >= 0 else Span(0, len(text))
    span = read.span if read and same_root(read.root, chain[0]) else named
    return Attribution(chain, Strength.STATED, True, span) if is_named(chain[0]) else None


@lru_cache(maxsize=REMEMBERED)
def _only_source(text: str) -> Attribution | None:
    found = attributions(text)
    if len(found) != 1 or not found[0].root or not found[0].is_named:
        return None
    is_said = found[0].strength.is_answered_for and len(found[0].root.split()) <= LONGEST_SOURCE
    return found[0] if is_said else None


def _may_be_one(x: Attribution, y: Attribution) -> bool:
    """Whether the roots are one source, or have a capitalised word in common."""
    words_x, words_y = (
        {word for word in one.root.split() if word[0].isupper()} - ARTICLES for one in (x, y)
    )
    return same_root(x.root, y.root) or bool(words_x & words_y)


def _say_the_same(a: Claimed, b: Claimed, x: Attribution, y: Attribution) -> bool:
    """Whether the claims without the words that name their sources are alike.

    A source that a person has named may stand outside the claim: then all of it is what was said.
    """
    said_a, said_b = (_without(claim, one) for claim, one in ((a, x), (b, y)))
    enough = min(len(said_a), len(said_b)) >= LEAST_SAID
    return enough and len(said_a & said_b) / len(said_a | said_b) >= ALIKE


def _without(claim: Claimed, source: Attribution) -> frozenset[str]:
    passage, is_outside = claim.passage, source.span == Span(0, len(claim.passage.tokens.text))
    kept = [
        token
        for token in passage.tokens
        if token.is_word and (is_outside or not source.span.start <= token.start < source.span.end)
    ]
    return frozenset(
        passage.stem(token.low) for token in kept if token.low not in passage.language.stop_words
    )


def _is_name(root: str) -> bool:
    """Whether a source has a capitalised word behind its first: a name, not “The police”."""
    words = root.split()
    names = [word for word in words if word[0].isupper() and "-" not in word]
    return bool(names) and (len(words) == 1 or set(names) != set(words[:1]))
