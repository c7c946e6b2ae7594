"""Stories, which desk admins edit; articles and their texts, which imports write."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.administration import DeskAdmin, ReadOnlyAdmin
from accounts.models import User
from articles import slugs
from articles.models import Article, ArticleEvent, ReadMark, Revision, Sentence, Story, StoryEvent


@admin.register(Story)
class StoryAdmin(DeskAdmin):
    list_display = ("title", "created_at", "created_by")
    list_filter = ("created_at",)
    list_select_related = ("created_by",)
    search_fields = ("title", "summary")
    fields = ("title", "summary", "slug", "created_at", "created_by")
    readonly_fields = ("slug", "created_at", "created_by")

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        if not change:
            obj.slug = slugs.free(Story, obj.title)
            obj.created_at = timezone.now()
            obj.created_by = cast("User", request.user)
        super().save_model(request, obj, form, change)


@admin.register(StoryEvent)
class StoryEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "story", "field", "before", "after")
    list_filter = ("at",)
    list_select_related = ("by", "story")
    search_fields = ("story__title", "by__username")


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    """Its details are corrected on the article's own page, which keeps the history."""

    list_display = ("headline", "outlet", "story", "language", "published_at", "imported_at")
    list_filter = ("language", "imported_at", "outlet__is_agency")
    list_select_related = ("outlet", "story")
    search_fields = ("headline", "byline", "url", "guid", "outlet__name")


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("article", "number", "media_type", "source_name", "imported_at", "imported_by")
    list_filter = ("media_type", "imported_at")
    list_select_related = ("article__outlet", "imported_by")
    search_fields = ("article__headline", "source_name", "sha256")
    fields = (
        "article",
        "number",
        "text",
        "sha256",
        "source_name",
        "media_type",
        "imported_at",
        "imported_by",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Without the source, which may be megabytes; the text comes when a page shows it."""
        return super().get_queryset(request).defer("source", "text")


@admin.register(Sentence)
class SentenceAdmin(ReadOnlyAdmin):
    list_display = ("article", "revision_number", "position", "start", "end")
    list_select_related = ("revision__article__outlet",)
    search_fields = ("revision__article__headline",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Sentence]:
        return super().get_queryset(request).defer("revision__source", "revision__text")

    def article(self, sentence: Sentence) -> str:
        return str(sentence.revision.article)

    def revision_number(self, sentence: Sentence) -> int:
        return sentence.revision.number


@admin.register(ArticleEvent)
class ArticleEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "kind", "field", "article")
    list_filter = ("kind", "at")
    list_select_related = ("by", "article__outlet")
    search_fields = ("article__headline", "before", "after")


@admin.register(ReadMark)
class ReadMarkAdmin(ReadOnlyAdmin):
    """Who has opened which words of an article."""

    list_display = ("reader", "article", "number", "at")
    list_select_related = ("reader", "article__outlet")
    search_fields = ("reader__username", "article__headline")
