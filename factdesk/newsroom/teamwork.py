"""How people of the demo newsroom work together: whose claims are, what they say, their views."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import F

from claims import priorities
from claims.assignments import Assignment
from claims.comment_words import logins_in
from claims.models import Claim, Comment, Event, Notification, SavedView
from claims.priority import NO_DUE_TIME, PINNED
from claims.states import EventKind, NotificationKind
from factdesk.newsroom.sources import Newsroom


def share_out(newsroom: Newsroom) -> None:
    """Assign and pin claims, as `claims.assignments` and `claims.pins` do."""
    for row in newsroom.rows("teamwork", "assigned"):
        claim, due_at = newsroom.claims[row["claim"]], row.get("due_at")
        to = Assignment(
            person=newsroom.people[row["to"]] if "to" in row else None,
            group=Group.objects.get(name=row["team"]) if "team" in row else None,
        )
        Claim.objects.filter(pk=claim.pk).update(
            assignee=to.person,
            assigned_group=to.group,
            due_at=due_at,
            due_order=due_at or NO_DUE_TIME,
        )
        _remember(newsroom, claim, EventKind.ASSIGNED, row, after=to.whose)
        if due_at:
            _remember(newsroom, claim, EventKind.DUE, row, after=due_at.isoformat())
    for row in newsroom.rows("teamwork", "pinned"):
        claim, person = newsroom.claims[row["claim"]], newsroom.people[row["by"]]
        Claim.objects.filter(pk=claim.pk).update(
            pinned_at=row["at"], pinned_by=person, priority=F("priority") - PINNED
        )
        _remember(newsroom, claim, EventKind.PINNED, row)
    priorities.follow(claim.pk for claim in newsroom.claims.values())


def _remember(
    newsroom: Newsroom, claim: Claim, kind: EventKind, row: dict[str, Any], *, after: str = ""
) -> None:
    by = newsroom.people[row["by"]]
    newsroom.events.append(Event(claim=claim, kind=kind, at=row["at"], by=by, after=after))


def talk(newsroom: Newsroom) -> None:
    """Threads with their replies; who is called in one is told, and has not read it yet."""
    for row in newsroom.rows("teamwork", "comment"):
        claim, resolver = newsroom.claims[row["claim"]], row.get("resolved_by")
        thread = Comment.objects.create(
            claim=claim,
            by=newsroom.people[row["by"]],
            at=row["at"],
            text=row["text"],
            resolved_by=newsroom.people[resolver] if resolver else None,
            resolved_at=row.get("resolved_at"),
        )
        _call(newsroom, claim, thread)
        for reply in row.get("reply", []):
            by = newsroom.people[reply["by"]]
            said = {"by": by, "at": reply["at"], "text": reply["text"]}
            _call(newsroom, claim, Comment.objects.create(claim=claim, thread=thread, **said))


def keep_views(newsroom: Newsroom) -> None:
    for position, row in enumerate(newsroom.rows("teamwork", "view"), 1):
        SavedView.objects.create(
            owner=newsroom.people[row["owner"]],
            name=row["name"],
            query=row["query"],
            is_shared=row["is_shared"],
            position=position,
            made_at=row["at"],
        )


def _call(newsroom: Newsroom, claim: Claim, comment: Comment) -> None:
    for login in sorted(logins_in(comment.text) & newsroom.people.keys()):
        Notification.objects.create(
            person=newsroom.people[login],
            kind=NotificationKind.MENTIONED,
            claim=claim,
            comment=comment,
            by=comment.by,
            at=comment.at,
        )
