"""What somebody passed over."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from claims.models.claim import Claim


class Skip(models.Model):
    """A reviewer passed over a claim: "review next" hides it from them until then."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="skips")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="skips"
    )
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "reviewer"], name="skip_once_each")]

    def __str__(self) -> str:
        return f"{self.reviewer} skipped {self.claim}"
