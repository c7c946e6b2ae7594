"""What articles share and whom they credit, and what people said of it."""

from __future__ import annotations

from django.contrib import admin

from accounts.administration import ReadOnlyAdmin
from articles.models import Credit, Origin, OriginEvent, OriginSide, Passage, SharedCopy


@admin.register(Passage)
class PassageAdmin(ReadOnlyAdmin):
    list_display = ("revision_id", "position", "start", "end")
    search_fields = ("revision__article__headline",)


@admin.register(Credit)
class CreditAdmin(ReadOnlyAdmin):
    list_display = ("agency", "kind", "field", "words", "article")
    list_filter = ("kind", "field")
    list_select_related = ("article__outlet",)
    search_fields = ("agency", "article__headline")


@admin.register(Origin)
class OriginAdmin(ReadOnlyAdmin):
    list_display = ("story", "number")
    list_select_related = ("story",)
    search_fields = ("story__title",)


@admin.register(OriginEvent)
class OriginEventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "kind", "story", "reason")
    list_filter = ("kind", "at")
    list_select_related = ("by", "story")
    search_fields = ("story__title", "reason")


@admin.register(OriginSide)
class OriginSideAdmin(ReadOnlyAdmin):
    list_display = ("event", "article", "is_apart")
    list_select_related = ("event__by", "event__story", "article__outlet")
    search_fields = ("article__headline",)


@admin.register(SharedCopy)
class SharedCopyAdmin(ReadOnlyAdmin):
    list_display = ("a", "b", "grams", "share_a", "share_b")
    list_select_related = ("a__outlet", "b__outlet")
    search_fields = ("a__headline", "b__headline")
