from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import StoryIndex
from matching.similarity import LONGEST
from matching.tests.growth import grows_linearly
from matching.tests.texts import messy

CORPUS = [
    "The car ferry ran aground on the Calder Bank on Wednesday.",
    "Marrow Lines said the ship had lost her steering.",
    "Some 241 people were on board the ferry when it grounded.",
    "The lifeboat was launched at 7.08pm.",
]


def test_the_text_itself_scores_one_and_comes_first():
    scores = StoryIndex(CORPUS).scores(CORPUS[0])
    assert scores[0] == 1.0
    assert max(scores[1:]) < 0.5


def test_forms_and_spellings_of_words_still_count():
    scores = StoryIndex(CORPUS).scores("Ferries grounding off the Caldar bank")
    assert scores[0] > 2 * scores[1]
    assert scores[2] > 2 * scores[3]


def test_rare_words_of_the_corpus_weigh_more_than_common_ones():
    corpus = ["ferry aground", "ferry afloat", "ferry ashore", "lifeboat afloat"]
    scores = StoryIndex(corpus).scores("ferry lifeboat")
    assert scores[3] > scores[1]


def test_a_corpus_of_one_text_works():
    index = StoryIndex(["The ferry ran aground."])
    assert index.scores("The ferry ran aground.") == [1.0]
    assert 0.0 < index.scores("A ferry sank.")[0] < 1.0


@pytest.mark.parametrize("query", ["", "…", "🎉"])
def test_a_query_without_words_is_like_nothing(query):
    assert StoryIndex([*CORPUS, ""]).scores(query) == [0.0] * 5


def test_an_empty_corpus_has_no_scores():
    assert StoryIndex([]).scores("ferry") == []
    assert len(StoryIndex([])) == 0


def test_words_unknown_to_the_corpus_lower_the_score():
    index = StoryIndex(CORPUS)
    plain, longer = index.scores("ferry aground"), index.scores("ferry aground zeppelin")
    assert 0.0 < longer[0] < plain[0]


def test_a_word_repeated_counts_once():
    assert StoryIndex(["ferry ferry ferry"]).scores("ferry ferry") == [1.0]


def test_only_the_beginning_of_an_endless_text_is_compared():
    endless = "ferry " * LONGEST
    assert StoryIndex([endless]).scores(endless + "zeppelin") == [1.0]


@given(corpus=st.lists(messy, max_size=5), query=messy)
def test_a_text_of_the_corpus_scores_the_same_when_it_is_compared(corpus, query):
    index = StoryIndex(corpus)
    assert index.compare(query, corpus) == pytest.approx(index.scores(query))


@given(corpus=st.lists(messy, max_size=5), a=messy, b=messy)
def test_comparing_turns_round(corpus, a, b):
    index = StoryIndex(corpus)
    assert index.compare(a, [b]) == pytest.approx(index.compare(b, [a]))


def test_texts_outside_the_corpus_are_weighed_by_it():
    index = StoryIndex(["ferry aground", "ferry afloat", "ferry ashore", "lifeboat afloat"])
    common, rare = index.compare("ferry lifeboat", ["ferry late", "lifeboat late"])
    assert rare > common


@given(corpus=st.lists(messy, max_size=5), query=messy)
def test_scores_lie_between_nought_and_one(corpus, query):
    scores = StoryIndex(corpus).scores(query)
    assert len(scores) == len(corpus)
    assert all(0.0 <= score <= 1.0 for score in scores)


def test_indexing_takes_time_in_proportion_to_the_corpus():
    assert grows_linearly(lambda text: StoryIndex(text.split(".")), " The ferry ran aground.")
