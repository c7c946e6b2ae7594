"""The words of a story's texts, and of other texts weighed as they are; each read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from matching.postings import Places
from matching.similarity import Shared, Terms, WordIndex

PARTS = 16
"""Indexes of a few texts that are asked one after another before they are made one."""


class Words:
    """Texts of a story, or others beside it, made ready; never change afterwards."""

    def __init__(self, texts: Sequence[str], terms: Iterable[Terms]) -> None:
        """Those of the story, with the terms of each."""
        self._index = WordIndex(terms)
        self._places = {text: at for at, text in enumerate(texts)}

    def scores(self, query: Terms) -> Shared:
        """What each text shares with `query`."""
        return self._index.scores(query)

    def compare(self, pairs: Iterable[tuple[Terms, Terms]]) -> Shared:
        """What the two of each pair share; they need not be of the story."""
        return self._index.compare(pairs)

    def place(self, text: str) -> int | None:
        """Of one of the texts that are the same; none where the story does not have it."""
        return self._places.get(text)


class WordsBeside:
    """Texts that are weighed as those of a story; never change afterwards.

    Of the story's own and of those that `after` knows the words are not read again.
    """

    def __init__(
        self, story: Words, texts: Sequence[str], *, after: WordsBeside | Words | None = None
    ) -> None:
        self._story = story
        self._parts: tuple[WordIndex, ...] = ()
        self._places: dict[str, int] = {}
        if isinstance(after, WordsBeside) and len(after._parts) < PARTS:
            self._parts, self._places = after._parts, dict(after._places)
        new = [one for one in dict.fromkeys(texts) if self._place(one) is None]
        if new:
            first = len(story._index) + len(self._places)
            self._places.update((text, first + at) for at, text in enumerate(new))
            index = WordIndex(map(Terms.of, new), weighed_as=story._index)
            self._parts = (*self._parts, index)
        self._order: Places = np.array([self._place(one) for one in texts], np.intp)

    def scores(self, query: Terms) -> Shared:
        found = [index.scores(query) for index in (self._story._index, *self._parts)]
        return Shared.together(found).of(self._order)

    def _place(self, text: str) -> int | None:
        own = self._story.place(text)
        return self._places.get(text) if own is None else own
