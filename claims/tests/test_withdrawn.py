"""Whoever looks at a claim of a withdrawn article is told so."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles import withdrawals
from articles.models import Article
from claims.models import Claim
from claims.tests.factories import create_pair

pytestmark = pytest.mark.django_db

MARK = "Withdrawn by its outlet"


@pytest.fixture
def claim(client) -> Claim:
    """Of two linked claims the one whose article was withdrawn."""
    one, _ = create_pair()
    alice = create_reporter()
    withdrawals.withdraw(one.article, reason="The address answers 410.", by=alice)
    client.force_login(alice)
    return one


def pages_of(claim: Claim) -> list[str]:
    return [
        claim.article.get_absolute_url(),
        claim.get_absolute_url(),
        claim.story.get_absolute_url(),
        reverse("claims:queue"),
        reverse("claims:cluster", args=[claim.cluster_id]),
        reverse("articles:edit_article", args=[claim.article_id]),
    ]


def test_each_page_of_its_claim_marks_it_once(client, claim):
    *pages, history = pages_of(claim)
    assert [client.get(page).content.decode().count(MARK) for page in pages] == [1] * 5
    assert "marked it as withdrawn" in client.get(history).content.decode()


def test_its_page_says_how_the_desk_knows(client, claim):
    page = client.get(claim.article.get_absolute_url()).content.decode()
    assert "The address answers 410. Its words and claims stay here." in page


def test_its_cell_on_the_board_says_so(client, claim):
    board = client.get(claim.story.get_absolute_url()).content.decode()
    assert board.count(", withdrawn<") == 1
    rows = client.get(reverse("claims:board_csv", args=[claim.story.slug])).getvalue().decode()
    assert rows.count("withdrawn") == 1


def test_nothing_is_marked_once_it_is_restored(client, claim):
    withdrawals.restore(Article.objects.get(pk=claim.article_id), by=create_reporter())
    shown = [MARK in client.get(page).content.decode() for page in pages_of(claim)]
    assert not any(shown)
