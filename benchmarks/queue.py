"""The queue's page: its tabs, filters, words, and 10,000 rows deep."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from benchmarks import archive
from benchmarks.figures import Report, machine
from benchmarks.visits import FLOOR, server, timed_visits, visitor
from benchmarks.words import of_rank
from claims.filters import ORDER
from claims.models import Claim
from claims.states import View
from web import paging

WHAT = "open the queue, filtered and deep"
TIMES = 40
DEEP_ROWS = 10_000
DATA, build = archive.NAME, archive.build


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--claims", type=int, default=20_000)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {"articles": options.articles, "claims": options.claims}


def measure(size: Mapping[str, int]) -> Report:
    client = visitor()
    stories = [f"/queue/?story=story-{number}" for number in range(1, TIMES + 1)]
    asked = {
        "first page": ["/queue/"] * TIMES,
        "one story": stories,
        "unreviewed": ["/queue/?status=unreviewed"] * TIMES,
        "decided": ["/queue/?view=decided"] * TIMES,
        "a word": [f"/queue/?q={word}" for word in of_rank(range(200, 200 + TIMES))],
        "deep": [f"/queue/?after={_deep()}"] * TIMES,
    }
    figures = [timed_visits(client, name, asked[name]) for name in asked]
    return Report(
        title="Queue",
        size=size,
        figures=tuple(figures),
        floor=FLOOR,
        facts=machine() | {"postgresql": server()},
    )


def _deep() -> str | None:
    waiting = Claim.objects.waiting()
    page = paging.page(waiting, order=ORDER[View.WAITING], size=DEEP_ROWS, params={})
    return page.next_cursor or ""
