from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import score_many, score_pairs
from matching.tests.test_similarity import CORPUS
from matching.tests.texts import messy

pairs = st.lists(st.tuples(messy, messy), max_size=4)


def test_a_pair_on_one_fact_scores_above_a_pair_on_two():
    same, other = score_pairs(
        [(CORPUS[0], "The ferry grounded on the Calder Bank."), (CORPUS[0], CORPUS[3])]
    )
    assert same > 0.3 > other


def test_one_pair_alone_can_be_scored():
    assert score_pairs([(CORPUS[0], CORPUS[0])]) == [1.0]
    assert score_pairs([("ferry", "")]) == [0.0]
    assert score_pairs([]) == []


def test_pairs_score_as_a_query_of_the_same_corpus_does():
    scored = score_pairs([(CORPUS[0], text) for text in CORPUS])
    assert scored == pytest.approx(score_many(CORPUS[0], CORPUS))


@given(pairs=pairs)
def test_scores_lie_between_nought_and_one_and_turn_round(pairs):
    scores = score_pairs(pairs)
    assert all(0.0 <= score <= 1.0 for score in scores)
    turned = score_pairs([(b, a) for a, b in pairs])
    assert turned == pytest.approx(scores, abs=2e-6)  # sums in another order, then rounded


@given(pairs=pairs)
def test_a_pair_given_twice_changes_nothing(pairs):
    assert score_pairs(pairs + pairs) == score_pairs(pairs) * 2
