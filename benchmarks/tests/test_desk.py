"""The desk that the bench builds is one that the desk itself could have made."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group

from articles.models import Article, Revision
from benchmarks.desk import results
from benchmarks.desk.building import build
from benchmarks.desk.results import Result, at_least, at_most
from benchmarks.desk.slow import SlowQuery
from benchmarks.figures import Spent, figure_of
from claims.models import Claim, Discrepancy, Evidence, Link, Verdict
from claims.states import ClaimStatus
from claims.tests import crowded

SIZE = {"claims": 600, "articles": 60}
CHECKS = (crowded.check_clusters, crowded.check_verdicts, crowded.check_versions)


@pytest.mark.django_db(transaction=True)
def test_the_desk_that_is_built_has_all_of_it_and_is_whole():
    for name in ("desk admin", "reviewer"):  # from migrations, which another test may have emptied
        Group.objects.get_or_create(name=name)
    build(SIZE)
    assert [Claim.objects.count(), Article.objects.count()] == list(SIZE.values())
    assert set(Claim.objects.values_list("status", flat=True)) == set(ClaimStatus.values)
    assert set(Link.objects.values_list("state", flat=True)) >= {"confirmed", "suggested"}
    assert Discrepancy.objects.open_conflicts().exists()
    assert Claim.objects.changed().exists()
    assert Evidence.objects.count() == Verdict.objects.filter(status="verified").count() > 0
    assert {claim.priority for claim in Claim.objects.all()} > {Claim().priority}
    for check in (*CHECKS, crowded.check_leases, crowded.check_places):
        check()
    check_words()


def check_words():
    """Claims stand where they say, at the ends of sentences that were stored."""
    for revision in Revision.objects.filter(number=1).prefetch_related("sentences")[:20]:
        places = [(one.start, one.end) for one in revision.sentences.all()]
        for claim in revision.claims.all():
            assert (claim.start, claim.end) in places
            assert revision.text[claim.start : claim.end] == claim.quote
            assert revision.text[: claim.start].endswith(claim.prefix)
            assert revision.text[claim.end :].startswith(claim.suffix)


def result(*, claims: int = 10_000, cpu_ms: float = 30.0) -> Result:
    floors = [Spent(10.0, 10.0)] * 20
    return Result(
        size={"claims": claims, "articles": claims // 10},
        facts={"machine": "two cores"},
        figures=[
            figure_of("queue: waiting", [Spent(70.0, cpu_ms)] * 20, floors),
            figure_of("open an article", [Spent(70.0, 20.0)] * 20, floors),
        ],
        measures=[
            at_least("take next", 0.25, "of the bare statement", 1 / 3),
            at_most("lost", 0, "claims", 0),
        ],
        slow=[
            SlowQuery(figure="queue", calls=3, mean_ms=12.5, longest_ms=20, rows=3, query="SELECT")
        ],
    )


def test_what_is_missed_is_named_with_what_was_wanted():
    missed = result().misses
    assert missed == [
        "queue: waiting: 3.0 x the floor's CPU, at most 2",
        "queue: waiting: p95 70 ms, at most 60",
        "take next: 0.25 of the bare statement, at least 0.333333",
    ]
    assert "slow queries: 1" in results.as_text(result())
    assert results.missed(result()) == ["", "missed: 3", *missed]
    assert json.loads(results.as_json(result()))["missed"] == missed


def test_growth_compares_the_sizes_that_were_measured(tmp_path):
    results.keep(result(), tmp_path)
    assert results.growth(tmp_path) == []
    results.keep(result(claims=100_000, cpu_ms=36.0), tmp_path)
    lines = results.growth(tmp_path)
    assert "10,000     100,000" in lines[1]
    assert lines[2].split() == ["queue:", "waiting", "30.0", "36.0", "1.20"]
