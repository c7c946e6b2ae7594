"""What happened in the view of a page since it was last asked: one query when nothing did.

Events are numbered as they are written and come up when their transaction ends, so that a lower
number may come up after a higher one. Hence the newest number alone does not tell. A page also
counts the events of its view as far back as LOOK_BACK others; one that came up late is one more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, Subquery

from claims.models import Claim, Event

if TYPE_CHECKING:
    from accounts.models import User

# Acts that a hundred others overtook are over. What undoes this: one that takes very long and whose
# last event is far behind; its rows show as they are when the page is loaded.
LOOK_BACK = 100
MOST = 2_000  # events that one question reads at most, the newest
TOLD = 500  # events that are looked at one by one; beyond them all that is shown may be new

EVERYTHING = Q(pk__gt=0)
NARROWING = ("story", "outlet")  # what a claim is of, by one column
_SEEN = re.compile(r"(\d{1,18})\.(\d{1,18})\.(\d{1,18})\.(\d{1,9})")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How far a page has seen its view: `count` events in it beyond `since`, up to `newest`.

    `later` is where `since` goes once LOOK_BACK events are between it and the newest.
    """

    since: int
    later: int
    newest: int
    count: int

    def __str__(self) -> str:
        return f"{self.since}.{self.later}.{self.newest}.{self.count}"


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What there is to tell: the events of the view beyond `since`; none when nothing is new.

    `is_late`: some of them are older than what the page has seen.
    """

    seen: Seen
    since: int | None = None
    is_late: bool = False


def of_queue(asked: Mapping[str, str]) -> Q:
    """The view of a queue: `of_story` and `of_outlet` are keys with blanks between. What else it is
    narrowed by is looked at once something is new."""
    view = Q()
    for name in NARROWING:
        if keys := numbers(asked.get(f"of_{name}", "")):
            view &= Q(**{f"claim__{name}__in": keys})
    return view or EVERYTHING


def numbers(written: str, *, at_most: int = 200) -> list[int]:
    """Keys with blanks between; what is none is left out."""
    parts = written.split()[:at_most]
    return [int(part) for part in parts if part.isdecimal() and len(part) < 19]


def of_claim(claim_id: int) -> Q:
    """The view of a review page: the claim, and those of its point."""
    cluster = Claim.objects.all().cluster_of(claim_id)
    return Q(claim=claim_id) | Q(claim__cluster=Subquery(cluster))


def of_article(article_id: int) -> Q:
    return Q(claim__article=article_id)


def first_look(view: Q) -> Seen:
    """Before the page reads what it shows, so that nothing falls in between. One query."""
    tally = Event.objects.newest(LOOK_BACK).tally(view)
    first, newest = tally["first"] or 1, tally["last"] or 0
    return Seen(since=first - 1, later=newest, newest=newest, count=tally["all"])


def hear(view: Q, seen: Seen) -> Heard:
    """What is new since. One query, over as many events as came since LOOK_BACK before it."""
    tally = Event.objects.beyond(seen.since, at_most=MOST).tally(
        view, seen=seen.newest, later=seen.later
    )
    newest = max(tally["last"] or 0, seen.newest)
    is_late = tally["old"] > seen.count
    has_moved_on = newest - seen.later >= LOOK_BACK
    now = Seen(
        since=seen.later if has_moved_on else seen.since,
        later=newest if has_moved_on else seen.later,
        newest=newest,
        count=tally["ahead"] if has_moved_on else tally["all"],
    )
    if is_late:
        return Heard(seen=now, since=seen.since, is_late=True)
    return Heard(seen=now, since=seen.newest if tally["all"] > tally["old"] else None)


def read(written: str) -> Seen | None:
    """What `str(seen)` wrote; none for anything else."""
    found = _SEEN.fullmatch(written)
    if not found:
        return None
    since, later, newest, count = map(int, found.groups())
    return Seen(since=since, later=later, newest=newest, count=count)


def events(view: Q, heard: Heard, *, reader: User | None = None) -> list[Event]:
    """What is told, the newest first, at most TOLD; with all that their sentences name.

    With a `reader` without what is hidden from them, where it is to be put into words.
    """
    if heard.since is None:
        return []
    rows = Event.objects.shown_to(reader) if reader else Event.objects.all()
    return list(rows.beyond(heard.since, at_most=TOLD, view=view).for_news())
