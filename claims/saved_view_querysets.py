"""Questions over saved views, in the desk's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, F, Q, When

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import SavedView


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    model: type[SavedView]

    def get_by_natural_key(self, owner: str, name: str) -> SavedView:
        return self.standing().get(owner__username=owner, name=name)

    def standing(self) -> SavedViewQuerySet:
        return self.filter(removed_at=None)

    def own(self, user: User) -> SavedViewQuerySet:
        """Theirs, in their order."""
        return self.standing().filter(owner=user).order_by("position", "pk")

    def shared_with(self, user: User) -> SavedViewQuerySet:
        """What others share, by name."""
        shared = self.standing().filter(is_shared=True).exclude(owner=user)
        return shared.select_related("owner").order_by("name", "pk")

    def removed(self) -> SavedViewQuerySet:
        return self.filter(removed_at__isnull=False)

    def as_tabs_for(self, user: User) -> SavedViewQuerySet:
        """Their own in their order, then what others share by name."""
        is_others = Case(When(owner=user, then=False), default=True)
        place = Case(When(owner=user, then=F("position")), default=0)
        return self.seen_by(user).order_by(is_others, place, "name", "pk")

    def seen_by(self, user: User) -> SavedViewQuerySet:
        return self.standing().filter(Q(owner=user) | Q(is_shared=True))

    def changeable_by(self, user: User) -> SavedViewQuerySet:
        """Their own, and for a desk admin those that are shared."""
        theirs = Q(owner=user)
        if user.is_desk_admin:
            theirs |= Q(is_shared=True)
        return self.filter(theirs).select_related("owner")
