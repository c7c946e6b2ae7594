"""What two texts share as copy, and what they may share without being copies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import matching
from matching import Passage, Span, containment, passages, shared_copy, shared_passages
from matching.overlap.quoted import quoted
from matching.sentences import paragraphs
from matching.tests.growth import grows_linearly

WIRE = (
    "The car ferry Ardent Tide ran aground on the Calder Bank late on Wednesday after its steering"
    " failed in a heavy swell, the coastguard said.\n\n"
    "All 241 people on board were brought ashore by lifeboats before midnight, and twelve of them"
    " were treated for cuts and cold in the church hall.\n\n"
    "The bank lies an hour off Selwick and has claimed nine ships since the light was moved."
)
EDITED = (
    "A car ferry ran aground on the Calder Bank late on Wednesday after its steering failed in a"
    " heavy swell, officials said, in the second such accident this year.\n\n"
    "All 241 passengers and crew were brought ashore by lifeboats before midnight; a dozen of them"
    " were treated for cuts and cold."
)
OWN = (
    "Ida Marsh was pouring coffee when the floor of the Ardent Tide tilted under her feet.\n\n"
    "Two hours later she stood on the quay at Selwick, wrapped in a blanket that smelled of diesel,"
    " one of 241 who got off the stranded ferry alive."
)
QUOTES = [
    "“{}”", "„{}“", "„{}”", "”{}”", "«{}»", "« {} »", "»{}«", "‹{}›", "‘{}’", '"{}"', "'{}'",
]  # fmt: skip
SPEECH = (
    "We heard a bang and then nothing on the bridge worked any more. It was dark and everybody"
    " ran for the boats at once. Nobody told the passengers where the jackets were kept"
)
STOCK = [
    "The transport ministry did not immediately respond to a request for comment.",
    "Marrow Lines, which owns the ferry and two others, declined to comment on the cause of it.",
    "The official spoke on condition of anonymity since he was not authorised to brief the press.",
    "The figures that were given by the two sides could not be independently verified on Thursday.",
]


def shares(a: str, b: str) -> bool:
    found = shared_copy(passages(a), passages(b))
    assert bool(found.grams) == bool(shared_passages(a, b))
    return found.grams > 0


def test_a_reprint_shares_all_of_itself():
    found = shared_copy(passages(WIRE), passages(WIRE))
    assert (found.paragraphs, found.a, found.b) == (3, 1.0, 1.0)


def test_a_lightly_edited_copy_is_one():
    found = shared_copy(passages(WIRE), passages(EDITED))
    assert found.paragraphs == 2
    assert found.b > 0.3 > found.a > 0.2


def test_an_independent_report_of_the_same_event_is_none():
    assert not shares(WIRE, OWN)


def test_it_does_not_matter_where_paragraphs_begin():
    assert shares(WIRE, WIRE.replace("\n\n", " "))
    assert shares(WIRE.replace("\n\n", " "), OWN + "\n\n" + WIRE.split("\n\n")[2])


@pytest.mark.parametrize("marks", QUOTES)
def test_one_speech_in_two_reports_is_no_copy(marks):
    said = marks.format(SPEECH)
    one = f"Tom Marsh was on deck when it happened: {said}, he told the inquiry in Selwick."
    other = f"{said}, was how the deckhand put it to our reporter over tea on the next day."
    assert not shares(f"{WIRE}\n\n{one}", f"{OWN}\n\n{other}")


def test_a_speech_of_several_paragraphs_is_quoted_to_its_end():
    parts = SPEECH.split(". ")
    printed = ["“" + ".\n\n“".join(parts) + "”", "“" + ".\n\n".join(parts) + "”"]
    for speech in printed:
        inside = quoted(speech, paragraphs(speech))
        assert [span.of(speech).rstrip(".") for span in inside] == parts
    assert not shares(f"{OWN}\n\n{printed[0]}", f"{WIRE}\n\n{printed[1]}")


def test_an_apostrophe_opens_no_quotation():
    text = "The skippers' boats of the '90s and the pilots' own don't count; 'tis a small harbour"
    assert quoted(text, [Span(0, len(text))]) == [] or len(passages(text)) == 1


@pytest.mark.parametrize("sentence", STOCK)
def test_what_every_report_says_is_no_copy(sentence):
    assert not shares(f"{WIRE} {sentence}", f"{OWN}\n\n{sentence}")
    assert not shares(f"{WIRE}\n\n{sentence}", f"{OWN}\n\n{sentence}")


def test_names_numbers_and_words_of_reporting_are_no_copy():
    named = "the United Nations Office for the Coordination of Humanitarian Affairs said on Tuesday"
    assert not shares(f"Flour is short, {named}.", f"Boats are short too, {named}.")


def test_grams_that_stand_in_many_stories_count_for_nothing():
    known = frozenset(gram for one in passages(EDITED) for gram in one.grams)
    assert shared_copy(passages(WIRE), passages(EDITED), without=known).grams == 0


def test_eight_words_in_a_row_that_are_a_quarter_of_a_paragraph_are_enough():
    row = "brought ashore by lifeboats before midnight in blankets"
    words = " ".join(f"word{letter}" for letter in "abcdefghijkl")
    assert shares(f"{row} {words}", f"{words.replace('word', 'other')} {row}")
    assert not shares(f"{row.rsplit(' ', 1)[0]} {words}", f"{row} {words.replace('word', 'x')}")
    long = " ".join(f"more{letter}" for letter in "abcdefghijkl")
    assert not shares(f"{row} {words} {long}", f"{words.replace('word', 'x')} {row} {long.upper()}")


def test_containment_is_of_the_part_in_the_whole():
    assert containment([1, 2, 2, 3], {2, 3, 4, 5, 6}) == pytest.approx(2 / 3)
    assert containment([], {1}) == 0.0


def test_a_passage_says_where_its_paragraph_stands():
    text = f"Ferry aground\n\n{WIRE}"
    found = passages(text)
    assert [one.position for one in found] == [1, 2, 3]
    assert [text[one.start : one.end] for one in found] == WIRE.split("\n\n")
    assert isinstance(found[0], Passage)


def test_grams_are_the_same_in_every_process():
    code = "import matching; print(matching.passages(input())[0].grams)"
    line = WIRE.split("\n\n")[0]
    said = subprocess.run(
        [sys.executable, "-c", code],
        input=line, capture_output=True, text=True, check=True,
        cwd=Path(matching.__file__).parents[1], env={"PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert said.stdout.strip() == str(passages(line)[0].grams)
    assert passages(line)[0].grams[0] == FIRST_GRAM


# What is stored depends on it: another number here means that every passage must be made anew.
FIRST_GRAM = 5030534759355396971


def test_runs_are_the_same_words_on_both_sides():
    found = shared_passages(WIRE, EDITED)
    assert [one.a.of(WIRE)[:12] for one in found] == ["The car ferr", "All 241 peop"]
    for one in found:
        for a, b in one.runs:
            assert a.of(WIRE).lower().split() == b.of(EDITED).lower().split()
            assert one.b.start <= b.start < b.end <= one.b.end
    assert "Calder Bank late on Wednesday" in found[0].runs[-1][0].of(WIRE)
    assert 0.25 <= found[0].share < 1.0


def test_a_quotation_inside_copied_words_is_shown_with_them():
    told = f"It struck the outer bank near the old light, “{SPEECH},” a deckhand told the inquest."
    before, after = "A night to forget for the crew of it. ", " The tide had turned by then."
    (found,) = shared_passages(before + told, told + after)
    assert SPEECH in found.runs[0][0].of(before + told)


def test_typography_makes_no_difference():
    assert shares(WIRE, WIRE.replace(",", " –").replace(" on ", "\u00a0on "))


@given(a=st.text(max_size=200), b=st.text(max_size=200))
def test_any_text_is_read_and_sharing_is_symmetric(a, b):
    one, other = shared_copy(passages(a), passages(b)), shared_copy(passages(b), passages(a))
    assert (one.grams, one.a, one.b) == (other.grams, other.b, other.a)
    assert bool(one.grams) == bool(shared_passages(a, b))


@pytest.mark.parametrize("piece", ["tide ran 'x ", "so “it\n\n"])
def test_reading_and_aligning_are_linear(piece):
    assert grows_linearly(lambda text: shared_passages(text[: len(text) // 4], text), piece)
