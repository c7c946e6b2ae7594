"""What may say the same as a claim: claims and unmarked sentences of the story's other outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

import matching
from articles.models import Article, Revision, Sentence
from claims import places, reasons, story_texts
from claims.among import these
from claims.models import Claim, Dismissal, Link
from claims.rests import Rests
from claims.story_rows import ClaimPlace, SentencePlace
from claims.story_texts import Standing, StoryTexts
from matching import LIKELY_FROM, SUGGEST_FROM, Span

SHOWN_AT_FIRST = 12
# Beyond these the best have long been seen, and a page of thousands helps nobody.
MOST = 100

Scored = tuple[ClaimPlace | SentencePlace, float]


@dataclass(frozen=True, kw_only=True)
class Like:
    """How and why a place of the story may say what a claim says."""

    place: ClaimPlace | SentencePlace
    score: float  # 0 to 1
    shared: tuple[str, ...]  # words of the place that the claim has too
    reasons: tuple[str, ...]  # why, in short phrases; never none


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One place that may say the same: a claim, or a sentence nobody has marked."""

    place: Claim | Sentence
    score: float
    shared: tuple[str, ...]
    reasons: tuple[str, ...]
    clash: str = ""  # how its figures conflict, as `clashes` finds it: “4–5 h against about 2 h”

    @property
    def claim(self) -> Claim | None:
        return self.place if isinstance(self.place, Claim) else None

    @property
    def sentence(self) -> Sentence | None:
        return self.place if isinstance(self.place, Sentence) else None

    @property
    def revision(self) -> Revision:
        return self.place.revision

    @property
    def article(self) -> Article:
        return self.revision.article

    @property
    def quote(self) -> str:
        return self.revision.text[self.place.start : self.place.end]

    @property
    def key(self) -> str:
        """Names the candidate in the page: claim-17 or sentence-204."""
        return f"{'claim' if self.claim else 'sentence'}-{self.place.pk}"

    @property
    def url(self) -> str:
        """Where it stands on the page of its article."""
        page = self.article.get_absolute_url()
        if self.claim:
            return f"{page}?claim={self.claim.pk}#claim-{self.claim.pk}"
        span = Span(self.place.start, self.place.end)
        return f"{page}#para-{places.paragraph_around(self.revision.text, span).start}"

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The quote cut into (words, is it shared), in order; together they are the quote."""
        shared, at, parts = set(self.shared), 0, []
        for span in matching.token_spans(self.quote):
            word = span.of(self.quote)
            if word in shared:
                parts += [(self.quote[at : span.start], False), (word, True)]
                at = span.end
        return [part for part in [*parts, (self.quote[at:], False)] if part[0]]

    @property
    def why(self) -> str:
        """The reasons as a sentence."""
        return capfirst(f"{'; '.join(self.reasons)}.")

    @property
    def is_likely(self) -> bool:
        return self.score >= LIKELY_FROM


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What came of comparing a claim: the candidates, best first, at most MOST."""

    candidates: list[Candidate]
    standing: Standing


def compare(claim: Claim) -> Comparison:
    """The claim against all that other outlets say; decided pairs are left out.

    A sentence that shares words with a marked claim gives way to the claim. Seven queries, however
    large the story is; nine when its vectors are not in memory.
    """
    texts = story_texts.read(claim.story_id)
    settled = _settled(claim)
    dismissed = set(Dismissal.objects.filter(claim=claim).values_list("sentence_id", flat=True))
    open_claims = (pair for pair in _scored(claim, texts) if pair[0].pk not in settled)
    open_sentences = (pair for pair in _unmarked(claim, texts) if pair[0].pk not in dismissed)
    return Comparison(
        candidates=loaded(_best(claim, [*open_claims, *open_sentences], texts)),
        standing=texts.standing_of(claim),
    )


def for_claim(claim: Claim) -> list[Candidate]:
    """The candidates of `compare`."""
    return compare(claim).candidates


def score_claims(claim: Claim, texts: StoryTexts) -> list[Scored]:
    """The standing claims of the other outlets with their scores, best first, equals by key."""
    return sorted(_scored(claim, texts), key=lambda pair: -pair[1])


