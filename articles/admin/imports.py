"""What is on its way onto the desk: addresses, feeds, tables and drafts."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.administration import ReadOnlyAdmin
from articles.models import Batch, BatchItem, Draft, Feed, FeedItem, FeedRule, Table


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    list_display = ("created_at", "owner", "story")
    list_select_related = ("owner", "story")
    search_fields = ("owner__username",)


@admin.register(BatchItem)
class BatchItemAdmin(ReadOnlyAdmin):
    """Addresses that people gave, and what became of each."""

    list_display = ("url", "state", "sentence", "owner")
    list_filter = ("state", "batch__created_at")
    list_select_related = ("batch__owner",)
    search_fields = ("url",)

    @admin.display(ordering="batch__owner")
    def owner(self, item: BatchItem) -> str:
        return str(item.batch.owner)


@admin.register(Feed)
class FeedAdmin(ReadOnlyAdmin):
    """Added and changed on the desk's own page of feeds."""

    list_display = ("url", "outlet", "is_active", "polled_at", "failures", "last_result")
    list_filter = ("is_active", "failures")
    list_select_related = ("outlet",)
    search_fields = ("url", "outlet__name", "last_result")


@admin.register(FeedItem)
class FeedItemAdmin(ReadOnlyAdmin):
    list_display = ("title", "feed", "state", "published_at", "seen_at", "decided_by")
    list_filter = ("state", "seen_at")
    list_select_related = ("feed", "decided_by")
    search_fields = ("title", "url")


@admin.register(FeedRule)
class FeedRuleAdmin(ReadOnlyAdmin):
    list_display = ("words", "feed", "story")
    list_select_related = ("feed", "story")
    search_fields = ("words",)


@admin.register(Table)
class TableAdmin(ReadOnlyAdmin):
    """That a table waits for its columns; what stands in it is its owner's alone."""

    list_display = ("owner", "file_name", "created_at")
    list_filter = ("created_at",)
    list_select_related = ("owner",)
    search_fields = ("owner__username", "file_name")
    fields = ("owner", "file_name", "story", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Table]:
        return super().get_queryset(request).defer("source")


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    """That an import is under way; what it says is its owner's alone."""

    list_display = ("owner", "file_name", "media_type", "created_at")
    list_filter = ("media_type", "created_at")
    list_select_related = ("owner",)
    search_fields = ("owner__username", "file_name")
    fields = ("owner", "file_name", "media_type", "created_at", "article")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        return super().get_queryset(request).defer("source", "page", "typed")
