"""Imports on their way."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse

from articles.draft_querysets import DRAFT_HOURS, DraftQuerySet
from articles.models.article import Article
from articles.models.revision import MediaType


class Draft(models.Model):
    """An import on its way: what was read, what its owner changed. Kept DRAFT_HOURS."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts"
    )
    created_at = models.DateTimeField()
    file_name = models.CharField(max_length=255, blank=True)
    address = models.TextField(blank=True, default="", help_text="Where it was fetched from")
    media_type = models.CharField(max_length=100, choices=MediaType)
    source = models.BinaryField()
    # The page as read: lines with their marks and what was found, and the form as last typed.
    page = models.JSONField()
    typed = models.JSONField(default=dict, blank=True)
    # Set when saved: the draft then answers "already saved" instead of saving twice.
    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.CASCADE)
    # Set when somebody brought it as a new version of this article, whatever its address.
    revises = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.CASCADE, related_name="new_versions"
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["owner", "created_at"], name="draft_owner")]

    def __str__(self) -> str:
        return self.file_name or self.address or "Pasted text"

    def get_absolute_url(self) -> str:
        return reverse("articles:draft", args=[self.pk])

    @property
    def expires_at(self) -> datetime:
        return self.created_at + timedelta(hours=DRAFT_HOURS)
