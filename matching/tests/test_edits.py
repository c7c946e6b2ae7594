from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from matching import Edit, EditKind, paragraph_pairs, word_diff
from matching.tests.growth import grows_linearly
from matching.tests.texts import any_text

EQUAL, REMOVED, ADDED = EditKind
LINES = "The ferry ran aground at six.\n\nNobody was hurt, the master said.\n\nThe tide turned."


def shown(old, new):
    signs = {EQUAL: "", REMOVED: "-", ADDED: "+"}
    return [signs[edit.kind] + edit.text for edit in word_diff(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("Six were hurt.", "Six were hurt.", ["Six were hurt."]),
        ("Six were hurt.", "Nine were hurt.", ["-Six ", "+Nine ", "were hurt."]),
        ("Six were hurt", "Six were badly hurt", ["Six were ", "+badly ", "hurt"]),
        ("He left, she said.", "He left.", ["He left", "-, she said", "."]),
        ("a long wet day", "a short and dry day", ["a ", "-long wet ", "+short and dry ", "day"]),
        ("old and grey boat", "new and red boat", ["-old and grey ", "+new and red ", "boat"]),
        ("It cost $5m.", "It cost $6m.", ["It cost ", "-$5m", "+$6m", "."]),
        ("死者は四人", "死者は五人", ["死者は", "-四", "+五", "人"]),
        ("", "New.", ["+New."]),
        ("Old.", "", ["-Old."]),
        ("", "", []),
    ],
)  # fmt: skip
def test_words_removed_and_added_are_told(old, new, runs):
    assert shown(old, new) == runs


def test_blanks_alone_are_no_change():
    assert word_diff("The  ferry\nsank", "The ferry sank") == [
        Edit(EQUAL, "The  ferry\nsank", "The ferry sank")
    ]


@given(any_text, any_text)
def test_the_runs_hold_both_texts_and_no_two_of_a_kind_meet(old, new):
    edits = word_diff(old, new)
    assert "".join(edit.old for edit in edits) == old
    assert "".join(edit.new for edit in edits) == new
    kinds = [edit.kind for edit in edits]
    assert all(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize("piece", ["a b ", "“"])
def test_a_hostile_text_costs_no_more_than_its_length(piece):
    assert grows_linearly(lambda text: word_diff(text, f"x {text[7:]} y"), piece)


def test_a_book_with_an_edit_at_both_ends_is_still_read_word_by_word():
    old = " ".join(f"word{number} and" for number in range(10_000))
    changed = [edit for edit in word_diff(f"A {old} b", f"C {old} d") if edit.kind is not EQUAL]
    assert [edit.text for edit in changed] == ["A ", "C ", "b", "d"]


def pairs(old, new):
    found = paragraph_pairs(old, new)
    return [(one and one.of(old), other and other.of(new)) for one, other in found]


def test_a_changed_paragraph_stands_beside_what_it_became():
    new = LINES.replace("six", "nine").replace("The tide turned.", "A tug came from Marrow.")
    first, second, third = LINES.split("\n\n")
    assert pairs(LINES, new) == [
        (first, first.replace("six", "nine")),
        (second, second),
        (third, None),
        (None, "A tug came from Marrow."),
    ]


def test_a_new_paragraph_stands_alone():
    new = LINES.replace("\n\nNobody", "\n\nA lifeboat came at once.\n\nNobody")
    assert [pair for pair in pairs(LINES, new) if None in pair] == [
        (None, "A lifeboat came at once.")
    ]


@given(any_text, any_text)
def test_every_paragraph_stands_in_one_row_in_its_order(old, new):
    found = paragraph_pairs(old, new)
    for side in (0, 1):
        spans = [pair[side] for pair in found if pair[side]]
        assert spans == sorted(spans)
    assert all(pair != (None, None) for pair in found)
    assert len([1 for one, _ in found if one]) == len(paragraph_pairs(old, old))
