"""What a person is told of others' work on claims."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims import natural_keys
from claims.notification_querysets import NotificationQuerySet
from claims.states import NotificationKind

TO_MAIL = Q(is_for_mail=True, mailed_at=None, read_at=None)


class Notification(models.Model):
    """“Tomas Brey mentioned you”: told to one person, who opens it or marks it as read.

    Nobody is told of what they did themselves. `by` is who did it, `at` when.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="notifications",
    )
    kind = models.CharField(max_length=12, choices=NotificationKind)
    claim = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # What was said, where that is what the person is told of.
    comment = models.ForeignKey(
        "claims.Comment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    # The person's choices when it happened; see Mute. One of the two is on.
    is_shown = models.BooleanField(default=True)
    is_for_mail = models.BooleanField(default=False)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="notification_kind_known", condition=Q(kind__in=NotificationKind.values)
            ),
            models.CheckConstraint(name="notification_of_another", condition=~Q(person=F("by"))),
            models.CheckConstraint(
                name="notification_told_somehow", condition=Q(is_shown=True) | Q(is_for_mail=True)
            ),
            models.CheckConstraint(
                name="notification_mailed_if_wanted",
                condition=Q(mailed_at=None) | Q(is_for_mail=True),
            ),
        ]
        indexes = [
            # The person's page, newest first; and the count of unread ones on every page.
            models.Index(fields=["person", "-id"], name="notification_of_person"),
            models.Index(
                fields=["person", "-id"],
                name="notification_unread",
                condition=Q(read_at=None, is_shown=True),
            ),
            # The digest: who has something to be mailed, and what.
            models.Index(fields=["person", "at"], name="notification_to_mail", condition=TO_MAIL),
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """Where it leads: to the comment in its thread, else to the review page of its claim."""
        return (self.comment or self.claim).get_absolute_url()

    def natural_key(self) -> tuple[object, ...]:
        claim = natural_keys.key_of(self, "claim")
        return (self.person.get_username(), *claim, self.at.isoformat())
