"""Keys of comments and notifications."""

from __future__ import annotations

from accounts.key_places.place import Place

PLACES = (
    Place(
        name="talk",
        title="Comments of a claim",
        path=r"/claims/\d+/(comments|comment)/|/comments/\d+/.*",
        actions={"v": "Review the claim", "c": "Write a comment"},
    ),
    Place(
        name="thread",
        title="On a thread of comments",
        region="On a thread",
        on=("talk", "review"),
        actions={"r": "Reply", "x": "Resolve it, or open it again"},
    ),
    Place(
        name="comment",
        title="On a comment of yours",
        region="On your comment",
        on=("talk", "review"),
        actions={"1": "Edit it", "2": "Remove it, or put it back"},
    ),
    Place(
        name="notifications",
        title="Notifications",
        path=r"/notifications/",
        actions={"a": "Mark all as read", "s": "What you are told of"},
    ),
    Place(
        name="notification",
        title="On a notification",
        region="A notification",
        on=("notifications",),
        actions={"r": "Mark as read"},
    ),
)
