"""Making the vectors of sentences and claims that have none. Slow: for the worker and commands."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from articles import vectors
from articles.models import Revision, Sentence
from claims import encoding
from claims.models import Claim

# About a second's work of the model, so that a claim just marked does not wait for a long article.
TEXTS_AT_ONCE = 256
COLUMNS = ("vector", "code", "vector_model")


def make_for_text(revision_id: int) -> bool:
    """Make vectors of the revision's sentences, and of its claims; says whether more are left.

    Does nothing where all have theirs. Raises EncoderError.
    """
    sentences = Sentence.objects.filter(revision=revision_id).without_vector()
    if _make_for_sentences(sentences.order_by("position")[:TEXTS_AT_ONCE]) == TEXTS_AT_ONCE:
        return True
    claims = Claim.objects.filter(revision=revision_id).without_vector().order_by("pk")
    return make_for_claims(claims[:TEXTS_AT_ONCE]) == TEXTS_AT_ONCE


def make_for_claims(claims: Iterable[Claim]) -> int:
    """Make the claims' vectors; how many. Words that change meanwhile get none.

    Raises EncoderError.
    """
    claims = list(claims)
    for claim, columns in zip(claims, _made(claim.quote for claim in claims), strict=True):
        Claim.objects.filter(pk=claim.pk, quote=claim.quote).update(**columns)
    return len(claims)


def forget_other_models() -> int:
    """Drop the vectors that another model made, which cannot be compared; how many."""
    current = encoding.model().name
    cleared = dict.fromkeys(COLUMNS)
    return sum(
        rows.exclude(vector_model=None).exclude(vector_model=current).update(**cleared)
        for rows in (Sentence.objects.all(), Claim.objects.all())
    )


def take_from_sentence(claim: Claim) -> bool:
    """Give a claim that is just a sentence the sentence's vector; says whether there was one."""
    same = Sentence.objects.filter(
        revision=claim.revision_id, start=claim.start, end=claim.end, vector_model__isnull=False
    )
    columns = same.values(*COLUMNS).first()
    if columns:
        Claim.objects.filter(pk=claim.pk, quote=claim.quote).update(**columns)
    return columns is not None


def texts_without() -> list[tuple[int, int]]:
    """Revision and story of the texts with a sentence or claim without vector, oldest first."""
    rows = {
        *Sentence.objects.without_vector().values_list("revision", "revision__article__story"),
        *Claim.objects.without_vector().values_list("revision", "story"),
    }
    return sorted(rows)


@transaction.atomic
def _make_for_sentences(sentences: Iterable[Sentence]) -> int:
    sentences = list(sentences)
    texts = Revision.objects.without_source().in_bulk({one.revision_id for one in sentences})
    words = (texts[one.revision_id].text[one.start : one.end] for one in sentences)
    for sentence, columns in zip(sentences, _made(words), strict=True):
        Sentence.objects.filter(pk=sentence.pk).update(**columns)
    return len(sentences)


def _made(texts: Iterable[str]) -> list[dict[str, object]]:
    """For each text the columns of its vector."""
    if not (words := list(texts)):
        return []
    encoder = encoding.model()
    return [
        {"vector": vectors.packed(row), "code": vectors.code(row), "vector_model": encoder.name}
        for row in encoder.encode(words)
    ]
