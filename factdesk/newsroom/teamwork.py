"""What people of the demo newsroom said to each other, and the views of the queue they keep."""

from __future__ import annotations

from claims.comment_words import logins_in
from claims.models import Claim, Comment, Notification, SavedView
from claims.states import NotificationKind
from factdesk.newsroom.sources import Newsroom


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
