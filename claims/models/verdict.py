"""Verdicts, what they rest on, and what was typed before one."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Trim

from articles.models.append_only import append_only
from claims import house, natural_keys
from claims.models.evidence import Evidence
from claims.states import VerdictStatus
from claims.verdict_querysets import VerdictEvidenceQuerySet, VerdictQuerySet


class Verdict(models.Model):
    """One decision on one claim. Append-only; `claim.current_verdict` says which stands."""

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="verdicts")
    status = models.CharField(max_length=12, choices=VerdictStatus)
    rationale = models.TextField()
    evidence = models.ManyToManyField(
        Evidence, through="claims.VerdictEvidence", related_name="verdicts"
    )
    # Why this status, in words of the desk; a composite key says that it is of this status.
    sub_reason = models.ForeignKey(
        "claims.SubReason", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What the reviewer saw.
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    quote = models.TextField()
    # The verdict that stood before: undo goes back to it.
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    # Since when the claim had waited for this; none when it did not. Undo puts it back.
    waited_since = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts"
    )
    # Whose opinion it agrees with, where two people are needed.
    decided_with = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True, help_text="Why it reverses what another had decided")

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="verdict_status_known", condition=Q(status__in=VerdictStatus.values)
            ),
            models.CheckConstraint(
                name="verdict_has_a_rationale",
                condition=models.lookups.GreaterThan(Length(Trim("rationale")), 0),
            ),
            models.CheckConstraint(
                name="verdict_by_two_people",
                condition=Q(decided_with=None) | ~Q(decided_with=models.F("decided_by")),
            ),
            models.UniqueConstraint(fields=["claim", "decided_at"], name="verdict_once_a_moment"),
            # Target of the composite key by which a claim's status is its verdict's.
            models.UniqueConstraint(fields=["id", "claim", "status"], name="verdict_status_key"),
        ]
        indexes = [
            # Decided claims, newest first, and all that the workload page counts of them; a
            # person's verdicts.
            models.Index(
                fields=["-decided_at", "-id"],
                include=["decided_by", "status", "waited_since"],
                name="verdict_newest",
            ),
            models.Index(fields=["decided_by", "-decided_at"], name="verdict_by_person"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="verdict_verified_has_evidence",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__status="verified"),
                func="""
                    IF NOT EXISTS (
                        SELECT FROM claims_verdictevidence WHERE verdict_id = NEW.id
                    ) THEN
                        RAISE EXCEPTION 'verdict_verified_has_evidence: verified needs evidence'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            *append_only("verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} by {self.authors}"

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # by house name
        return VerdictStatus(self.status).label

    @property
    def sub_reason_words(self) -> str:
        """“figure wrong”; empty when none was chosen. Asks the database nothing."""
        return house.reason(self.sub_reason_id)

    @property
    def authors(self) -> str:
        """“Alice Arden”; “Alice Arden and Bob Byrne” when it took two, who was first first."""
        if self.decided_with_id is None:
            return str(self.decided_by)
        return f"{self.decided_with} and {self.decided_by}"

    @property
    def author_ids(self) -> set[int]:
        return {pk for pk in (self.decided_by_id, self.decided_with_id) if pk is not None}

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "claim"), self.decided_at.isoformat())


class VerdictEvidence(models.Model):
    """A verdict rested on this piece. Append-only."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="rests_on")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="cited_by")

    objects = VerdictEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence of verdicts"
        constraints = [
            models.UniqueConstraint(fields=["verdict", "evidence"], name="verdict_evidence_once")
        ]
        triggers = append_only("verdict_evidence")

    def __str__(self) -> str:
        return f"{self.verdict}: {self.evidence}"

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "verdict"), natural_keys.key_of(self, "evidence")[-1])


class RationaleDraft(models.Model):
    """What a reviewer has typed for a claim and not decided yet."""

    claim = models.ForeignKey(
        "claims.Claim", on_delete=models.CASCADE, related_name="rationale_drafts"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rationale_drafts"
    )
    rationale = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "reviewer"], name="rationale_draft_once_each")
        ]

    def __str__(self) -> str:
        return f"Draft of {self.reviewer} on {self.claim}"
