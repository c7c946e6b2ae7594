"""The invented story of the board's bench: of the size asked for, and measured page by page."""

from __future__ import annotations

import pytest
from django.db import connection

from articles.models import Article, Outlet
from benchmarks import board, databases, newsroom
from claims.models import Claim, Cluster, Discrepancy, Link, Mention

SIZE = {"articles": 10, "outlets": 10, "claims": 40}
DATABASE = "bench_trial_10_10_40"


@pytest.fixture
def story(settings):
    """In a database beside that of the tests, gone afterwards."""
    settings.ROOT_URLCONF = settings.ROOT_URLCONF  # a bench changes it; this brings it back
    home = connection.settings_dict["NAME"]
    databases.use("trial", SIZE, build=newsroom.build)
    yield
    databases._connect(home)
    databases._administer("DROP DATABASE IF EXISTS {}", DATABASE)


@pytest.mark.django_db(transaction=True)
def test_the_story_has_the_rows_asked_for_and_its_pages_are_measured(story, monkeypatch):
    counts = [model.objects.count() for model in (Article, Outlet, Claim)]
    assert counts == list(SIZE.values())
    assert (Cluster.objects.count(), Link.objects.count()) == (4, 28)
    assert Discrepancy.objects.open_conflicts().count() == 2
    assert Mention.objects.count() == 8
    monkeypatch.setattr(board, "TIMES", 2)
    report = board.measure(SIZE)
    assert all(figure.ratio > 0 < figure.cpu_ratio for figure in report.figures)
    assert len(report.figures) == 5


def test_a_point_needs_as_many_articles_as_claims():
    with pytest.raises(ValueError, match="claims of 8 articles"):
        newsroom.build(SIZE | {"articles": 7})
