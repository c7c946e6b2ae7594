"""Figures that do not measure: ordinals, scores and votes, ages in commas, numbered names."""

from __future__ import annotations

from dataclasses import replace

from matching.figures import shown
from matching.figures.numerals import numeral
from matching.figures.passage import Found, Passage
from matching.figures.quantity import Approximation, Dimension, Quantity
from matching.figures.tokens import DASHES, HYPHENS

YOUNGEST, OLDEST = 1, 115
"""Years that a number in commas behind a name can be."""
LABELS_UP_TO = 4
"""Digits of a number that is part of a name: “Boeing 747”."""
SCORE_WORDS_NEAR = 6
NAMES = 5
"""Tokens before an age among which the person's names stand."""


def ordinal(passage: Passage, at: int) -> Found | None:
    """“12th-largest”, “the third attempt”, “the twenty-first”, “No. 2”."""
    tokens, language = passage.tokens, passage.language
    token, end = tokens[at], at + 1
    if token.is_number and token.text.isdigit() and len(token.text) <= 4:
        if tokens[end].low not in language.ordinal_endings or not tokens.are_glued(end):
            return None
        number, end = int(token.text), end + 1
    elif token.low in language.ordinals:
        number = language.ordinals[token.low]
    elif token.low in language.cardinals:
        number, end = _after_tens(passage, at)
        if not number:
            return None
    else:
        return None
    if number == 1 and tokens[end].low in language.times:
        return None  # “for the first time” ranks nothing
    return _found(passage, Dimension.ORDINAL, (at, end), number, _ranked(passage, end))


def _after_tens(passage: Passage, at: int) -> tuple[int, int]:
    """“twenty-first”, and the token behind; 0 when it is none."""
    tokens, language = passage.tokens, passage.language
    tens, end = language.cardinals[tokens[at].low], tokens.after_hyphen(at + 1)
    ones = language.ordinals.get(tokens[end].low, 0)
    is_one = end > at + 1 and tens >= 20 and tens % 10 == 0 and 0 < ones < 10
    return (tens + ones, end + 1) if is_one else (0, at)


def _ranked(passage: Passage, end: int) -> tuple[str, frozenset[str]]:
    """What an ordinal that ends before token `end` ranks, in words and stems."""
    behind = passage.tokens.after_hyphen(end)
    if not passage.tokens[behind].is_word:
        return "", frozenset()
    stems = passage.stems(behind, behind + 2)
    return (passage.tokens[behind].text if stems else ""), stems


def score(passage: Passage, at: int) -> Found | None:
    """“5-4”, “52 votes to 48”, “3–1”: the lesser side is `low`."""
    tokens, language = passage.tokens, passage.language
    first = tokens[at]
    if not (first.is_number and first.text.isdigit()) or _is_glued_before(passage, at):
        return None
    if tokens[at - 1].low == "(":
        return None  # a side's record so far: “Calder Town (10-5)”
    joint = at + 1
    if tokens[joint].low in language.ballots:
        joint += 1
    second = tokens[joint + 1]
    if not (second.is_number and second.text.replace(",", "").isdigit()):
        return None
    is_dash = tokens[joint].low in DASHES
    if not (is_dash or tokens[joint].low in language.versus) or len(first.text) > 4:
        return None
    if is_dash and tokens[joint + 2].low in (*DASHES, "/") and tokens[joint + 3].is_number:
        return None
    one, other = int(first.text), int(second.text.replace(",", ""))
    if not _is_score(passage, at, joint, one > other):
        return None
    low, high = sorted((one, other))
    quantity = Quantity(
        dimension=Dimension.SCORE,
        low=float(low),
        high=float(high),
        approximation=Approximation.EXACT,
        subject="",
        span=passage.span(at, joint + 2),
        shown=f"{one}–{other}",
        value=float(high),
        grain=1.0,
        near=passage.near(at, joint + 2),
        beside=passage.beside(at, joint + 2),
    )
    return Found(quantity, joint + 2)


def _is_score(passage: Passage, at: int, joint: int, falls: bool) -> bool:
    """Whether two numbers are a score and no range: the greater comes first, or words say so."""
    tokens, language = passage.tokens, passage.language
    around = tokens.lows(at - SCORE_WORDS_NEAR, at) + tokens.lows(at + 1, joint + SCORE_WORDS_NEAR)
    says_so = any(word in language.score_words for word in around)
    unit = tokens.after_hyphen(joint + 2)
    if tokens[unit].low in language.units or tokens[unit].low in language.percent:
        return False
    return says_so or (falls and tokens[joint].low in DASHES and tokens.are_glued(joint))


def age_in_commas(passage: Passage, at: int) -> Found | None:
    """“Anna Berg, 45, said”, “a local man, 45, said” and “aged 45”."""
    tokens, language = passage.tokens, passage.language
    token, before = tokens[at], tokens[at - 1]
    if not (token.is_number and token.text.isdigit()):
        return None
    if not YOUNGEST <= int(token.text[:4]) <= OLDEST or len(token.text) > 3:
        return None
    says_so = before.low in language.aged or (
        before.low in language.of and tokens[at - 2].low in language.aged
    )
    comma = at - 2 if before.low in language.too else at - 1
    name = comma - 2 if tokens[comma - 1].low == "." else comma - 1
    is_person = tokens[name].is_capital or _is_one_person(passage, name)
    in_commas = tokens[comma].low == "," and tokens[name].is_word and is_person
    closed = tokens[at + 1].low in (",", ".", ";", ")", "")
    if not says_so and not (in_commas and closed and not _is_listed(passage, name)):
        return None
    if says_so and tokens[at + 1].low in HYPHENS:
        return None
    subject = tokens[name].text if in_commas else ""
    things = (subject, passage.names(at - NAMES, at))
    return _found(passage, Dimension.AGE, (at, at + 1), int(token.text), things)


