"""That one claim says it is so, and the other that it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from matching.assertions.english import ENGLISH
from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.figures.claimed import Claimed, Shared
from matching.figures.passage import Passage
from matching.figures.quantity import Dimension
from matching.figures.tokens import Token
from matching.spans import Span

SCOPE = 5
"""Tokens behind a negator among which the word it denies stands."""

ALIKE = 0.6
"""Claims with this overlap, and a word in common beside the verb, are about one thing."""

HAD = 3
"""Tokens before a thing in which it is said that somebody has it."""

RELATED = 0.4
"""With this overlap it takes two such words."""


Opposites = tuple[frozenset[str], frozenset[str]]
_BOTH_WAYS: tuple[Opposites, ...] = tuple(
    pair for one, other in ENGLISH.opposites for pair in ((one, other), (other, one))
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of content, token `at`, with the negator at `start` that reaches it, if any.

    `stem` is that of its verb: “meet” for “met”, whose own is `written`.
    """

    passage: Passage
    written: str
    stem: str
    start: int
    at: int

    @property
    def word(self) -> Token:
        return self.passage.tokens[self.at]

    @property
    def is_denied(self) -> bool:
        return self.start < self.at

    @property
    def is_open(self) -> bool:
        """Whether it is neither asserted nor denied: “in talks to sell”."""
        return not self.is_denied and self.passage.tokens[self.at - 1].low in ENGLISH.opening

    @property
    def owned(self) -> str:
        """The stem of what belongs to its object: “car” of “found the driver's car”."""
        return self.passage.owned(self.at + 1)

    @property
    def is_lacked(self) -> bool:
        """Whether it is a thing that somebody is without: “died without children”."""
        is_without = self.passage.tokens[self.start].low in ENGLISH.lacking
        return self.is_denied and is_without and not self.word.low.endswith(ENGLISH.doing)

    @property
    def is_had(self) -> bool:
        """Whether it is a thing that somebody has: “with two children”."""
        return any(
            word in ENGLISH.having for word in self.passage.tokens.lows(self.at - HAD, self.at)
        )

    @property
    def span(self) -> Span:
        return self.passage.span(self.start, self.at + 1)

    @property
    def near(self) -> frozenset[str]:
        """The stems around it."""
        return self.passage.near(self.start, self.at + 1) - {self.written}

    @property
    def beside(self) -> tuple[str, str]:
        """The stems of the nearest words before and behind it; of a passive, doer first."""
        tokens, start = self.passage.tokens, self.start
        while tokens[start - 1].low in ENGLISH.lasting:
            start -= 1
        before, behind = self.passage.beside(start, self.at + 1)
        is_passive = tokens[start - 1].low in ENGLISH.being
        if is_passive and tokens[self.at + 1].low in ENGLISH.by:
            return behind, before
        return before, behind


def polarity(a: Claimed, b: Claimed, shared: Shared) -> Iterator[Discrepancy]:
    """Where one claim denies or turns round what the other asserts; the first such place."""
    turned = [pair for pair in _BOTH_WAYS if pair[0] & a.stems and pair[1] & b.stems]
    is_alike = shared.overlap >= RELATED and _denies_anything(a) == _denies_anything(b)
    if shared.overlap < RELATED or (is_alike and not turned) or _supposes(a) or _supposes(b):
        return
    of_a, of_b = predicates(a.passage), predicates(b.passage)
    denials = (pair for pair in _denials(of_a, of_b) if _are_of_one_thing(*pair, shared))
    opposites = (
        pair for pair in _opposites(of_a, of_b, turned) if _are_turned(a, b, *pair, shared)
    )
    for x, y in islice(chain(denials, opposites), 1):
        text_a, text_b = a.passage.tokens.text, b.passage.tokens.text
        words = x.span.of(text_a), y.span.of(text_b)
        kind, grade = DiscrepancyKind.POLARITY, Grade.CONFLICT
        yield Discrepancy(kind, grade, "", *words, x.span, y.span)


def _denies_anything(claim: Claimed) -> bool:
    return any(_denies(claim.passage, at) for at in range(len(claim.passage.tokens)))


def predicates(passage: Passage) -> list[Predicate]:
    """The words of content of a passage, each with whether a negator reaches it."""
    found: list[Predicate] = []
    denied_from: int | None = None
    for at in range(len(passage.tokens)):
        token = passage.tokens[at]
        if _denies(passage, at):
            denied_from = at
        elif not token.is_word:
            denied_from = None
        elif token.low not in passage.language.stop_words and token.low not in ENGLISH.skipped:
            is_denied = denied_from is not None and at - denied_from <= SCOPE
            start = denied_from if is_denied and denied_from is not None else at
            written = passage.stem(token.low)
            base = ENGLISH.bases.get(written, written)
            found.append(Predicate(passage, written, base, start, at))
            if not token.low.endswith(ENGLISH.adverb):
                denied_from = None
    return found


