"""What may say the same as a claim: claims and unmarked sentences of the story's other outlets."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import matching
from articles.models import Article, Revision, Sentence
from claims.models import Claim, Dismissal, Link

if TYPE_CHECKING:
    from collections.abc import Iterable

# Words alone: two sentences on one fact seldom stay under this, and two random ones of a story
# seldom reach it. docs/matching.md says how it was found.
SUGGEST_FROM = 0.15
LIKELY_FROM = 0.35
SHOWN_AT_FIRST = 12


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One place that may say the same: a claim, or a sentence nobody has marked."""

    article: Article
    quote: str
    score: float  # 0 to 1
    shared: tuple[str, ...]  # words of the quote that the claim has too
    claim: Claim | None = None
    sentence: Sentence | None = None

    @property
    def claim_id(self) -> int | None:
        return self.claim.pk if self.claim else None

    @property
    def key(self) -> str:
        """Names the candidate in the page: claim-17 or sentence-204."""
        return f"claim-{self.claim.pk}" if self.claim else f"sentence-{self.sentence.pk}"  # type: ignore[union-attr]

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The quote cut into (words, is it shared), in order; together they are the quote."""
        shared, at, parts = set(self.shared), 0, []
        for span in matching.token_spans(self.quote):
            word = self.quote[span.start : span.end]
            if word in shared:
                parts += [(self.quote[at : span.start], False), (word, True)]
                at = span.end
        return [part for part in [*parts, (self.quote[at:], False)] if part[0]]

    @property
    def is_likely(self) -> bool:
        return self.score >= LIKELY_FROM


def for_claim(claim: Claim) -> list[Candidate]:
    """Candidates from SUGGEST_FROM upwards, best first; decided pairs are left out.

    A sentence that holds a marked claim gives way to the claim. Five queries, however large the
    story is.
    """
    settled = _settled(claim)
    dismissed = set(Dismissal.objects.filter(claim=claim).values_list("sentence_id", flat=True))
    return [
        candidate
        for candidate in _ranked(claim)
        if candidate.claim_id not in settled
        and (candidate.sentence is None or candidate.sentence.pk not in dismissed)
    ]


def claims_like(claim: Claim) -> list[Candidate]:
    """The candidates that are claims already, best first, whatever was decided about them."""
    return [candidate for candidate in _ranked(claim) if candidate.claim]


def _settled(claim: Claim) -> set[int]:
    """Claims whose link with this one a person has confirmed or rejected."""
    decided = Link.objects.of(claim).filter(decided_by__isnull=False)
    return {pk for pair in decided.values_list("a_id", "b_id") for pk in pair} - {claim.pk}


def _ranked(claim: Claim) -> list[Candidate]:
    """Every place of the story's other outlets that scores SUGGEST_FROM or more, best first."""
    articles = Article.objects.filter(story=claim.story_id).exclude(outlet=claim.outlet_id)
    revisions = Revision.objects.newest_of(story=claim.story_id, pk__in=articles.values("pk"))
    texts = {revision.pk: revision for revision in revisions.select_related("article__outlet")}
    places = _places(texts)
    scores = matching.score_many(claim.quote, [quote for _, quote in places])
    fit = sorted(
        (-score, at) for at, score in enumerate(scores) if score >= SUGGEST_FROM
    )
    return [
        _candidate(claim, *places[at], score=-negative, texts=texts)
        for negative, at in fit
    ]


def _places(texts: dict[int, Revision]) -> list[tuple[Claim | Sentence, str]]:
    """Claims, then the sentences that no claim overlaps, each with its words."""
    claims = list(Claim.objects.active().filter(revision__in=texts).order_by("pk"))
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for claim in claims:
        taken[claim.revision_id].append((claim.start, claim.end))
    covered = {revision: _Cover(spans) for revision, spans in taken.items()}
    sentences = Sentence.objects.filter(revision__in=texts).order_by("revision", "position")
    free = [
        (sentence, texts[sentence.revision_id].text[sentence.start : sentence.end])
        for sentence in sentences
        if sentence.revision_id not in covered
        or not covered[sentence.revision_id].touches(sentence.start, sentence.end)
    ]
    return [*((claim, claim.quote) for claim in claims), *free]


class _Cover:
    """The union of spans, asked whether it touches another span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        after = bisect_left(self._starts, end)
        return after > 0 and self._ends[after - 1] > start


def _candidate(
    claim: Claim,
    place: Claim | Sentence,
    quote: str,
    *,
    score: float,
    texts: dict[int, Revision],
) -> Candidate:
    return Candidate(
        article=texts[place.revision_id].article,
        quote=quote,
        score=score,
        shared=tuple(matching.shared_words(claim.quote, quote)),
        claim=place if isinstance(place, Claim) else None,
        sentence=place if isinstance(place, Sentence) else None,
    )
