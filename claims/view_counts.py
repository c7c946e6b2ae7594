"""How many claims each saved view has: all views in one statement, whatever they ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import named, queue_address
from claims.counting import count_each
from claims.filters import QueueFilter
from claims.models import SavedView

if TYPE_CHECKING:
    from accounts.models import User

BUDGET_SECONDS = 1.5


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A view as it is shown: where it leads, how many claims it has up to the cap and one (none
    where that took too long), and whether part of its query is not understood by now."""

    view: SavedView
    chosen: QueueFilter
    count: int | None

    @property
    def is_understood(self) -> bool:
        return not self.chosen.complaints


def choice(view: SavedView, *, reader: User) -> QueueFilter:
    """What the view asks of the queue, as that person would."""
    return QueueFilter({"q": view.query, **queue_address.tab(view.tab)}, person=reader)


def count(views: Iterable[SavedView], *, reader: User) -> list[Counted]:
    """At most five queries for any number of views."""
    views = list(views)
    chosen = [choice(view, reader=reader) for view in views]
    known = named.read(one.query for one in chosen)
    for one in chosen:
        one.known = known
    counts = count_each([one.claims for one in chosen], seconds=BUDGET_SECONDS)
    return [
        Counted(view=view, chosen=one, count=number)
        for view, one, number in zip(views, chosen, counts, strict=True)
    ]