def _supposes(claim: Claimed) -> bool:
    """Whether a claim supposes instead of saying: “if”, “whether”."""
    tokens = claim.passage.tokens
    return any(token.low in ENGLISH.supposing for token in tokens.slice(0, len(tokens)))


def _denies(passage: Passage, at: int) -> bool:
    word = passage.tokens[at].low
    if word not in ENGLISH.denying and not word.endswith(ENGLISH.contracted):
        return False
    following = passage.tokens[at + 1]
    if following.low in ENGLISH.harmless or following.is_number or following.low == ".":
        return False
    if word in ENGLISH.refusals:
        return following.low in ENGLISH.opening
    return True


def _denials(a: list[Predicate], b: list[Predicate]) -> Iterator[tuple[Predicate, Predicate]]:
    """One word, denied throughout in one claim and asserted in another that denies nothing."""
    denies_a, denies_b = (any(x.is_denied for x in side) for side in (a, b))
    if denies_a == denies_b:
        return
    of_a, of_b = _by_stem(a), _by_stem(b)
    for stem, own in of_a.items():
        same = of_b.get(stem, [])
        if own[0].is_denied == denies_a and same and _are_one_assertion(own, same):
            yield own[0], same[0]


def _are_one_assertion(own: list[Predicate], same: list[Predicate]) -> bool:
    """Whether a word is denied and asserted of one object: the driver is not the driver's car."""
    if not _differ_throughout(own, same) or own[0].owned != same[0].owned:
        return False
    denied, asserted = (own[0], same[0]) if own[0].is_denied else (same[0], own[0])
    return not denied.is_lacked or asserted.is_had


def _by_stem(predicates: list[Predicate]) -> dict[str, list[Predicate]]:
    grouped: dict[str, list[Predicate]] = {}
    for each in predicates:
        grouped.setdefault(each.stem, []).append(each)
    return grouped


def _differ_throughout(own: list[Predicate], same: list[Predicate]) -> bool:
    """Whether a word is always denied in one claim and always asserted in the other.

    Adverbs are no assertions, and a name with a negator (“not Patch Tuesday”) is none either.
    """
    every = [*own, *same]
    if any(x.is_open or x.word.low.endswith(ENGLISH.adverb) for x in every):
        return False
    if len({x.is_denied for x in own}) > 1 or len({x.is_denied for x in same}) > 1:
        return False
    return own[0].is_denied != same[0].is_denied and len({x.word.is_capital for x in every}) == 1


def _opposites(
    a: list[Predicate], b: list[Predicate], turned: list[Opposites]
) -> Iterator[tuple[Predicate, Predicate]]:
    """Opposite words, each in one claim alone, both asserted or both denied."""
    for one, other in turned:
        of_a, of_b = [x for x in a if x.stem in one], [y for y in b if y.stem in other]
        if len(of_a) != 1 or len(of_b) != 1:
            continue
        x, y = of_a[0], of_b[0]
        is_plain = not any(z.stem in other for z in a) and not any(z.stem in one for z in b)
        if is_plain and x.is_denied == y.is_denied and not (x.is_open or y.is_open):
            yield x, y


def _are_of_one_thing(x: Predicate, y: Predicate, shared: Shared) -> bool:
    near = len(x.near & y.near)
    return (near >= 1 and _rest_is_alike(x, y, shared)) or near >= 2


def _rest_is_alike(x: Predicate, y: Predicate, shared: Shared) -> bool:
    """Whether the claims are alike; opposites, which none can share, are left out of both."""
    rest_a, rest_b = shared.a - {x.written}, shared.b - {y.written}
    is_one = x.stem == y.stem
    return len(rest_a & rest_b) + is_one >= ALIKE * (min(len(rest_a), len(rest_b)) + is_one)


def _are_turned(a: Claimed, b: Claimed, x: Predicate, y: Predicate, shared: Shared) -> bool:
    """Whether opposite verbs have one subject or one object: what one side loses, one wins."""
    same_subject = x.beside[0] == y.beside[0] != ""
    same_object = x.beside[1] == y.beside[1] != ""
    if not (same_subject or (same_object and "" in (x.beside[0], y.beside[0]))):
        return False
    if ENGLISH.deadly & (x.near | y.near):
        return False  # “fatally injured” is killed
    return _are_of_one_thing(x, y, shared) and not _count_differently(a, b, x, y)


def _count_differently(a: Claimed, b: Claimed, x: Predicate, y: Predicate) -> bool:
    """Whether the words tell the fates of two numbers of people: two died, twelve were hurt."""
    states = a.passage.language.states
    fates = {states.get(x.word.low), states.get(y.word.low)}
    if None in fates or len(fates) < 2:
        return False
    of_a = {q.value for q in a.of(Dimension.COUNT)}
    of_b = {q.value for q in b.of(Dimension.COUNT)}
    return bool(of_a or of_b) and not of_a & of_b
