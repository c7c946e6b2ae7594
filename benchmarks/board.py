"""The story board: the page, its table by htmx, all rows of it, one quote."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from benchmarks import newsroom
from benchmarks.figures import Report, machine
from benchmarks.visits import FLOOR, server, timed_visits, visitor
from claims.models import Claim

WHAT = "open the board of a large story"
TIMES = 40
PAGE = f"/stories/{newsroom.SLUG}/"
DATA, build = newsroom.NAME, newsroom.build


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--outlets", type=int, default=15)
    parser.add_argument("--claims", type=int, default=400)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {
        "articles": options.articles,
        "outlets": options.outlets,
        "claims": options.claims,
    }


def measure(size: Mapping[str, int]) -> Report:
    client = visitor()
    claims = Claim.objects.order_by("pk")[:TIMES]
    quotes = [f"/claims/{one.pk}/outlets/{one.outlet_id}/" for one in claims]
    figures = [
        timed_visits(client, "page", [PAGE] * TIMES),
        timed_visits(client, "by spread", [f"{PAGE}?sort=spread"] * TIMES, htmx=True),
        timed_visits(client, "only disagreements", [f"{PAGE}?differing=1"] * TIMES, htmx=True),
        timed_visits(client, "all", [f"{PAGE}?all"] * TIMES),
        timed_visits(client, "a quote", quotes, htmx=True),
    ]
    return Report(
        title="Story board",
        size=size,
        figures=tuple(figures),
        floor=FLOOR,
        facts=machine() | {"postgresql": server()},
    )
