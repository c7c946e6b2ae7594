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

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Subquery

from claims.models import Claim, Event
from web.prepared import prepared

if TYPE_CHECKING:
    from accounts.models import User
    from claims.verdict_querysets import EventQuerySet

    Events = QuerySet[Event, tuple[int, bool | None]]

# Acts that a hundred others overtook are over. What undoes this: one that takes very long and whose
# last event is far behind; its rows show as they are when the page is loaded.
LOOK_BACK = 100
MOST = 2_000  # events that one question reads at most, the newest
TOLD = 500  # events that are looked at one by one; beyond them all that is shown may be new

NARROWING = ("story", "outlet")  # what a claim is of, by one column
_SEEN = re.compile(r"(\d{1,18})\.(\d{1,18})\.(\d{1,18})\.(\d{1,9})")


@dataclass(frozen=True)
class View:
    """Which events a page is about; `claim`: it is the review page of that one."""

    where: Q
    claim: int | None = None


EVERYTHING = View(Q(pk__gt=0))


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


def of_queue(asked: Mapping[str, str]) -> View:
    """The view of a queue: `of_story` and `of_outlet` are keys with blanks between. What else it is
    narrowed by is looked at once something is new."""
    where = Q()
    for name in NARROWING:
        if keys := numbers(asked.get(f"of_{name}", "")):
            where &= Q(**{f"claim__{name}__in": keys})
    return View(where) if where else EVERYTHING


def numbers(written: str, *, at_most: int = 200) -> list[int]:
    """Keys with blanks between; what is none is left out."""
    parts = written.split()[:at_most]
    return [int(part) for part in parts if part.isdecimal() and len(part) < 19]


def of_claim(claim_id: int) -> View:
    """The view of a review page: the claim, and those of its point."""
    cluster = Claim.objects.all().cluster_of(claim_id)
    return View(Q(claim=claim_id) | Q(claim__cluster=Subquery(cluster)), claim=claim_id)


def of_article(article_id: int) -> View:
    return View(Q(claim__article=article_id))


def first_look(view: View) -> Seen:
    """Before the page reads what it shows, so that nothing falls in between. One query."""
    if view == EVERYTHING:
        rows = _newest_of_all()
    elif view.claim:
        rows = _newest_at(view.claim)
    else:
        rows = list(_newest(view.where))
    told = dict(rows)
    newest, first = max(told, default=0), min(told, default=1)
    return Seen(since=first - 1, later=newest, newest=newest, count=sum(map(bool, told.values())))


def hear(view: View, seen: Seen) -> Heard:
    """What is new since. One query, over as many events as came since LOOK_BACK before it."""
    if view == EVERYTHING:
        rows = _beyond_of_all(seen.since)
    elif view.claim:
        rows = _beyond_at(view.claim, seen.since)
    else:
        rows = list(_beyond(view.where, seen.since))
    newest = max([seen.newest, *dict(rows)])
    in_view = [number for number, is_in in rows if is_in]
    old = sum(number <= seen.newest for number in in_view)
    ahead = sum(number > seen.later for number in in_view)
    has_moved_on = newest - seen.later >= LOOK_BACK
    now = Seen(
        since=seen.later if has_moved_on else seen.since,
        later=newest if has_moved_on else seen.later,
        newest=newest,
        count=ahead if has_moved_on else len(in_view),
    )
    if old > seen.count:
        return Heard(seen=now, since=seen.since, is_late=True)
    return Heard(seen=now, since=seen.newest if len(in_view) > old else None)


def _newest(where: Q) -> Events:
    return _with_view(Event.objects.newest(LOOK_BACK), where)


def _beyond(where: Q, number: int) -> Events:
    return _with_view(Event.objects.beyond(number, at_most=MOST), where)


def _with_view(events: EventQuerySet, where: Q) -> Events:
    """Each with whether it is in view; that is none where its claim is in no point."""
    in_view = ExpressionWrapper(where, output_field=BooleanField())
    return events.annotate(in_view=in_view).values_list("pk", "in_view")


@prepared
def _newest_of_all() -> Events:
    return _newest(EVERYTHING.where)


@prepared
def _newest_at(claim: int) -> Events:
    return _newest(of_claim(claim).where)


@prepared
def _beyond_of_all(number: int) -> Events:
    return _beyond(EVERYTHING.where, number)


@prepared
def _beyond_at(claim: int, number: int) -> Events:
    return _beyond(of_claim(claim).where, number)


def read(written: str) -> Seen | None:
    """What `str(seen)` wrote; none for anything else."""
    found = _SEEN.fullmatch(written)
    if not found:
        return None
    since, later, newest, count = map(int, found.groups())
    return Seen(since=since, later=later, newest=newest, count=count)


def events(view: View, heard: Heard, *, reader: User | None = None) -> list[Event]:
    """What is told, the newest first, at most TOLD; with all that their sentences name.

    With a `reader` without what is hidden from them, where it is to be put into words.
    """
    if heard.since is None:
        return []
    rows = Event.objects.shown_to(reader) if reader else Event.objects.all()
    return list(rows.beyond(heard.since, at_most=TOLD, view=view.where).for_news())
