"""The words of a story: the newest text of each article, its sentences, and an index over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

import matching
from articles.models import Revision, Sentence
from articles.models.vectored import DIMENSIONS
from articles.vectors import Vectors
from claims import indexes
from claims.indexes import Compared
from claims.models import Claim, Relocation
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

    # With article and outlet, by key: the newest, and older ones in which claims still stand.
    revisions: dict[int, Revision]
    sentences: list[Sentence]
    claims: list[Claim]  # that stand in the story, in the order of their keys
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
        return {
            pk for pk, revision in self.revisions.items() if revision.article.outlet_id != outlet_id
        }

    def standing_of(self, claim: Claim) -> Standing:
        is_whole = self.compared.found == len(self.sentences)
        if dict(self._owning).get(claim):
            return Standing(Basis.MEANING, is_whole)
        has_sentences = self.vector_of(claim) is not None
        return Standing(Basis.SENTENCE if has_sentences else Basis.WORDS, is_whole)

    def vector_of(self, claim: Claim) -> Vectors | None:
        """The claim's vector; until it has one, that of the sentence most of it stands in."""
        row = self._rows.get(claim.pk)
        vector = None if row is None else self.marked.vector(row)
        return vector if vector is not None and vector.any() else None

    def vectors_of(self, places: Iterable[Claim | Sentence]) -> Vectors:
        """A row for each claim or sentence of the story; zeros where there is none."""
        found = (
            self.compared.stored[self._sentence_rows[one.pk]]
            if isinstance(one, Sentence)
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
    def _owning(self) -> list[tuple[Claim, bool]]:
        """Each claim, and whether it has a vector of its own."""
        return [(claim, claim.vector_model == MODEL_NAME) for claim in self.claims]

    @cached_property
    def _by_revision(self) -> dict[int, list[tuple[int, Sentence]]]:
        """The sentences of each revision with their row."""
        found: dict[int, list[tuple[int, Sentence]]] = defaultdict(list)
        for row, one in enumerate(self.sentences):
            found[one.revision_id].append((row, one))
        return found

    def _sentence_of(self, claim: Claim) -> int | None:
        """Row of the sentence that most of the claim stands in."""
        best, most = None, 0
        for row, one in self._by_revision.get(claim.revision_id, ()):
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
    newest = Revision.objects.newest_of(story=story_id).select_related("article__outlet")
    revisions = {revision.pk: revision for revision in newest}
    in_order = Sentence.objects.filter(revision__in=revisions).order_by("revision", "position")
    sentences = list(in_order.naming_model())
    claims = list(Claim.objects.active().filter(story=story_id).naming_model().order_by("pk"))
    compared = _ready(revisions, sentences)
    return StoryTexts(
        revisions=revisions | _older(claims, than=revisions),
        sentences=sentences,
        claims=claims,
        compared=compared,
        proposed=_proposed(claims),
    )


def _proposed(claims: list[Claim]) -> list[tuple[int, int, int]]:
    if not any(claim.has_changed_source for claim in claims):
        return []
    return Relocation.objects.proposed_for(claim.pk for claim in claims)


def _older(claims: list[Claim], *, than: dict[int, Revision]) -> dict[int, Revision]:
    """The texts of claims that have no place in the newest words of their article."""
    older = {claim.revision_id for claim in claims} - than.keys()
    if not older:
        return {}
    return Revision.objects.without_source().select_related("article__outlet").in_bulk(older)


def _ready(revisions: dict[int, Revision], sentences: list[Sentence]) -> Compared:
    words = (revisions[one.revision_id].text[one.start : one.end] for one in sentences)
    ready = tuple(one.pk if one.vector_model == MODEL_NAME else None for one in sentences)
    articles = tuple(revisions[one.revision_id].article_id for one in sentences)
    return indexes.of_sentences(tuple(words), ready, articles)
