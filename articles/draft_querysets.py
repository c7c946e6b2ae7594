"""Questions over imports on their way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KT
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import (
        Draft,
        Table,  # noqa: F401  # ruff does not see it below
    )

DRAFT_HOURS = 24


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, owner: User) -> DraftQuerySet:
        """The owner's drafts, saved ones too, that are not older than DRAFT_HOURS."""
        return self.filter(owner=owner, created_at__gte=_oldest_draft()).defer("source")

    def open_for(self, owner: User) -> DraftQuerySet:
        """The owner's drafts that are neither saved nor older than DRAFT_HOURS."""
        return self.of(owner).filter(article=None)

    def for_list(self) -> DraftQuerySet:
        """With the `headline` that was found; without the page, which may be long."""
        return self.annotate(headline=KT("page__headline__value")).defer("source", "page")

    def of_batch(self, owner: User, at: datetime) -> DraftQuerySet:
        """What came in by the import of that moment, as `of`."""
        return self.of(owner).filter(created_at=at).order_by("pk")

    def batch_of(self, draft: Draft) -> DraftQuerySet:
        """All that came in with the draft, itself too, in the order of the files."""
        return self.filter(owner=draft.owner_id, created_at=draft.created_at).order_by("pk")

    def without_address(self) -> DraftQuerySet:
        """Neither saved nor of an article or a page of the web that is known."""
        nowhere = Q(page__url=None) | Q(page__url__isnull=True)  # null, or not there
        return self.filter(nowhere, address="", article=None, revises=None)

    def expired(self) -> DraftQuerySet:
        return self.filter(created_at__lt=_oldest_draft())


class TableQuerySet(models.QuerySet["Table"]):
    def of(self, owner: User) -> TableQuerySet:
        """The owner's tables that wait for their columns, not older than DRAFT_HOURS."""
        return self.filter(owner=owner, created_at__gte=_oldest_draft())

    def of_batch(self, owner: User, at: datetime) -> TableQuerySet:
        return self.of(owner).filter(created_at=at).order_by("pk")

    def for_list(self) -> TableQuerySet:
        """Newest first, without the source."""
        return self.order_by("-created_at", "-pk").defer("source")

    def expired(self) -> TableQuerySet:
        return self.filter(created_at__lt=_oldest_draft())


def _oldest_draft() -> datetime:
    return timezone.now() - timedelta(hours=DRAFT_HOURS)
