"""Questions over comments and threads, in the desk's words."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from claims import natural_keys

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import Comment


class CommentQuerySet(models.QuerySet["Comment"]):
    def threads(self) -> CommentQuerySet:
        """The comments that begin one."""
        return self.filter(thread=None)

    def open_threads(self) -> CommentQuerySet:
        return self.threads().filter(resolved_at=None, removed_at=None)

    def said_by(self, person: User) -> CommentQuerySet:
        return self.filter(by=person)

    def standing(self) -> CommentQuerySet:
        return self.filter(removed_at=None)

    def in_thread(self, thread: Comment) -> CommentQuerySet:
        """The one that begins it, and its replies."""
        return self.filter(Q(pk=thread.pk) | Q(thread=thread.pk))

    def for_page(self) -> CommentQuerySet:
        return self.select_related("by", "resolved_by")

    def with_claim(self) -> CommentQuerySet:
        """And with the claim it is on, with what its head shows."""
        return self.select_related("claim__outlet", "claim__story", "claim__article").defer(
            "claim__vector", "claim__code"
        )

    def newest_replies(self, threads: Collection[Comment], *, most: int) -> CommentQuerySet:
        """At most that many of each thread, oldest first; adds `reply_count` of the thread."""
        counted = self.filter(thread__in=[thread.pk for thread in threads]).annotate(
            newness=Window(RowNumber(), partition_by=F("thread"), order_by=F("pk").desc()),
            reply_count=Window(Count("pk"), partition_by=F("thread")),
        )
        return counted.filter(newness__lte=most).for_page().order_by("pk")

    def get_by_natural_key(self, *key: str | int) -> Comment:
        *claim, at = key
        return natural_keys.find(self, key, natural_keys.claim(claim, "claim__") & Q(at=str(at)))