def _is_one_person(passage: Passage, at: int) -> bool:
    """Whether the word is of one person who has no name here: “the man”, “a British woman”."""
    language, before = passage.language, passage.tokens.lows(at - 2, at)
    return passage.tokens[at].low in language.person and not language.determiners.isdisjoint(before)


def aged_range(passage: Passage, at: int) -> Found | None:
    """“aged six to 18”, “ages 6-17”."""
    tokens, language = passage.tokens, passage.language
    if tokens[at - 1].low not in language.aged:
        return None
    low = numeral(tokens, at, language)
    if low is None or tokens[low.end].low not in language.range_words | DASHES:
        return None
    high = numeral(tokens, low.end + 1, language)
    if high is None or not YOUNGEST <= low.low < high.high <= OLDEST:
        return None
    found = _found(passage, Dimension.AGE, (at, high.end), high.high, ("", frozenset()))
    text = shown.amount(low.low, high.high, "", Approximation.RANGE)
    kind = Approximation.RANGE
    return Found(replace(found.quantity, low=low.low, approximation=kind, shown=text), high.end)


def decade_of_life(passage: Passage, at: int) -> Found | None:
    """“in her 40s”."""
    tokens, language = passage.tokens, passage.language
    text = tokens[at].text
    if len(text) != 2 or not text.isdigit() or not text.endswith("0"):
        return None
    is_decade = tokens[at + 1].low in language.decades and tokens.are_glued(at + 1)
    if not is_decade or tokens[at - 1].low not in language.decades_of_life:
        return None
    age = int(text)
    found = _found(passage, Dimension.AGE, (at, at + 2), age, ("", frozenset()))
    quantity = replace(
        found.quantity,
        high=age + 9.0,
        approximation=Approximation.RANGE,
        shown=f"{age}s",
    )
    return Found(quantity, found.end)


def _is_listed(passage: Passage, name: int) -> bool:
    """Whether the word before the comma is a month or weekday: “June 10, 12”."""
    word = passage.tokens[name].low
    return word in passage.language.months or word in passage.language.weekdays


def label(passage: Passage, at: int) -> Found | None:
    """A number that belongs to a name: “Boeing 747”, “Highway 12”, “No. 2”."""
    tokens, language = passage.tokens, passage.language
    token = tokens[at]
    if not token.is_number or len(token.text) > LABELS_UP_TO or "," in token.text:
        return None
    name = at - 2 if tokens[at - 1].low in (".", "-") and tokens.are_glued(at - 1) else at - 1
    named = tokens[name]
    following = tokens[at + 1]
    is_alone = not following.is_word or following.low in language.stop_words
    is_first = _begins_sentence(passage, name)
    may_name = not is_first or (is_alone and named.low not in language.stop_words)
    is_bound = (named.low,) in language.bounds
    is_name = named.is_word and named.is_capital and may_name and not is_bound
    is_name = is_name and token.text.isdigit()
    if not is_name and named.low not in language.numbered:
        return None
    if named.low in language.months or named.low in language.weekdays:
        return None
    unit = tokens.after_hyphen(at + 1)
    if tokens[unit].low in language.units or tokens[unit].low in language.percent:
        return None
    if tokens[unit].low in language.people or tokens[unit].low in language.states:
        return None
    if named.low in language.rank_words:
        return _found(
            passage, Dimension.ORDINAL, (name, at + 1), float(token.text), _ranked(passage, at + 1)
        )
    things = (named.text, frozenset([named.low]))
    return _found(passage, Dimension.LABEL, (at, at + 1), float(token.text), things)


def _begins_sentence(passage: Passage, at: int) -> bool:
    before = passage.tokens[at - 1].low
    return before in ("", ".", "!", "?", "“", '"', ":")


def _is_glued_before(passage: Passage, at: int) -> bool:
    before = passage.tokens[at - 1]
    glued = at > 0 and passage.tokens.are_glued(at)
    return glued and (before.is_word or before.is_number or before.low in "-–/.$£€,:#")


def _found(
    passage: Passage,
    dimension: Dimension,
    place: tuple[int, int],
    number: float,
    things: tuple[str, frozenset[str]],
) -> Found:
    subject, stems = things
    start, end = place
    text = shown.number(number)
    quantity = Quantity(
        dimension=dimension,
        low=number,
        high=number,
        approximation=Approximation.EXACT,
        subject=subject,
        span=passage.span(start, end),
        shown=passage.span(start, end).of(passage.tokens.text)
        if dimension is Dimension.ORDINAL
        else text,
        value=number,
        grain=1.0,
        counted=stems,
        near=passage.near(start, end),
        beside=passage.beside(start, end),
    )
    return Found(quantity, end)
