"""How vectors stand in the database, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from django.db import Error, IntegrityError, transaction

from articles import vectors
from articles.models import Sentence
from articles.models.vectored import DIMENSIONS, VECTOR_BYTES
from articles.tests.factories import create_revision

MODEL = "some-model"


def unit(seed: int) -> vectors.Vectors:
    vector = np.random.default_rng(seed).normal(size=DIMENSIONS).astype(np.float32)
    return vector / np.linalg.norm(vector)


@pytest.fixture
def sentence(db) -> Sentence:
    return create_revision().sentences.get(position=0)


def stored(sentence: Sentence, **columns: object) -> None:
    with transaction.atomic():
        Sentence.objects.filter(pk=sentence.pk).update(**columns)


def whole(vector: vectors.Vectors) -> dict[str, object]:
    code = vectors.code(vector)
    return {"vector": vectors.packed(vector), "code": code, "vector_model": MODEL}


def test_a_vector_comes_back_as_it_was_stored(sentence):
    stored(sentence, **whole(unit(1)))
    row = Sentence.objects.values("vector", "code", "vector_model").get(pk=sentence.pk)
    assert row == whole(unit(1))
    (back,) = vectors.unpacked([row["vector"]])
    assert back @ unit(1) == pytest.approx(1, abs=0.0005)
    assert back.dtype == np.float32


def test_near_vectors_differ_in_few_signs_and_far_ones_in_half():
    near = unit(1) + 0.1 * unit(2)
    distances = [
        sum(a != b for a, b in zip(vectors.code(unit(1)), vectors.code(other), strict=True))
        for other in (unit(1), near, unit(2))
    ]
    assert distances[0] == 0
    assert 0 < distances[1] < 40 < 150 < distances[2] < 234


def test_no_rows_unpack_to_none():
    assert vectors.unpacked([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("missing", ["vector", "code", "vector_model"])
def test_a_vector_is_there_as_a_whole_or_not_at_all(sentence, missing):
    with pytest.raises(IntegrityError, match="sentence_vector_whole"):
        stored(sentence, **{**whole(unit(1)), missing: None})


def test_a_vector_of_another_length_is_refused(sentence):
    with pytest.raises(IntegrityError, match="sentence_vector_whole"):
        stored(sentence, **{**whole(unit(1)), "vector": bytes(VECTOR_BYTES - 2)})


def test_a_vector_does_not_loosen_the_sentences_place(sentence):
    with pytest.raises(Error, match="Cannot update"):
        stored(sentence, **whole(unit(1)), start=1)
    assert Sentence.objects.without_vector().filter(pk=sentence.pk).exists()


def test_rows_come_without_their_vectors(sentence, django_assert_num_queries):
    stored(sentence, **whole(unit(1)))
    with django_assert_num_queries(1):
        row = Sentence.objects.get(pk=sentence.pk)
        assert row.get_deferred_fields() == {"vector", "code", "vector_model"}
