"""What the conditions of a query mean, and what is said of those that mean nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Q
from django.utils import timezone

from articles.tests.factories import create_outlet, create_story
from claims.conditions import NAMES, first_moment, understand
from claims.query import parse
from claims.understood import Understood

pytestmark = pytest.mark.django_db


@pytest.fixture
def northline():
    return create_outlet(name="The Northline", slug="northline")


def asked(text: str) -> Understood:
    return understand(parse(text, names=NAMES))


def sentences(text: str) -> list[str]:
    return [complaint.sentence for complaint in asked(text).complaints]


@pytest.mark.parametrize(
    "text",
    ["outlet:northline", "outlet:NORTHLINE", 'outlet:"the northline"', "OUTLET:“The Northline”"],
)
def test_an_outlet_by_its_address_or_its_name_in_any_case(northline, text):
    assert asked(text).where == Q(outlet__in=[northline.pk])
    assert asked(text).complaints == []


def test_the_same_condition_twice_means_either_and_minus_means_neither(northline):
    ledger = create_outlet(slug="ledger")
    assert asked("outlet:ledger outlet:northline").where == Q(outlet__in=[ledger.pk, northline.pk])
    assert asked("-outlet:ledger").where == ~Q(outlet__in=[ledger.pk])
    assert asked("status:unreviewed -status:verified").of_claims == Q(
        status__in=["unreviewed"]
    ) & ~Q(status__in=["verified"])


def test_a_story_by_its_title():
    story = create_story(title="Ferry aground", slug="ferry-aground")
    assert asked('story:"ferry aground"').where == Q(story__in=[story.pk])
    assert asked("story:ferry-aground").where == Q(story__in=[story.pk])


def test_an_outlet_that_is_not_there_is_one_sentence_with_the_nearest(northline):
    (complaint,) = asked('fog outlet:nortline "ran aground"').complaints
    assert complaint.sentence == "No outlet is called “nortline”; the filter was left out."
    assert complaint.instead == 'fog outlet:northline "ran aground"'
    (complaint,) = asked("outlet:zzz").complaints
    assert complaint.instead == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour:red", "“colour:” is not a filter and was left out."),
        ("outlet:", "“outlet:” has no value and was left out. Write outlet:value"),
        (
            "status:settled",
            "“settled” is not a status and was left out. The statuses are",
        ),
        ("before:tomorrow", "“tomorrow” is not a date and was left out. Write before:2026-11-18"),
        ("after:2026-13", "“2026-13” is not a date"),
        ("origins:few", "“few” is not a number and was left out. Write origins:2, origins:<2 or"),
        ("age:>2", "“>2” is not an age and was left out. Write age:>2d or age:<90min; the units"),
        ("due:soon", "“soon” is not a time and was left out. Write due:<2d or due:none; the units"),
        ("has:wings", "“has:wings” is not a filter and was left out. There are has:comment, has"),
        (
            "changed:mind",
            "“changed:mind” is not a filter and was left out. There is changed:source.",
        ),
        ("marked-by:none", "Nobody is called “none”; the filter was left out."),
        ("before:0001", "“0001” is not a date"),
    ],
)
def test_what_means_nothing_is_one_sentence(text, words):
    (sentence,) = sentences(f"ferry {text}")
    assert sentence.startswith(words)
    assert not asked(text).narrows


def test_dates_begin_in_the_readers_zone():
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert first_moment("2026-11-18") == datetime(2026, 11, 17, 15, tzinfo=UTC)
        assert first_moment("2026-11") == datetime(2026, 10, 31, 15, tzinfo=UTC)
        assert first_moment("2026") == datetime(2025, 12, 31, 15, tzinfo=UTC)


def test_before_leaves_the_day_out_and_after_begins_with_it():
    moment = first_moment("2026-11-18")
    assert asked("before:2026-11-18").where == Q(dated_at__lt=moment)
    assert asked("after:2026-11-18").where == Q(dated_at__gte=moment)
    assert asked("-after:2026-11-18").where == Q(dated_at__lt=moment)


def test_many_conditions_cost_as_many_queries_as_one(northline, django_assert_num_queries):
    with django_assert_num_queries(1):
        asked("outlet:northline")
    with django_assert_num_queries(1):
        asked("outlet:northline outlet:northline -outlet:northline")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("statis:disputed", "status:disputed"),
        ("status:dispute", "status:disputed"),
        ("has:conflicts", "has:conflict"),
        ("is:waitin -fog", "is:waiting -fog"),
        ("colour:red", ""),
    ],
)
def test_what_was_perhaps_meant_is_offered(typed, meant):
    (complaint,) = asked(typed).complaints
    assert complaint.instead == meant
