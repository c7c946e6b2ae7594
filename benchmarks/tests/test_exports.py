"""The export that is measured has every claim, and its figures say what was missed."""

from __future__ import annotations

import os

import pytest

from accounts.tests.factories import create_reviewer
from benchmarks.desk import exports
from benchmarks.desk.exports import Export
from benchmarks.desk.servers import Server, Unexpected, Visitor
from claims.tests.factories import create_claims, create_verdict


@pytest.fixture
def alice(live_server):
    here = Server(port=live_server.thread.port, pid=os.getpid())
    return Visitor(person=create_reviewer(name="alice"), server=here)


@pytest.mark.django_db(transaction=True)
def test_it_counts_each_claim_and_looks_at_the_server(alice):
    create_verdict(create_claims(5)[0], by=alice.person)
    found = exports.download(alice)
    assert found.rows == 5
    assert found.peak > found.grown >= 0
    assert found.a_second > 0


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_is_no_file_is_no_figure(alice):
    with pytest.raises(Unexpected, match="answered 404"):
        list(alice.stream("/queue/nothing.csv", 1_000))


def test_a_slow_or_growing_export_is_missed():
    slow = Export(rows=1_000, seconds=1.0, peak=160_000_000, grown=60_000_000)
    fine = Export(rows=50_000, seconds=1.0, peak=90_000_000, grown=2_000_000)
    assert [one.is_met for one in slow.measures] == [False, False, False]
    assert [one.is_met for one in fine.measures] == [True, True, True]
