"""The search page: words of any frequency, phrases, conditions, deep pages, both sections."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from articles.models import Article, Outlet, Revision
from benchmarks import archive
from benchmarks.figures import Report, machine
from benchmarks.visits import FLOOR, server, timed_visits, visitor
from benchmarks.words import SMALL, of_rank
from claims import search
from claims.search import Section
from web import paging

WHAT = "search articles and claims by words, phrases and conditions"
TIMES = 40
DEEP_SHARE = 0.5  # of what a frequent word finds, up to
DEEP_ROWS = 10_000
# By rank of frequency: the first are in nearly every article, the last in a handful.
FREQUENT, ORDINARY, RARE = range(20), range(200, 1_000, 20), range(20_000, 28_000, 200)
DATA, build = archive.NAME, archive.build


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--claims", type=int, default=20_000)


def size(options: argparse.Namespace) -> dict[str, int]:
    return {"articles": options.articles, "claims": options.claims}


def measure(size: Mapping[str, int]) -> Report:
    client = visitor()
    figures = [
        timed_visits(
            client, f"{section}: {name}", [_address(section, **one) for one in asked[:TIMES]]
        )
        for section in Section
        for name, asked in _asked(section).items()
    ]
    return Report(
        title="Search",
        size=size,
        figures=tuple(figures),
        floor=FLOOR,
        facts=machine() | {"postgresql": server()},
    )


def _asked(section: Section) -> dict[str, list[dict[str, str]]]:
    """Parameters of the pages that each figure asks for."""
    ordinary, frequent = of_rank(ORDINARY), of_rank(FREQUENT)
    outlets = list(Outlet.objects.values_list("slug", flat=True))
    most = archive.LAST_DAY.year
    return {
        "word of ordinary frequency": _q(ordinary),
        "two such words": _q(f"{a} {b}" for a, b in itertools.pairwise(ordinary)),
        "rare word": _q(of_rank(RARE)),
        "word in nearly every text": _q(frequent * 2),
        "phrase": _q(_phrases()),
        **_worst(frequent, before=most),
        "word and outlet": _q(
            f"{word} outlet:{outlets[at % len(outlets)]}" for at, word in enumerate(ordinary)
        ),
        "word, status and date": _q(f"{word} status:disputed before:{most}" for word in ordinary),
        "outlet alone": _q(f"outlet:{slug}" for slug in outlets),
        "deep page": [{"q": word, "after": _deep(section, word)} for word in frequent],
    }


def _worst(frequent: list[str], *, before: int) -> dict[str, list[dict[str, str]]]:
    """What the word index alone answers badly: it leads to nearly every text."""
    threes = list(zip(frequent, frequent[1:], frequent[2:], strict=False))
    others = [" ".join(f"-{one}" for one in frequent if one != word) for word in frequent]
    return {
        "phrase of such words, mostly nowhere": _q(f'"{a} {b} {c}"' for a, b, c in threes),
        "phrase of two such words": _q(f'"{a} {b}"' for a, b, _ in threes),
        "such a phrase with small words": _q(f'"{a} of the {b} and {c}"' for a, b, c in threes),
        "such a phrase, status and date": _q(
            f'"{a} {b} {c}" status:disputed before:{before}' for a, b, c in threes
        ),
        "without such a word": _q(f"-{word}" for word in frequent),
        "such a word without the others": _q(map(" ".join, zip(frequent, others, strict=True))),
        "author named like such a word": _q(f"by:{word}" for word in frequent),
    }


def _q(queries: Iterable[str]) -> list[dict[str, str]]:
    return [{"q": query} for query in queries]


def _address(section: Section, **asked: str) -> str:
    return f"/search/?{urlencode({**asked, 'in': section})}"


def _phrases() -> list[str]:
    """Two words in a row of some article, none of them small."""
    most = Article.objects.count()
    found = []
    for at in range(TIMES):
        text = Revision.objects.only("text").get(article=1 + 7919 * at % most).text
        words = text.split(".")[0].lower().split()
        pairs = itertools.pairwise(words)
        found += [f'"{a} {b}"' for a, b in pairs if not {a, b} & set(SMALL)][:1]
    return found


def _deep(section: Section, word: str) -> str:
    """Where the page begins that far behind the first hit."""
    rows = search.rows_of(search.ask(word), section)
    size = min(DEEP_ROWS, int(rows.count() * DEEP_SHARE))
    page = paging.page(rows.only("pk", "dated_at"), order=search.ORDER, size=size, params={})
    return page.next_cursor or ""
