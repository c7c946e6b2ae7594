"""Comments on claims: what members say to each other, in threads of one level."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from claims import natural_keys
from claims.comment_querysets import CommentQuerySet

COMMENT_LENGTH = 5_000  # characters; more is a document, and belongs in evidence

IS_OPEN = Q(thread=None, resolved_at=None, removed_at=None)


class Comment(models.Model):
    """What a member says of a claim. One without a `thread` begins one; the others answer in it.

    Its author may change it for some minutes and remove it at any time, which keeps the row. Any
    member resolves a thread and opens it again.
    """

    claim = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, db_index=False, related_name="comments"
    )
    thread = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="replies",
    )
    text = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments"
    )
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="comment_text_length",
                condition=Q(text__length__gte=1, text__length__lte=COMMENT_LENGTH),
            ),
            models.CheckConstraint(
                name="comment_resolver_iff_resolved",
                condition=Q(resolved_by=None, resolved_at=None)
                | Q(resolved_by__isnull=False, resolved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="comment_only_threads_resolve",
                condition=Q(thread=None) | Q(resolved_at=None),
            ),
        ]
        indexes = [
            # The threads of a claim, newest first; what is said in one, in order; and how many of
            # a claim's threads are open, for each row of the queue.
            models.Index(fields=["claim", "-id"], name="comment_threads", condition=Q(thread=None)),
            models.Index(
                fields=["thread", "id"],
                name="comment_replies",
                condition=Q(thread__isnull=False),
            ),
            models.Index(fields=["claim"], name="comment_open_threads", condition=IS_OPEN),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="comment_in_its_thread",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("thread_id", "claim_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__thread__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT FROM claims_comment WHERE id = NEW.thread_id
                        AND claim_id = NEW.claim_id AND thread_id IS NULL
                    ) THEN
                        RAISE EXCEPTION 'comment_in_its_thread: no thread of this claim'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="comment_stays_whose_it_is",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("claim", "thread", "by", "at"),
            ),
            pgtrigger.Protect(name="comment_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its place on the page of its thread."""
        return f"{reverse('claims:thread', args=[self.thread_key])}#comment-{self.pk}"

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "claim"), self.at.isoformat())

    @property
    def thread_key(self) -> int:
        """Of the comment that begins its thread, which may be itself."""
        return self.thread_id or self.pk

    @property
    def is_open(self) -> bool:
        """A thread that nobody has resolved, and whose author has not taken it away."""
        return self.thread_id is None and self.resolved_at is None and self.removed_at is None
