"""What a rewording must leave alone: figures, dates, names, denials and verbs of harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from matching.figures.clock import AMBIGUOUS, DAYPART
from matching.figures.english import ENGLISH
from matching.figures.english_numbers import CARDINALS
from matching.figures.quantity import Approximation, Dimension, Quantity
from matching.figures.reading import quantities
from matching.relocation import english, tongues
from matching.relocation.items import Item
from matching.relocation.names import Names
from matching.relocation.roles import placed
from matching.relocation.words import Words
from matching.spans import Span
from matching.text import stem

SCOPE = 4
"""Words behind a denial among which stands what it denies."""

BESIDE = 2
"""Words before a figure or day of which one tells its way: “after about 5 p.m.”"""

HOURS = {"noon": 720, "midday": 720, "midnight": 0}
TWELVE = frozenset({"12", "count exact 12 12"})

_HAN_NUMERALS = frozenset((*tongues.NUMERALS, *tongues.TIMES, *tongues.BEYOND))
_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3})[ \u00a0\u202f\u2009](?=\d{3}(?!\d))")
_SIGNS = frozenset("-+<>≤≥~≈±$%°") | frozenset("€£¥₹₽₩")


def protected(words: Words, span: Span, names: Names) -> list[Item]:
    """The protected items of a stretch of words, in order."""
    if span.start >= span.end:
        return []
    read = list(figures(words, span))
    covered = {at for _, of in read for at in range(of.start, of.end)}
    found = [item for item, _ in read]
    first, last = words.holding(span)
    for number in range(first, last + 1):
        sentence = words.sentences[number]
        for at in range(max(sentence.start, span.start), min(sentence.end, span.end)):
            item = _word(words, at, is_read=at in covered)
            is_read = item or at in covered or _is_of_currency(words, at)
            name = "" if is_read else names.of(words, at, number)
            if name:
                item = Item("name", name, at, at + 1)
            if item:
                found.append(item)
    ordered = sorted(_without_twelve(found), key=lambda one: one.at)
    return placed(words, span, [_told_from(words, span, item) for item in ordered])


def figures(words: Words, span: Span) -> Iterator[tuple[Item, Span]]:
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
        case Dimension.TIME if figure.shown in HOURS:
            return _hour(HOURS[figure.shown], "")
        case Dimension.TIME if figure.unit == DAYPART:
            parts.append(figure.shown)
        case Dimension.TIME if figure.approximation is Approximation.EXACT:
            zone = "zone" if figure.zone is not None else ""
            return _hour(low - (figure.zone or 0), zone + figure.unit * (figure.unit == AMBIGUOUS))
        case Dimension.DATE:
            parts.append(figure.when)
        case Dimension.MONEY:
            parts.append(figure.unit)
        case Dimension.SCORE:
            parts.append(re.findall(r"\w+", figure.span.of(text)))
    return " ".join(map(str, [*parts, f"{low:.9g}", f"{high:.9g}"]))


def _hour(minutes: float, what: str) -> str:
    return f"hour {what} {minutes % 1440:g}"


@lru_cache
def _one(unit: str) -> Quantity:
    """What “one week” says, for “a week”."""
    return quantities(f"1 {unit}")[0]


def _without_twelve(items: list[Item]) -> list[Item]:
    """Without the number of “12 noon”, which the word says by itself."""
    hours = {item.at for item in items if item.figure and item.figure.shown in HOURS}
    return [item for item in items if not (item.end in hours and item.value in TWELVE)]


def _word(words: Words, at: int, *, is_read: bool) -> Item | None:
    """What a word says by itself; words that a figure was read from only whether they deny."""
    key = words.keys[at]
    if _denies(words, at):
        return Item("denial", english.REFUSED.get(key, "not"), at, at + 1)
    if key in tongues.CHARACTERS:
        return _character(words, at)
    if tongues.is_day(words.keys, at):
        return Item("date", key, at, at + 1)
    if is_read:
        return None
    if _is_number(words, at):
        return Item("number", _number(words, at), at, at + 1)
    if key in _SIGNS or _is_minus(words, at):
        return Item("sign", "-" if key == "minus" else key, at, at + 1)
    if key in english.LENGTHS:
        return _length(words, at)
    if key in english.DAYS or key in tongues.DAYS or _is_step(words, at):
        return Item("date", key, at, at + 1)
    if key in english.HOW_OFTEN:
        return Item("date", stem(key.replace("yearly", "annually")), at, at + 1)
    harm = english.HARMS.get(key) or _foreign_harm(key)
    return Item("harm", harm, at, at + 1) if harm else None


def _character(words: Words, at: int) -> Item | None:
    """A character of a script without spaces; of a number its first stands for all."""
    key = words.keys[at]
    if key not in _HAN_NUMERALS:
        return Item(tongues.CHARACTERS[key], key, at, at + 1)
    if at and words.keys[at - 1] in _HAN_NUMERALS:
        return None
    end = at + 1
    while end < min(len(words), at + tongues.LONGEST_NUMERAL) and words.keys[end] in _HAN_NUMERALS:
        end += 1
    return Item("number", str(tongues.numeral("".join(words.keys[at:end]))), at, end)


def _length(words: Words, at: int) -> Item:
    """“a week later”, “twice a week”, “for weeks”: a stretch of time without a figure."""
    key, before = words.keys[at], words.keys[at - 1] if at else ""
    if before not in english.PER:
        return Item("date", stem(key), at, at + 1)
    beyond = words.keys[at - 2] if at > 1 else ""
    following = words.keys[at + 1] if at + 1 < len(words) else ""
    is_length = before in ("a", "an") and (
        following in english.BACK | english.FORTH
        or beyond in english.BEFORE_LENGTHS
        or words.begins_sentence(at - 1)
    )
    if not is_length:
        return Item("date", f"per {stem(key)}", at, at + 1)
    figure = _one(key)
    return Item("figure", _value(figure, ""), at, at + 1, figure)


def _is_minus(words: Words, at: int) -> bool:
    return words.keys[at] == "minus" and at + 1 < len(words) and _is_number(words, at + 1)


def _denies(words: Words, at: int) -> bool:
    key = words.keys[at]
    if key == "no" and at + 1 < len(words) and words.keys[at + 1][:1].isdigit():
        return False  # “No. 5”
    is_foreign = key in tongues.NEGATORS or tongues.is_denial(words.keys, at)
    return english.is_denial(key) or is_foreign


def _is_of_currency(words: Words, at: int) -> bool:
    """“US” of “US$3m”, which the figure has read."""
    is_sign = at + 1 < len(words) and words.keys[at + 1] == "$" and not words.between(at + 1)
    return is_sign and words.keys[at].lower() in ENGLISH.dollars


def _is_number(words: Words, at: int) -> bool:
    key = words.keys[at]
    if key == "one" and at and words.keys[at - 1] in ("no", "any", "every", "some", "each"):
        return False
    return (
        key[:1].isdecimal() or key[:1].isdigit() or key in english.NUMBERS or key in tongues.NUMBERS
    )


def _number(words: Words, at: int) -> str:
    """The number a word is, as far as it is one; “a few” is another than “few”."""
    key = words.keys[at]
    if key in english.AMOUNT_VALUES:
        return english.AMOUNT_VALUES[key]
    if key == "few" and at and words.keys[at - 1] == "a":
        return "a few"
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


def _told_from(words: Words, span: Span, item: Item) -> Item:
    """With what a denial may deny, or the way in which a figure or day is told from another."""
    keys = words.keys
    behind = keys[item.end : min(span.end, item.end + SCOPE)]
    if item.kind == "denial":
        scope = frozenset(stem(key) for key in behind if key not in english.AUXILIARIES)
        return replace(item, scope=scope)
    if item.kind not in ("figure", "number", "date"):
        return item
    before = keys[max(span.start, item.at - BESIDE) : item.at]
    for key in (*behind[:1], *before[::-1]):
        if key in english.BACK or key in english.FORTH:
            return replace(item, way=1 if key in english.FORTH else -1)
    return item
