"""Where two linked claims do not agree, and what a person made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan

from claims import natural_keys
from claims.discrepancy_querysets import DiscrepancyQuerySet
from claims.states import CLUSTERING, DiscrepancyGrade, LinkState, Resolution
from matching import DiscrepancyKind, Span

if TYPE_CHECKING:
    from claims.models.claim import Claim

CURRENT_CONFLICT = Q(is_current=True, grade=DiscrepancyGrade.CONFLICT, resolution="")


class Discrepancy(models.Model):
    """One pair of values that do not fit, between the two ends `a` and `b` of a link.

    A row for each link, kind, subject and pair of values: it is found again by them when the link
    or a text changes, so a resolution is kept. `is_current` is false once the two quotes no longer
    say it. Spans are code points of the claims' quotes, the end exclusive.
    """

    link = models.ForeignKey("claims.Link", on_delete=models.PROTECT, related_name="discrepancies")
    # What kind of thing the values are, in the words of `matching`.
    kind = models.CharField(max_length=20)
    grade = models.CharField(max_length=10, choices=DiscrepancyGrade)
    subject = models.TextField(blank=True, help_text="What the values are of: “people on board”")
    value_a = models.TextField()
    value_b = models.TextField()
    start_a = models.PositiveIntegerField()
    end_a = models.PositiveIntegerField()
    start_b = models.PositiveIntegerField()
    end_b = models.PositiveIntegerField()
    is_current = models.BooleanField(default=True)
    found_at = models.DateTimeField()

    resolution = models.CharField(max_length=20, choices=Resolution, blank=True)
    wrong = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DiscrepancyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "discrepancies"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["link", "kind", "subject", "value_a", "value_b"],
                name="discrepancy_stored_once",
            ),
            models.CheckConstraint(
                name="discrepancy_kind_known", condition=Q(kind__in=[*map(str, DiscrepancyKind)])
            ),
            models.CheckConstraint(
                name="discrepancy_grade_known", condition=Q(grade__in=DiscrepancyGrade.values)
            ),
            models.CheckConstraint(
                name="discrepancy_spans_forward",
                condition=Q(end_a__gte=F("start_a"), end_b__gte=F("start_b")),
            ),
            models.CheckConstraint(
                name="discrepancy_resolution_known",
                condition=Q(resolution="") | Q(resolution__in=Resolution.values),
            ),
            models.CheckConstraint(
                name="discrepancy_resolver_iff_resolved",
                condition=Q(resolution="", reason="", resolved_at=None, resolved_by=None)
                | (~Q(resolution="") & Q(resolved_at__isnull=False, resolved_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="discrepancy_resolved_with_a_reason",
                condition=Q(resolution="") | Q(GreaterThan(Length(Trim("reason")), 0)),
                violation_error_message="Settling a figure needs a reason.",
            ),
            models.CheckConstraint(
                name="discrepancy_wrong_iff_one_is_wrong",
                condition=Q(resolution=Resolution.ONE_IS_WRONG, wrong__isnull=False)
                | (~Q(resolution=Resolution.ONE_IS_WRONG) & Q(wrong=None)),
                violation_error_message="Say which of the two is wrong.",
            ),
        ]
        indexes = [
            # Figures that disagree: the queue's filter and signs, the home page, a story's list.
            models.Index(fields=["link", "id"], name="discrepancy_open", condition=CURRENT_CONFLICT)
        ]
        triggers = [
            pgtrigger.Trigger(
                name="discrepancy_wrong_is_an_end",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("wrong_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__wrong__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT FROM claims_link link
                        WHERE link.id = NEW.link_id AND NEW.wrong_id IN (link.a_id, link.b_id)
                    ) THEN
                        RAISE EXCEPTION 'discrepancy_wrong_is_an_end: neither end of the link'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="discrepancy_stays_what_it_is",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("link", "kind", "value_a", "value_b"),
            ),
            pgtrigger.Protect(name="discrepancy_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.value_a} against {self.value_b}"

    def natural_key(self) -> tuple[object, ...]:
        values = (self.kind, self.subject, self.value_a, self.value_b)
        return (*natural_keys.key_of(self, "link"), *values)

    @property
    def is_settled(self) -> bool:
        return bool(self.resolution)

    @property
    def is_conflict(self) -> bool:
        """Both cannot hold: of *related* claims, which are of two things, that is not said."""
        return self.grade == DiscrepancyGrade.CONFLICT and self.link.kind in CLUSTERING

    @property
    def is_standing(self) -> bool:
        """Still said by both quotes, of claims that stand and are linked; needs `for_page`."""
        is_linked = self.link.state == LinkState.CONFIRMED
        return (
            self.is_current and is_linked and not (self.link.a.is_removed or self.link.b.is_removed)
        )

    def other_than(self, claim: Claim) -> Claim:
        """The claim at the other end of the link."""
        return self.link.b if claim.pk == self.link.a_id else self.link.a

    def value_of(self, claim: Claim) -> str:
        """What the claim at one end says."""
        return self.value_a if claim.pk == self.link.a_id else self.value_b

    def span_of(self, claim: Claim) -> Span:
        """Where its quote says so, in code points."""
        is_a = claim.pk == self.link.a_id
        return Span(self.start_a, self.end_a) if is_a else Span(self.start_b, self.end_b)

    def seen_from(self, claim: Claim) -> str:
        """“241 against 214”, the claim's own value first."""
        return f"{self.value_of(claim)} against {self.value_of(self.other_than(claim))}"
