"""`./desk bench`: build a desk of any size, measure all of it, say what is missed."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.db import connection
from django.utils import timezone

from accounts.models import User
from benchmarks import databases
from benchmarks.desk import acts, exports, memory, pages, results, shift, takes
from benchmarks.desk.building import build
from benchmarks.desk.comparing import Bench
from benchmarks.desk.results import Measure, Result, at_least, at_most
from benchmarks.desk.servers import DESK, FLOOR, serving, visitor
from benchmarks.desk.slow import watched
from benchmarks.visits import server as postgres_version
from claims.models import Claim
from factdesk.installation import STATE
from factdesk.progress import step

DATA = "desk"
HELD = 30  # claims that somebody holds while pages are asked for
MB = 1e6


@dataclass(frozen=True, kw_only=True)
class Effort:
    """How much of everything is done. A quick run only sees that all of it works."""

    pages: int  # requests of one figure
    acts: int
    rounds: int  # of takes
    turns: int  # claims that each of those who take gets in a round
    people: int  # of a shift
    seconds: float  # of each shift
    every: int  # one in so many lists of the queue

    @property
    def is_quick(self) -> bool:
        return self == QUICK


FULL = Effort(pages=20, acts=40, rounds=6, turns=25, people=30, seconds=20, every=1)
QUICK = Effort(pages=2, acts=4, rounds=1, turns=2, people=4, seconds=1, every=9)
QUICK_SIZE = {"claims": 1_000, "articles": 100}
KEPT = STATE / "bench"


def run(arguments: list[str], *, parts: str) -> int:
    """Measure all at one size; `parts` names what can be measured alone."""
    options = _parser(parts).parse_args(arguments)
    size = QUICK_SIZE if options.quick else {"claims": options.claims, "articles": options.articles}
    began = time.monotonic()
    with step("Building the desk"):
        databases.use(DATA, size, build=build, afresh=options.afresh)
    built = time.monotonic() - began
    result = _measure(size, QUICK if options.quick else FULL, built)
    if not options.quick:
        results.keep(result, KEPT)
    told = [] if options.quick else [*results.missed(result), *results.growth(KEPT)]
    lines = [results.as_text(result), *told, "", results.as_json(result), ""]
    sys.stdout.write("\n".join(lines))
    return 0


def _parser(parts: str) -> argparse.ArgumentParser:
    told = f"Parts alone: ./desk bench NAME, one of {parts}."
    parser = argparse.ArgumentParser(prog="./desk bench", description=__doc__, epilog=told)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--quick", action="store_true", help="a small desk; times are not judged")
    parser.add_argument("--afresh", action="store_true", help="build the data again")
    return parser


def _measure(size: dict[str, int], effort: Effort, built: float) -> Result:
    _hold_some()
    with serving(DESK) as desk, serving(FLOOR) as floor:
        bench = Bench(desk=visitor(desk, 2), floor=visitor(floor, 2), claims=size["claims"])
        with step("Asking for pages of the queue"):
            figures = list(pages.queue(bench, effort.pages, every=effort.every))
        with step("Reading, marking, deciding"):
            figures.append(pages.article(bench, effort.acts))
            figures.append(acts.mark(bench, effort.acts))
            figures.append(acts.decide(bench, effort.acts))
        with step("Thirty reviewers"):
            measures = list(_shifts(bench, effort))
    _hold_some()
    with step("Eight who take the next"), watched("take next", bench.slow):
        measures += _takes(effort)
    with step("Exporting all claims"):
        measures += exports.measure().measures
    with step("Looking at memory"):
        measures += _memory(effort)
    return Result(
        size=size,
        facts=_machine() | {"built in": f"{built:,.0f} s"},
        figures=figures,
        measures=measures,
        slow=bench.slow,
    )


def _hold_some() -> None:
    """The most pressing claims are held, as by people at work."""
    people = User.objects.order_by("-pk")[:HELD]
    until = timezone.now() + timedelta(hours=1)
    Claim.objects.filter(reviewer__isnull=False).update(reviewer=None, leased_until=None)
    for claim, person in zip(Claim.objects.waiting().most_pressing_first(), people, strict=False):
        Claim.objects.filter(pk=claim.pk).update(reviewer=person, leased_until=until)


def _shifts(bench: Bench, effort: Effort) -> Iterator[Measure]:
    """Thirty reviewers, first as people work and then as fast as they are answered."""
    name = f"{effort.people} reviewers"
    with watched(name, bench.slow):
        thinking = 0.1 if effort.is_quick else shift.THINKING_SECONDS
        calm = shift.at_desk(
            bench.desk.server, effort.people, effort.seconds, thinking=thinking, name=name
        )
        busy = shift.at_desk(
            bench.desk.server, effort.people, effort.seconds, thinking=0, name=name
        )
    size = acts.page_size(bench.desk)
    floor = shift.at_floor(bench.floor.server, effort.people, effort.seconds, size=size)
    told = f"{calm.a_second:.1f} decisions a second"
    yield at_most(f"{name} who think {thinking:g} s, p95", calm.figure.p95_ms, "ms", 300, told)
    yield at_most(f"{name}, decisions lost", calm.lost + busy.lost, "claims", 0)
    yield at_most(f"{name}, decided twice", calm.twice + busy.twice, "claims", 0)
    told = f"{busy.a_second:.1f} to {floor.a_second:.1f} a second, p95 {busy.figure.p95_ms:,.0f} ms"
    share = busy.a_second / max(floor.a_second, 0.001)
    yield at_least(f"{name} who do not think, decisions", share, "of the floor's", 1 / 3, told)


def _takes(effort: Effort) -> list[Measure]:
    found = takes.measure(effort.rounds, turns=effort.turns)
    told = f"{found.a_second:,.0f} to {found.bare_a_second:,.0f} a second"
    return [
        at_least("take next, 8 reviewers", found.share, "of the bare statement", 1 / 3, told),
        at_most("take next, claims taken twice", found.twice, f"of {found.taken}", 0),
    ]


def _memory(effort: Effort) -> list[Measure]:
    desk, floor = memory.of_desk(), memory.of_floor()
    told = f"{desk / MB:,.0f} to {floor / MB:,.0f} MB"
    found = [at_most("idle web server, two workers", desk / floor, "x the floor", 1.6, told)]
    if not effort.is_quick and (worker := memory.of_worker()):
        found.append(at_most("the worker with its model", worker / MB, "MB", 450))
    return found


def _machine() -> dict[str, str]:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
    pages_of_memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_size_pretty(pg_database_size(current_database()))")
        (database,) = cursor.fetchone()
    return {
        "machine": f"{os.cpu_count()} cores of {model}, {pages_of_memory / 1e9:,.0f} GB",
        "python": platform.python_version(),
        "postgresql": postgres_version(),
        "database": str(database),
    }
