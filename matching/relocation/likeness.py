"""How much of one sentence is in another, when protected words may have changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from matching.relocation import english
from matching.relocation.words import Words
from matching.spans import Span
from matching.text import stem
from matching.wordlists import STOP_WORDS

SAME_KIND = 0.5
"""What a number counts against another number, or a verb of harm against another."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of content of a stretch, and their kinds where they are protected."""

    stems: Counter[str]
    kinds: dict[str, str]

    @property
    def size(self) -> int:
        return self.stems.total()

    def with_(self, other: Bag) -> Bag:
        """Both bags' words together."""
        return Bag(self.stems + other.stems, self.kinds | other.kinds)

    def without(self, other: Bag) -> Bag:
        """What is left when another bag's words are taken out."""
        return Bag(self.stems - other.stems, self.kinds)


def bag(words: Words, span: Span) -> Bag:
    """The bag of a stretch of words; of one without words of content, all of them."""
    at_all = range(span.start, span.end)
    content = [at for at in at_all if _is_content(words.keys[at])] or at_all
    stems, kinds = [], {}
    for at in content:
        stemmed = stem(words.keys[at])
        stems.append(stemmed)
        kind = _kind(words.keys[at]) or ("name" if words.text[words.starts[at]].isupper() else "")
        if kind:
            kinds[stemmed] = kind
    return Bag(Counter(stems), kinds)


def _is_content(key: str) -> bool:
    return key not in STOP_WORDS or key in english.NUMBERS


@lru_cache(maxsize=8_192)
def _kind(key: str) -> str:
    if key[:1].isdigit() or key in english.NUMBERS:
        return "number"
    if key in english.HARMS:
        return "harm"
    if key in english.DAYS:
        return "date"
    return ""


def shared(a: Bag, b: Bag) -> float:
    """How many words of `a` are in `b`, those of one kind with other values counted in part."""
    if len(a.stems) > len(b.stems):
        a, b = b, a
    same = sum(min(count, b.stems[word]) for word, count in a.stems.items() if word in b.stems)
    if not (a.kinds and b.kinds):
        return float(same)
    left_a = Counter[str]()
    left_b = Counter[str]()
    for one, other, left in ((a, b, left_a), (b, a, left_b)):
        for word, kind in one.kinds.items():
            left[kind] += max(0, one.stems[word] - other.stems[word])
    return same + SAME_KIND * (left_a & left_b).total()


def likeness(a: Bag, b: Bag) -> float:
    """0.0–1.0, symmetric. Source: the Sørensen–Dice coefficient over bags."""
    both = a.size + b.size
    return 2 * shared(a, b) / both if both else 0.0


def literal(a: Bag, b: Bag) -> float:
    """The same over words that are neither figures nor verbs of harm nor dates."""
    plain_a, plain_b = _plain(a), _plain(b)
    both = plain_a.total() + plain_b.total()
    return 2 * (plain_a & plain_b).total() / both if both else 0.0


def _plain(one: Bag) -> Counter[str]:
    return Counter(
        {word: n for word, n in one.stems.items() if one.kinds.get(word, "name") == "name"}
    )


def held(a: Bag, b: Bag) -> float:
    """The share of `a` that is in `b`, 0.0–1.0."""
    return shared(a, b) / a.size if a.size else 0.0
