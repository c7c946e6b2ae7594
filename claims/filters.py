"""What of the queue a person looks at: a query, typed or chosen, that stands in the address.

The fields of the form write conditions into the query, and show what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs, urlencode

from django.db.models import QuerySet

from accounts.models import User
from articles.models import Outlet, Story
from claims import conditions, queue_address, sub_reasons
from claims import search as searches
from claims.filter_fields import FIELDS, Field
from claims.priority import QUEUE_ORDER
from claims.query import LONGEST, Query, parse, readable
from claims.querysets import ClaimQuerySet
from claims.search import Search
from claims.states import ClaimStatus, VerdictStatus, View
from claims.understood import Complaint, Known
from web.prepared import prepared

# A list longer than this is no choice; the bar takes every name and completes it.
STORIES_OFFERED = 100
OUTLETS_OFFERED = 300


ORDER = {
    View.WAITING: [*QUEUE_ORDER],
    View.ASSIGNED: [*QUEUE_ORDER],
    View.MINE: ["leased_until", "pk"],
    View.DECIDED: ["-current_verdict_id", "-pk"],
}

# The same by what came last, for those who follow a queue.
NEWEST = {
    View.WAITING: ["-waiting_since", "-pk"],
    View.ASSIGNED: ["-waiting_since", "-pk"],
    View.MINE: ["-leased_until", "-pk"],
    View.DECIDED: ["-current_verdict_id", "-pk"],
}


class QueueFilter:
    """`data` has the query as `q`, the tab, and the fields as they were sent; what is unknown there
    is ignored, and what is unknown in the query is told.

    `was` is what the fields said before: one that now says something else writes into the query,
    all others follow it.
    """

    def __init__(self, data: Mapping[str, Any], *, person: User) -> None:
        self.data, self.person = data, person
        self.known: Known | None = None  # names that were looked up for many filters together
        self.typed = readable(str(data.get("q", ""))).strip()
        self.is_decided = data.get("view") == View.DECIDED
        self.view = _view(data)

    @cached_property
    def query(self) -> Query:
        query = parse(self.typed, names=conditions.NAMES)
        for field in self._changed:
            query = field.write(query, str(self.data.get(field.name, "")))
        return query

    @cached_property
    def text(self) -> str:
        """The query as it stands in the bar: as it was typed, unless a field wrote into it."""
        return str(self.query) if self._changed else self.typed

    @cached_property
    def asked(self) -> Search:
        understood = conditions.understand(self.query, reader=self.person, known=self.known)
        return Search(text=self.text, query=self.query, understood=understood)

    @property
    def complaints(self) -> list[Complaint]:
        return self.asked.complaints

    @cached_property
    def fields(self) -> dict[str, str]:
        """What each field shows, by name; one that cannot show what is asked is empty."""
        return {field.name: field.read(self.asked) for field in self._of_tab}

    @property
    def shown(self) -> str:
        """The fields in short, which come back as `was`."""
        return urlencode({name: value for name, value in self.fields.items() if value})

    @property
    def is_told(self) -> bool:
        """The bar says what was typed into it, and needs no other words."""
        return self.text == self.typed

    @property
    def are_fields_told(self) -> bool:
        """The fields say what was chosen in them."""
        return all(value == str(self.data.get(name, "")) for name, value in self.fields.items())

    @property
    def chosen(self) -> dict[str, Any]:
        """What narrows the list, by field; a story or outlet by what it is called."""
        shown = (field for field in self._of_tab if self.fields[field.name])
        own = {"mine": True} if self.view == View.MINE else {}
        return own | {field.name: field.named(self.asked) for field in shown}

    @property
    def stories(self) -> list[tuple[str, str]]:
        """Those that the form offers: the newest, and the one that is chosen."""
        return self._offered("story", _newest_stories())

    @property
    def outlets(self) -> list[tuple[str, str]]:
        return self._offered("outlet", _named_outlets())

    @property
    def statuses(self) -> list[tuple[str, str]]:
        return list(VerdictStatus.choices if self.is_decided else ClaimStatus.choices)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Those that can be chosen, and the one that is asked for."""
        words = [*sub_reasons.known(is_retired=False), self.fields.get("reason", "")]
        return [(one, one) for one in dict.fromkeys(words) if one]

    def _offered(self, name: str, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        offered = dict(rows)
        if slug := self.fields[name]:
            offered.setdefault(slug, self.chosen[name])
        return list(offered.items())

    @property
    def narrows(self) -> bool:
        """Something is asked besides the tab."""
        return self.asked.asks_something

    @property
    def claims(self) -> ClaimQuerySet:
        """What the tab lists, narrowed."""
        return self.of_tab(searches.claims_of(self.asked))

    def of_tab(self, claims: ClaimQuerySet) -> ClaimQuerySet:
        if self.view == View.DECIDED:
            return claims.decided()
        if self.view == View.MINE:
            return claims.held_by(self.person)
        waiting = claims.waiting()
        if self.view == View.ASSIGNED:
            return waiting.assigned_to(self.person, list(self.person.memberships))
        return waiting

    @property
    def queue(self) -> ClaimQuerySet:
        """What “Review next” takes from: the same choice, whichever tab is open."""
        asked = self.asked
        if self.is_decided:
            query = self._of_queue
            understood = conditions.understand(query, reader=self.person)
            asked = Search(text=str(query), query=query, understood=understood)
        return searches.claims_of(asked)

    def in_tab(self, view: View) -> QueueFilter:
        """The same query in another tab; what was understood of it is shared."""
        asked = {"q": self.text, **queue_address.tab(view)}
        other = QueueFilter(asked, person=self.person)
        other.asked = self.asked
        return other

    @property
    def order(self) -> list[str]:
        return ORDER[self.view]

    @property
    def tab(self) -> Mapping[str, str]:
        """The tab as parameters, for the form."""
        return queue_address.tab(self.view)

    @cached_property
    def address(self) -> str:
        """The choice as it stands in an address, with its question mark; empty without one."""
        return self.address_with()

    def address_with(self, **more: str | None) -> str:
        """`q` takes another query along than this one."""
        return queue_address.of(self.view, more.pop("q", None) or self.text, **more)

    @cached_property
    def assigning_address(self) -> str:
        """The same for assigning a claim from its row, which leads back there."""
        return self.address_with(**{"from": queue_address.QUEUE})

    @cached_property
    def queue_address(self) -> str:
        """The same for the queue that “Review next” takes from."""
        text = str(self._of_queue) if self.is_decided else self.text
        return queue_address.of(View.WAITING, text)

    @property
    def _of_queue(self) -> Query:
        """What is decided by somebody, or so, does not wait."""
        return (
            self.query.without("status", "reason", "decided-by") if self.is_decided else self.query
        )

    @property
    def _of_tab(self) -> list[Field]:
        return [one for one in FIELDS if one.is_of(decided=self.is_decided)]

    @cached_property
    def _changed(self) -> list[Field]:
        """The fields in which something else was chosen than they showed."""
        sent = parse_qs(str(self.data.get("was", ""))[:LONGEST])
        before = {name: values[0] for name, values in sent.items()}
        return [
            field
            for field in self._of_tab
            if field.takes(now := str(self.data.get(field.name, "")))
            and now != before.get(field.name, "")
        ]


@prepared
def _newest_stories() -> QuerySet[Story, tuple[str, str]]:
    newest = Story.objects.order_by("-created_at", "-pk")[:STORIES_OFFERED]
    return newest.values_list("slug", "title")


@prepared
def _named_outlets() -> QuerySet[Outlet, tuple[str, str]]:
    return Outlet.objects.order_by("name")[:OUTLETS_OFFERED].values_list("slug", "name")


def _view(data: Mapping[str, Any]) -> View:
    if data.get("view") in (View.DECIDED, View.ASSIGNED):
        return View(data["view"])
    return View.MINE if data.get("mine") else View.WAITING
