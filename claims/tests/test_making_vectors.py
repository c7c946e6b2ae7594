"""Vectors are made by the worker, for texts that come in and claims that are marked."""

from __future__ import annotations

import io

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from articles import vectors as stored
from articles.models import Sentence
from articles.models.vectored import DIMENSIONS
from articles.tests.factories import create_article, create_story
from claims import encoding, highlights, jobs, vectors
from claims.models import Claim
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db(transaction=True)
BOARD = "Twelve were treated for cuts and cold."


@pytest.fixture
def no_model(settings, tmp_path):
    """A desk whose folder for the model is empty."""
    settings.MODEL_FOLDER = str(tmp_path)
    encoding.model.cache_clear(), encoding.absence.cache_clear()
    yield
    encoding.model.cache_clear(), encoding.absence.cache_clear()


def vector_of(row) -> np.ndarray:
    vector = type(row).objects.values_list("vector", flat=True).get(pk=row.pk)
    return stored.unpacked([vector])[0]


def waiting() -> list[str]:
    return list(ProcrastinateJob.objects.order_by("pk").values_list("task_name", flat=True))


def test_a_text_that_comes_in_gets_its_vectors_from_the_worker(do_jobs):
    create_article()
    assert Sentence.objects.without_vector().count() == 4
    assert waiting() == ["vectors_of_text"]
    do_jobs()
    assert not Sentence.objects.without_vector().exists()
    first = Sentence.objects.order_by("position")[0]
    expected = encoding.model().encode([first.words])[0]
    assert vector_of(first) @ expected == pytest.approx(1, abs=0.001)


def test_a_marked_claim_gets_its_vector_before_texts_do(do_jobs):
    claim = create_claim()
    create_article()
    do_jobs()
    assert vector_of(claim) @ encoding.model().encode([claim.quote])[0] > 0.999
    assert not Claim.objects.without_vector().exists()
    assert jobs.SOON > 0 > jobs.LAST


def test_a_claim_that_is_a_sentence_takes_its_vector_at_once(do_jobs):
    article = create_article()
    do_jobs()
    claim = create_claim(article=article, quote=BOARD)
    assert waiting() == []
    sentence = Sentence.objects.get(start=claim.start, end=claim.end)
    assert np.array_equal(vector_of(claim), vector_of(sentence))


def test_a_moved_claim_gets_the_vector_of_its_new_words(do_jobs):
    claim = create_claim()
    do_jobs()
    before = vector_of(claim)
    highlights.move(claim, start=claim.start, end=claim.end - len(" on board"), by=claim.marked_by)
    assert Claim.objects.without_vector().exists()
    do_jobs()
    assert 0.5 < vector_of(claim) @ before < 0.999


def test_a_long_text_takes_several_jobs(do_jobs, monkeypatch):
    monkeypatch.setattr(vectors, "TEXTS_AT_ONCE", 2)
    create_claim()
    do_jobs()
    assert not Sentence.objects.without_vector().exists()
    assert not Claim.objects.without_vector().exists()


def test_a_job_done_twice_changes_nothing(do_jobs):
    claim = create_claim()
    do_jobs()
    before = vector_of(claim)
    jobs.vectors_of_text(claim.revision_id, claim.story_id)
    jobs.vector_of_claim(claim.pk)
    assert np.array_equal(vector_of(claim), before)


def test_articles_that_come_in_together_compare_their_story_once(do_jobs):
    story = create_story()
    claim = create_claim(article=create_article(story=story))
    do_jobs()
    first, second = (create_article(story=story).revisions.get() for _ in range(2))
    jobs.vectors_of_text(first.pk, story.pk)
    jobs.vectors_of_text(second.pk, story.pk)
    assert waiting().count("compare_story") == 1
    do_jobs()
    assert claim.mentions.count() == 2


def test_words_that_change_while_their_vector_is_made_get_none():
    claim = create_claim()
    seen = Claim.objects.get()
    highlights.move(claim, start=claim.start, end=claim.end - len(" on board"), by=claim.marked_by)
    vectors.make_for_claims([seen])
    assert Claim.objects.without_vector().exists()


def test_without_a_model_jobs_pass_and_vectors_stay_missing(do_jobs, no_model):
    create_claim()
    do_jobs()
    assert Sentence.objects.without_vector().count() == 4
    assert "model.onnx cannot be read" in encoding.absence()


def test_a_model_that_comes_later_catches_up(do_jobs):
    claim = create_claim()
    out = io.StringIO()
    call_command("make_vectors", stdout=out)
    assert out.getvalue() == "Made the vectors of 1 articles; 0 were another model's.\n"
    assert not Claim.objects.without_vector().exists()
    assert "compare_story" in waiting()
    assert vector_of(claim).shape == (DIMENSIONS,)


def test_vectors_of_another_model_are_made_anew(do_jobs):
    claim = create_claim()
    do_jobs()
    Claim.objects.update(vector_model="an older model")
    call_command("make_vectors", verbosity=0)
    model = Claim.objects.values_list("vector_model", flat=True).get(pk=claim.pk)
    assert model == encoding.model().name


def test_without_a_model_the_command_says_why(no_model):
    with pytest.raises(CommandError, match=r"no model to make vectors with\. .*cannot be read"):
        call_command("make_vectors")


def test_what_fixtures_bring_is_made_up_for(do_jobs):
    create_claim()
    do_jobs()
    Sentence.objects.update(vector=None, code=None, vector_model=None)
    assert jobs.make_up_for_missing() == 1
    do_jobs()
    assert not Sentence.objects.without_vector().exists()
