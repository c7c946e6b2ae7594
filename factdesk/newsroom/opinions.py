"""What one person decided where the demo newsroom asks two, as `claims.opinions` does."""

from __future__ import annotations

from typing import Any

from claims.history import is_moving
from claims.models import Claim, Event, Notification, Opinion
from claims.opinions import SECOND
from claims.states import EventKind, NotificationKind, OpinionState
from factdesk.newsroom.sources import Newsroom


def opine(newsroom: Newsroom) -> None:
    """A second one on a claim differs from the first, whose author is told."""
    firsts: dict[int, Opinion] = {}
    for row in newsroom.rows("teamwork", "opinion"):
        claim = newsroom.claims[row["claim"]]
        first = firsts.get(claim.pk)
        opinion = _store(newsroom, claim, row, first)
        firsts.setdefault(claim.pk, opinion)
        if first:
            Opinion.objects.filter(pk=first.pk).update(state=OpinionState.DISAGREED)
            Notification.objects.create(
                person=first.by,
                kind=NotificationKind.DISAGREED,
                claim=claim,
                by=opinion.by,
                at=opinion.at,
            )


def _store(newsroom: Newsroom, claim: Claim, row: dict[str, Any], first: Opinion | None) -> Opinion:
    opinion = Opinion.objects.create(
        claim=claim,
        status=row["status"],
        rationale=row["rationale"],
        revision=claim.revision,
        quote=claim.quote,
        version=_version(newsroom, claim),
        answers=first,
        is_blind=row.get("is_blind", False),
        waited_since=claim.waiting_since,
        at=row["at"],
        by=newsroom.people[row["by"]],
        state=OpinionState.DISAGREED if first else OpinionState.OPEN,
    )
    told = {"by": opinion.by, "opinion": opinion, "field": SECOND if first else ""}
    newsroom.events.append(Event(claim=claim, kind=EventKind.OPINED, at=opinion.at, **told))
    return opinion


def _version(newsroom: Newsroom, claim: Claim) -> int:
    """The claim's, when all that moved it has happened."""
    return 1 + sum(event.claim_id == claim.pk and is_moving(event) for event in newsroom.events)