def _settled(claim: Claim) -> set[int]:
    """Claims whose link with this one a person has confirmed or rejected."""
    decided = Link.objects.of(claim).filter(decided_by__isnull=False)
    return {pk for pair in decided.values_list("a_id", "b_id") for pk in pair} - {claim.pk}


def _scored(claim: Claim, texts: StoryTexts) -> Iterable[Scored]:
    """The standing claims of the story's other outlets with their scores, by key."""
    elsewhere = texts.of_other_outlets(claim.outlet_id)
    vector = texts.vector_of(claim)
    scores = texts.marked.index.scores(claim.quote, vector, group=claim.article_id)
    for one, score in zip(texts.claims, scores, strict=True):
        if one.revision_id in elsewhere:
            yield one, score


def scores(claim: Claim | ClaimPlace, texts: StoryTexts) -> list[float]:
    """How alike each sentence of the story is to the claim, 0 to 1, in the order of the texts."""
    return texts.index.scores(claim.quote, texts.vector_of(claim), group=claim.article_id)


def _unmarked(claim: Claim, texts: StoryTexts) -> Iterable[Scored]:
    """The other outlets' sentences that nobody has marked, with their scores.

    One that claims cover in part is among them while its rest, taken alone, may say the same: the
    figure that matches can stand there.
    """
    elsewhere = texts.of_other_outlets(claim.outlet_id)
    rests = Rests(texts)
    taken = rests.marked - rests.like(claim)
    for sentence, score in zip(texts.sentences, scores(claim, texts), strict=True):
        if sentence.revision_id in elsewhere and sentence.pk not in taken:
            yield sentence, score


def _best(claim: Claim, scored: Iterable[Scored], texts: StoryTexts) -> list[Like]:
    """Those from SUGGEST_FROM upwards, best first, equals in the order given; at most MOST."""
    fit = [pair for pair in scored if pair[1] >= SUGGEST_FROM]
    return explain(claim, sorted(fit, key=lambda pair: -pair[1])[:MOST], texts)


def loaded(likes: Iterable[Like]) -> list[Candidate]:
    """The places with their articles, in the order given. Two queries."""
    likes = list(likes)
    around, source = "revision__article__outlet", "revision__source"
    claims = Claim.objects.filter(pk__in=these(_keys(likes, ClaimPlace)))
    sentences = Sentence.objects.filter(pk__in=these(_keys(likes, SentencePlace)))
    rows: dict[type, dict[int, Claim | Sentence]] = {
        ClaimPlace: {one.pk: one for one in claims.select_related(around).defer(source)},
        SentencePlace: {one.pk: one for one in sentences.select_related(around).defer(source)},
    }
    return [
        Candidate(
            place=rows[type(one.place)][one.place.pk],
            score=one.score,
            shared=one.shared,
            reasons=one.reasons,
        )
        for one in likes
    ]


def _keys(likes: Iterable[Like], kind: type) -> list[int]:
    return [one.place.pk for one in likes if isinstance(one.place, kind)]


def explain(claim: Claim, scored: Sequence[Scored], texts: StoryTexts) -> list[Like]:
    """What the places are to the claim, and why, in the order given."""
    nearness = texts.index.meanings(
        texts.vector_of(claim), texts.vectors_of(place for place, _ in scored)
    )
    return [
        _like(claim, place, score, texts, near)
        for (place, score), near in zip(scored, nearness, strict=True)
    ]


def _like(
    claim: Claim,
    place: ClaimPlace | SentencePlace,
    score: float,
    texts: StoryTexts,
    near: float,
) -> Like:
    quote = texts.texts[place.revision_id].text[place.start : place.end]
    shared = tuple(matching.shared_words(claim.quote, quote))
    return Like(
        place=place,
        score=score,
        shared=shared,
        reasons=reasons.why(
            quote,
            shared=shared,
            near=near,
            figures=[span.of(quote) for _, span in matching.same_figures(claim.quote, quote)],
            source=_same_source(claim, place),
        ),
    )


def _same_source(claim: Claim, place: ClaimPlace | SentencePlace) -> str:
    """Who says so, where a person has said it of both claims in the same words; else empty."""
    if isinstance(place, SentencePlace) or claim.attribution.lower() != place.attribution.lower():
        return ""
    return place.attribution
