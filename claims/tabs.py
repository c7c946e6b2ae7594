"""The tabs over the queue: where each leads with the query as it stands, how many claims it has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims import search as searches
from claims import whole_tabs
from claims.counting import count_each
from claims.filters import QueueFilter
from claims.query import Condition
from claims.querysets import ClaimQuerySet
from claims.states import View

NARROWED_SECONDS = 0.5  # for all tabs of a query together; beyond it they have no counts
DIFFERING = Condition(name="has", value="disagreement")  # what a tab for desk admins asks besides
LABELS = {
    View.WAITING: "Waiting",
    View.ASSIGNED: "Assigned to me",
    View.MINE: "Mine",
    View.DECIDED: "Decided",
}


@dataclass(frozen=True, kw_only=True)
class Tab:
    """`count` stops at the cap and one; none where it was not counted, or would take too long."""

    name: str
    label: str
    chosen: QueueFilter
    is_current: bool
    count: int | None = None

    @property
    def address(self) -> str:
        return self.chosen.address


def of(chosen: QueueFilter) -> list[Tab]:
    """Without counts. Where two differ a desk admin decides, and has a tab more."""
    is_admin = chosen.person.is_desk_admin
    is_differing = is_admin and chosen.view == View.WAITING and DIFFERING in chosen.query.parts
    others = _asking(chosen, is_differing=False) if is_differing else chosen
    tabs = [
        Tab(
            name=view,
            label=label,
            chosen=others.in_tab(view),
            is_current=view == chosen.view and not is_differing,
        )
        for view, label in LABELS.items()
    ]
    if is_admin:
        differing = chosen if is_differing else _asking(chosen, is_differing=True)
        tabs.append(
            Tab(
                name=DIFFERING.value,
                label="In disagreement",
                chosen=differing,
                is_current=is_differing,
            )
        )
    return tabs


def counted(chosen: QueueFilter, *, seconds: float | None = None) -> list[Tab]:
    """A whole tab is one index; narrowed ones, in one statement, are given so many seconds, else
    NARROWED_SECONDS."""
    tabs = of(chosen)
    counts: list[int | None]
    if any(one.chosen.narrows for one in tabs[: len(LABELS)]):
        questions = [_looked_up(one.chosen) for one in tabs]
        counts = count_each(questions, seconds=seconds or NARROWED_SECONDS, seqscan=False)
    else:
        counts = [whole_tabs.count(view, chosen.person) for view in LABELS]
        counts += [whole_tabs.in_disagreement() for _ in tabs[len(LABELS) :]]
    return [replace(one, count=count) for one, count in zip(tabs, counts, strict=True)]


def _looked_up(chosen: QueueFilter) -> ClaimQuerySet:
    return chosen.of_tab(searches.claims_looked_up(chosen.asked))


def _asking(chosen: QueueFilter, *, is_differing: bool) -> QueueFilter:
    """What waits, with or without what the tab of differing opinions asks."""
    query = chosen.query.without(DIFFERING.name, value=DIFFERING.value)
    if is_differing:
        query = query.with_more(DIFFERING)
    return QueueFilter({"q": str(query)}, person=chosen.person)
