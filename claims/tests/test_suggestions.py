"""Suggestions with vectors: found, scored anew, never decided by the machine."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter
from articles.tests.factories import create_article, create_story
from claims import candidates, links, story_texts, suggestions
from claims.models import Claim, Link
from claims.states import EventKind, LinkKind, LinkState
from claims.story_texts import Basis
from claims.tests.factories import create_claim
from matching import SUGGEST_FROM

pytestmark = pytest.mark.django_db(transaction=True)
# One fact without a content word in common, and what else the two outlets say.
DOCTORS = "Doctors at the infirmary saw a dozen travellers that night."
PATIENTS = "Twelve passengers were treated in hospital."
PIER = "The mayor wants a new pier by next summer."
FARE = "Tickets for the crossing cost nine pounds."
FOG = "Thick fog had closed the airport since noon."


@pytest.fixture
def story():
    return create_story()


@pytest.fixture
def patients(story) -> Claim:
    return create_claim(
        article=create_article(story=story, text=f"{PATIENTS} {PIER}"), quote=PATIENTS[:-1]
    )


def doctors(story) -> Claim:
    article = create_article(story=story, text=f"{FARE} {DOCTORS} {FOG}")
    return create_claim(article=article, quote=DOCTORS[:-1])


def best(claim: Claim) -> tuple[str, Basis]:
    found = candidates.compare(claim)
    return (found.candidates[0].quote if found.candidates else "", found.standing.basis)


def test_words_alone_miss_what_vectors_find(story, patients, do_jobs):
    create_article(story=story, text=f"{FARE} {DOCTORS} {FOG}")
    assert best(patients) == ("", Basis.WORDS)
    do_jobs()
    assert best(patients) == (DOCTORS, Basis.MEANING)
    (found,) = candidates.for_claim(patients)
    assert found.why == "Same figure a dozen."


def test_a_claim_just_marked_is_compared_by_its_sentence(story, do_jobs):
    article = create_article(story=story, text=f"{PATIENTS} {PIER}")
    create_article(story=story, text=f"{FARE} {DOCTORS} {FOG}")
    do_jobs()
    claim = create_claim(article=article, quote=PATIENTS[:-1])
    assert best(claim) == (DOCTORS, Basis.SENTENCE)
    assert not candidates.compare(claim).standing.is_final
    do_jobs()
    assert best(claim) == (DOCTORS, Basis.MEANING)
    assert candidates.compare(claim).standing.is_final


def test_a_story_is_not_whole_while_a_sentence_has_no_vector(story, patients, do_jobs):
    do_jobs()
    assert candidates.compare(patients).standing.is_final
    create_article(story=story, text=f"{FARE} {DOCTORS} {FOG}")
    assert not candidates.compare(patients).standing.is_final


def test_when_vectors_come_an_older_claim_gets_its_suggestion(story, patients, do_jobs):
    new = doctors(story)
    assert not Link.objects.exists()
    do_jobs()
    link = Link.objects.get()
    assert (link.state, link.decided_by) == (LinkState.SUGGESTED, None)
    assert {link.a, link.b} == {patients, new}
    assert "close in meaning" in " ".join(link.reasons)
    told = patients.events.get(kind=EventKind.SUGGESTED)
    assert told.by is None
    assert "close in meaning" in told.reason


def test_a_suggestion_nobody_decided_on_gets_its_score_anew(story, patients, do_jobs):
    create_claim(
        article=create_article(story=story, text=f"{PATIENTS} {FARE} {FOG}"), quote=PATIENTS
    )
    by_words = Link.objects.get().score
    do_jobs()
    link = Link.objects.get()
    assert link.score != by_words
    like = candidates.for_claim(Claim.objects.get(pk=patients.pk))[0]
    assert (link.score, tuple(link.reasons)) == (like.score, like.reasons)
    assert patients.events.filter(kind=EventKind.SUGGESTED).count() == 1


@pytest.mark.parametrize("decide", [links.reject, links.confirm])
def test_a_decision_outlasts_the_worker(story, patients, do_jobs, decide):
    kind = {"kind": LinkKind.RELATED} if decide is links.confirm else {}
    decide(patients, doctors(story), by=create_reporter(), **kind)
    before = Link.objects.values().get()
    do_jobs()
    assert Link.objects.values().get() == before


def test_a_suggestion_that_is_no_longer_alike_rests(story, patients):
    create_claim(article=create_article(story=story, text=f"{PATIENTS} {FARE}"), quote=PATIENTS)
    Link.objects.update(score=SUGGEST_FROM - 0.01)
    claim = Claim.objects.with_signs().get(pk=patients.pk)
    assert claim.suggestions == 0
    suggestions.refresh(claim)
    assert Claim.objects.with_signs().get(pk=patients.pk).suggestions == 1


def test_comparing_again_adds_nothing(story, patients, do_jobs):
    doctors(story)
    do_jobs()
    before = list(Link.objects.values())
    assert suggestions.refresh_story(story.pk) == []
    assert list(Link.objects.values()) == before


def test_a_pair_scores_the_same_from_either_side(story, patients, do_jobs):
    other = doctors(story)
    do_jobs()
    texts = story_texts.read(story.pk)
    ((_, here),) = candidates.score_claims(patients, texts)
    ((_, there),) = candidates.score_claims(other, texts)
    assert here == there


def test_vectors_that_come_or_go_are_seen_at_once(story, patients, do_jobs):
    create_article(story=story, text=f"{FARE} {DOCTORS} {FOG}")
    do_jobs()
    assert best(patients)[0] == DOCTORS
    patients.revision.sentences.update(vector=None, code=None, vector_model=None)
    Claim.objects.update(vector=None, code=None, vector_model=None)
    assert best(patients) == ("", Basis.WORDS)


def test_only_vectors_that_are_new_are_read(story, patients, do_jobs, django_assert_num_queries):
    doctors(story)
    do_jobs()
    before = story_texts.read(story.pk).vector_of(patients)
    create_claim(article=patients.article, quote=PIER[:-1])
    texts = story_texts.read(story.pk)
    with django_assert_num_queries(0):
        assert (texts.vector_of(patients) == before).all()
    do_jobs()
    texts = story_texts.read(story.pk)
    assert (texts.vector_of(patients) == before).all()
    assert (texts.marked.found, texts.marked.stored.any(axis=1).all()) == (3, True)
