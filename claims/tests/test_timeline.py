"""The timeline: even ticks in the reader's zone, labels that never run into each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Precision
from articles.tests.factories import create_article, create_outlet, create_story
from claims import board, timeline
from claims.timeline import EDGE, MOST_TICKS, NAMES, WIDTH, Timeline

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 11, 18, 19, 22, tzinfo=UTC)


def drawn(*after: timedelta, precision: Precision = Precision.MINUTE) -> Timeline:
    """One outlet's articles, each so long after FIRST."""
    story, outlet = create_story(), create_outlet(name="Northline")
    for delay in after:
        create_article(
            story=story,
            outlet=outlet,
            published_at=FIRST + delay,
            published_zone="UTC",
            published_precision=precision,
        )
    found = timeline.draw(board.of_story(story).columns)
    assert found
    return found


def labels(found: Timeline) -> list[str]:
    return [dot.label for lane in found.lanes for dot in lane.dots]


@pytest.mark.parametrize(
    ("length", "first", "second"),
    [
        (timedelta(), "Wed 19:00", None),
        (timedelta(hours=5), "Wed 19:00", "20:00"),
        (timedelta(hours=15), "Wed 18:00", "21:00"),
        (timedelta(days=3), "Wed 12:00", "Thu 00:00"),
        (timedelta(days=6), "18 Nov", "19 Nov"),
        (timedelta(days=40), "18 Nov", "25 Nov"),
        (timedelta(days=4000), "18 Nov", "18 Nov"),
    ],
)
def test_ticks_stand_at_even_times_whatever_the_length(length, first, second, monkeypatch):
    found = drawn(timedelta(), length)
    assert found.ticks[0].label.startswith(first)
    assert len(found.ticks) <= MOST_TICKS
    if second:
        assert found.ticks[1].label.startswith(second.split()[0])


def test_every_article_stands_between_the_names_and_the_edge():
    found = drawn(timedelta(), timedelta(hours=3), timedelta(days=2))
    places = [dot.x for lane in found.lanes for dot in lane.dots]
    assert places == sorted(places)
    assert all(NAMES <= place <= WIDTH - EDGE for place in places)


def test_times_are_the_readers():
    with timezone.override("Asia/Tokyo"):
        assert labels(drawn(timedelta())) == ["Thu 04:22"]


def test_a_label_gives_way_where_it_would_run_into_the_next():
    found = drawn(timedelta(), timedelta(minutes=9), timedelta(minutes=18), timedelta(days=3))
    assert labels(found)[1] == ""
    assert found.lanes[0].dots[-1].label


def test_a_label_at_the_edge_stands_left_of_its_dot():
    last = drawn(timedelta(), timedelta(hours=7, minutes=20)).lanes[0].dots[-1]
    assert last.is_left
    assert last.label_x < last.x


def test_where_only_the_day_is_known_no_hour_is_told():
    assert labels(drawn(timedelta(), precision=Precision.DAY)) == ["Wed 18 Nov"]


def test_a_long_name_is_cut():
    create_article(
        story=(story := create_story()), outlet=create_outlet(name="N" * 60), published_at=FIRST
    )
    (lane,) = timeline.draw(board.of_story(story).columns).lanes  # type: ignore[union-attr]
    assert lane.name == "N" * 23 + "…"


def test_articles_of_unknown_time_make_no_timeline():
    article: Article = create_article()
    assert timeline.draw(board.of_story(article.story).columns) is None
