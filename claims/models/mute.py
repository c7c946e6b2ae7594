"""What a person does not want to be told of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.states import NotificationKind, Way


class Mute(models.Model):
    """This person is not told of this kind in this way. Without a row they are."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mutes"
    )
    kind = models.CharField(max_length=12, choices=NotificationKind)
    way = models.CharField(max_length=4, choices=Way)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "way"], name="mute_once"),
            models.CheckConstraint(
                name="mute_kind_known", condition=Q(kind__in=NotificationKind.values)
            ),
            models.CheckConstraint(name="mute_way_known", condition=Q(way__in=Way.values)),
        ]

    def __str__(self) -> str:
        return f"{self.person}: not “{self.get_kind_display()}” {self.get_way_display()}"
