"""The people of the desk: their role and how they like to read."""

from __future__ import annotations

import zoneinfo
from functools import cached_property

from django.contrib.auth.models import AbstractUser, Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Lower

from accounts.roles import Role, role_of
from web.prepared import prepared


def validate_zone(name: str) -> None:
    """Refuse what is not an IANA zone name such as Europe/London; empty is allowed."""
    if name and name not in zoneinfo.available_timezones():
        raise ValidationError("Choose a time zone from the list, such as Europe/London.")


class Theme(models.TextChoices):
    SYSTEM = "system", "As the system"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class Density(models.TextChoices):
    COMPACT = "compact", "Compact"
    ROOMY = "roomy", "Roomy"


class Digest(models.TextChoices):
    """How often a person gets mail with what they have not read."""

    OFF = "off", "Never"
    HOURLY = "hourly", "Once an hour"
    DAILY = "daily", "Once a day, at seven in the morning"


class User(AbstractUser):
    """An account. What it may do follows from its groups; see `accounts.roles`."""

    zone = models.TextField(
        "time zone",
        blank=True,
        default="",
        validators=[validate_zone],
        help_text="Empty: the browser's zone at the first visit, else the desk's.",
    )
    theme = models.TextField(choices=Theme, default=Theme.SYSTEM)
    density = models.TextField(choices=Density, default=Density.COMPACT)
    digest = models.TextField("mail", choices=Digest, default=Digest.DAILY)
    keys_enabled = models.BooleanField("single-key shortcuts", default=True)
    # There are rows of OwnKey, which so are asked for only then.
    has_own_keys = models.BooleanField(default=False, editable=False)
    # They are away: nothing is assigned to them until they are back.
    away_since = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(name="user_theme_known", condition=Q(theme__in=Theme.values)),
            models.CheckConstraint(
                name="user_density_known", condition=Q(density__in=Density.values)
            ),
            models.CheckConstraint(name="user_digest_known", condition=Q(digest__in=Digest.values)),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def memberships(self) -> dict[int, str]:
        """The names of their groups by key; roles are groups too. One query."""
        return dict(_groups_of(self.pk))

    @cached_property
    def role(self) -> Role:
        return role_of(self)

    @property
    def is_away(self) -> bool:
        return self.away_since is not None

    @property
    def is_member(self) -> bool:
        return self.role >= Role.REPORTER

    @property
    def is_reviewer(self) -> bool:
        return self.role >= Role.REVIEWER

    @property
    def is_desk_admin(self) -> bool:
        return self.role >= Role.DESK_ADMIN


@prepared
def _groups_of(user: int) -> QuerySet[Group, tuple[int, str]]:
    return Group.objects.filter(user=user).values_list("pk", "name")


class Sending(models.Model):
    """A form as a person sent it, with what came of it: sent again it makes nothing more."""

    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sendings")
    digest = models.TextField(help_text="SHA-256 in hex of address, token and fields")
    at = models.DateTimeField()
    made = models.PositiveBigIntegerField(null=True, help_text="Key of the row that it made")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "digest"], name="sending_once_each"),
            models.CheckConstraint(
                name="sending_digest_form", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return f"A form of {self.by}, {self.at:%d %B %Y, %H:%M}"


class OwnKey(models.Model):
    """A key that a person gave to an action of `accounts.key_places`; `action` is its first key."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="own_keys")
    place = models.TextField()
    action = models.TextField()
    key = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "place", "action"], name="own_key_once"),
            models.UniqueConstraint(fields=["person", "place", "key"], name="own_key_distinct"),
            models.CheckConstraint(name="own_key_differs", condition=~Q(key=F("action"))),
            models.CheckConstraint(
                name="own_key_shape",
                condition=Q(key__regex=r"^[^\s]( [^\s])?$") & Q(key=Lower("key")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.action} is {self.key}"
