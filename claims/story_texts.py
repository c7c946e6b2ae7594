"""The words of a story: the newest text of each article, its sentences, and an index over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

import matching
from articles.models.vectored import DIMENSIONS
from articles.vectors import Vectors
from claims import indexes, story_rows
from claims.indexes import Compared
from claims.models import Claim, Relocation
from claims.story_rows import ClaimPlace, SentencePlace, Text
from matching.encoder import MODEL_NAME


class Basis(Enum):
    """What a claim is compared by, beside its words."""

    WORDS = "nothing else yet"
    SENTENCE = "the vector of the sentence it stands in"
    MEANING = "its own vector"


@dataclass(frozen=True)
class Standing:
    """How far the comparison of a claim has come."""

    basis: Basis
    is_whole: bool  # every sentence of the story is compared by its vector

    @property
    def is_final(self) -> bool:
        return self.is_whole and self.basis == Basis.MEANING

    @property
    def is_words_only(self) -> bool:
        return self.basis == Basis.WORDS


@dataclass(frozen=True, kw_only=True)
class StoryTexts:
    """What is compared within a story."""

    # By the key of the revision: the newest, and older ones in which claims still stand.
    texts: dict[int, Text]
    sentences: list[SentencePlace]
    claims: list[ClaimPlace]  # that stand in the story, in the order of their keys
    compared: Compared  # the sentences, in their order
    # Where claims may stand in changed words, until somebody says so: revision, start, end.
    proposed: list[tuple[int, int, int]]

    @property
    def index(self) -> matching.StoryIndex:
        return self.compared.index

    @cached_property
    def marked(self) -> Compared:
        """The claims' words, in their order, weighed and centred as the sentences are.

        A claim that waits for its vector has that of its sentence.
        """
        instead = tuple(None if own else self._sentence_of(one) for one, own in self._owning)
        keys = tuple(one.pk if own else None for one, own in self._owning)
        words = tuple(claim.quote for claim in self.claims)
        articles = tuple(claim.article_id for claim in self.claims)
        return indexes.of_claims(self.compared, words, keys, instead, articles)

    def of_other_outlets(self, outlet_id: int) -> set[int]:
        """Keys of the revisions that the outlet did not publish."""
        return {pk for pk, one in self.texts.items() if one.outlet_id != outlet_id}

    def sentence(self, key: int) -> SentencePlace:
        return self.sentences[self._sentence_rows[key]]

    def standing_of(self, claim: Claim) -> Standing:
        is_whole = self.compared.found == len(self.sentences)
        row = self._rows.get(claim.pk)
        if row is not None and self._owning[row][1]:
            return Standing(Basis.MEANING, is_whole)
        has_sentences = self.vector_of(claim) is not None
        return Standing(Basis.SENTENCE if has_sentences else Basis.WORDS, is_whole)

    def vector_of(self, claim: Claim | ClaimPlace) -> Vectors | None:
        """The claim's vector; until it has one, that of the sentence most of it stands in."""
        row = self._rows.get(claim.pk)
        vector = None if row is None else self.marked.vector(row)
        return vector if vector is not None and vector.any() else None

    def vectors_of(self, places: Iterable[ClaimPlace | SentencePlace]) -> Vectors:
        """A row for each claim or sentence of the story; zeros where there is none."""
        found = (
            self.compared.stored[self._sentence_rows[one.pk]]
            if isinstance(one, SentencePlace)
            else self.marked.stored[self._rows[one.pk]]
            for one in places
        )
        return np.array(list(found), dtype=np.float32).reshape(-1, DIMENSIONS)

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {claim.pk: row for row, claim in enumerate(self.claims)}

    @cached_property
    def _sentence_rows(self) -> dict[int, int]:
        return {one.pk: row for row, one in enumerate(self.sentences)}

    @cached_property
    def _owning(self) -> list[tuple[ClaimPlace, bool]]:
        """Each claim, and whether it has a vector of its own."""
        return [(claim, claim.vector_model == MODEL_NAME) for claim in self.claims]

    @cached_property
    def _ends(self) -> dict[int, tuple[list[int], int]]:
        """Where the sentences of each text end, ascending, and the row of the first."""
        found: dict[int, tuple[list[int], int]] = {}
        for row, one in enumerate(self.sentences):
            found.setdefault(one.revision_id, ([], row))[0].append(one.end)
        return found

    def _sentence_of(self, claim: ClaimPlace) -> int | None:
        """Row of the sentence that most of the claim stands in."""
        ends, first = self._ends.get(claim.revision_id, ([], 0))
        best, most = None, 0
        for row in range(first + bisect_right(ends, claim.start), first + len(ends)):
            one = self.sentences[row]
            if one.start >= claim.end:
                break
            overlap = min(one.end, claim.end) - max(one.start, claim.start)
            if overlap > most:
                best, most = row, overlap
        return best


def read(story_id: int) -> StoryTexts:
    """The story's words and vectors, in three queries; five when they are not in memory, and two
    more where the source of a claim changed.

    All its sentences make the index, marked or not, whoever published them: so a pair of claims
    scores the same from either side, and whatever is marked later.
    """
    newest = story_rows.newest_texts(story_id)
    sentences = story_rows.sentences(newest)
    claims = story_rows.claims(story_id)
    older = {claim.revision_id for claim in claims} - newest.keys()
    return StoryTexts(
        texts=newest | (story_rows.texts(older) if older else {}),
        sentences=sentences,
        claims=claims,
        compared=_ready(newest, sentences),
        proposed=_proposed(claims),
    )


def _proposed(claims: list[ClaimPlace]) -> list[tuple[int, int, int]]:
    if not any(claim.open_relocation_id for claim in claims):
        return []
    return Relocation.objects.proposed_for(claim.pk for claim in claims)


def _ready(texts: dict[int, Text], sentences: list[SentencePlace]) -> Compared:
    words = tuple(texts[one.revision_id].text[one.start : one.end] for one in sentences)
    ready = tuple(one.pk if one.vector_model == MODEL_NAME else None for one in sentences)
    articles = tuple(texts[one.revision_id].article_id for one in sentences)
    return indexes.of_sentences(words, ready, articles)
