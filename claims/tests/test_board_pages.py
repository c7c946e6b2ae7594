"""A board with very many cells is shown in pages; its CSV is whole."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles.models import Story
from articles.tests.factories import create_article, create_story
from claims import board as boards
from claims import board_pages
from claims.models import Claim
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
WORDS = ("Seven boats were out. ", "Two crews slept. ", "Nobody was hurt. ")


@pytest.fixture
def story(client, monkeypatch) -> Story:
    """Three rows; a page holds one."""
    monkeypatch.setattr(board_pages, "FEWEST_ROWS", 1)
    monkeypatch.setattr(board_pages, "ROWS_ON_A_PAGE", 1)
    client.force_login(create_reporter())
    story = create_story()
    article = create_article(story=story, text="".join(WORDS))
    for words in WORDS:
        create_claim(quote=words.strip(), article=article)
    return story


def visit(client, story: Story, query: str) -> tuple[list[int], str]:
    """The keys of the rows, and the page."""
    html = client.get(f"{story.get_absolute_url()}?all{query}").content.decode()
    return [int(pk) for pk in re.findall(r'<tr id="row-(\d+)"', html)], " ".join(html.split())


def test_all_rows_come_page_by_page_with_the_address_kept(client, story):
    keys = list(Claim.objects.order_by("start").values_list("pk", flat=True))
    pages = [visit(client, story, f"&sort=time&page={number}") for number in (1, 2, 3)]
    assert [rows for rows, _ in pages] == [[key] for key in keys]
    middle = pages[1][1]
    assert "3 rows, 2 to 2 shown" in middle
    assert 'rel="prev" href="?all=1&amp;sort=time&amp;page=1#matrix-head"' in middle
    assert 'rel="next" href="?all=1&amp;sort=time&amp;page=3#matrix-head"' in middle
    assert ('rel="prev"' in pages[0][1], 'rel="next"' in pages[2][1]) == (False, False)


@pytest.mark.parametrize(
    ("asked", "place"), [("0", 0), ("9", 2), ("-1", 0), ("two", 0), ("9" * 99, 0), ("²", 0)]
)
def test_a_number_that_is_none_is_ignored_and_one_too_high_is_the_last(client, story, asked, place):
    keys = list(Claim.objects.order_by("start").values_list("pk", flat=True))
    assert visit(client, story, f"&page={asked}")[0] == [keys[place]]


def test_an_opened_cell_is_on_the_page_that_is_shown(client, story):
    claim = Claim.objects.order_by("start")[2]
    rows, html = visit(client, story, f"&open={claim.pk}-{claim.outlet_id}")
    assert rows == [claim.pk]
    assert f'id="opened-{claim.pk}-{claim.outlet_id}"' in html


def test_the_csv_has_every_row(client, story):
    response = client.get(reverse("claims:board_csv", args=[story.slug]))
    assert b"".join(response).count(b"\n") == 1 + len(WORDS)


@pytest.mark.parametrize(("outlets", "rows"), [(0, 3), (15, 3), (3_000, 2), (9_000, 1)])
def test_a_page_has_fewer_rows_the_more_outlets_stand_in_them(story, monkeypatch, outlets, rows):
    monkeypatch.setattr(board_pages, "ROWS_ON_A_PAGE", 400)
    many = boards.of_story(story).rows
    assert len(board_pages.page(many, outlets=outlets, asked="1").rows) == rows
