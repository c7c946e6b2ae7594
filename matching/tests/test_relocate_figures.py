"""A figure in other words is followed, another figure is never taken over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import CONTEXT, Outcome, relocate
from matching.tests.relocations import SENTENCES
from matching.tests.test_figures_read_back import in_words

WRITTEN = [in_words, "{}".format, "{:,}".format]
TEXT = f"{SENTENCES['tide']} Police say that {{}} people were hurt there. {SENTENCES['channel']}"
CLAIMS = ["{}", "{} people", "that {}", "that {} people were hurt", "Police say that {} people"]
EDGES = [
    ("[[two people]] were held", "twenty-two people were held"),
    ("[[two people]] were held", "one hundred and two people were held"),
    ("[[two people]] were held", "nearly two people were held"),
    ("[[$3]] was paid", "$3 million was paid"),
    ("[[3 million]] was paid", "€3 million was paid"),
    ("it rose [[to forty]] in May", "it rose to forty-four in May"),
    ("it rose [[by 4]] percent", "it rose by 4 points"),
    ("it took [[4]] hours", "it took 4 days"),
    ("[[few people]] came", "a few people came"),
]

numbers = st.integers(2, 1_799)  # beyond, digits alone are a year
shapes = st.sampled_from(WRITTEN)


def follow(claim, old, new):
    start = old.index(claim)
    prefix, suffix = old[max(0, start - CONTEXT) : start], old[start + len(claim) :][:CONTEXT]
    return relocate(claim, prefix, suffix, old, new, start=start)


@settings(max_examples=60)
@given(one=numbers, other=numbers, was=shapes, now=shapes, claim=st.sampled_from(CLAIMS))
def test_another_figure_is_never_taken_over(one, other, was, now, claim):
    old, new = TEXT.format(was(one)), TEXT.format(now(other))
    found = follow(claim.format(was(one)), old, new)
    assert (found.outcome is Outcome.VALUE_CHANGED) == (one != other)
    assert new[found.start : found.end] == claim.format(now(other))


@pytest.mark.parametrize(("was", "now"), EDGES)
def test_a_figure_that_words_beside_the_claim_change_is_another(was, now):
    claim = was[was.index("[[") + 2 : was.index("]]")]
    old = TEXT.format(was.replace("[[", "").replace("]]", "") + " as some")
    found = follow(claim, old, TEXT.format(now + " as some"))
    assert found.outcome is Outcome.VALUE_CHANGED


@pytest.mark.parametrize("start", [-5, 10_000, None])
def test_a_wrong_start_is_no_worse_than_none(start):
    old = TEXT.format(40)
    found = relocate(old[:20], "", old[20:50], old, f"{old} More.", start=start)
    assert (found.outcome, found.start, found.end) == (Outcome.UNCHANGED, 0, 20)
