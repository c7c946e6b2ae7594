"""The words of a story: the newest text of each article, its sentences, and an index over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

import numpy as np

import matching
from articles import vectors
from articles.models import Revision, Sentence
from articles.models.vectored import DIMENSIONS
from articles.vectors import Vectors
from claims.models import Claim
from matching.encoder import MODEL_NAME

# Stories that one process has worked on lately: 5 MB each with 450 sentences, 30 MB with 4,000.
# Nothing depends on it but speed: an index is made anew in 0.05 s and 0.5 s.
INDEXES_KEPT = 8


class Basis(Enum):
    """What a claim is compared by, beside its words."""

    WORDS = "nothing else yet"
    SENTENCE = "the vector of the sentence it stands in"
    MEANING = "its own vector"


@dataclass(frozen=True)
class Compared:
    """The sentences made ready; never changes, so that every request of a process can share it."""

    index: matching.StoryIndex
    vectors: Vectors  # in the order of the sentences; zeros for one that has none yet
    found: int  # how many have one


@dataclass(frozen=True, kw_only=True)
class StoryTexts:
    """What is compared within a story."""

    revisions: dict[int, Revision]  # with article and outlet, by key
    sentences: list[Sentence]
    compared: Compared
    claim_vectors: dict[int, Vectors]  # by the claim's key; none for one that waits for its own

    @property
    def index(self) -> matching.StoryIndex:
        """Over the sentences, in their order."""
        return self.compared.index

    @property
    def is_whole(self) -> bool:
        """Every sentence has its vector."""
        return self.compared.found == len(self.sentences)

    def of_other_outlets(self, outlet_id: int) -> set[int]:
        """Keys of the revisions that the outlet did not publish."""
        return {
            pk for pk, revision in self.revisions.items() if revision.article.outlet_id != outlet_id
        }

    def basis_of(self, claim: Claim) -> Basis:
        if claim.pk in self.claim_vectors:
            return Basis.MEANING
        return Basis.SENTENCE if self.vector_of(claim) is not None else Basis.WORDS

    def vector_of(self, claim: Claim) -> Vectors | None:
        """The claim's vector; until it has one, that of the sentence most of it stands in."""
        if (own := self.claim_vectors.get(claim.pk)) is not None:
            return own
        best, most = None, 0
        for row, one in self._by_revision.get(claim.revision_id, ()):
            overlap = min(one.end, claim.end) - max(one.start, claim.start)
            if overlap > most:
                best, most = self.compared.vectors[row], overlap
        return best if best is not None and best.any() else None

    @cached_property
    def _by_revision(self) -> dict[int, list[tuple[int, Sentence]]]:
        """The sentences of each revision with their row."""
        found: dict[int, list[tuple[int, Sentence]]] = defaultdict(list)
        for row, one in enumerate(self.sentences):
            found[one.revision_id].append((row, one))
        return found

    def vectors_of(self, places: Iterable[Claim | Sentence]) -> Vectors:
        """A row for each claim or sentence of the story; zeros where there is none."""
        rows = {one.pk: row for row, one in enumerate(self.sentences)}
        found = (
            self.compared.vectors[rows[one.pk]]
            if isinstance(one, Sentence)
            else self.vector_of(one)
            for one in places
        )
        none = np.zeros(DIMENSIONS, dtype=np.float32)
        return np.array([none if row is None else row for row in found]).reshape(-1, DIMENSIONS)


def read(story_id: int) -> StoryTexts:
    """The story's words and vectors, in three queries; four when they are not in memory.

    All its sentences make the index, marked or not, whoever published them: so a pair of claims
    scores the same from either side, and whatever is marked later.
    """
    newest = Revision.objects.newest_of(story=story_id).select_related("article__outlet")
    revisions = {revision.pk: revision for revision in newest}
    in_order = Sentence.objects.filter(revision__in=revisions).order_by("revision", "position")
    sentences = list(in_order.naming_model())
    claims = Claim.objects.active().filter(story=story_id, vector_model=MODEL_NAME)
    return StoryTexts(
        revisions=revisions,
        sentences=sentences,
        compared=_ready(revisions, sentences),
        claim_vectors=_unpacked(claims.values_list("pk", "vector")),
    )


def _ready(revisions: dict[int, Revision], sentences: list[Sentence]) -> Compared:
    words = (revisions[one.revision_id].text[one.start : one.end] for one in sentences)
    ready = tuple(one.pk if one.vector_model == MODEL_NAME else None for one in sentences)
    compared = _compared(tuple(words), ready)
    if compared.found != len(ready) - ready.count(None):  # vectors were dropped in between
        _compared.cache_clear()
    return compared


@lru_cache(maxsize=INDEXES_KEPT)
def _compared(words: tuple[str, ...], ready: tuple[int | None, ...]) -> Compared:
    """`ready` has the key of each sentence with a vector: words and model make a vector's content.

    So another process need not tell this one when vectors have come: its key is another one then.
    """
    keys = [pk for pk in ready if pk is not None]
    having = Sentence.objects.filter(pk__in=keys, vector_model=MODEL_NAME)
    found = _unpacked(having.values_list("pk", "vector")) if keys else {}
    rows = np.zeros((len(ready), DIMENSIONS), dtype=np.float32)
    for row, pk in enumerate(ready):
        if pk in found:
            rows[row] = found[pk]
    return Compared(matching.StoryIndex(words, rows), rows, len(found))


def _unpacked(rows: Iterable[tuple[int, bytes | memoryview | None]]) -> dict[int, Vectors]:
    stored = [(pk, bytes(vector)) for pk, vector in rows if vector]
    return dict(
        zip((pk for pk, _ in stored), vectors.unpacked(vector for _, vector in stored), strict=True)
    )
