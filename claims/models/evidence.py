"""What decisions rest on."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims import natural_keys
from claims.states import EvidenceKind
from claims.verdict_querysets import EvidenceQuerySet


class Evidence(models.Model):
    """What a verdict can rest on: a document by URL or citation, or another outlet's claim."""

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, blank=True, choices=EvidenceKind)
    url = models.URLField("address", max_length=2000, blank=True)
    citation = models.CharField(max_length=1000, blank=True)
    archive_url = models.URLField(
        "archived copy", max_length=2000, blank=True, help_text="Where it stays as it was read"
    )
    linked_claim = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(name="evidence_title_given", condition=~Q(title="")),
            models.CheckConstraint(
                name="evidence_has_a_source",
                condition=~Q(url="") | ~Q(citation="") | Q(linked_claim__isnull=False),
                violation_error_message="Give an address or a citation.",
            ),
            models.CheckConstraint(
                name="evidence_kind_known", condition=Q(kind="") | Q(kind__in=EvidenceKind.values)
            ),
            models.CheckConstraint(
                name="evidence_archive_is_https",
                condition=Q(archive_url="") | Q(archive_url__startswith="https://"),
                violation_error_message="An archived copy has an https address.",
            ),
            models.CheckConstraint(
                name="evidence_remover_iff_removed",
                condition=Q(removed_by=None, removed_at=None)
                | Q(removed_by__isnull=False, removed_at__isnull=False),
            ),
        ]
        indexes = [
            # evidence:, which gathers the claims of a kind without reading a row.
            models.Index(
                fields=["kind", "claim"],
                name="evidence_by_kind",
                condition=Q(removed_at=None) & ~Q(kind=""),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="evidence_unchanged",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "claim",
                    "title",
                    "kind",
                    "url",
                    "citation",
                    "archive_url",
                    "linked_claim",
                    "note",
                    "added_at",
                    "added_by",
                ),
            ),
            pgtrigger.Protect(name="evidence_kept", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="evidence_told_on_its_claim",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("removed_at"),
                when=pgtrigger.After,
                declare=[("has_some", "boolean")],
                func="""
                    has_some := EXISTS (
                        SELECT FROM claims_evidence
                        WHERE claim_id = NEW.claim_id AND removed_at IS NULL
                    );
                    UPDATE claims_claim SET is_evidenced = has_some
                    WHERE id = NEW.claim_id AND is_evidenced <> has_some;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "claim"), self.added_at.isoformat())
