"""The board as CSV: what the screen shows, in its order, harmless to spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles import details
from articles.models import Story
from articles.tests.factories import create_outlet, create_story
from claims import board_csv
from claims.states import LinkKind
from claims.tests.factories import create_link
from claims.tests.test_board import CONCERT, LATER, LIFEBOAT, hint, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(client) -> Story:
    client.force_login(create_reporter())
    return create_story()


def download(client, story: Story, **chosen: str) -> list[list[str]]:
    response = client.get(reverse("claims:board_csv", args=[story.slug]), chosen)
    assert response["Content-Disposition"] == f'attachment; filename="{story.slug}.csv"'
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_holds_what_the_cells_say(client, story):
    first = say(story, LIFEBOAT, outlet=create_outlet(name="Northline"))
    other = say(story, LATER, at=9, outlet=create_outlet(name="Ledger"), attribution="the port")
    create_link(first, other, kind=LinkKind.CONTRADICTS)
    hint(story, first)
    head, row = download(client, story)
    counts = ["Outlets", "Independent origins"]
    assert head[:5] == ["Point of the story", *counts, "Northline", "Ledger"]
    assert row[:4] == [LIFEBOAT, "2", "2", "19:08, states it, unreviewed"]
    assert row[4] == "20:15, differs, attributes it to the port, unreviewed"
    assert row[5].endswith("”, probably here")


def test_outlets_of_one_origin_stand_together(client, story):
    wire, copy = create_outlet(name="Northline", is_agency=True), create_outlet(name="Post")
    own = create_outlet(name="Ledger")
    say(story, LIFEBOAT, at=6, outlet=wire)
    say(story, LATER, at=7, outlet=own)
    article = say(story, CONCERT, at=9, outlet=copy).article
    details.correct(article, by=create_reporter(), credit="Northline")
    head = download(client, story, columns="origin")[0]
    assert head[3:] == ["Northline: Northline", "Northline: Post", "Ledger: Ledger"]
    assert download(client, story)[0][3:] == ["Northline", "Ledger", "Post"]


def test_the_file_follows_the_order_and_the_filter_of_the_screen(client, story, monkeypatch):
    monkeypatch.setattr(board_csv, "ROWS_AT_ONCE", 1)
    for hour, words in ((9, LIFEBOAT), (8, CONCERT), (10, LATER)):
        say(story, words, at=hour)
    assert [row[0] for row in download(client, story, sort="time")[1:]] == [
        CONCERT,
        LIFEBOAT,
        LATER,
    ]
    assert [row[0] for row in download(client, story, q="concert")[1:]] == [CONCERT]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_told_as_text(client, story, sign):
    outlet = create_outlet(name=f"{sign}SUM(A1)")
    say(story, LIFEBOAT, outlet=outlet, statement=f"  {sign}cmd|' /C calc'!A0")
    head, row = download(client, story)
    assert head[3] == f"'{sign}SUM(A1)"
    assert row[0].startswith(f"'{sign}cmd")


def test_the_file_comes_in_parts(client, story):
    say(story, LIFEBOAT)
    assert client.get(reverse("claims:board_csv", args=[story.slug])).streaming
