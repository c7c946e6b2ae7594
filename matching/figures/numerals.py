"""Numbers as they are written: in digits, in words, in both, as a vague “dozens”."""

from __future__ import annotations

from dataclasses import dataclass, replace

from matching.figures.language import Language
from matching.figures.tokens import HYPHENS, LONGEST_NUMBER, Tokens

GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
MOST = 1e15
"""Numbers beyond are no figures of the news, and floats no longer tell them apart."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before token `end`. `low` < `high` when it is vague (“dozens”)."""

    low: float
    high: float
    grain: float
    end: int
    in_digits: bool
    magnitude: float = 1.0

    @property
    def is_vague(self) -> bool:
        return self.low < self.high

    def times(self, factor: float, end: int) -> Numeral:
        return replace(
            self,
            low=self.low * factor,
            high=self.high * factor,
            grain=self.grain * factor,
            magnitude=self.magnitude * factor,
            end=end,
        )


def numeral(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    """The number that begins with token `at`; None when none does."""
    token = tokens[at]
    if token.is_number:
        found = _in_digits(tokens, at, language)
    elif token.low in language.vague:
        low, high = language.vague[token.low]
        found = _vague(tokens, Numeral(low, high, low, at + 1, False), language)
    elif token.low in language.halves:
        found = _half(tokens, at, language)
    else:
        found = _in_words(tokens, at, language)
    return found if found and found.high <= MOST else None


def _in_digits(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    token = tokens[at]
    if len(token.text) > LONGEST_NUMBER + 4:
        return None
    value = float(token.text.replace(",", ""))
    decimals = len(token.text.partition(".")[2])
    found = Numeral(value, value, 10.0**-decimals, at + 1, True)
    fraction, end = _fraction(tokens, at + 1)
    if fraction and value == int(value):
        found = Numeral(value + fraction, value + fraction, 0.01, end, True)
    return _and_a_half(tokens, _scaled(tokens, found, language), language)


def _fraction(tokens: Tokens, at: int) -> tuple[float, int]:
    """`½` or `1/2` behind a whole number, with the place behind it; 0.0 when there is none."""
    if tokens[at].low in GLYPHS:
        return GLYPHS[tokens[at].low], at + 1
    at = tokens.after_hyphen(at)
    parts = tokens.slice(at, at + 3)
    if len(parts) == 3 and parts[0].is_number and parts[1].low == "/" and parts[2].is_number:
        over, under = float(parts[0].text.replace(",", "")), float(parts[2].text.replace(",", ""))
        is_apart = not tokens.are_glued(at) or tokens[at - 1].low in HYPHENS
        if 0 < over < under <= 16 and is_apart:
            return over / under, at + 3
    return 0.0, at


def _scaled(tokens: Tokens, found: Numeral, language: Language) -> Numeral:
    """`found` with the magnitudes behind it: “1.2 million”, “6.8-billion”, “5bn”."""
    at = tokens.after_hyphen(found.end)
    factor = language.magnitudes.get(tokens[at].low)
    if factor is None and found.in_digits:
        factor = language.plural_magnitudes.get(tokens[at].low)
    if factor is None and tokens[at].low in language.collectives and tokens[at].low != "score":
        factor = float(language.collectives[tokens[at].low])
    if factor is not None:
        return _scaled(tokens, found.times(factor, at + 1), language)
    factor = language.glued_magnitudes.get(tokens[at].low)
    if factor is None or at > found.end or not found.in_digits:
        return found
    is_plain = tokens.are_glued(at) or len(tokens[at].low) > 1
    return found.times(factor, at + 1) if is_plain else found


def _in_words(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    """“twenty-five”, “three hundred and six thousand”, “a dozen”, “two and a half million”."""
    total = group = 0.0
    scale, seen, end = 1.0, False, at
    if tokens[at].low in language.articles:
        unit = tokens[at + 1].low
        if unit in language.units and unit not in language.ordinals:
            return _one_unit(tokens, at, language)
        following = tokens[at + 1].low
        if following not in language.magnitudes and following not in language.collectives:
            return None
        group, seen, end = 1.0, True, at + 1
    while (word := tokens[end].low) and tokens[end].is_word:
        if word in language.cardinals:
            if not _may_add(group, language.cardinals[word]):
                break
            group += language.cardinals[word]
            scale = 1.0
        elif (factor := _factor(word, language)) and seen:
            group, total, scale = _multiplied(group, total, factor)
        else:
            break
        seen, end = True, end + 1
        end = _joined(tokens, end, language)
    if not seen:
        return None
    end = _unjoined(tokens, end, language)
    found = Numeral(total + group, total + group, scale, end, False, scale)
    return _and_a_half(tokens, found, language)


def _one_unit(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    """“for an hour”, “a year and a half”: an article is a figure where a length is asked for."""
    value = 1.0 if tokens[at - 1].low in language.lasting else 0.0
    behind = tokens.lows(at + 2, at + 5)
    is_half = len(behind) == 3 and behind[0] in language.joiners and behind[2] in language.halves
    if is_half and behind[1] in language.articles:
        return Numeral(1.5, 1.5, 0.5, at + 1, False)
    return Numeral(value, value, 1.0, at + 1, False) if value else None


def _multiplied(group: float, total: float, factor: float) -> tuple[float, float, float]:
    """Group and total once a magnitude has been read, and the step the number is written to."""
    if factor <= 100:
        return max(group, 1.0) * factor, total, factor
    return 0.0, total + max(group, 1.0) * factor, factor


def _factor(word: str, language: Language) -> float:
    return language.magnitudes.get(word) or float(language.collectives.get(word, 0))


def _may_add(group: float, number: int) -> bool:
    """Whether a number word goes on with the number so far: “twenty” “five”, not “five” “six”."""
    tail = group % 100
    return tail == 0 or (tail >= 20 and tail % 10 == 0 and 0 < number < 10)


def _joined(tokens: Tokens, end: int, language: Language) -> int:
    """Behind a hyphen or “and” when the number goes on there."""
    following = end
    if tokens[end].low in ("-", *language.joiners):
        following = end + 1
    word = tokens[following].low
    if following > end and tokens[end].low in language.joiners:
        before = tokens[end - 1].low
        if before not in language.magnitudes or word not in language.cardinals:
            return end
    goes_on = word in language.cardinals or word in language.magnitudes
    return following if goes_on or word in language.collectives else end


def _unjoined(tokens: Tokens, end: int, language: Language) -> int:
    """Before an “and” or hyphen that led nowhere."""
    last = tokens[end - 1].low
    return end - 1 if last == "-" or last in language.joiners else end


def _and_a_half(tokens: Tokens, found: Numeral, language: Language) -> Numeral:
    """“two and a half”, “two-and-a-half million”."""
    words = [(at, tokens[at].low) for at in range(found.end, found.end + 6)]
    kept = [(at, word) for at, word in words if word != "-"][:3]
    if len(kept) == 3 and found.magnitude == 1.0:
        (_, joiner), (_, article), (at, half) = kept
        if joiner in language.joiners and article in language.articles and half in language.halves:
            value = found.low + 0.5
            found = Numeral(value, value, 0.5, at + 1, found.in_digits)
            return _scaled(tokens, found, language)
    return found


def _half(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    """“half a million”, “half an hour”, “half a point”, “half a dozen”."""
    end = tokens.after_hyphen(at + 1)
    if tokens[end].low in language.articles:
        end += 1
    if end == at + 1:
        return None
    found = Numeral(0.5, 0.5, 0.5, end, False)
    scaled = _scaled(tokens, found, language)
    measures = tokens[end].low in language.units or tokens[end].low in language.points
    is_measured = measures or tuple(tokens.lows(end, end + 2)) in language.unit_phrases
    return scaled if scaled.end > end or is_measured else None


def _vague(tokens: Tokens, found: Numeral, language: Language) -> Numeral:
    """“tens of thousands”, “hundreds of millions”: the words multiply."""
    nested = tokens[found.end + 1].low
    if tokens[found.end].low == "of" and nested in language.vague:
        low, _ = language.vague[nested]
        return Numeral(found.low * low / 2, found.high * low / 2, found.low, found.end + 2, False)
    return found
