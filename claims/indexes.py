"""Indexes over a story's sentences and claims, which a process makes and keeps for a while.

Nothing depends on what is kept but speed: an index of 450 sentences is made anew in 40 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from django.db.models import QuerySet

import matching
from articles import vectors
from articles.models import Sentence
from articles.models.vectored import DIMENSIONS
from articles.vectors import Vectors
from claims.models import Claim
from matching import encoder
from matching.encoder import MODEL_NAME

# Stories of 1,000 sentences take 4 MB each, so these 35 MB; the longest text there can be, of
# 45,000, takes 130 MB and is kept alone.
TEXTS_KEPT = 8_000
ROWS_AT_ONCE = 2_000  # vectors read in one query, 1.5 MB

Keys = tuple[int | None, ...]


@dataclass(frozen=True, eq=False)
class Compared:
    """Texts made ready; never changes, so that every request of a process can share it."""

    index: matching.StoryIndex
    stored: vectors.Stored  # in the order of the texts; zeros for one that has none yet
    found: int  # how many have one of their own

    def vector(self, row: int) -> Vectors:
        vector: Vectors = self.stored[row].astype(np.float32)
        return vector


class Kept:
    """The last things made, while they have no more than TEXTS_KEPT texts; always the very last."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Compared] = {}  # the one that was asked for last is last
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Compared], *, ready: int) -> Compared:
        """What is kept for the key, made when it is not there or has not `ready` vectors."""
        with self._lock:
            found = self._made.pop(key, None)
        if found is None or found.found != ready:
            found = make()
            encoder.give_back_memory()  # a few milliseconds, for what making it took beside it
        with self._lock:
            self._made[key] = found
            while len(self._made) > 1 and self._texts() > TEXTS_KEPT:
                del self._made[next(iter(self._made))]
        return found

    def _texts(self) -> int:
        return sum(len(one.index) for one in self._made.values())


class Beside(NamedTuple):
    """The claims of a story as they were made ready last."""

    key: Hashable
    words: tuple[str, ...]
    ready: Keys
    made: Compared

    @property
    def rows(self) -> dict[tuple[int, str], int]:
        """Where the vector of each claim stands, by its key and words; none where one is gone."""
        if self.made.found != _count(self.ready):
            return {}
        each = enumerate(zip(self.ready, self.words, strict=True))
        return {(pk, words): row for row, (pk, words) in each if pk is not None}


_KEPT = Kept()
_BESIDE: WeakKeyDictionary[Compared, Beside] = WeakKeyDictionary()


def of_sentences(words: tuple[str, ...], ready: Keys, articles: tuple[int, ...]) -> Compared:
    """`ready` has the key of each sentence with a vector: words and model make a vector's content.

    So another process need not tell this one when vectors have come: its key is another one then.
    """

    def make() -> Compared:
        stored, found = _stored(Sentence.objects.all(), ready)
        return Compared(matching.StoryIndex(words, stored, groups=articles), stored, found)

    return _KEPT.get((words, ready, articles), make, ready=_count(ready))


def of_claims(
    sentences: Compared,
    words: tuple[str, ...],
    ready: Keys,
    instead: Keys,
    articles: tuple[int, ...],
) -> Compared:
    """As `of_sentences`, for claims; `instead` has the row of a sentence for one without vector.

    Of claims that were made ready before, words and vectors are not read again.
    """
    key = (words, ready, instead, articles)
    known = _BESIDE.get(sentences)
    if known and known.key == key and known.made.found == _count(ready):
        return known.made
    rows = known.rows if known else {}
    before = [
        None if pk is None else rows.get((pk, text)) for pk, text in zip(ready, words, strict=True)
    ]
    new = tuple(pk if row is None else None for pk, row in zip(ready, before, strict=True))
    stored, found = _stored(Claim.objects.all(), new)
    for row, other in enumerate(instead):
        if other is not None:
            stored[row] = sentences.stored[other]
    if known:
        _copy(known.made.stored, before, to=stored)
    index = matching.StoryIndex(
        words,
        stored,
        groups=articles,
        within=sentences.index,
        after=known.made.index if known else None,
    )
    made = Compared(index, stored, found + len(before) - before.count(None))
    _BESIDE[sentences] = Beside(key, words, ready, made)
    return made


def _copy(stored: vectors.Stored, rows: Keys | list[int | None], *, to: vectors.Stored) -> None:
    """Each row that is named, to the place where it is named."""
    places = [at for at, row in enumerate(rows) if row is not None]
    to[places] = stored[[row for row in rows if row is not None]]


def _count(ready: Keys) -> int:
    return len(ready) - ready.count(None)


def _stored(rows: QuerySet[Any], ready: Keys) -> tuple[vectors.Stored, int]:
    """The vectors of those keys, zeros for None and for one dropped since; how many there are."""
    places = {pk: at for at, pk in enumerate(ready) if pk is not None}
    keys = list(places)
    array = np.zeros((len(ready), DIMENSIONS), dtype=vectors.STORED)
    found = 0
    for first in range(0, len(keys), ROWS_AT_ONCE):
        some = rows.filter(pk__in=keys[first : first + ROWS_AT_ONCE], vector_model=MODEL_NAME)
        for pk, vector in some.values_list("pk", "vector"):
            array[places[pk]] = np.frombuffer(vector, dtype=vectors.STORED)
            found += 1
    return array, found
