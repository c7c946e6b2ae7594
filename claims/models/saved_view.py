"""A view of the queue that somebody gave a name, and what lets feed readers in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan

from claims import queue_address
from claims.query import LONGEST
from claims.saved_view_querysets import SavedViewQuerySet
from claims.states import View

NAME_LENGTH = 60  # characters; as a tab, it has to be read beside others


class SavedView(models.Model):
    """A tab of the queue and a query, under a name; its owner's alone, or shared with the desk.

    The query stays as it was typed: what it names may be gone, and is told when it is looked at.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_views"
    )
    name = models.CharField(max_length=NAME_LENGTH)
    query = models.CharField(max_length=LONGEST, blank=True)
    tab = models.CharField(max_length=12, choices=View, default=View.WAITING)
    is_shared = models.BooleanField("shared with the desk", default=False)
    # Among those of its owner, the smallest first.
    position = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="saved_view_named",
                condition=GreaterThan(Length(Trim("name")), 0),
                violation_error_message="Give the view a name.",
            ),
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="saved_view_name_once",
                condition=Q(removed_at=None),
                violation_error_message="You have a view of this name already.",
            ),
            models.CheckConstraint(name="saved_view_tab_known", condition=Q(tab__in=View.values)),
        ]
        indexes = [
            # The tabs of the queue: one's own, and what others share.
            models.Index(
                fields=["owner", "position", "id"],
                name="saved_view_own",
                condition=Q(removed_at=None),
            ),
            models.Index(
                fields=["name", "id"],
                name="saved_view_shared",
                condition=Q(removed_at=None, is_shared=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return (self.owner.get_username(), self.name)

    @property
    def address(self) -> str:
        """What it asks, as it stands in an address of the queue."""
        return queue_address.of(self.tab, self.query)


class FeedKey(models.Model):
    """The address of a person's feeds holds its number, signed; another number closes the old."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed_key"
    )
    number = models.PositiveIntegerField(default=1)
    # How often it was used since then; see `claims.feeds`.
    counted_from = models.DateTimeField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(name="feed_key_numbered", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"Feeds of {self.person}"
