"""Questions over what people are told, in the desk's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from claims import natural_keys

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import User
    from claims.models import Notification


class NotificationQuerySet(models.QuerySet["Notification"]):
    def of(self, person: User) -> NotificationQuerySet:
        return self.filter(person=person)

    def shown(self) -> NotificationQuerySet:
        """On the page, where a person may have switched a kind off."""
        return self.filter(is_shown=True)

    def unread(self) -> NotificationQuerySet:
        return self.shown().filter(read_at=None)

    def to_mail(self) -> NotificationQuerySet:
        """Wanted by mail, and neither mailed nor read nor taken back."""
        waiting = self.filter(is_for_mail=True, mailed_at=None, read_at=None)
        return waiting.filter(comment__removed_at=None)

    def done_before(self, moment: datetime) -> NotificationQuerySet:
        """Read before it, or mailed where they are not on the page."""
        return self.filter(Q(read_at__lt=moment) | Q(is_shown=False, mailed_at__lt=moment))

    def get_by_natural_key(self, *key: str | int) -> Notification:
        person, *claim, at = key
        condition = natural_keys.claim(claim, "claim__") & Q(person__username=person, at=str(at))
        return natural_keys.find(self, key, condition)

    def for_list(self) -> NotificationQuerySet:
        """With all that its row names."""
        of_claim = ("claim__outlet", "claim__story", "claim__article")
        return self.select_related("by", "comment", *of_claim).defer("claim__vector", "claim__code")
