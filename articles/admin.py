"""Outlets and stories, which desk admins edit; articles and their texts, which imports write."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.administration import DeskAdmin, ReadOnlyAdmin, is_desk_admin
from accounts.models import User
from accounts.zones import zone_choices
from articles import slugs
from articles.models import (
    Article,
    ArticleEvent,
    Batch,
    BatchItem,
    Draft,
    Outlet,
    OutletDomain,
    Passage,
    Revision,
    Sentence,
    SharedCopy,
    Story,
)


class OutletForm(forms.ModelForm[Outlet]):
    zone = forms.ChoiceField(
        label="Time zone",
        required=False,
        choices=lambda: [("", "The desk’s"), *zone_choices()],
        help_text="For articles that name no zone.",
    )


class DomainForm(forms.ModelForm[OutletDomain]):
    def clean_domain(self) -> str:
        return str(self.cleaned_data["domain"]).strip().lower().rstrip(".")


class DomainInline(admin.TabularInline[OutletDomain, Outlet]):
    model = OutletDomain
    form = DomainForm
    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)


@admin.register(Outlet)
class OutletAdmin(DeskAdmin):
    form = OutletForm
    inlines = (DomainInline,)
    list_display = ("name", "kind", "owner", "is_agency", "articles")
    list_filter = ("is_agency",)
    ordering = ("name",)
    search_fields = ("name", "owner", "domains__domain")
    fields = ("name", "kind", "owner", "is_agency", "zone", "slug")
    readonly_fields = ("slug",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        outlets: QuerySet[Outlet] = super().get_queryset(request)
        return outlets.annotate(article_count=Count("articles"))

    @admin.display(ordering="article_count")
    def articles(self, outlet: Any) -> int:
        return int(outlet.article_count)

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        obj.slug = obj.slug or slugs.free(Outlet, obj.name)
        super().save_model(request, obj, form, change)


@admin.register(OutletDomain)
class OutletDomainAdmin(DeskAdmin):
    """To find an outlet by its domain, and to move a domain to another outlet."""

    form = DomainForm
    list_display = ("domain", "outlet")
    list_select_related = ("outlet",)
    search_fields = ("domain", "outlet__name")
    autocomplete_fields = ("outlet",)


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


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    """Its details are corrected on the article's own page, which keeps the history."""

    list_display = ("headline", "outlet", "story", "language", "published_at", "imported_at")
    list_filter = ("language", "imported_at", "outlet__is_agency")
    list_select_related = ("outlet", "story")
    search_fields = ("headline", "byline", "url", "outlet__name")


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("article", "number", "media_type", "source_name", "imported_at", "imported_by")
    list_filter = ("media_type", "imported_at")
    list_select_related = ("article__outlet", "imported_by")
    search_fields = ("article__headline", "source_name", "sha256")
    ordering = ("-pk",)
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
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Sentence]:
        return super().get_queryset(request).defer("revision__source", "revision__text")

    def article(self, sentence: Sentence) -> str:
        return str(sentence.revision.article)

    def revision_number(self, sentence: Sentence) -> int:
        return sentence.revision.number


@admin.register(Passage)
class PassageAdmin(ReadOnlyAdmin):
    list_display = ("revision_id", "position", "start", "end")
    search_fields = ("revision__article__headline",)
    ordering = ("-pk",)


@admin.register(SharedCopy)
class SharedCopyAdmin(ReadOnlyAdmin):
    list_display = ("a", "b", "grams", "share_a", "share_b")
    list_select_related = ("a__outlet", "b__outlet")
    search_fields = ("a__headline", "b__headline")
    ordering = ("-pk",)


@admin.register(ArticleEvent)
class ArticleEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "kind", "field", "article")
    list_filter = ("kind", "at")
    list_select_related = ("by", "article__outlet")
    search_fields = ("article__headline", "before", "after")
    ordering = ("-pk",)


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
