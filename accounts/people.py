"""The members of the desk: who can be called, told, or handed something."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Lower

from accounts.models import User
from accounts.roles import GROUPS, Role

OFFERED = 8  # people, while somebody types a name
DECIDING = [name for name, role in GROUPS.items() if role >= Role.REVIEWER]


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


def deciding() -> QuerySet[User]:
    """The open accounts that may decide claims, by login."""
    decides = Q(groups__name__in=DECIDING) | Q(is_superuser=True)
    keys = User.objects.filter(decides, is_active=True).values("pk")
    return User.objects.filter(pk__in=keys).order_by("username")


def reviewers() -> QuerySet[User]:
    """Those of them who are not away, by name."""
    return deciding().filter(away_since=None).order_by("first_name", "last_name", "username")


def may_be_assigned(person: User) -> bool:
    return reviewers().filter(pk=person.pk).exists()


def teams() -> QuerySet[Group]:
    """Groups that are no roles, as a desk admin made them: “Night desk”."""
    return Group.objects.exclude(name__in=GROUPS).order_by("name")


def of_team(team: Group) -> QuerySet[User]:
    """Those of the group who may decide and are not away."""
    return reviewers().filter(groups=team)


def hold(*persons: User | None) -> None:
    """Until the transaction ends nobody else gives them work or says that they leave.

    Called before any claim is held, so that nobody waits in a circle.
    """
    keys = [person.pk for person in persons if person]
    held = User.objects.filter(pk__in=keys).order_by("pk").select_for_update(no_key=True)
    list(held.values_list("pk", flat=True))
    for person in filter(None, persons):
        person.refresh_from_db(fields=["away_since"])


def set_away(person: User, *, since: datetime | None) -> None:
    """Since when nothing is assigned to them; none when they are back."""
    person.away_since = since
    person.save(update_fields=["away_since"])
