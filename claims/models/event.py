"""The history of a claim: append-only rows, read as sentences."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.append_only import append_only
from claims import natural_keys
from claims.states import EventKind, LinkKind
from claims.verdict_querysets import EventQuerySet


class Event(models.Model):
    """Who did what to a claim, when and why. `by` is none when Fact Desk did it."""

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
    )
    # The claim's version after this event: "what changed since" are the events above it.
    version = models.PositiveIntegerField()
    reason = models.TextField(blank=True)
    # What it was about, as far as the kind has it.
    other = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    link_kind = models.CharField(max_length=12, blank=True, choices=LinkKind)
    verdict = models.ForeignKey(
        "claims.Verdict", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opinion = models.ForeignKey(
        "claims.Opinion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    evidence = models.ForeignKey(
        "claims.Evidence", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    field = models.CharField(max_length=20, blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    # The act on many claims that it is a part of.
    act = models.ForeignKey(
        "claims.BulkAct",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="events",
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="event_kind_known", condition=Q(kind__in=EventKind.values)),
            models.CheckConstraint(
                name="event_link_kind_known",
                condition=Q(link_kind="") | Q(link_kind__in=LinkKind.values),
            ),
        ]
        indexes = [
            models.Index(fields=["claim", "-at", "-id"], name="event_history"),
            # The history of the desk, newest first; of one person, and of one kind.
            models.Index(fields=["-at", "-id"], name="event_newest"),
            models.Index(fields=["by", "-at", "-id"], name="event_of_person"),
            models.Index(fields=["kind", "-at", "-id"], name="event_of_kind"),
            # What an act on many claims did, to take it back.
            models.Index(fields=["act"], name="event_of_act", condition=Q(act__isnull=False)),
        ]
        triggers = append_only("event")

    def __str__(self) -> str:
        return f"{self.by or 'Fact Desk'}: {self.get_kind_display()}"

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "claim"), self.kind, self.at.isoformat())
