"""People for tests: alice, bob and charlie by role."""

from __future__ import annotations

import itertools
from functools import cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import User

PASSWORD = "correct-horse-battery"
_number = itertools.count(1)


@cache
def _hashed() -> str:
    """Argon2 is slow on purpose; one hash does for all of a test run."""
    return make_password(PASSWORD)


def create_user(*, name: str = "", group: str = "", **fields: object) -> User:
    """An account in one group; without a group it is a stranger to the desk."""
    name = name or f"person{next(_number)}"
    user = User.objects.create(username=name, password=_hashed(), **fields)
    if group:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    return user


def create_reporter(*, name: str = "", **fields: object) -> User:
    return create_user(name=name, group="reporter", **fields)


def create_reviewer(*, name: str = "", **fields: object) -> User:
    return create_user(name=name, group="reviewer", **fields)


def create_desk_admin(*, name: str = "", **fields: object) -> User:
    return create_user(name=name, group="desk admin", **fields)
