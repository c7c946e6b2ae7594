from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

import matching
from matching import StoryIndex, rank, score_many
from matching.tests.test_similarity import CORPUS
from matching.tests.texts import messy

QUERY = "A ferry with 241 people on board ran aground"


def test_the_most_alike_comes_first():
    assert rank(QUERY, CORPUS)[:2] == [2, 0]


def test_equals_keep_their_order():
    assert rank("ferry", ["quay", "ferry", "tide", "ferry"], encoder=None) == [1, 3, 0, 2]


def test_the_installed_model_ranks_what_is_said_in_other_words():
    claim = "Travellers on a vessel that struck a sandbank"
    assert CORPUS[rank(claim, CORPUS)[0]].startswith("Some 241 people were")
    assert CORPUS[rank(claim, CORPUS, encoder=None)[0]].startswith("The car ferry")


def test_an_empty_corpus_ranks_nothing():
    assert rank("ferry", []) == []


def test_scores_are_those_of_an_index():
    assert score_many(QUERY, CORPUS, encoder=None) == StoryIndex(CORPUS).scores(QUERY)


@given(corpus=st.lists(messy, max_size=6), query=messy)
def test_every_index_comes_once_and_scores_never_rise(corpus, query):
    order = rank(query, corpus, encoder=None)
    scores = score_many(query, corpus, encoder=None)
    assert sorted(order) == list(range(len(corpus)))
    assert [scores[at] for at in order] == sorted(scores, reverse=True)


@given(corpus=st.lists(messy, min_size=1, max_size=4), query=messy)
def test_twins_in_the_corpus_score_alike(corpus, query):
    scores = score_many(query, corpus + corpus, encoder=None)
    assert scores[: len(corpus)] == scores[len(corpus) :]


def test_scores_are_the_same_in_every_process():
    code = f"import matching; print(matching.score_many({QUERY!r}, {CORPUS!r}))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert seen == {f"{matching.score_many(QUERY, CORPUS)}{os.linesep}".encode()}
