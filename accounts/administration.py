"""Django's admin as the desk uses it: for desk admins only, and never around a service.

Who may enter follows from the role, not from `is_staff` or single permissions.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from accounts.models import User

ROWS_A_PAGE = 50


def is_desk_admin(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_desk_admin


class DeskAdminSite(admin.AdminSite):
    site_header = "Fact Desk admin"
    site_title = "Fact Desk admin"
    index_title = "What the desk keeps"

    def has_permission(self, request: HttpRequest) -> bool:
        return is_desk_admin(request)

    @login_not_required
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Everybody signs in at the desk's own door, where wrong passwords are counted."""
        if request.user.is_authenticated:
            raise PermissionDenied("The admin needs the role desk admin.")
        return redirect_to_login(request.GET.get("next") or resolve_url("admin:index"))

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("accounts:password")


class DeskAdmin(admin.ModelAdmin[Any]):
    """A model that desk admins may look at, add to and change."""

    list_per_page = ROWS_A_PAGE
    formfield_overrides = {URLField: {"assume_scheme": "https"}}  # as Django 6 will
    show_full_result_count = False  # it would count the whole table once more

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_desk_admin(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_desk_admin(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ReadOnlyAdmin(DeskAdmin):
    """A model that only the desk's services write: history, decisions, texts. Newest first."""

    ordering = ("-pk",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
