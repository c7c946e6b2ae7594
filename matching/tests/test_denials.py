from __future__ import annotations

import pytest

from matching import DiscrepancyKind, discrepancies
from matching.assertions.english_opposites import OPPOSITES
from matching.assertions.english_verbs import BASES
from matching.text import stem


def test_none_against_some_is_told_once_as_a_count():
    (found,) = discrepancies(
        "None of the crew was hurt in the fire", "Three of the crew were hurt in the fire"
    )
    assert (found.kind, found.value_a, found.value_b) == (DiscrepancyKind.COUNT, "0", "3")


@pytest.mark.parametrize(("form", "base"), [("met", "meet"), ("sank", "sink"), ("sold", "sell")])
def test_an_irregular_form_is_one_of_its_verb(form, base):
    assert BASES[stem(form)] == stem(base)


def test_no_form_stands_for_a_form_of_another_verb():
    assert not set(BASES.values()) & {form for form, base in BASES.items() if form != base}


def test_no_word_is_its_own_opposite():
    assert [one & other for one, other in OPPOSITES if one & other] == []
