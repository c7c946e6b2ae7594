from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import StoryIndex, score_story
from matching.tests.texts import messy

FERRY = [
    "The car ferry ran aground on the Calder Bank on Wednesday.",
    "All 241 passengers were taken off the ferry by lifeboat.",
]
ELSEWHERE = [
    "The ferry struck the Calder Bank in fog, the coastguard said.",
    "Lifeboats brought the 241 passengers of the ferry to Selwick.",
]
ANOTHER = [
    "A freight train left the rails near Dunmore on Monday.",
    "The driver of the train was taken to hospital with a broken arm.",
]
TEXTS = FERRY + ELSEWHERE + ANOTHER
GROUPS = ["north", "north", "evening", "evening", "rail", "rail"]


@pytest.fixture(scope="module", params=["with the model", "words only"])
def scores(request):
    if request.param == "words only":
        return score_story(TEXTS, GROUPS, encoder=None)
    return score_story(TEXTS, GROUPS)


def test_each_sentence_finds_its_counterpart_in_the_other_article(scores):
    assert scores[0, 2:].argmax() == 0
    assert scores[1, 2:].argmax() == 1


def test_scores_of_a_story_are_symmetric_and_a_text_is_like_itself(scores):
    assert np.array_equal(scores, scores.T)
    assert np.diag(scores) == pytest.approx(1)


def test_articles_on_different_events_score_lower_than_one_article_would(scores):
    apart = StoryIndex(TEXTS, groups=GROUPS).scores(TEXTS[1], group="north")
    together = StoryIndex(TEXTS).scores(TEXTS[1])
    assert together[5] > apart[5] > 0
    assert apart[3] == together[3]
    assert scores[1, 5] < 0.15


def test_two_short_articles_without_a_word_in_common_are_no_two_events():
    texts = [FERRY[1], "A lifeboat came.", "Rescuers saved everybody.", "Nobody was hurt."]
    groups = ["north", "north", "evening", "evening"]
    apart = StoryIndex(texts, groups=groups).scores(texts[0], group="north")
    assert apart == StoryIndex(texts).scores(texts[0])


def test_an_article_that_is_not_of_the_story_lowers_nothing():
    index = StoryIndex(TEXTS, groups=GROUPS)
    assert index.scores(TEXTS[1]) == StoryIndex(TEXTS).scores(TEXTS[1])
    compared = index.compare(TEXTS[1], [TEXTS[5]], group="north", groups=["rail"])
    assert compared == pytest.approx(index.scores(TEXTS[1], group="north")[5:])


def test_a_story_without_texts_or_with_one_has_its_matrix():
    assert score_story([], []).shape == (0, 0)
    assert score_story(["The ferry sank."], ["north"]) == pytest.approx(np.ones((1, 1)))


def test_every_text_needs_its_article():
    with pytest.raises(ValueError, match="2 texts need as many groups, not 1"):
        score_story(FERRY, ["north"], encoder=None)


@pytest.mark.parametrize("texts", [["", ""], ["…", "🎉"], ["船が岸に"] * 2, ["Паром", "Судно"]])
def test_texts_of_any_kind_have_scores(texts):
    scores = score_story(texts, ["one", "other"])
    assert scores.shape == (2, 2)
    assert ((scores >= 0) & (scores <= 1)).all()


@given(texts=st.lists(messy, max_size=5), parts=st.integers(1, 3))
def test_scores_of_a_story_lie_between_nought_and_one(texts, parts):
    groups = [at % parts for at in range(len(texts))]
    scores = score_story(texts, groups, encoder=None)
    assert np.array_equal(scores, scores.T)
    assert ((scores >= 0) & (scores <= 1)).all()
