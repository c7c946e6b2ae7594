"""Paraphrases with a figure changed: does `matching.discrepancies` see it, and nothing else?

`OTHER` changes a figure as a slip of a person may; `NEARBY` by one or two of its last digit.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factdesk.evaluation.mislabelled import DIFFERING, UNRELATED
from matching import Grade, discrepancies
from matching.figures.english_numbers import CARDINALS

FILE = "mrpc_train.json.gz"
PARAPHRASE = 1

WORDS = tuple(word for word, value in CARDINALS.items() if 2 <= value <= 20)
NUMBER = re.compile(
    rf"(?<![\w.,])\d(?:[\d,]*\d)?(?:\.\d+)?(?!\w)|(?<![\w-])(?:{'|'.join(WORDS)})(?!\w)",
    re.IGNORECASE,
)
FIRST_YEAR, LAST_YEAR = 1900, 2100
LAST_DAY = 31
"""Up to here a number may be a day of the month, and stays one when changed."""
FACTORS = (1.25, 1.5, 0.7, 1.9)


Corpus = Sequence[tuple[str, str, int]]
Change = Callable[[str, int], str]
"""Another figure in the form of the one written; the number of the pair varies how it differs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, whether a figure of one was changed, and the number of the paraphrase."""

    number: int
    a: str
    b: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """How many changed pairs were found, how many were not, and how many others were."""

    right: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def load(folder: Path) -> Corpus:
    """The paraphrase corpus in `folder`. OSError when it is not there."""
    with gzip.open(folder / FILE, "rt") as file:
        return [(a, b, label) for a, b, label in json.load(file)]


def pairs(corpus: Corpus, change: Change) -> Iterator[Pair]:
    """Each paraphrase that shares a number, as it is and with one such number of `b` changed."""
    for number, (a, b, label) in enumerate(corpus):
        shared = {found.group().lower() for found in NUMBER.finditer(a)}
        places = [found for found in NUMBER.finditer(b) if found.group().lower() in shared]
        if label == PARAPHRASE and places:
            place = places[number % len(places)]
            changed = f"{b[: place.start()]}{change(place.group(), number)}{b[place.end() :]}"
            yield Pair(number, a, b, is_changed=False)
            yield Pair(number, a, changed, is_changed=True)


def _other(written: str, number: int) -> str:
    """Another figure in the same form; `number` varies how it differs."""
    if written.lower() in WORDS:
        at = WORDS.index(written.lower())
        other = WORDS[(at + 1 + number % 3) % len(WORDS)]
        return other.title() if written[0].isupper() else other
    plain = written.replace(",", "")
    if "." in plain:
        decimals = len(plain.partition(".")[2])
        return f"{float(plain) * 1.4 + 10**-decimals:,.{decimals}f}"
    value = int(plain)
    if FIRST_YEAR <= value <= LAST_YEAR:
        return str(value - 1 - number % 2)
    if value <= LAST_DAY:
        step = 1 + number % 3
        return str(value + step if value + step <= LAST_DAY else value - step)
    other_value = int(value * FACTORS[number % len(FACTORS)])
    return f"{other_value:,}" if "," in written else str(other_value)


def _nearby(written: str, number: int) -> str:
    """A figure next to it or the next but one, in the same form."""
    step = (-2, -1, 1, 2)[number % 4]
    if written.lower() in WORDS:
        other = WORDS[(WORDS.index(written.lower()) + step) % len(WORDS)]
        return other.title() if written[0].isupper() else other
    decimals = len(written.partition(".")[2])
    value = float(written.replace(",", ""))
    other_value = value + step / 10**decimals
    is_day = 0 < value <= LAST_DAY and not decimals
    if other_value <= 0 or (is_day and other_value > LAST_DAY):
        other_value = value - step / 10**decimals
    return f"{other_value:{',' if ',' in written else ''}.{decimals}f}"


OTHER: Change = _other
NEARBY: Change = _nearby


def found(corpus: Corpus, change: Change = OTHER, *, are_labels_mended: bool) -> Found:
    """How well changed figures are found: a pair counts as found by any conflict.

    With mended labels, the unchanged pairs of `DIFFERING` count as pairs that differ, and those
    of `UNRELATED` are left out, changed or not.
    """
    right = missed = wrong = 0
    for pair in pairs(corpus, change):
        if are_labels_mended and pair.number in UNRELATED:
            continue
        differs = pair.is_changed or (are_labels_mended and pair.number in DIFFERING)
        is_found = any(d.grade == Grade.CONFLICT for d in discrepancies(pair.a, pair.b))
        right += differs and is_found
        missed += differs and not is_found
        wrong += is_found and not differs
    return Found(right, missed, wrong)
