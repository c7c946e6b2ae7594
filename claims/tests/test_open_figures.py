"""Figures that disagree across the desk: each pair once, with the outlets behind each value."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles.models import Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import open_figures
from claims.models import Claim
from claims.open_figures import OpenFigure
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_link

pytestmark = pytest.mark.django_db


def told(outlet: str, count: int, hour: int, *, story: Story, of: str = "sheep") -> Claim:
    """An outlet says at that hour how many there were."""
    words = f"There were {count} {of} on the hill"
    article = create_article(
        text=f"{words}. The hill is steep.",
        story=story,
        outlet=create_outlet(name=outlet),
        published_at=datetime(2026, 11, 18, hour, tzinfo=UTC),
        published_zone="UTC",
    )
    return create_claim(quote=words, article=article)


@pytest.fixture
def story() -> Story:
    """The Gull counts 80 sheep at ten; The Tern 60 at nine, The Auk after it, The Coot as well."""
    story = create_story()
    gull = told("The Gull", 80, 10, story=story)
    tern, auk, coot = (
        told(name, 60, hour, story=story)
        for name, hour in (("The Tern", 9), ("The Auk", 11), ("The Coot", 12))
    )
    for other in (tern, auk):
        create_link(gull, other, kind=LinkKind.CONTRADICTS)
    create_link(auk, coot, kind=LinkKind.SAME)
    return story


def as_shown(figure: OpenFigure) -> tuple[str, str, str, str]:
    newer, older = figure.newer, figure.older
    return newer.value, newer.voices, older.value, older.voices


def test_a_pair_of_values_stands_once_with_the_outlets_behind_each(story):
    (figure,) = open_figures.of_story(story)
    assert as_shown(figure) == ("80", "The Gull", "60", "The Tern and 2 more")
    assert "sheep" in figure.subject
    claim = Claim.objects.get(outlet__name="The Gull")
    assert figure.url == f"{claim.get_absolute_url()}#discrepancy-{figure.row.pk}"


def test_equal_values_of_another_point_are_another_figure(story):
    here = told("The Rook", 80, 8, story=story, of="goats")
    create_link(here, told("The Crow", 60, 9, story=story, of="goats"))
    assert len(open_figures.of_story(story)) == 2
    assert open_figures.count() == 2
    assert open_figures.of_story(create_story()) == []


def test_the_newest_of_the_desk_come_first(story):
    elsewhere = create_story()
    create_link(told("Rook", 7, 8, story=elsewhere), told("Crow", 9, 9, story=elsewhere))
    found = open_figures.newest(5)
    assert [as_shown(figure)[0] for figure in found] == ["9", "80"]
    assert [as_shown(figure)[0] for figure in open_figures.newest(1)] == ["9"]


def test_each_story_counts_its_own(story):
    elsewhere = create_story()
    for count in (20, 40):
        one = told(f"Rook {count}", count, 8, story=elsewhere)
        create_link(one, told(f"Crow {count}", count + 5, 9, story=elsewhere))
    assert open_figures.count_by_story([story, elsewhere]) == {story.pk: 1, elsewhere.pk: 2}


def test_as_many_queries_for_many_as_for_few(story, django_assert_num_queries):
    for number in range(4):
        one = told(f"Rook {number}", number + 5, 8, story=story)
        create_link(one, told(f"Crow {number}", number + 25, 9, story=story))
    with django_assert_num_queries(2):
        assert len(open_figures.of_story(story)) == 5
    with django_assert_num_queries(3):
        assert len(open_figures.newest(5)) == 5


def test_the_home_page_lists_them_and_leads_to_the_queue(client, story):
    client.force_login(create_reporter())
    page = " ".join(client.get(reverse("factdesk:home")).content.decode().split())
    assert "· 1 figure disagrees</span>" in page
    assert f'{reverse("claims:queue")}?conflict=1">All 1</a>' in page
    assert "The Gull against The Tern and 2 more" in page
    waiting = f'?story={story.slug}&amp;conflict=1">1<span class="vh"> figure in {story}</span></a>'
    assert waiting in page


def test_a_desk_without_conflicts_has_no_such_list(client):
    create_claim()
    client.force_login(create_reporter())
    assert "Figures that disagree" not in client.get(reverse("factdesk:home")).content.decode()
