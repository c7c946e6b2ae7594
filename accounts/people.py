"""The members of the desk: who can be called, told, or handed something."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Lower

from accounts.models import User
from accounts.roles import GROUPS

OFFERED = 8  # people, while somebody types a name


def members() -> QuerySet[User]:
    """Everybody with a role whose account is in use."""
    in_group = User.groups.through.objects.filter(user=OuterRef("pk"), group__name__in=GROUPS)
    return User.objects.filter(Q(is_superuser=True) | Exists(in_group), is_active=True)


def by_login(logins: Collection[str]) -> dict[str, User]:
    """Members by their login in lower case; `logins` are lower case as well. One query, or none."""
    if not logins:
        return {}
    found = members().annotate(login=Lower("username")).filter(login__in=logins)
    return {user.username.lower(): user for user in found}


def called_like(words: str) -> QuerySet[User]:
    """Members whose login or a part of whose name begins so, whatever the case."""
    words = words.strip()
    name = Concat(Value(" "), "first_name", Value(" "), "last_name")
    begins = Q(username__istartswith=words) | Q(spelled__icontains=f" {words}")
    return members().annotate(spelled=name).filter(begins)
