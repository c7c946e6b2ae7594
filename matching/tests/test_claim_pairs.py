from __future__ import annotations

import pytest

from matching import discrepancies
from matching.tests.claim_pairs import ASSERTIONS, FIGURES, SOURCES
from matching.tests.close_pairs import AGES, APART, CLOSE, HEDGED
from matching.tests.denial_pairs import ACTS, DENIALS, NONE, RUNS

EVERY = (
    FIGURES + ASSERTIONS + SOURCES + NONE + DENIALS + ACTS + RUNS + HEDGED + CLOSE + AGES + APART
)


def found(a, b, kind):
    return {str(each.grade) for each in discrepancies(a, b) if each.kind == kind} or {"none"}


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: f"{pair.kind}: {pair.a} / {pair.b}")
def test_a_pair_is_judged_as_an_editor_would(pair):
    assert found(pair.a, pair.b, pair.kind) == {pair.grade}


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: f"{pair.kind}: {pair.a} / {pair.b}")
def test_swapping_a_pair_swaps_the_sides(pair):
    there, back = discrepancies(pair.a, pair.b), discrepancies(pair.b, pair.a)
    sides = [(d.kind, d.grade, d.value_a, d.span_a, d.value_b, d.span_b) for d in there]
    turned = [(d.kind, d.grade, d.value_b, d.span_b, d.value_a, d.span_a) for d in back]
    assert sorted(sides) == sorted(turned)


def test_the_table_holds_enough_of_every_grade():
    assert len(EVERY) >= 150
    assert {pair.grade for pair in EVERY} == {"none", "note", "conflict"}
