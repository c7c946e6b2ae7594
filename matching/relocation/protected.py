"""What a rewording must leave alone: figures, dates, names, denials and verbs of harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matching.figures.clock import AMBIGUOUS, DAYPART
from matching.figures.english_numbers import CARDINALS
from matching.figures.quantity import Dimension, Quantity
from matching.figures.reading import quantities
from matching.relocation import english, tongues
from matching.relocation.names import Names
from matching.relocation.words import Words
from matching.spans import Span
from matching.text import stem

SCOPE = 4
"""Words behind a denial among which stands what it denies."""

_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3})[ \u00a0\u202f\u2009](?=\d{3}(?!\d))")
_SIGNS = frozenset("-+<>≤≥~≈±$%°") | frozenset("€£¥₹₽₩")


@dataclass(frozen=True, slots=True)
class Item:
    """A protected word or figure, with what stands beside it.

    It stands from word `at` to before `end`. `before` and `behind` are the next word and the
    next word of content, "" for words that tell nothing. `scope` is what a denial may deny.
    """

    kind: str
    value: str
    at: int
    end: int
    figure: Quantity | None = None
    before: tuple[str, str] = ("", "")
    behind: tuple[str, str] = ("", "")
    scope: frozenset[str] = frozenset()

    def keeps_part(self, other: Item) -> bool:
        """Whether it stands beside the same word as the other, on the same side."""
        beside = zip((*self.before, *self.behind), (*other.before, *other.behind), strict=True)
        return any(one and one == another for one, another in beside)


def protected(words: Words, span: Span, names: Names) -> list[Item]:
    """The protected items of a stretch of words, in order."""
    if span.start >= span.end:
        return []
    figures = list(_figures(words, span))
    covered = {at for _, of in figures for at in range(of.start, of.end)}
    found = [item for item, _ in figures]
    first, last = words.holding(span)
    for number in range(first, last + 1):
        sentence = words.sentences[number]
        for at in range(max(sentence.start, span.start), min(sentence.end, span.end)):
            item = _word(words, at, is_read=at in covered)
            name = "" if item or at in covered else names.of(words, at, number)
            if name:
                item = Item("name", name, at, at + 1)
            if item:
                found.append(item)
    return [_with_neighbours(words, span, item) for item in sorted(found, key=lambda one: one.at)]


def _figures(words: Words, span: Span) -> Iterator[tuple[Item, Span]]:
    """The quantities of a stretch, each with the words that it was read from."""
    start = words.starts[span.start]
    text = words.text[start : words.ends[span.end - 1]]
    for figure in quantities(_GROUPS.sub(r"\1,", text)):
        last = max(figure.span.end, *(other.span.end for other in figure.others), 0)
        of = words.covered(start + figure.span.start, start + last)
        yield Item("figure", _value(figure, text), of.start, of.end, figure), of


def _value(figure: Quantity, text: str) -> str:
    """What the figure says, whatever its form."""
    parts: list[object] = [figure.dimension, figure.approximation]
    low, high = figure.low, figure.high
    match figure.dimension:
        case Dimension.TIME if figure.unit == DAYPART:
            parts.append(figure.shown)
        case Dimension.TIME:
            zone = figure.zone
            parts += [zone is None, figure.unit == AMBIGUOUS]
            low = high = low if zone is None else (low - zone) % 1440
        case Dimension.DATE:
            parts.append(figure.when)
        case Dimension.MONEY:
            parts.append(figure.unit)
        case Dimension.SCORE:
            parts.append(re.findall(r"\w+", figure.span.of(text)))
    return " ".join(map(str, [*parts, f"{low:.9g}", f"{high:.9g}"]))


def _word(words: Words, at: int, *, is_read: bool) -> Item | None:
    """What a word says by itself; words that a figure was read from only whether they deny."""
    key = words.keys[at]
    if _denies(words, at):
        return Item("denial", english.REFUSED.get(key, "not"), at, at + 1)
    if key in tongues.CHARACTERS:
        return Item(tongues.CHARACTERS[key], key, at, at + 1)
    if is_read:
        return None
    if _is_number(words, at):
        return Item("number", _number(key), at, at + 1)
    if key in _SIGNS:
        return Item("sign", key, at, at + 1)
    if key in english.DAYS or key in tongues.DAYS or _is_step(words, at):
        return Item("date", key, at, at + 1)
    harm = english.HARMS.get(key) or _foreign_harm(key)
    return Item("harm", harm, at, at + 1) if harm else None


def _denies(words: Words, at: int) -> bool:
    key = words.keys[at]
    if key == "no" and at + 1 < len(words) and words.keys[at + 1][:1].isdigit():
        return False  # “No. 5”
    return english.is_denial(key) or key in tongues.NEGATORS


def _is_number(words: Words, at: int) -> bool:
    key = words.keys[at]
    if key == "one" and at and words.keys[at - 1] in ("no", "any", "every", "some", "each"):
        return False
    return (
        key[:1].isdecimal() or key[:1].isdigit() or key in english.NUMBERS or key in tongues.NUMBERS
    )


def _number(key: str) -> str:
    """The number a word is, as far as it is one."""
    if key in CARDINALS:
        return f"{CARDINALS[key]:g}"
    try:
        return f"{float(key.replace(',', '')):.15g}"
    except ValueError:
        return key


def _is_step(words: Words, at: int) -> bool:
    """“last” of “last week”."""
    following = words.keys[at + 1] if at + 1 < len(words) else ""
    return words.keys[at] in english.STEPS and following in english.PERIODS


def _foreign_harm(key: str) -> str:
    if key.isascii() and key[:1] not in "abdfghmostuyz":
        return ""
    fitting = [start for start in tongues.HARM_STEMS if key.startswith(start)]
    return max(fitting, key=len, default="")


def _with_neighbours(words: Words, span: Span, item: Item) -> Item:
    keys = words.keys
    before = keys[max(span.start, item.at - SCOPE) : item.at][::-1]
    behind = keys[item.end : min(span.end, item.end + SCOPE)]
    scope: frozenset[str] = frozenset()
    if item.kind == "denial":
        scope = frozenset(stem(key) for key in behind if key not in english.AUXILIARIES)
    return replace(item, before=_beside(before), behind=_beside(behind), scope=scope)


def _beside(keys: list[str]) -> tuple[str, str]:
    """The word next to an item, and the next that is no auxiliary."""
    next_one = keys[0] if keys and keys[0] not in english.AUXILIARIES else ""
    content = next((stem(key) for key in keys if key not in english.AUXILIARIES), "")
    return next_one, content
