"""Who holds an office in one claim, and who in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.assertions.english import ENGLISH
from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.figures.claimed import Claimed, Shared
from matching.figures.passage import Passage
from matching.figures.tokens import Token
from matching.spans import Span
from matching.text import stem

ALIKE = 0.6
"""From this overlap two claims that name an office speak of one holder; every country has a
president."""

RELATED = 0.35
"""Enough when the office is told by its place, or the person by the name."""

ONE_ACT = 0.75
"""Overlap of two acts, told without who did them, from which they are one."""

LEAST_ACT = 2
"""Words of an act, as of a verb and its object: every mayor resigns one day."""

LONGEST_NAME = 4
"""Words of a person's name."""

MODIFIERS = 4
"""Words before an office that can belong to it."""

MOST = 12
"""Holders of offices that are compared; a claim with more is a list."""

SPELT = 3
"""Letters in which spellings of one name begin alike: “Dmitri”, “Dmitry”."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person named with an office: its word, which it is (“foreign”), and of where."""

    office: str
    function: frozenset[str]
    place: frozenset[str]
    name: tuple[str, ...]
    name_span: Span
    office_span: Span


def names(a: Claimed, b: Claimed, shared: Shared) -> Iterator[Discrepancy]:
    """Two names for one office, or two offices for one name."""
    if shared.overlap < RELATED:
        return
    of_a, of_b = holders(a.passage)[:MOST], holders(b.passage)[:MOST]
    for x in of_a:
        for y in of_b:
            if x.office != y.office:
                continue
            if _are_one(x, y):
                if x.function and y.function and not x.function & y.function:
                    yield _discrepancy(a, b, x, y, x.office_span, y.office_span)
            elif (
                _hold_one(x, y, shared)
                and not _names(a, y)
                and not _names(b, x)
                and not _meet_one(x, y, of_a, of_b)
            ):
                yield _discrepancy(a, b, x, y, x.name_span, y.name_span)


def _meet_one(x: Holder, y: Holder, of_a: list[Holder], of_b: list[Holder]) -> bool:
    """Whether both claims name a third with another office: two presidents met one chancellor."""
    if x.place and x.place == y.place:
        return False
    return any(
        one.office == other.office != x.office and one.name and _are_one(one, other)
        for one in of_a
        for other in of_b
    )


def _hold_one(x: Holder, y: Holder, shared: Shared) -> bool:
    """Whether two holders can only hold one and the same office."""
    if x.function != y.function:
        return False
    if x.place and x.place == y.place:
        return True
    is_alike = shared.overlap >= ALIKE or _is_one_act(x, y, shared)
    return is_alike and (x.place == y.place or not (x.place and y.place))


def _is_one_act(x: Holder, y: Holder, shared: Shared) -> bool:
    """Whether the claims without the two persons' names and office say the same."""
    who = {stem(word) for one in (x, y) for word in (*one.name, *one.function, one.office)}
    act_a, act_b = shared.a - who, shared.b - who
    both = len(act_a & act_b)
    return both >= LEAST_ACT and both >= ONE_ACT * min(len(act_a), len(act_b))


def _discrepancy(
    a: Claimed, b: Claimed, x: Holder, y: Holder, at_a: Span, at_b: Span
) -> Discrepancy:
    grade = Grade.NOTE if x.office in ENGLISH.posts else Grade.CONFLICT
    text_a, text_b = a.passage.tokens.text, b.passage.tokens.text
    subject = x.office_span if at_a == x.name_span else x.name_span
    return Discrepancy(
        DiscrepancyKind.NAME,
        grade,
        subject.of(text_a),
        at_a.of(text_a),
        at_b.of(text_b),
        at_a,
        at_b,
    )


def holders(passage: Passage) -> list[Holder]:
    """Everyone a passage names with an office, before the name or behind it."""
    found = []
    for at in range(len(passage.tokens)):
        word = passage.tokens[at].low
        if word in ENGLISH.offices or word in ENGLISH.posts:
            holder = _before_name(passage, at) or _behind_name(passage, at)
            if holder:
                found.append(holder)
    return found


