"""Addresses on their way onto the desk: given together, fetched one by one by the worker."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.batch_querysets import BatchItemQuerySet, BatchQuerySet
from articles.models.article import Article
from articles.models.draft import Draft
from articles.models.feed import FeedItem
from articles.models.story import Story


class Batch(models.Model):
    """Addresses that a person gave together. Its items say what became of each."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="batches"
    )
    created_at = models.DateTimeField()
    story = models.ForeignKey(Story, null=True, blank=True, on_delete=models.PROTECT)

    # Nobody looks its pages over unless they leave a doubt.
    is_direct = models.BooleanField(default=False)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name_plural = "batches"
        # A person's batches beside the form that makes them.
        indexes = [models.Index(fields=["owner", "-created_at", "-id"], name="batch_owner_newest")]

    def __str__(self) -> str:
        return f"Addresses of {self.created_at:%d %b %Y, %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("articles:batch", args=[self.pk])


class ItemState(models.TextChoices):
    WAITING = "waiting", "waiting"
    FETCHING = "fetching", "being fetched"
    READY = "ready", "ready to look over"
    IMPORTED = "imported", "on the desk"
    REFUSED = "refused", "not taken"
    CANCELLED = "cancelled", "cancelled"

    @property
    def is_open(self) -> bool:
        return self in OPEN


OPEN = (ItemState.WAITING, ItemState.FETCHING)


class BatchItem(models.Model):
    """One address of a batch, and what became of it."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(help_text="In the order given, from 1")
    url = models.TextField("address", help_text="As given; a refused one need not be any")
    state = models.CharField(max_length=10, choices=ItemState, default=ItemState.WAITING)
    # The article of which the worker is to say whether its words have changed.
    checks = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.PROTECT, related_name="checks"
    )
    # What a feed announced and a person or a rule accepted.
    feed_item = models.OneToOneField(
        FeedItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="batch_item"
    )
    sentence = models.TextField(blank=True, help_text="Why it was not taken, or what was there")
    # Empty again when the draft is discarded or its day is over.
    draft = models.ForeignKey(
        Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="batch_items"
    )
    article = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.PROTECT, related_name="batch_items"
    )

    objects = BatchItemQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "position"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_item_place_unique"),
            models.UniqueConstraint(
                fields=["batch", "url"],
                name="batch_item_url_unique",
                violation_error_message="This address is in the list already.",
            ),
            models.CheckConstraint(
                name="batch_item_state_known", condition=Q(state__in=ItemState.values)
            ),
            models.CheckConstraint(
                name="batch_item_article_iff_imported",
                condition=Q(state=ItemState.IMPORTED, article__isnull=False)
                | ~Q(state=ItemState.IMPORTED) & Q(article__isnull=True),
            ),
            models.CheckConstraint(
                name="batch_item_draft_only_when_ready",
                condition=Q(state=ItemState.READY) | Q(draft__isnull=True),
            ),
            models.CheckConstraint(
                name="batch_item_refused_with_a_sentence",
                condition=~Q(state=ItemState.REFUSED) | ~Q(sentence=""),
            ),
        ]
        indexes = [
            # What no job is about to fetch, which the worker looks for now and then.
            models.Index(
                fields=["batch"],
                name="batch_item_open",
                condition=Q(state__in=[ItemState.WAITING, ItemState.FETCHING]),
            )
        ]

    def __str__(self) -> str:
        return self.url
