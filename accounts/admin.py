"""Accounts, roles and sign-ins in the admin."""

from __future__ import annotations

from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.db.models import Count, ManyToManyField, Model, QuerySet
from django.forms import CheckboxSelectMultiple, ChoiceField
from django.http import HttpRequest

from accounts.administration import DeskAdmin, ReadOnlyAdmin, is_desk_admin
from accounts.models import OwnKey, Sending, User
from accounts.roles import GROUPS
from accounts.zones import zone_choices

admin.site.unregister(Group)
ROLES = (
    "Each role may also do what the ones before it may, so one is enough. None: nothing opens."
    " Other groups are teams, which claims can be assigned to; they open nothing."
)


class AccountForm(UserChangeForm[User]):
    zone = ChoiceField(
        label="Time zone",
        required=False,
        choices=lambda: [("", "The desk’s"), *zone_choices()],
    )


@admin.register(User)
class AccountAdmin(UserAdmin[User], DeskAdmin):
    """An account is put out of use, never deleted: its name stands in the history."""

    form = AccountForm
    add_form = UserCreationForm
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}
    list_display = ("username", "full_name", "email", "roles", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role and teams", {"fields": ("groups", "is_active"), "description": ROLES}),
        ("Reading", {"fields": ("zone", "theme", "density", "keys_enabled", "digest")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "email", "password1", "password2")}),
        ("Role and teams", {"fields": ("groups",), "description": ROLES}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="name", ordering="first_name")
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description="role")
    def roles(self, user: User) -> str:
        if user.is_superuser:
            return "desk admin (superuser)"
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class GroupAdmin(DeskAdmin):
    """The roles come with the desk; other groups are teams that a desk admin makes and names.

    Who is in one stands at each account.
    """

    list_display = ("name", "people")
    ordering = ("name",)
    fields = ("name", "people")
    readonly_fields = ("people",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        is_role = isinstance(obj, Group) and obj.name in GROUPS
        return super().has_change_permission(request, obj) and not is_role

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        groups: QuerySet[Group] = super().get_queryset(request)
        return groups.annotate(people=Count("user"))

    @admin.display(ordering="people")
    def people(self, group: Any) -> int:
        return int(getattr(group, "people", 0))  # one that is being added has none


@admin.register(OwnKey)
class OwnKeyAdmin(ReadOnlyAdmin):
    list_display = ("person", "place", "action", "key")
    list_filter = ("place",)
    list_select_related = ("person",)
    search_fields = ("person__username",)


@admin.register(Sending)
class SendingAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "made")
    list_select_related = ("by",)
    search_fields = ("by__username",)


@admin.register(AccessAttempt)
class FailedSignInAdmin(ReadOnlyAdmin):
    """Deleting a row ends the pause of that name at once."""

    list_display = ("username", "ip_address", "failures_since_start", "attempt_time")
    search_fields = ("username", "ip_address")
    fields = ("username", "ip_address", "user_agent", "failures_since_start", "attempt_time")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_desk_admin(request)


@admin.register(LogEntry)
class AdminLogAdmin(ReadOnlyAdmin):
    list_display = ("action_time", "user", "content_type", "object_repr", "action_flag")
    list_filter = ("action_flag", "content_type")
    list_select_related = ("user", "content_type")
    search_fields = ("object_repr",)
    fields = ("action_time", "user", "content_type", "object_repr", "action_flag", "change_message")
