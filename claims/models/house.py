"""What this desk calls the statuses, and the reasons it gives within them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from claims import natural_keys
from claims.states import ClaimStatus, VerdictStatus

NAME_LENGTH = 30  # code points: a name stands in every row
WORDS_LENGTH = 60


class StatusName(models.Model):
    """The desk's own name of a status; without a row it has its usual one."""

    status = models.CharField(max_length=12, choices=ClaimStatus, unique=True)
    name = models.CharField(max_length=NAME_LENGTH)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="status_name_status_known", condition=Q(status__in=ClaimStatus.values)
            ),
            models.CheckConstraint(name="status_name_given", condition=~Q(name="")),
            models.UniqueConstraint(
                Lower("name"),
                name="status_name_unique",
                violation_error_message="Two statuses cannot have one name.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status}: {self.name}"


class SubReasonQuerySet(models.QuerySet["SubReason"]):
    def for_page(self) -> SubReasonQuerySet:
        """By status, those that can be chosen first."""
        return self.select_related("added_by").order_by("status", "-retired_at", "words")

    def offered(self, status: VerdictStatus) -> SubReasonQuerySet:
        return self.filter(status=status, retired_at=None)

    def get_by_natural_key(self, status: str, words: str) -> SubReason:
        return natural_keys.find(self, [status, words], Q(status=status, words=words))


class SubReason(models.Model):
    """Why a status, in the words that this desk chooses from. Verdicts keep a retired one."""

    status = models.CharField(max_length=12, choices=VerdictStatus)
    words = models.CharField(max_length=WORDS_LENGTH)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = SubReasonQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="sub_reason_status_known", condition=Q(status__in=VerdictStatus.values)
            ),
            models.CheckConstraint(name="sub_reason_words_given", condition=~Q(words="")),
            models.UniqueConstraint(
                "status",
                Lower("words"),
                name="sub_reason_once",
                violation_error_message="This reason is there already.",
            ),
            # Target of the composite keys by which a reason is of the status of its verdict.
            models.UniqueConstraint(fields=["id", "status"], name="sub_reason_status_key"),
        ]

    def __str__(self) -> str:
        return f"{self.status}, {self.words}"

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # by house name
        return VerdictStatus(self.status).label

    def natural_key(self) -> tuple[str, str]:
        return (self.status, self.words)
