"""A page of the queue and how many claims fit, whatever is asked of a million.

What fits is gathered by its indexes, up to the cap and one. So many are put in order; of more, the
page is found by going along the order, which meets them soon.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from articles import fulltext
from claims import joiners, whole_tabs
from claims import search as searches
from claims.errors import SearchTooLong
from claims.filters import QueueFilter
from claims.models import Claim
from claims.querysets import ClaimQuerySet
from claims.search import BUDGET_SECONDS, IN_ORDER_SECONDS
from claims.time_limits import Clock, in_time
from claims.understood import Complaint
from web import paging
from web.counts import COUNT_CAP
from web.paging import Page
from web.prepared import prepared

NO_KEY = 0  # asks nothing of the database but as many questions as ever


@dataclass(frozen=True, kw_only=True)
class Listed:
    """`count` stops at the cap and one."""

    page: Page[Claim]
    count: int
    complaints: list[Complaint]


def listed(
    chosen: QueueFilter,
    *,
    size: int,
    params: Mapping[str, Any],
    order: Sequence[str] = (),
) -> Listed:
    """The page where `params` (request.GET) says, in the tab's order or in another.

    A whole tab is one index, in its order. Raises SearchTooLong after BUDGET_SECONDS.
    """
    pages = _Pages(order=order or chosen.order, size=size, params=params)
    if not chosen.narrows:
        return Listed(
            page=_filled(pages.of(chosen.claims)),
            count=whole_tabs.count(chosen.view, chosen.person),
            complaints=chosen.complaints,
        )
    clock = Clock(BUDGET_SECONDS)
    some = _some(chosen, COUNT_CAP, clock)
    if len(some) <= COUNT_CAP:
        with in_time(clock.left):
            # A list, of which PostgreSQL knows how short it is; else it may go along the order.
            page = _filled(pages.of(Claim.objects.filter(pk__in=some or [NO_KEY])))
    else:
        page = _in_order(chosen, pages, clock)
    return Listed(page=page, count=len(some), complaints=_complaints(chosen, some))


def count(chosen: QueueFilter, *, seconds: float) -> int | None:
    """How many fit, at most the cap and one; none where that would take longer."""
    if not chosen.narrows:
        return whole_tabs.count(chosen.view, chosen.person)
    try:
        return len(_some(chosen, COUNT_CAP, Clock(seconds)))
    except SearchTooLong:
        return None


def _complaints(chosen: QueueFilter, some: Sequence[int]) -> list[Complaint]:
    words = [one.text for one in chosen.asked.searched]
    if not words or some or not fulltext.are_too_common(words):
        return chosen.complaints
    return [*chosen.complaints, Complaint(sentence=joiners.too_common(words))]


def first_keys(chosen: QueueFilter, count: int) -> list[int]:
    """Keys of the first that fit, in the tab's order: so many and one more. Raises SearchTooLong
    as `listed` does."""
    clock, claims = Clock(BUDGET_SECONDS), chosen.claims
    if chosen.narrows and len(some := _some(chosen, count, clock)) <= count:
        claims = Claim.objects.filter(pk__in=some or [NO_KEY])
    with in_time(clock.left):
        rows = paging.batches(claims, ["pk"], order=chosen.order, size=count + 1)
        return [pk for (pk,) in next(rows, [])]


def nothing(chosen: QueueFilter) -> Listed:
    """What is shown when it took too long."""
    page: Page[Claim] = Page(rows=[], next_cursor=None, previous_cursor=None)
    return Listed(page=page, count=0, complaints=chosen.complaints)


@dataclass(frozen=True, kw_only=True)
class _Pages:
    order: Sequence[str]
    size: int
    params: Mapping[str, Any]

    def of(self, claims: ClaimQuerySet) -> Page[Claim]:
        """Keys alone, and what the order needs."""
        rows = claims.only(*(name.removeprefix("-") for name in self.order))
        return paging.page(rows, order=self.order, size=self.size, params=self.params)


def _some(chosen: QueueFilter, cap: int, clock: Clock) -> list[int]:
    """Keys of what fits, in no order: all of them, or one more than the cap."""
    with in_time(clock.left, seqscan=False):
        claims = chosen.of_tab(searches.claims_looked_up(chosen.asked))
        return list(claims.order_by().values_list("pk", flat=True)[: cap + 1])


def _in_order(chosen: QueueFilter, pages: _Pages, clock: Clock) -> Page[Claim]:
    try:
        with in_time(min(IN_ORDER_SECONDS, clock.left)):
            return _filled(pages.of(chosen.claims))
    except SearchTooLong:  # those that fit lie far behind: they are gathered, then put in order
        with in_time(clock.left, seqscan=False, indexscan=False):
            found = pages.of(chosen.of_tab(searches.claims_looked_up(chosen.asked)))
        return _filled(found)


def _filled(light: Page[Claim]) -> Page[Claim]:
    """The page with all that its rows show, looked up for these alone."""
    full = {claim.pk: claim for claim in _rows([row.pk for row in light.rows] or [NO_KEY])}
    return replace(light, rows=[full[row.pk] for row in light.rows if row.pk in full])


@prepared
def _rows(keys: Collection[int]) -> ClaimQuerySet:
    return Claim.objects.for_list().filter(pk__in=keys)
