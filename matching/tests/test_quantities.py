from __future__ import annotations

import pytest

from matching import Approximation, Dimension, quantities

ON_WEDNESDAY = "2023-09-13"

SHOWN = [
    ("The crossing took four to five hours", "duration", "4–5 h"),
    ("It lasted roughly two hours", "duration", "about 2 h"),
    ("the 18-month-old strike", "duration", "18 months"),
    ("for nearly 19 months", "duration", "nearly 19 months"),
    ("A 45-year-old man", "age", "45 years old"),
    ("Anna Berg, 45, said", "age", "45"),
    ("It cost $1.2 billion", "money", "$1.2bn"),
    ("It cost £40m", "money", "£40m"),
    ("some 241 people", "count", "about 241"),
    ("at least forty-six sailors", "count", "at least 46"),
    ("It rose 3.5 per cent", "percent", "3.5%"),
    ("about 1,000 kilometres away", "distance", "about 1,000 km"),
    ("It reached 30 degrees Celsius", "temperature", "30°C"),
    ("at around 18:38", "time", "18:38"),
    ("at 6.40pm", "time", "18:40"),
    ("It passed 52 to 48 in a vote", "score", "52–48"),
    ("They won 3-1", "score", "3–1"),
    ("her third visit", "ordinal", "third"),
    ("the twenty-first mayor", "ordinal", "twenty-first"),
    ("his hundredth race", "ordinal", "hundredth"),
    ("30 km² of forest", "area", "30 km²"),
    ("30 sq km of forest", "area", "30 km²"),
    ("earlier Wednesday", "weekday", "Wed 13 Sep"),
    ("yesterday", "weekday", "Tue 12 Sep"),
    ("last July", "date", "Jul 2023"),
    ("early last year", "date", "2022"),
    ("on 3 March 2012", "date", "3 Mar 2012"),
]


@pytest.mark.parametrize(("text", "dimension", "shown"), SHOWN)
def test_a_figure_is_read_and_shown_short(text, dimension, shown):
    (found,) = quantities(text, published=ON_WEDNESDAY)
    assert (found.dimension, found.shown) == (dimension, shown)


def test_what_is_counted_and_where_it_stands_come_with_the_figure():
    text = "The ferry carried at least 241 passengers."
    (found,) = quantities(text)
    assert found.span.of(text) == "at least 241"
    assert (found.subject, found.low, found.high) == ("passengers", 241, float("inf"))
    assert found.approximation is Approximation.AT_LEAST


def test_figures_come_in_the_order_of_the_text():
    found = quantities("On Tuesday 12 men and 3 boats left for two days.")
    assert [each.dimension for each in found] == [
        Dimension.WEEKDAY,
        Dimension.COUNT,
        Dimension.COUNT,
        Dimension.DURATION,
    ]
    assert [each.span for each in found] == sorted(each.span for each in found)


def test_without_a_day_of_publication_relative_dates_stay_unresolved():
    assert quantities("yesterday, last year") == []
    (found,) = quantities("on Wednesday")
    assert (found.shown, found.when) == ("Wed", None)


@pytest.mark.parametrize(
    "name", ["F-16 jets", "an A320 landed", "the 9/11 attacks", "ring 555-1234"]
)
def test_numbers_inside_names_are_no_figures(name):
    assert {each.dimension for each in quantities(name)} <= {Dimension.LABEL}


def test_a_published_string_must_be_a_date():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        quantities("yesterday", published="soon")
