"""Reading: the queue by each filter and each pair of them, on top and deep; an article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.http import QueryDict

from articles.models import Outlet
from benchmarks.desk.comparing import Ask, Bench
from benchmarks.desk.servers import Answer, Visitor
from benchmarks.figures import Figure
from benchmarks.words import of_rank
from claims.filters import QueueFilter
from claims.models import Claim
from claims.views.queue import CLAIMS_A_PAGE
from web import paging

DEEP_ROWS = 100_000
DEEP_SHARE = 0.9  # of a list that is shorter
DEEP_PAGES = 4  # a list of fewer pages has no depth
VARIANTS = 4  # of what one filter asks for
ROW = re.compile(r'id="claim-(\d+)"')
STORY = re.compile(r'<option value="story-')

Asked = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Pages:
    """Addresses of one figure, and the filters by which the deep ones are found."""

    name: str
    asked: Sequence[Asked]


def queue(bench: Bench, times: int, *, every: int = 1) -> Iterator[Figure]:
    """Each filter and each pair, `times` requests on top and as many deep where there is depth.

    `every`: only one in so many of them.
    """
    for pages in [*_waiting(), *_decided()][::every]:
        top = [pages.asked[at % len(pages.asked)] for at in range(times + 1)]
        yield _queue_figure(bench, f"queue: {pages.name}", top)
        if deep := list(_deep(pages.asked, times + 1, bench.desk))[: times + 1]:
            yield _queue_figure(bench, f"queue: {pages.name}, deep", deep)


def article(bench: Bench, times: int) -> Figure:
    """Articles with as many claims as the size says; each is opened for the first time."""
    most = Claim.objects.order_by("-article").values_list("article", flat=True)[0]
    keys = [1 + 7919 * at % most for at in range(times + 1)]
    asked = [Ask(desk=partial(_open, key=key), floor=partial(_floor_open, key=key)) for key in keys]
    return bench.compared("open an article", asked)


def _open(visitor: Visitor, *, key: int) -> Answer:
    return visitor.get(f"/articles/{key}/")


def _floor_open(visitor: Visitor, answer: Answer, *, key: int) -> Answer:
    return visitor.get(f"/article/?article={key}&size={len(answer.body)}")


def _filters() -> dict[str, list[str]]:
    """Queries of each filter, as people would ask them; one has several where claims differ."""
    outlets = Outlet.objects.order_by("pk").values_list("slug", flat=True)[:VARIANTS]
    return {
        "unreviewed": ["status:unreviewed"],
        "unresolved": ["status:unresolved"],
        "story": [f"story:story-{key}" for key in range(1, 2 * VARIANTS, 2)],
        "outlet": [f"outlet:{slug}" for slug in outlets],
        "word": of_rank(range(300, 1_100, 200)),
        "link": ["has:link"],
        "conflict": ["has:conflict"],
        "suggestion": ["has:suggestion"],
        "one origin": ["origins:<2"],
        "waiting for long": ["age:>30d"],
        "source changed": ["changed:source"],
        "assigned to me": ["assigned:me"],
    }


def _waiting() -> list[Pages]:
    """Each filter and each pair of two."""
    filters = _filters()
    alone = [Pages(name=name, asked=_asked(asked)) for name, asked in filters.items()]
    pairs = itertools.combinations(filters.items(), 2)
    return [
        Pages(name="waiting", asked=[{}]),
        *alone,
        *(
            Pages(name=f"{one}, {other}", asked=_asked(_both(some, more)))
            for (one, some), (other, more) in pairs
            if not one.startswith("un") or not other.startswith("un")
        ),
    ]


def _decided() -> list[Pages]:
    """The decided ones by one filter more."""
    of_decided = ("story", "outlet", "word", "link", "conflict", "one origin")
    filters = {name: asked for name, asked in _filters().items() if name in of_decided}
    filters |= {"verified": ["status:verified"], "by me": ["decided-by:me"]}
    alone = [
        Pages(name=f"decided, {name}", asked=_asked(asked, view="decided"))
        for name, asked in filters.items()
    ]
    return [Pages(name="decided", asked=[{"view": "decided"}]), *alone]


def _both(some: Sequence[str], more: Sequence[str]) -> list[str]:
    pairs = zip(itertools.cycle(some), itertools.cycle(more), strict=False)
    count = max(len(some), len(more))
    return [f"{one} {other}" for one, other in itertools.islice(pairs, count)]


def _asked(queries: Iterable[str], **tab: str) -> list[Asked]:
    return [{"q": query, **tab} for query in queries]


def _deep(asked: Sequence[Asked], times: int, visitor: Visitor) -> Iterator[Asked]:
    """Pages behind DEEP_ROWS, or near the end of a list that has fewer."""
    distinct = [dict(one) for one in {tuple(sorted(one.items())) for one in asked}]
    for one in distinct:
        data = QueryDict(urlencode(one))
        chosen = QueueFilter(data, person=visitor.person)
        rows = chosen.claims.order_by(*chosen.order)
        length = rows.order_by()[: int(DEEP_ROWS / DEEP_SHARE)].count()
        last, wanted = int(length * DEEP_SHARE), -(-times // len(distinct))
        if last < DEEP_PAGES * CLAIMS_A_PAGE:
            continue
        first = max(0, last - wanted * CLAIMS_A_PAGE)
        keys = list(rows.values_list("pk", flat=True)[first : last + 1])[::CLAIMS_A_PAGE]
        for pair in itertools.pairwise(keys):
            both = Claim.objects.filter(pk__in=pair)
            place = paging.page(both, order=chosen.order, size=1, params={}).next_cursor
            yield {**one, paging.AFTER: str(place)}


def _queue_figure(bench: Bench, name: str, asked: Sequence[Asked]) -> Figure:
    asks = [Ask(desk=partial(_list, asked=one), floor=_floor_list) for one in asked]
    return bench.compared(name, asks)


def _list(visitor: Visitor, *, asked: Asked) -> Answer:
    return visitor.get(f"/queue/?{urlencode(asked)}")


def _floor_list(visitor: Visitor, answer: Answer) -> Answer:
    keys = ",".join(ROW.findall(answer.text))
    stories = len(STORY.findall(answer.text))
    return visitor.get(f"/queue/?keys={keys}&stories={stories}&size={len(answer.body)}")
