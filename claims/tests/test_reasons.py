"""Why two places may say the same, in phrases."""

from __future__ import annotations

import pytest

from claims import reasons
from claims.reasons import CLOSE_FROM, NAMED, NOT_FAR_FROM, VERY_CLOSE_FROM

QUOTE = "Some 241 people left Selwick on the Ardent Tide."


@pytest.mark.parametrize(
    ("shared", "near", "expected"),
    [
        (["241", "people"], 0.0, ("shares 241, people",)),
        (["Selwick", "Ardent"], 0.0, ("names Selwick, Ardent",)),
        (["Some", "Tide", "241"], 0.0, ("names Tide", "shares Some, 241")),
        (["241"], CLOSE_FROM, ("shares 241", "close in meaning")),
        ([], VERY_CLOSE_FROM, ("very close in meaning",)),
        ([], NOT_FAR_FROM, ("not far in meaning",)),
        (["241"], NOT_FAR_FROM, ("shares 241",)),
        ([], 0.0, ("alike in spelling",)),
        ([], -0.5, ("alike in spelling",)),
    ],
)
def test_phrases_say_what_is_shared_and_how_near_it_is(shared, near, expected):
    assert reasons.why(QUOTE, shared=shared, near=near) == expected


def test_a_figure_that_agrees_is_told_as_one_and_not_again_as_a_word():
    found = reasons.why(QUOTE, shared=["241", "people", "left"], near=0.0, figures=["241 people"])
    assert found == ("same figure 241 people", "shares left")


def test_one_source_of_both_is_told():
    found = reasons.why(QUOTE, shared=["left"], near=0.0, source="the coastguard")
    assert found == ("shares left", "both from the coastguard")


def test_a_phrase_names_no_more_words_than_somebody_reads():
    words = [f"w{number}" for number in range(NAMED + 3)]
    (phrase,) = reasons.why(QUOTE, shared=words, near=0.0)
    assert phrase.count(",") == NAMED - 1