def _before_name(passage: Passage, at: int) -> Holder | None:
    """“Foreign Minister Ivan Petrov”, “the mayor of Calder, Anna Berg”."""
    end, place = _of_place(passage, at + 1)
    start = end + 1 if passage.tokens[end].low == "," else end
    name_end = _name_end(passage, start)
    is_aside = start == end or place or passage.tokens[name_end].low == ","
    if name_end == start or not is_aside:
        return None
    return _holder(passage, at, (start, name_end), place, end)


def _behind_name(passage: Passage, at: int) -> Holder | None:
    """“Anna Berg, the mayor of Calder”."""
    first = _first_modifier(passage, at)
    if passage.tokens[first - 1].low in ENGLISH.articles:
        first -= 1
    if passage.tokens[first - 1].low != ",":
        return None
    name_start = first - 1
    while first - 1 - name_start < LONGEST_NAME and _is_name(passage, name_start - 1):
        name_start -= 1
    if name_start == first - 1:
        return None
    end, place = _of_place(passage, at + 1)
    return _holder(passage, at, (name_start, first - 1), place, end)


def _holder(
    passage: Passage, at: int, name: tuple[int, int], place: frozenset[str], end: int
) -> Holder:
    first = _first_modifier(passage, at)
    before = passage.tokens.slice(first, at)
    function = frozenset(ENGLISH.spellings.get(t.low, t.low) for t in before if _narrows(t))
    place |= passage.stems(first, at) - frozenset(map(stem, function | ENGLISH.modifiers))
    words = tuple(token.low for token in passage.tokens.slice(*name) if token.is_word)
    words = tuple(word for word in words if word not in ENGLISH.titles and len(word) > 1)
    spans = passage.span(*name), passage.span(first, max(at + 1, end))
    return Holder(passage.tokens[at].low, function, place, words, *spans)


def _narrows(token: Token) -> bool:
    return token.low in ENGLISH.modifiers


def _first_modifier(passage: Passage, at: int) -> int:
    first = at
    while at - first < MODIFIERS:
        token = passage.tokens[first - 1]
        is_place = token.is_word and token.is_capital and first > 1
        if not (is_place or token.low in ENGLISH.modifiers):
            break
        if token.low in passage.language.weekdays or token.low in passage.language.stop_words:
            break
        first -= 1
    return first


def _of_place(passage: Passage, at: int) -> tuple[int, frozenset[str]]:
    """The place or body an office is of, and the token behind it."""
    if passage.tokens[at].low not in ENGLISH.of:
        return at, frozenset()
    end = at + 1
    if passage.tokens[end].low in ENGLISH.articles:
        end += 1
    start = end
    while end - start < LONGEST_NAME and _is_name(passage, end):
        end += 1
    return end, passage.stems(start, end)


def _name_end(passage: Passage, start: int) -> int:
    end = start
    while end - start < LONGEST_NAME and _is_name(passage, end):
        end += 1
    return end


def _is_name(passage: Passage, at: int) -> bool:
    token, language = passage.tokens[at], passage.language
    if token.low == "." and passage.tokens.are_glued(at):
        return len(passage.tokens[at - 1].low) <= 2
    is_time = token.low in language.weekdays or _is_month(passage, at)
    return token.is_word and token.is_capital and not is_time and token.low not in ENGLISH.offices


def _is_month(passage: Passage, at: int) -> bool:
    """“3 May”, “May 2023”; but Mayor Jan Brandt and Theresa May are persons."""
    is_listed = passage.tokens[at].low in passage.language.months
    return is_listed and (passage.tokens[at - 1].is_number or passage.tokens[at + 1].is_number)


def _are_one(x: Holder, y: Holder) -> bool:
    """Whether two names may be one person's: a word in common, or begun alike."""
    if not x.name or not y.name:
        return True
    return any(one[:SPELT] == other[:SPELT] for one in x.name for other in y.name[-1:]) or any(
        one[:SPELT] == other[:SPELT] for one in x.name[-1:] for other in y.name
    )


def _names(claim: Claimed, holder: Holder) -> bool:
    """Whether a claim has the holder's surname anywhere."""
    return any(token.low == holder.name[-1] for token in claim.passage.tokens.slice(0, 10_000))
