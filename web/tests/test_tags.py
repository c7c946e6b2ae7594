"""How moments, ages, numbers and form fields are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone

from web.templatetags import desk

NOW = datetime(2026, 11, 21, 13, 50, tzinfo=UTC)


@dataclass
class Hit:
    text: str
    is_hit: bool


@pytest.fixture(autouse=True)
def _reader_in_berlin(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    with timezone.override("Europe/Berlin"):
        yield


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (NOW, "Today, 14:50"),
        (datetime(2026, 11, 18, 20, 4, tzinfo=UTC), "Wed 18 Nov, 21:04"),
        (datetime(2025, 12, 31, 23, 30, tzinfo=UTC), "Thu 1 Jan, 00:30"),
        (datetime(2025, 1, 2, 9, 5, tzinfo=UTC), "Thu 2 Jan 2025, 10:05"),
    ],
)
def test_a_moment_is_in_the_readers_zone_with_the_year_when_it_is_not_this_one(value, words):
    assert f">{words}</time>" in desk.moment(value)
    assert f'datetime="{timezone.localtime(value).isoformat()}"' in desk.moment(value)


def test_no_moment_is_no_words():
    for written in (desk.moment, desk.clock, desk.full_moment, desk.day, desk.age):
        assert written(None) == ""


def test_the_other_ways_to_write_a_moment():
    assert ">14:50</time>" in desk.clock(NOW)
    assert ">Saturday 21 November 2026, 14:50</time>" in desk.full_moment(NOW)
    assert '<time datetime="2026-11-21">Sat 21 Nov</time>' in desk.day(NOW)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-5), "under 1 min"),
        (timedelta(minutes=4, seconds=59), "4 min"),
        (timedelta(hours=9), "9 h"),
        (timedelta(days=2, hours=16), "2 d 16 h"),
        (timedelta(days=2), "2 d"),
        (timedelta(days=40, hours=3), "40 d"),
    ],
)
def test_an_age_has_one_or_two_units(ago, words):
    assert desk.age(NOW - ago) == words


def test_numbers_have_commas_and_end_at_a_thousand():
    written = [desk.capped(number) for number in (0, 999, 1_000, 1_001)]
    assert written == ["0", "999", "1,000", "over 1,000"]


def test_scores_have_no_leading_nought():
    assert [desk.score(value) for value in (0.614, 1.0, 0.0, None)] == [".61", "1.00", ".00", ""]


class TryForm(forms.Form):
    name = forms.CharField()
    place = forms.CharField()


@pytest.mark.parametrize(
    ("typed", "in_field", "above"),
    [({"place": "Selwick"}, True, False), ({}, False, True)],
)
def test_one_field_with_something_wrong_gets_the_focus_and_several_leave_it_to_the_notice(
    typed, in_field, above
):
    form = TryForm(typed)
    assert ("data-focus" in desk.as_input(form["name"])) == in_field
    assert desk.has_several_errors(form) == above


def test_hits_are_marked_and_every_piece_is_escaped():
    pieces = [Hit("<b>", is_hit=False), Hit("fog & <i>", is_hit=True), Hit(" lay", is_hit=False)]
    assert desk.with_hits(pieces) == '&lt;b&gt;<mark class="hit">fog &amp; &lt;i&gt;</mark> lay'
    assert desk.with_hits([]) == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("All is lost", "“All is lost”"),
        ("“All is lost”: a night at sea", "“All is lost”: a night at sea"),
        ("She said: “All is lost.”", "She said: “All is lost.”"),
        ("a night of the crews’", "“a night of the crews’”"),
        ("", ""),
    ],
)
def test_words_get_quotation_marks_unless_they_have_their_own(words, shown):
    assert desk.quoted(words) == shown


def test_the_options_of_a_select_are_escaped_and_one_is_chosen():
    shown = desk.options([("a", "The <Calder> Post"), ("b", "Marrow")], "b")
    assert shown == (
        '<option value="a">The &lt;Calder&gt; Post</option>'
        '<option value="b" selected>Marrow</option>'
    )


def test_an_address_is_that_of_the_view():
    assert desk.address("claims:pin", 17) == reverse("claims:pin", args=[17])
