"""Who may do what. Roles are cumulative: a desk admin may all that a reviewer may.

The role comes from the account's groups, which a migration makes. Views say who may enter with a
decorator named after the person; an account in no group sees nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

if TYPE_CHECKING:
    from accounts.models import User
    from accounts.requests import DeskRequest

P = ParamSpec("P")
DeskView = Callable[Concatenate["DeskRequest", P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class Role(IntEnum):
    STRANGER = 0
    REPORTER = 1
    REVIEWER = 2
    DESK_ADMIN = 3

    @property
    def group(self) -> str:
        return self.name.lower().replace("_", " ")


GROUPS = {role.group: role for role in Role if role}


def role_of(user: User) -> Role:
    """The highest role among the account's groups; superusers are desk admins."""
    if user.is_superuser:
        return Role.DESK_ADMIN
    return max(
        (GROUPS[name] for name in user.memberships.values() if name in GROUPS),
        default=Role.STRANGER,
    )


def _at_least(role: Role) -> Callable[[DeskView[P]], View[P]]:
    def decorate(view: DeskView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            desk_request = cast("DeskRequest", request)
            if desk_request.user.role < role:
                raise PermissionDenied(f"This needs the role {role.group}.")
            return view(desk_request, *args, **kwargs)

        guarded.required_role = role  # type: ignore[attr-defined]  # read by the URL x role test
        return guarded

    return decorate


member_required = _at_least(Role.REPORTER)
"""Any member of the desk: all of them read everything."""
reporter_required = _at_least(Role.REPORTER)
reviewer_required = _at_least(Role.REVIEWER)
desk_admin_required = _at_least(Role.DESK_ADMIN)
