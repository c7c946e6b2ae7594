"""Tables on their way: their columns wait to be confirmed."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse

from articles.draft_querysets import DRAFT_HOURS, TableQuerySet
from articles.models.story import Story


class Table(models.Model):
    """A table that a person sent; its rows become drafts once its columns are confirmed.

    Kept DRAFT_HOURS, like the drafts of its batch, whose moment it shares.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tables"
    )
    created_at = models.DateTimeField()
    file_name = models.CharField(max_length=255)
    source = models.BinaryField()
    story = models.ForeignKey(Story, null=True, blank=True, on_delete=models.CASCADE)

    objects = TableQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        # The tables that wait, on the pages of the import.
        indexes = [models.Index(fields=["owner", "created_at"], name="table_owner")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("articles:columns", args=[self.pk])

    @property
    def expires_at(self) -> datetime:
        return self.created_at + timedelta(hours=DRAFT_HOURS)
