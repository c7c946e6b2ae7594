"""A person has looked: an outlet says nothing of a claim."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from claims import natural_keys
from claims.mention_querysets import SilenceQuerySet


class Silence(models.Model):
    """“Not mentioned”: no text of the outlet in the story says what the claim says.

    Confirmed for a row of the board it is kept with each claim of the row, so that it goes along
    when the claim joins a point or leaves it. It stands until taken back or withdrawn; the history
    of the claims keeps what was.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="silences")
    outlet = models.ForeignKey("articles.Outlet", on_delete=models.PROTECT, related_name="silences")
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="silences"
    )

    objects = SilenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "outlet"], name="silence_once_an_outlet")
        ]

    def __str__(self) -> str:
        return f"Nothing from {self.outlet} on {self.claim}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "claim"), *natural_keys.key_of(self, "outlet"))
