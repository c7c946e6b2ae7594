"""The vocabulary as one index: which phrases stand in the words of a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms
from articles.extraction.vocabulary.leads import LEADS
from articles.extraction.vocabulary.navigation import NAVIGATION
from articles.extraction.vocabulary.others import OTHERS
from articles.extraction.vocabulary.people import PEOPLE
from articles.extraction.vocabulary.pictures import PICTURES
from articles.extraction.vocabulary.readers import READERS
from articles.extraction.vocabulary.site import SITE
from articles.extraction.vocabulary.visitors import VISITORS
from articles.extraction.words import FIGURE, words

__all__ = ["Concept", "Hit", "Kind", "hits"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase in a line: words `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int
    concept: Concept
    kind: Kind


_Entry = tuple[tuple[str, ...], Concept, Kind]


def _index(tables: Sequence[Terms]) -> dict[str, tuple[_Entry, ...]]:
    """Entries by their first word, longest first."""
    by_first: dict[str, list[_Entry]] = {}
    for terms in tables:
        for listed in terms.phrases.values():
            for phrase in listed.split("|"):
                cut = tuple(words(phrase.replace("#", "0")))
                by_first.setdefault(cut[0], []).append((cut, terms.concept, terms.kind))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in by_first.items()
    }


_PHRASES = _index((*OTHERS, *LEADS, *VISITORS, *READERS, *NAVIGATION, *SITE, *PICTURES, *PEOPLE))


def hits(line: Sequence[str]) -> Iterator[Hit]:
    """Every phrase of the vocabulary in the words of a line, overlapping ones included.

    Work grows with the number of words times the few phrases that share a first word.
    """
    figured = [FIGURE if word[0].isdigit() else word for word in line]
    for start, first in enumerate(figured):
        for phrase, concept, kind in _PHRASES.get(first, ()):
            end = start + len(phrase)
            if tuple(figured[start:end]) == phrase:
                yield Hit(start, end, concept, kind)
