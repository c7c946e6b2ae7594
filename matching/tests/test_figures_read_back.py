"""What is written is read back: numbers, units, dates and times in every form we write."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matching import Dimension, discrepancies, quantities, same_figures
from matching.tests.texts import any_text

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def nth(words, number):
    return words.split()[number]


numbers = st.integers(2, 999_999)
dates = st.dates(date(1900, 1, 1), date(2090, 12, 31))


def in_words(number):
    if number < 20:
        return nth(ONES, number)
    if number < 100:
        return nth(TENS, number // 10 - 2) + (f"-{in_words(number % 10)}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_words(number // size)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")


def only(text, **published):
    (found,) = quantities(text, **published)
    return found


@given(number=numbers)
def test_a_number_in_words_is_the_number(number):
    found = only(f"The harbour counted {in_words(number)} boats")
    assert (found.dimension, found.low, found.high) == (Dimension.COUNT, number, number)
    assert found.subject == "boats"


@given(number=numbers, shape=st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_digits_is_the_number(number, shape):
    assume("," in shape or not 1800 <= number < 2100)  # a bare 1999 is a year
    text = f"The harbour counted {shape.format(number)} boats"
    found = only(text)
    assert (found.value, found.span.of(text)) == (number, f"{shape.format(number)}")


@given(number=numbers)
def test_words_and_digits_agree(number):
    a, b = f"It carried {in_words(number)} boats", f"It carried {number:,} boats"
    assert discrepancies(a, b) == []
    assert len(same_figures(a, b)) == 1


@given(number=numbers, more=st.integers(1, 500))
def test_another_number_of_the_same_things_conflicts(number, more):
    a, b = f"It carried {number:,} boats", f"It carried {number + more:,} boats"
    assert [(d.kind, d.grade) for d in discrepancies(a, b)] == [("count", "conflict")]


@given(low=st.integers(2, 400), more=st.integers(1, 400), joint=st.sampled_from([" to ", "–", "-"]))
def test_a_range_is_read_from_end_to_end(low, more, joint):
    found = only(f"It takes {low}{joint}{low + more} minutes")
    assert (found.low, found.high) == (low * 60, (low + more) * 60)
    assert found.shown == f"{low}–{low + more} min"


@given(tenths=st.integers(11, 999), size=st.sampled_from(["million", "billion"]))
def test_money_is_read_in_sign_and_in_words(tenths, size):
    a, b = f"It cost ${tenths / 10} {size}", f"It cost {tenths / 10} {size} dollars"
    assert only(a).low == only(b).low == pytest.approx(tenths / 10 * {"m": 1e6, "b": 1e9}[size[0]])
    assert only(a).unit == only(b).unit == "USD"


@given(number=st.integers(2, 600), unit=st.sampled_from(["hours", "hour", "-hour", " h"]))
def test_a_unit_is_read_however_it_is_joined(number, unit):
    joined = unit if unit[0] in "- " else f" {unit}"
    assert only(f"It was a wait of {number}{joined}").low == number * 3600


@given(day=dates, shape=st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}th of {m} {y}"]))
def test_a_date_is_read_back(day, shape):
    text = shape.format(d=day.day, m=nth(MONTHS, day.month - 1), y=day.year)
    assert only(f"It opened on {text}").when.complete() == day


@given(day=dates, ahead=st.integers(0, 6))
def test_a_weekday_is_the_last_one_before_publication(day, ahead):
    found = only(f"It sank on {nth(DAYS, day.weekday())}", published=day + timedelta(days=ahead))
    assert found.when.complete() == day
    assert found.low == day.weekday()


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_is_the_same_by_either_clock(hour, minute):
    twelve = f"{hour % 12 or 12}.{minute:02}{'pm' if hour >= 12 else 'am'}"
    a, b = only(f"It sank at {hour:02}:{minute:02}"), only(f"It sank at {twelve}")
    assert a.low == b.low == hour * 60 + minute
    assert a.shown == b.shown


@given(celsius=st.integers(-30, 50))
def test_degrees_agree_in_both_scales(celsius):
    fahrenheit = round(celsius * 9 / 5 + 32)
    a, b = f"It was {abs(celsius)}°C", f"It was {fahrenheit}°F"
    if celsius > 0 and fahrenheit > 0:
        assert discrepancies(a, b) == []


@given(text=any_text)
def test_figures_stand_apart_and_in_order_in_any_text(text):
    spans = [found.span for found in quantities(text, published="2023-09-13")]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(a=any_text, b=any_text)
def test_a_text_never_differs_from_itself_and_sides_swap(a, b):
    assert discrepancies(a, a) == []
    there, back = discrepancies(a, b), discrepancies(b, a)
    assert sorted((d.kind, d.grade, d.span_a, d.span_b) for d in there) == sorted(
        (d.kind, d.grade, d.span_b, d.span_a) for d in back
    )
