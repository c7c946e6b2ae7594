"""What is new on the queue's page: rows that changed, claims that came into the list, counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import news, queue_pages
from claims.filters import QueueFilter
from claims.models import Claim, Event
from claims.states import EventKind, View

if TYPE_CHECKING:
    from accounts.models import User

MOST_COME = 50  # claims that the page is told of by number; it sends their ids back each time
COUNT_SECONDS = 0.3  # of a narrowed list; beyond that it keeps what it says

# Acts that bring a claim into the list of a tab.
COMING = {
    View.WAITING: {
        EventKind.MARKED,
        EventKind.RESTORED,
        EventKind.REOPENED,
        EventKind.UNDONE,
        EventKind.SOURCE_CHANGED,
        EventKind.RELOCATION_UNDONE,
    },
    View.ASSIGNED: {EventKind.ASSIGNED, EventKind.HANDED_OVER, EventKind.UNDONE},
    View.MINE: {EventKind.TAKEN, EventKind.TAKEN_OVER},
    View.DECIDED: {EventKind.DECIDED},
}
# And into one of linked claims, or of figures that disagree.
COMING_LINKED = {EventKind.LINKED, EventKind.UNSETTLED}
COUNTING = {"has", "origins", "outlets"}  # conditions on them
# Acts that change no count of claims.
UNCOUNTED = {
    EventKind.RELEASED,
    EventKind.SKIPPED,
    EventKind.SUGGESTED,
    EventKind.REJECTED,
    EventKind.TAKEN,
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a page tells of itself: the claims it shows, of them those whose hold is over by the
    clock, and those that it has told of already. `has_acted`: its reader did something here."""

    shown: Collection[int] = ()
    over: Collection[int] = ()
    known: Collection[int] = ()
    has_acted: bool = False


@dataclass(frozen=True, kw_only=True)
class QueueNews:
    """`come`: the claims that came into the list since the page was made, at most MOST_COME + 1;
    none where nothing is to be said of them. `is_counted`: counts may be others now."""

    rows: list[Claim]
    come: list[int] | None
    is_counted: bool
    count: int | None = None  # of the list; none where it would take long

    @property
    def is_empty(self) -> bool:
        return not self.rows and self.come is None and not self.is_counted


def of(
    chosen: QueueFilter, told: Sequence[Event], asked: Asked, *, is_late: bool, reader: User
) -> QueueNews:
    """The same few questions whatever happened; the list's own count may take longest."""
    is_counted = is_late or any(event.kind not in UNCOUNTED for event in told)
    return QueueNews(
        rows=_rows(told, asked, is_all=is_late or len(told) >= news.TOLD),
        come=_come(chosen, told, asked, reader=reader),
        is_counted=is_counted,
        count=_count(chosen) if is_counted else None,
    )


def view_of(chosen: QueueFilter) -> dict[str, str]:
    """What the list is narrowed to, as `news.of_queue` reads it: keys of stories and outlets."""
    named = chosen.asked.understood.named
    keys = {name: " ".join(str(one.pk) for one in named.get(name, ())) for name in news.NARROWING}
    return {f"of_{name}": written for name, written in keys.items()}


def _count(chosen: QueueFilter) -> int | None:
    return queue_pages.count(chosen, seconds=COUNT_SECONDS)


def _rows(told: Sequence[Event], asked: Asked, *, is_all: bool) -> list[Claim]:
    """Of the rows shown those that may look different now, as they are."""
    rows = Claim.objects.filter(pk__in=asked.shown)
    touched = {event.claim_id for event in told} | set(asked.over)
    return list((rows if is_all else rows.touched_by(touched)).for_list())


def _come(
    chosen: QueueFilter, told: Sequence[Event], asked: Asked, *, reader: User
) -> list[int] | None:
    kinds = COMING[chosen.view]
    if COUNTING & {condition.name for condition in chosen.query.conditions}:
        kinds = kinds | COMING_LINKED
    others = [one for one in told if not (asked.has_acted and one.by_id == reader.pk)]
    come = {event.claim_id for event in others if event.kind in kinds}
    if not come and not asked.known:
        return None
    listed = chosen.claims.filter(pk__in=(come | set(asked.known)) - set(asked.shown))
    return list(listed.order_by("pk").values_list("pk", flat=True)[: MOST_COME + 1])
