"""Thirty reviewers at the web server: with time to think, and without."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from django.db import connection

from accounts.models import User
from benchmarks.desk.acts import FloorReviewing, Reviewing
from benchmarks.desk.servers import Answer, Server, Visitor
from benchmarks.figures import Figure, Spent, figure_of
from claims.models import Verdict

THINKING_SECONDS = 2.0


@dataclass(frozen=True, kw_only=True)
class Shift:
    """Decisions one after the other. `lost` were answered well and are not in the database; `twice`
    are there more than once."""

    figure: Figure
    a_second: float
    lost: int
    twice: int


def at_desk(server: Server, people: int, seconds: float, *, thinking: float, name: str) -> Shift:
    """Each person decides claims for that many seconds, `thinking` before each."""
    reviewers = [Reviewing(visitor=one) for one in _visitors(server, people)]
    before = Verdict.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    times = _work([one.decide for one in reviewers], seconds, thinking)
    given = Counter(Verdict.objects.filter(pk__gt=before).values_list("claim", flat=True))
    answered = [claim for one in reviewers for claim in one.decided]
    return _shift(name, times, seconds, answered, given)


def at_floor(server: Server, people: int, seconds: float, *, size: int) -> Shift:
    """The same without a thought, of pages of `size` bytes."""
    reviewers = [FloorReviewing(visitor=one, size=size) for one in _visitors(server, people)]
    before = Verdict.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    times = _work([one.decide for one in reviewers], seconds, 0)
    given = Counter(Verdict.objects.filter(pk__gt=before).values_list("claim", flat=True))
    answered = [claim for one in reviewers for claim in one.decided]
    return _shift("the floor's", times, seconds, answered, given)


def _visitors(server: Server, people: int) -> list[Visitor]:
    reviewers = User.objects.order_by("pk")[2 : 2 + people]
    return [Visitor(person=person, server=server) for person in reviewers]


def _work(
    acts: Sequence[Callable[[], Answer]], seconds: float, thinking: float
) -> list[list[float]]:
    """Milliseconds of each act of each person, all at work at once."""
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(len(acts)) as people:
        work = partial(_decide_until, until, thinking, len(acts))
        return list(people.map(work, range(len(acts)), acts))


def _decide_until(
    until: float, thinking: float, people: int, number: int, decide: Callable[[], Answer]
) -> list[float]:
    """They begin one after the other, as people who think do."""
    times = []
    time.sleep(thinking * number / people)
    try:
        while time.monotonic() < until:
            times.append(decide().ms)
            time.sleep(thinking)
    finally:
        connection.close()
    return times


def _shift(
    name: str,
    times: list[list[float]],
    seconds: float,
    answered: list[int],
    given: Counter[int],
) -> Shift:
    spent = [Spent(ms, 0.0) for of_one in times for ms in of_one]
    return Shift(
        figure=figure_of(name, spent, spent),
        a_second=len(answered) / seconds,
        lost=sum(1 for claim in answered if not given[claim]),
        twice=sum(1 for count in given.values() if count > 1),
    )
