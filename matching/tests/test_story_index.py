from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import StoryIndex, encoder, story_words
from matching.encoder import DIMENSIONS
from matching.tests.texts import messy

STORY = [
    "The car ferry ran aground on the Calder Bank on Wednesday.",
    "Marrow Lines said the ship had lost her steering.",
    "Some 241 people were on board the vessel when it grounded.",
    "The lifeboat was launched at 7.08pm.",
    "A harbour pilot blamed the strong tide.",
]
CLAIM = "A boat carrying about 240 passengers hit a sandbank."


@pytest.fixture(scope="module")
def minilm():
    found = encoder.installed()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def story(minilm):
    return StoryIndex(STORY, minilm.encode(STORY))


def test_meaning_finds_what_words_do_not(minilm, story):
    vector = minilm.encode([CLAIM])[0]
    with_vectors, words_only = story.scores(CLAIM, vector), story.scores(CLAIM)
    assert max(with_vectors) == with_vectors[2] > words_only[2]
    assert words_only[2] < max(words_only)


def test_the_text_itself_scores_one(minilm, story):
    assert story.scores(STORY[0], minilm.encode(STORY)[0])[0] == pytest.approx(1.0, abs=1e-3)


def test_other_texts_score_the_same_in_an_index_of_their_own_and_when_compared(minilm, story):
    vector, others = minilm.encode([CLAIM])[0], [CLAIM, "The steering gear had failed.", "Tea."]
    vectors = minilm.encode(others)
    beside = StoryIndex(others, vectors, within=story)
    compared = story.compare(CLAIM, others, vector=vector, vectors=vectors)
    assert beside.scores(CLAIM, vector) == pytest.approx(compared, abs=1e-5)
    assert beside.scores(CLAIM) == pytest.approx(story.compare(CLAIM, others), abs=1e-5)


def test_an_index_that_grew_scores_as_one_of_all_its_texts(minilm, story):
    vector, texts = minilm.encode([CLAIM])[0], [CLAIM, "Tea.", "The steering gear had failed."]
    vectors = minilm.encode(texts)
    first = StoryIndex(texts[:1], vectors[:1], within=story)
    grown = StoryIndex(texts, vectors, within=story, after=first)
    whole = StoryIndex(texts, vectors, within=story)
    assert grown.scores(CLAIM, vector) == whole.scores(CLAIM, vector)
    assert grown.scores(texts[2]) == whole.scores(texts[2])
    assert len(first.scores(CLAIM)) == len(first) == 1


def test_an_index_that_grew_often_scores_as_one_of_all_its_texts(monkeypatch):
    monkeypatch.setattr(story_words, "PARTS", 3)
    story = StoryIndex(STORY)
    texts = [STORY[3], *(f"Ferry {at} had lost her steering." for at in range(9)), STORY[3]]
    grown = None
    for count in range(len(texts) + 1):
        grown = StoryIndex(texts[:count], within=story, after=grown)
    assert grown.scores(STORY[1]) == StoryIndex(texts, within=story).scores(STORY[1])
    assert grown.scores(STORY[3])[0] == grown.scores(STORY[3])[-1] == 1.0


def test_an_index_may_follow_one_whose_texts_are_gone(story):
    before = StoryIndex(["Tea.", CLAIM], within=story)
    texts = ["The pilot blamed the tide.", CLAIM]
    after = StoryIndex(texts, within=story, after=before)
    assert after.scores(CLAIM) == StoryIndex(texts, within=story).scores(CLAIM)


def test_a_text_of_the_story_scores_the_same_when_it_is_compared(minilm, story):
    vector, vectors = minilm.encode([CLAIM])[0], minilm.encode(STORY)
    compared = story.compare(CLAIM, STORY, vector=vector, vectors=vectors)
    assert compared == pytest.approx(story.scores(CLAIM, vector), abs=1e-5)


def test_comparing_turns_round(minilm, story):
    one, other = minilm.encode([CLAIM, STORY[2]])
    there = story.compare(CLAIM, [STORY[2]], vector=one, vectors=other[None, :])
    back = story.compare(STORY[2], [CLAIM], vector=other, vectors=one[None, :])
    assert there == pytest.approx(back, abs=1e-5)


def test_a_text_without_a_vector_is_compared_by_its_words(minilm):
    vectors = minilm.encode(STORY)
    vectors[0] = 0
    vector = minilm.encode([CLAIM])[0]
    scores = StoryIndex(STORY, vectors).scores(CLAIM, vector)
    assert scores[0] == StoryIndex(STORY).scores(CLAIM)[0]
    assert scores[2] > StoryIndex(STORY).scores(CLAIM)[2]


def test_stored_halves_are_as_good_as_the_vectors_made(minilm, story):
    halves = minilm.encode(STORY).astype(np.float16)
    vector = minilm.encode([CLAIM])[0]
    stored = StoryIndex(STORY, halves).scores(CLAIM, vector.astype(np.float16))
    assert stored == pytest.approx(story.scores(CLAIM, vector), abs=2e-3)


def test_vectors_must_be_as_many_as_texts():
    with pytest.raises(ValueError, match="2 texts need vectors"):
        StoryIndex(["ferry", "sea"], np.zeros((3, DIMENSIONS)))


@given(texts=st.lists(messy, max_size=4), query=messy)
def test_scores_lie_between_nought_and_one_whatever_the_vectors(texts, query):
    vectors = np.ones((len(texts), DIMENSIONS))  # all alike: nothing is left without their mean
    for index in (StoryIndex(texts), StoryIndex(texts, vectors)):
        for scores in (index.scores(query), index.scores(query, -np.ones(DIMENSIONS))):
            assert len(scores) == len(index) == len(texts)
            assert all(0.0 <= score <= 1.0 for score in scores)
