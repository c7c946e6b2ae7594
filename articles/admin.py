"""Outlets and stories, which desk admins edit; articles and their texts, which imports write."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.administration import DeskAdmin, ReadOnlyAdmin, is_desk_admin
from accounts.models import User
from accounts.zones import zone_choices
from articles import countries, outlets, slugs
from articles.models import (
    Article,
    ArticleEvent,
    Batch,
    BatchItem,
    Credit,
    Draft,
    Feed,
    FeedItem,
    FeedRule,
    Origin,
    OriginEvent,
    OriginSide,
    Outlet,
    OutletDomain,
    OutletEvent,
    OutletName,
    Passage,
    ReadMark,
    Revision,
    Sentence,
    SharedCopy,
    Story,
    Table,
)


class OutletForm(forms.ModelForm[Outlet]):
    zone = forms.ChoiceField(
        label="Time zone",
        required=False,
        choices=lambda: [("", "The desk’s"), *zone_choices()],
        help_text="For articles that name no zone.",
    )
    country = forms.ChoiceField(
        required=False, choices=lambda: [("", "Not known"), *countries.choices()]
    )


class DomainForm(forms.ModelForm[OutletDomain]):
    def clean_domain(self) -> str:
        return str(self.cleaned_data["domain"]).strip().lower().rstrip(".")


class PartInline(admin.TabularInline[Any, Outlet]):
    """What desk admins edit together with the outlet."""

    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)


class DomainInline(PartInline):
    model = OutletDomain
    form = DomainForm


class NameInline(PartInline):
    model = OutletName


@admin.register(Outlet)
class OutletAdmin(DeskAdmin):
    form = OutletForm
    inlines = (NameInline, DomainInline)
    list_display = ("name", "kind", "country", "owner", "is_agency", "articles")
    list_filter = ("is_agency", "country", "language")
    ordering = ("name",)
    search_fields = ("name", "names__name", "owner", "domains__domain")
    fields = ("name", "kind", "country", "language", "owner", "is_agency", "zone", "slug")
    readonly_fields = ("slug",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        rows: QuerySet[Outlet] = super().get_queryset(request)
        return rows.annotate(article_count=Count("articles"))

    @admin.display(ordering="article_count")
    def articles(self, outlet: Any) -> int:
        return int(outlet.article_count)

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        obj.slug = obj.slug or slugs.free(Outlet, obj.name)
        form.before = outlets.details_of(Outlet.objects.get(pk=obj.pk)) if change else None
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change:
            outlets.tell(form.instance, form.before, by=cast("User", request.user))


@admin.register(OutletDomain)
class OutletDomainAdmin(DeskAdmin):
    """To find an outlet by its domain, and to move a domain to another outlet."""

    form = DomainForm
    list_display = ("domain", "outlet")
    list_select_related = ("outlet",)
    search_fields = ("domain", "outlet__name")
    autocomplete_fields = ("outlet",)

    def save_model(self, request: HttpRequest, obj: OutletDomain, form: Any, change: bool) -> None:
        touched = Outlet.objects.filter(Q(pk=obj.outlet_id) | Q(domains=obj.pk)).distinct()
        before = [(outlet, outlets.details_of(outlet)) for outlet in touched]
        super().save_model(request, obj, form, change)
        for outlet, details in before:
            outlets.tell(outlet, details, by=cast("User", request.user))


@admin.register(OutletName)
class OutletNameAdmin(ReadOnlyAdmin):
    """To find an outlet by another name; names are edited with their outlet."""

    list_display = ("name", "outlet")
    list_select_related = ("outlet",)
    search_fields = ("name", "outlet__name")


@admin.register(OutletEvent)
class OutletEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "kind", "field", "outlet")
    list_filter = ("kind", "at")
    list_select_related = ("by", "outlet")
    search_fields = ("outlet__name", "before", "after", "reason")
    ordering = ("-pk",)


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
    search_fields = ("headline", "byline", "url", "guid", "outlet__name")


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


@admin.register(Credit)
class CreditAdmin(ReadOnlyAdmin):
    list_display = ("agency", "kind", "field", "words", "article")
    list_filter = ("kind", "field")
    list_select_related = ("article__outlet",)
    search_fields = ("agency", "article__headline")
    ordering = ("-pk",)


@admin.register(Origin)
class OriginAdmin(ReadOnlyAdmin):
    list_display = ("story", "number")
    list_select_related = ("story",)
    search_fields = ("story__title",)
    ordering = ("-pk",)


@admin.register(OriginEvent)
class OriginEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "kind", "story", "reason")
    list_filter = ("kind", "at")
    list_select_related = ("by", "story")
    search_fields = ("story__title", "reason")
    ordering = ("-pk",)


@admin.register(OriginSide)
class OriginSideAdmin(ReadOnlyAdmin):
    list_display = ("event", "article", "is_apart")
    list_select_related = ("event__by", "event__story", "article__outlet")
    search_fields = ("article__headline",)
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


@admin.register(ReadMark)
class ReadMarkAdmin(ReadOnlyAdmin):
    """Who has opened which words of an article."""

    list_display = ("reader", "article", "number", "at")
    list_select_related = ("reader", "article__outlet")
    search_fields = ("reader__username", "article__headline")
    ordering = ("-pk",)
