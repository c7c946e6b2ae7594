from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import runs
from matching.tests.texts import messy

LINES = st.lists(messy, max_size=8)


def cut(line: str) -> set[str]:
    return {line[at : at + n] for n in (3, 4, 5) for at in range(len(line) - n + 1)}


@given(LINES, messy, st.sampled_from([1, 20, 1_000]))
def test_each_run_is_found_in_every_line_that_has_it(lines, query, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "CHARACTERS_AT_ONCE", at_once)
        known, postings = runs.gathered(lines)
    found, having = postings.of(known.numbers(runs.codes_of(query)))
    together = [at for at, line in enumerate(lines) for _ in cut(line) & cut(query)]
    assert (sorted(found.tolist()), len(having)) == (together, len(cut(query)))


@given(messy, messy)
def test_two_lines_share_the_runs_that_both_have(a, b):
    shared = runs.Runs.common(runs.codes_of(a), runs.codes_of(b))
    assert len(shared) == len(cut(a) & cut(b))


def test_runs_of_one_length_and_of_another_are_told_apart():
    known, _ = runs.gathered(["abcde"])
    assert len(known.all()) == len(cut("abcde")) == 6
    assert known.numbers(runs.codes_of("bcdefg")).tolist().count(-1) == 6
