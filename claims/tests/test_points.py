"""The points of a story: who says what, what contradicts what, and who says nothing."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reviewer
from articles.models import Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import board as boards
from claims import points, progress
from claims.models import Claim, Cluster
from claims.states import LinkKind, VerdictStatus
from claims.tests.factories import create_claim, create_link, create_verdict

pytestmark = pytest.mark.django_db


def make_claims(story: Story, count: int) -> list[Claim]:
    return [create_claim(article=create_article(story=story)) for _ in range(count)]


def the_point(story: Story) -> points.Point:
    return points.point(Cluster.objects.get(story=story))


def told(point: points.Point) -> list[list[Claim]]:
    return [version.claims for version in point.versions]


def test_a_point_knows_its_outlets_and_who_says_nothing():
    story = create_story()
    one, other = make_claims(story, 2)
    silent = create_article(story=story).outlet
    create_link(one, other)
    point = the_point(story)
    assert [voice.outlet for voice in point.voices] == [one.outlet, other.outlet]
    assert point.silent == [silent]
    assert point.outlet_count == 3
    assert not point.has_contradiction
    assert told(point) == [[one, other]]


def test_what_says_the_same_is_one_version_and_what_contradicts_another():
    story = create_story()
    one, two, three, four = make_claims(story, 4)
    create_link(one, two)
    create_link(two, three, kind=LinkKind.CONTRADICTS)
    create_link(three, four)
    point = the_point(story)
    assert told(point) == [[one, two], [three, four]]


def test_claims_said_to_be_the_same_and_to_contradict_stand_each_for_themselves():
    story = create_story()
    one, two, three = make_claims(story, 3)
    create_link(one, two)
    create_link(two, three)
    create_link(one, three, kind=LinkKind.CONTRADICTS)
    point = the_point(story)
    assert told(point) == [[one], [two], [three]]


def test_a_part_of_a_point_keeps_its_numbers_and_each_link_stands_in_one_part():
    story = create_story()
    one, two, three = make_claims(story, 3)
    create_link(one, two)
    create_link(one, three, kind=LinkKind.CONTRADICTS)
    point = the_point(story)
    parts = [point.told[:2], point.told[2:]]
    assert parts == [[one, two], [three]]
    assert [version.number for version in point.versions_of(parts[1])] == [2]
    assert [[link.kind for link in point.links_of(part)] for part in parts] == [
        ["same"],
        ["contradicts"],
    ]


def test_the_desks_own_words_name_a_point():
    story = create_story()
    one, _ = make_claims(story, 2)
    other = create_claim(article=create_article(story=story), statement="241 were aboard")
    create_link(one, other)
    point = the_point(story)
    assert point.title == "241 were aboard"


def test_an_outlet_with_several_claims_is_one_voice():
    story, outlet = create_story(), create_outlet()
    mine = [create_claim(article=create_article(story=story, outlet=outlet)) for _ in range(3)]
    (other,) = make_claims(story, 1)
    for claim in mine:
        create_link(claim, other)
    point = the_point(story)
    assert [voice.claims for voice in point.voices] == [mine, [other]]


def test_the_bars_of_a_story_add_up_to_its_length():
    story = create_story()
    claims = make_claims(story, 3)
    for claim, status in zip(claims, VerdictStatus, strict=True):
        create_verdict(claim, by=create_reviewer(), status=status)
    create_claim(article=create_article(story=story))
    (row,) = progress.of_stories([story])
    assert (row.claims, row.reviewed, row.waiting, row.articles) == (4, 3, 1, 4)
    assert [count for _, count in row.decided] == [1, 1, 1]
    assert sum(bar.width for bar in row.bars) == pytest.approx(100)


def test_a_story_without_claims_has_one_empty_bar():
    (row,) = progress.of_stories([create_story()])
    assert row.bars[-1].width == 100
    assert row.decided == []
    assert row.oldest is None


def test_a_board_tells_the_progress_of_its_story_without_asking(django_assert_num_queries):
    story = create_story()
    for claim, status in zip(make_claims(story, 3), VerdictStatus, strict=True):
        create_verdict(claim, by=create_reviewer(), status=status)
    create_claim(article=create_article(story=story))
    (asked,) = progress.of_stories([story])
    board = boards.of_story(story)
    with django_assert_num_queries(0):
        assert progress.of_board(board, disagreeing=0) == asked
