"""What a bench says about its times."""

from __future__ import annotations

import json

import pytest

from benchmarks.figures import Report, Spent, as_json, as_table, figure_of, measured

FLOORS = [Spent(2.0, 1.0)] * 20


def report() -> Report:
    slow = figure_of("a word", [Spent(float(ms), 4.0) for ms in range(1, 102)], FLOORS)
    return Report(
        title="Search",
        size={"articles": 20_000, "claims": 200_000},
        figures=(slow,),
        floor="one row",
        facts={"postgresql": "18.6"},
    )


def test_percentiles_are_those_of_the_times():
    (slow,) = report().figures
    assert (slow.times, slow.p50_ms, slow.p95_ms, slow.longest_ms) == (101, 51.0, 96.0, 101.0)
    assert (slow.cpu_ms, slow.cpu_ratio, slow.ratio) == (4.0, 4.0, 25.5)


def test_a_single_time_is_all_of_them_and_none_is_refused():
    one = figure_of("once", [Spent(3.5, 1.0)], FLOORS)
    assert (one.p50_ms, one.p95_ms, one.longest_ms) == (3.5, 3.5, 3.5)
    with pytest.raises(ValueError, match="nothing was measured"):
        figure_of("never", [], [])


def test_each_act_is_done_once_in_turns_with_the_floor():
    done: list[str] = []
    acts = [lambda n=n: done.append(n) for n in "abc"]
    figure = measured("acts", acts, floor=lambda: done.append("floor"))
    assert done == ["floor", "a", "floor", "b", "floor", "c"]
    assert figure.times == 3
    assert 0 <= figure.p50_ms <= figure.p95_ms <= figure.longest_ms


def test_the_table_and_the_json_compare_with_the_floor_of_the_run():
    lines = as_table(report()).splitlines()
    assert lines[0] == "Search: 20,000 articles, 200,000 claims"
    assert lines[-1].split() == ["a", "word", "101", "51.0", "96.0", "101.0", "25.5", "4.0", "4.0"]
    written = json.loads(as_json(report()))
    assert [one["ratio"] for one in written["figures"]] == [25.5]
    assert written["facts"] == {"postgresql": "18.6"}
