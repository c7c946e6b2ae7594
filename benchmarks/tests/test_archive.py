"""The invented archive: the same in every run, and rows the desk would have made itself."""

from __future__ import annotations

import pytest
from django.db import connection

from articles.models import Article, Revision, Story
from benchmarks import archive, databases, origins, queue, search
from benchmarks.words import SMALL, Writer, of_rank, vocabulary
from claims.models import Claim
from claims.states import ClaimStatus

SIZE = {"articles": 30, "claims": 100}
OWN_DATABASE = "bench_trial_30_100"


@pytest.fixture(scope="module")
def builds(django_db_setup, django_db_blocker):
    """Which sizes were built when the archive was asked for twice; gone after the module."""
    built = []

    def build(size):
        archive.build(size)
        built.append(size)

    with django_db_blocker.unblock():
        home = connection.settings_dict["NAME"]
        for _ in range(2):
            databases.use("trial", SIZE, build=build)
        databases._connect(home)
    yield built
    with django_db_blocker.unblock():
        databases._administer("DROP DATABASE IF EXISTS {}", OWN_DATABASE)


@pytest.fixture
def archived(transactional_db, builds):
    """Connected to the archive, which stands beside the database of the tests."""
    home = connection.settings_dict["NAME"]
    databases.use("trial", SIZE, build=archive.build)
    yield
    databases._connect(home)


def test_the_words_are_the_same_in_every_run_and_no_two_are_one():
    words = vocabulary()
    assert len(set(words)) == len(words)
    assert Writer(1).text(6) == Writer(1).text(6)
    assert of_rank([0, 5]) == [words[0], words[5]]


def test_a_frequent_word_is_frequent_and_two_in_five_are_small():
    drawn = Writer(2).some(20_000)
    small = sum(drawn.count(word) for word in SMALL) / len(drawn)
    assert small == pytest.approx(0.4, abs=0.02)
    assert drawn.count(of_rank([0])[0]) > drawn.count(of_rank([50])[0]) > 0


def test_it_is_built_once_and_kept(archived, builds):
    assert connection.settings_dict["NAME"] == OWN_DATABASE
    assert builds == [SIZE]
    assert (Article.objects.count(), Claim.objects.count()) == (30, 100)
    assert Claim.objects.exclude(status=ClaimStatus.UNREVIEWED).exists()
    claim = Claim.objects.latest("pk")
    assert claim.quote in Revision.objects.get(pk=claim.revision_id).text
    assert Story.objects.count() == 1


def test_each_is_measured_against_the_floor(archived, settings, monkeypatch):
    settings.ROOT_URLCONF = settings.ROOT_URLCONF  # a bench changes it; this brings it back
    for name, ranks in {"FREQUENT": range(4), "ORDINARY": range(9, 11), "RARE": range(2)}.items():
        monkeypatch.setattr(search, name, ranks)
    for bench in (queue, search):
        monkeypatch.setattr(bench, "TIMES", 2)
        report = bench.measure(SIZE)
        assert all(figure.ratio > 0 < figure.cpu_ratio for figure in report.figures)
        assert len({figure.name for figure in report.figures}) == len(report.figures) > 5
    monkeypatch.setattr(origins, "TIMES", 2)
    assert [figure.times for figure in origins.measure(SIZE).figures] == [2] * 4
