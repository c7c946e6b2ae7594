from __future__ import annotations

import pytest
from hypothesis import given

from matching import CONTEXT, Span, TextQuoteSelector, describe, find
from matching.tests.texts import selections

TEXT = "The ferry sailed at six. The pump failed. The ferry sailed on. The tide turned."


def test_a_quote_is_described_with_its_context():
    quote = describe(TEXT, 25, 40)
    assert quote.exact == "The pump failed"
    assert quote.prefix == "The ferry sailed at six. "
    assert quote.suffix == ". The ferry sailed on. The tide "
    assert len(quote.suffix) == CONTEXT


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1)])
def test_a_quote_must_lie_in_the_text(start, end):
    with pytest.raises(ValueError, match="No quote"):
        describe(TEXT, start, end)


@given(selections())
def test_a_described_quote_is_found_again_where_it_was(selection):
    text, start, end = selection
    assert find(text, describe(text, start, end), hint=start) == Span(start, end)


@given(selections())
def test_without_a_hint_the_answer_is_right_or_none(selection):
    text, start, end = selection
    assert find(text, describe(text, start, end)) in {Span(start, end), None}


def test_context_tells_repeated_words_apart_before_the_hint_does():
    quote = TextQuoteSelector("The ferry sailed", prefix="pump failed. ", suffix=" on.")
    assert find(TEXT, quote, hint=0) == Span(42, 58)


@pytest.mark.parametrize(("prefix", "suffix"), [("The rudder failed. ", ""), ("", " on deck")])
def test_the_place_that_shares_most_context_wins_when_none_has_all_of_it(prefix, suffix):
    quote = TextQuoteSelector("The ferry sailed", prefix=prefix, suffix=suffix)
    assert find(TEXT, quote) == Span(42, 58)


@pytest.mark.parametrize(("hint", "start"), [(0, 4), (30, 46), (25, 4), (26, 46), (900, 46)])
def test_the_hint_settles_what_context_cannot(hint, start):
    assert find(TEXT, TextQuoteSelector("ferry"), hint=hint) == Span(start, start + 5)


def test_without_a_hint_equal_places_are_no_place():
    assert find(TEXT, TextQuoteSelector("ferry")) is None


@pytest.mark.parametrize("exact", ["The pump held", "", "the pump failed"])
def test_words_that_are_not_there_are_not_found(exact):
    assert find(TEXT, TextQuoteSelector(exact), hint=25) is None


def test_the_only_place_is_found_though_its_surroundings_changed():
    quote = TextQuoteSelector("The pump failed", prefix="At noon. ", suffix=", they said")
    assert find(TEXT, quote) == Span(25, 40)


def test_a_very_common_word_in_changed_surroundings_is_not_guessed():
    quote = TextQuoteSelector("sea", prefix="open ")
    assert find("sea " * 199 + "sea", quote, hint=8) == Span(8, 11)
    assert find("sea " * 201, quote, hint=8) is None


def test_a_long_quote_that_repeats_itself_is_looked_up_quickly():
    text = "a" * 400_000
    assert find(text, TextQuoteSelector("a" * 200_000, prefix="b"), hint=0) is None
