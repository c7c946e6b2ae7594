"""People for tests: alice, bob and charlie by role."""

from __future__ import annotations

import itertools

from django.contrib.auth.models import Group

from accounts.models import User

PASSWORD = "correct-horse-battery"
_number = itertools.count(1)


def create_user(*, name: str = "", group: str = "", **fields: object) -> User:
    """An account in one group; without a group it is a stranger to the desk."""
    user = User.objects.create_user(
        username=name or f"person{next(_number)}", password=PASSWORD, **fields
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def create_reporter(*, name: str = "", **fields: object) -> User:
    return create_user(name=name, group="reporter", **fields)


def create_reviewer(*, name: str = "", **fields: object) -> User:
    return create_user(name=name, group="reviewer", **fields)


def create_desk_admin(*, name: str = "", **fields: object) -> User:
    return create_user(name=name, group="desk admin", **fields)
