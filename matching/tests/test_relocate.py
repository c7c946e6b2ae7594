from __future__ import annotations

import pytest

from matching import CONTEXT, Outcome, Relocation, relocate
from matching.tests import hard_relocations, more_relocations
from matching.tests.growth import grows_linearly
from matching.tests.relocations import AMONG_OTHERS, ARTICLES, SENTENCES
from matching.tests.test_documentation import PAGE

OLD = f"{SENTENCES['tide']} {SENTENCES['blaze']} {SENTENCES['channel']}"
QUOTE = SENTENCES["blaze"]
HOSTILE = ["a ", "4 were killed. ", "Kerr ", "“"]


def follow(quote, old, new, start):
    prefix, suffix = old[max(0, start - CONTEXT) : start], old[start + len(quote) :][:CONTEXT]
    return relocate(quote, prefix, suffix, old, new, start=start)


CASES = [
    *AMONG_OTHERS,
    *ARTICLES,
    *hard_relocations.AMONG_OTHERS,
    *hard_relocations.ARTICLES,
    *more_relocations.AMONG_OTHERS,
    *more_relocations.ARTICLES,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.quote[:40])
def test_a_claim_is_followed_as_an_editor_would(case):
    found = follow(case.quote, case.old, case.new, case.start)
    assert found.outcome == case.outcome
    if case.words:
        assert case.new[found.start : found.end] == case.words


def test_without_a_start_quote_and_context_tell_the_place():
    start = OLD.index(QUOTE)
    prefix, suffix = OLD[start - CONTEXT : start], OLD[start + len(QUOTE) :][:CONTEXT]
    new = f"A lead. {OLD}"
    expected = Relocation(Outcome.UNCHANGED, start + 8, start + 8 + len(QUOTE), 1.0)
    assert relocate(QUOTE, prefix, suffix, OLD, new) == expected


def test_a_quote_that_stands_twice_is_ambiguous_when_nothing_tells_which():
    old = f"{QUOTE} {QUOTE} {QUOTE}"
    found = relocate(QUOTE, "", "", old, f"{old} More.")
    assert found == Relocation(Outcome.AMBIGUOUS, None, None, 1.0)


def test_without_any_context_two_places_are_not_told_apart_by_the_text_s_edges():
    old = f"{QUOTE} Police came. {QUOTE} The tide rose."
    assert relocate(QUOTE, "", "", old, f"{old} More.").outcome is Outcome.AMBIGUOUS
    new = old.replace("Police came.", "Police came at once.")
    found = relocate(QUOTE, "", " Police came.", old, new)
    assert new[found.start : found.end] == QUOTE
    assert found.start == 0


def test_a_quote_that_the_old_text_does_not_hold_is_followed_by_its_context():
    found = relocate(QUOTE, "of it. ", " The harbour", "", OLD)
    assert OLD[found.start : found.end] == QUOTE


@pytest.mark.parametrize("quote", ["", " ", "\n"])
def test_a_quote_of_nothing_is_lost(quote):
    assert relocate(quote, "", "", OLD, OLD + "x", start=0).outcome is Outcome.LOST


def test_signs_alone_are_found_where_they_stand_once():
    assert follow("—", "a — b", "c, a — b", 2) == Relocation(Outcome.UNCHANGED, 5, 6, 1.0)
    assert follow("—", "a — b", "d — e — f", 2).outcome is Outcome.AMBIGUOUS
    assert follow("—", "a — b", "a, b", 2).outcome is Outcome.LOST


def test_the_score_is_the_share_of_words_kept():
    new = OLD.replace("blaze", "fire")
    assert follow(QUOTE, OLD, new, OLD.index(QUOTE)).score == 0.9


@pytest.mark.parametrize("piece", HOSTILE)
def test_following_takes_time_in_proportion_to_the_text(piece):
    def work(text):
        half = len(text) // 2
        old = f"{text[:half]} Zeta died. {text[half:]}"
        follow("Zeta died.", old, old.replace("died", "lived"), half + 1)

    assert grows_linearly(work, piece)


def test_a_claim_of_many_sentences_is_followed_as_a_whole():
    old = " ".join(f"Boat {number} was seen by {number} men." for number in range(400))
    new = old.replace("Boat 200 was seen", "Boat 200 was lost")
    assert follow(old, old, new, 0).outcome is Outcome.REWORDED
    assert follow(old, old, new.replace("20 men", "21 men"), 0).outcome is Outcome.VALUE_CHANGED


def known_errors():
    page = PAGE.read_text()
    table = page[page.index("| old | new | answer") :].split("\n\n")[0]
    return [[cell.strip() for cell in row.split("|")[1:5]] for row in table.splitlines()[2:]]


@pytest.mark.parametrize(("old", "new", "answer", "better"), known_errors())
def test_the_page_tells_what_goes_wrong(old, new, answer, better):
    around = f"{SENTENCES['tide']} {{}} {SENTENCES['channel']}"
    old_text, new_text = around.format(old), around.format(new)
    found = follow(old, old_text, new_text, old_text.index(old))
    assert found.outcome == answer
    assert not better.startswith(answer)
