"""The vocabulary as one index: which phrases stand in the words of a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms
from articles.extraction.vocabulary.leads import LEADS
from articles.extraction.vocabulary.navigation import NAVIGATION
from articles.extraction.vocabulary.others import OTHERS
from articles.extraction.vocabulary.people import PEOPLE
from articles.extraction.vocabulary.pictures import PICTURES
from articles.extraction.vocabulary.posts import POSTS
from articles.extraction.vocabulary.readers import READERS
from articles.extraction.vocabulary.site import SITE
from articles.extraction.vocabulary.visitors import VISITORS
from articles.extraction.words import words

__all__ = ["Concept", "Hit", "Kind", "hits"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase in a line: words `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int
    concept: Concept
    kind: Kind


_Phrase = tuple[str, ...]


def _index(tables: Sequence[Terms]) -> dict[_Phrase, tuple[tuple[Concept, Kind], ...]]:
    """What each phrase, cut into folded words, speaks for."""
    found: dict[_Phrase, dict[tuple[Concept, Kind], None]] = {}
    for terms in tables:
        for listed in terms.phrases.values():
            for phrase in listed.split("|"):
                cut = tuple(words(phrase.replace("#", "0")))
                found.setdefault(cut, {})[terms.concept, terms.kind] = None
    return {phrase: tuple(meanings) for phrase, meanings in found.items()}


def _lengths(phrases: Iterable[_Phrase]) -> dict[str, tuple[int, ...]]:
    """How many words the phrases that start with a word have, most first."""
    by_first: dict[str, set[int]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in by_first.items()}


_MEANINGS = _index(
    (*OTHERS, *POSTS, *LEADS, *VISITORS, *READERS, *NAVIGATION, *SITE, *PICTURES, *PEOPLE)
)
_LENGTHS = _lengths(_MEANINGS)


def hits(line: Sequence[str]) -> Iterator[Hit]:
    """Every phrase of the vocabulary in the folded words of a line, overlapping ones included.

    Work grows with the number of words alone, for no phrase is longer than a sentence.
    """
    for start in [at for at, first in enumerate(line) if first in _LENGTHS]:
        for length in _LENGTHS[line[start]]:
            phrase = tuple(line[start : start + length])
            for concept, kind in _MEANINGS.get(phrase, ()) if len(phrase) == length else ():
                yield Hit(start, start + length, concept, kind)
