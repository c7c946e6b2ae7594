"""Threads of comments as a page shows them: whose words, cut into pieces, and what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accounts import people
from claims import comments
from claims.comment_words import Piece, logins_in, pieces
from claims.models import Comment
from web.prepared import prepared

if TYPE_CHECKING:
    from accounts.models import User
    from claims.comment_querysets import CommentQuerySet
    from claims.models import Claim

THREADS_SHOWN = 10  # on the review page, the newest; all of them have a page of their own
REPLIES_SHOWN = 5  # of each, the newest


@dataclass(frozen=True, kw_only=True)
class Said:
    """One comment for its reader."""

    comment: Comment
    pieces: list[Piece]
    is_own: bool
    may_edit: bool


@dataclass(frozen=True, kw_only=True)
class Thread:
    """What began it and its newest replies, oldest first; `earlier` are not shown."""

    start: Said
    replies: list[Said]
    earlier: int

    @property
    def count(self) -> int:
        """All that was said in it."""
        return 1 + self.earlier + len(self.replies)


@dataclass(frozen=True, kw_only=True)
class Talk:
    """The newest threads of a claim; `has_more`: there are older ones."""

    threads: list[Thread]
    has_more: bool


def of_claim(claim: Claim, *, reader: User) -> Talk:
    """What the review page shows; one query for a claim that nobody has commented on."""
    starts = _starts_on(claim)
    shown = starts[:THREADS_SHOWN]
    return Talk(threads=threads(shown, reader=reader), has_more=len(starts) > len(shown))


@prepared
def _starts_on(claim: Claim) -> CommentQuerySet:
    starts = Comment.objects.threads().filter(claim=claim)
    return starts.for_page().order_by("-pk")[: THREADS_SHOWN + 1]


def threads(starts: Sequence[Comment], *, reader: User) -> list[Thread]:
    """The threads that these comments begin, in their order; two queries at most."""
    if not starts:
        return []
    replies = list(Comment.objects.newest_replies(starts, most=REPLIES_SHOWN))
    told = {one.comment.pk: one for one in said([*starts, *replies], reader=reader)}
    return [
        Thread(
            start=told[start.pk],
            replies=[told[one.pk] for one in own],
            earlier=own[0].reply_count - len(own) if own else 0,  # type: ignore[attr-defined]
        )
        for start in starts
        for own in [[one for one in replies if one.thread_id == start.pk]]
    ]


def said(rows: Sequence[Comment], *, reader: User) -> list[Said]:
    """Each comment with its words cut up; one query for the people called in them."""
    standing = [one.text for one in rows if one.removed_at is None]
    called = people.by_login(set().union(*map(logins_in, standing)))
    return [
        Said(
            comment=one,
            pieces=[] if one.removed_at else pieces(one.text, called),
            is_own=one.by_id == reader.pk,
            may_edit=comments.may_edit(one, by=reader),
        )
        for one in rows
    ]
