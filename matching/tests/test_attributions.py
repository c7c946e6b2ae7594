"""Who says so: eighty sentences, and what an editor is shown for them."""

from __future__ import annotations

import pytest

from matching import Strength, attributions
from matching.tests.attributed import ALL, Said

OUTLETS = ["Harbour Post", "Northwire"]


def find(said: Said):
    return attributions(said.claim, before=said.before, after=said.after, outlets=OUTLETS)


def named(said: Said) -> str:
    return said.before + said.claim + said.after


@pytest.mark.parametrize("said", [one for one in ALL if one.strength], ids=named)
def test_it_is_found_who_says_so(said):
    first = find(said)[0]
    assert first.chain == said.chain
    assert (first.strength, first.is_named) == (said.strength, said.is_named)


@pytest.mark.parametrize("said", [one for one in ALL if not one.strength], ids=named)
def test_what_nobody_is_said_to_say_is_the_outlets_own(said):
    assert find(said) == []


def test_there_are_sentences_of_every_kind():
    assert len(ALL) >= 60
    assert {one.strength for one in ALL if one.strength} == set(Strength)
