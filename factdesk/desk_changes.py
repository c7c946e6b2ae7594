"""What is new on the home page: counts, stories, claims that came, and whether the next is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.models import Story
from claims import open_figures, progress
from claims.models import Claim, Event
from claims.progress import Progress
from claims.queue_changes import COMING, MOST_COME, UNCOUNTED, Asked
from claims.states import EventKind, View
from factdesk.overview import STORIES_SHOWN

if TYPE_CHECKING:
    from accounts.models import User

# Acts after which a claim is not the next for anybody else.
TAKING = {EventKind.TAKEN, EventKind.DECIDED}


@dataclass(frozen=True, kw_only=True)
class DeskChanges:
    """`come`: claims that came into the queue since the page was made, at most MOST_COME + 1; none
    where nothing is to be said of them. `taken`: who has the claim that was shown as next."""

    stories: list[Progress]
    figure_count: int
    come: list[int] | None
    taken: str


def of(told: Sequence[Event], asked: Asked, *, is_late: bool, reader: User) -> DeskChanges | None:
    """None where nothing that the page shows has changed. The same few queries otherwise."""
    others = [one for one in told if not (asked.has_acted and one.by_id == reader.pk)]
    taken = _taken(others, asked, reader)
    counted = [event for event in told if event.kind not in UNCOUNTED]
    if not (counted or is_late or taken):
        return None
    return DeskChanges(
        stories=_stories(counted),
        figure_count=open_figures.count(),
        come=_come(others, asked),
        taken=taken,
    )


def _taken(told: Sequence[Event], asked: Asked, reader: User) -> str:
    """The name of the other who took or decided a claim that is shown; empty when nobody did."""
    for event in told:
        if event.kind in TAKING and event.claim_id in asked.shown and event.by_id != reader.pk:
            return str(event.by)
    return ""


def _stories(told: Sequence[Event]) -> list[Progress]:
    """Those that the newest acts were in."""
    ids = list(dict.fromkeys(event.claim.story_id for event in told))[:STORIES_SHOWN]
    return progress.of_stories(Story.objects.in_bulk(ids).values())


def _come(told: Sequence[Event], asked: Asked) -> list[int] | None:
    come = {event.claim_id for event in told if event.kind in COMING[View.WAITING]}
    if not come and not asked.known:
        return None
    listed = Claim.objects.waiting().filter(pk__in=come | set(asked.known))
    return list(listed.order_by("pk").values_list("pk", flat=True)[: MOST_COME + 1])
