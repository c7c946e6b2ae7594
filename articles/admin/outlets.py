"""Outlets, which desk admins edit, and what happened to them."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest

from accounts.administration import DeskAdmin, ReadOnlyAdmin, is_desk_admin
from accounts.models import User
from accounts.zones import zone_choices
from articles import countries, outlets, slugs
from articles.models import Outlet, OutletDomain, OutletEvent, OutletName


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
