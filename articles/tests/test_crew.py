"""It spreads work over processes and gives the answers in order."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from articles.management.crew import spread

pytestmark = pytest.mark.django_db(transaction=True)


def work(number: int) -> tuple[int, int]:
    """Slower for the first, so that the others are done before it."""
    time.sleep(0.05 if number == 0 else 0)
    return number, os.getpid()


def die(number: int) -> int:
    os._exit(number)


def test_answers_come_in_order_from_other_processes():
    answers = list(spread(work, range(12), jobs=2))
    assert [number for number, _ in answers] == list(range(12))
    assert os.getpid() not in {process for _, process in answers}


def test_one_job_is_done_here():
    assert list(spread(work, [7], jobs=1)) == [(7, os.getpid())]


def test_things_are_asked_for_as_they_are_needed():
    asked: list[int] = []

    def things() -> Iterator[int]:
        for number in range(100):
            asked.append(number)
            yield number

    answers = spread(work, things(), jobs=2)
    next(answers)
    assert len(asked) <= 6
    answers.close()


def test_a_process_that_is_killed_is_told():
    with pytest.raises(BrokenProcessPool):
        list(spread(die, [1, 1], jobs=2))
