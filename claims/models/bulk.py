"""Acts on many claims at once, and what each came to for every one of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.utils.functional import cached_property

from claims.bulk_querysets import BulkActQuerySet, BulkPartQuerySet
from claims.models.evidence import Evidence
from claims.states import BulkKind, BulkOutcome, BulkState, EvidenceKind, VerdictStatus
from web.addresses import address

APPLIED = (BulkState.DONE, BulkState.UNDONE)
WITH_REASON = (BulkOutcome.LEFT_OUT, BulkOutcome.MOVED_ON)


class BulkAct(models.Model):
    """One act on many claims: chosen, previewed, done in one transaction, undone as one.

    Until it is started it belongs to whoever chose; what was done is everybody's to read.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="bulk_acts"
    )
    kind = models.CharField(max_length=12, choices=BulkKind)
    state = models.CharField(max_length=10, choices=BulkState, default=BulkState.CHOSEN)
    chosen_at = models.DateTimeField()
    query = models.TextField(blank=True, help_text="Of the queue it was chosen from, with its “?”")
    is_cut = models.BooleanField(default=False, help_text="More claims fitted than one act takes")

    rationale = models.TextField(blank=True)
    # A piece of evidence that each claim gets.
    url = models.URLField("address", max_length=2000, blank=True)
    citation = models.CharField(max_length=1000, blank=True)
    title = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    evidence_kind = models.CharField(max_length=20, blank=True, choices=EvidenceKind)
    archive_url = models.URLField("archived copy", max_length=2000, blank=True)
    # The verdict that is applied to others: its documents go along.
    like = models.ForeignKey(
        "claims.Verdict", on_delete=models.PROTECT, null=True, blank=True, related_name="applied_by"
    )

    # Whose the claims become, and by when they are due.
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assigned_group = models.ForeignKey(
        "auth.Group", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    # A reversal takes back what this person did from `since` to before `until`.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateTimeField(null=True, blank=True)
    until = models.DateTimeField(null=True, blank=True)

    done_at = models.DateTimeField(null=True, blank=True)
    changed = models.PositiveIntegerField(default=0, help_text="How many claims it changed")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back = models.PositiveIntegerField(default=0, help_text="For how many it was undone")

    objects = BulkActQuerySet.as_manager()

    class Meta:
        ordering = ["-chosen_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="bulk_act_kind_known", condition=Q(kind__in=BulkKind.values)
            ),
            models.CheckConstraint(
                name="bulk_act_state_known", condition=Q(state__in=BulkState.values)
            ),
            models.CheckConstraint(
                name="bulk_act_verdict_has_a_rationale",
                condition=Q(state=BulkState.CHOSEN)
                | ~Q(kind__in=VerdictStatus.values)
                | Q(models.lookups.GreaterThan(Length(Trim("rationale")), 0)),
            ),
            models.CheckConstraint(
                name="bulk_act_done_iff_applied",
                condition=Q(state__in=APPLIED, done_at__isnull=False)
                | (~Q(state__in=APPLIED) & Q(done_at=None, changed=0)),
            ),
            models.CheckConstraint(
                name="bulk_act_assigned_to_one",
                condition=Q(assignee=None)
                | Q(kind=BulkKind.ASSIGNED, assignee__isnull=False, assigned_group=None),
            ),
            models.CheckConstraint(
                name="bulk_act_evidence_kind_known",
                condition=Q(evidence_kind="") | Q(evidence_kind__in=EvidenceKind.values),
            ),
            models.CheckConstraint(
                name="bulk_act_archive_is_https",
                condition=Q(archive_url="") | Q(archive_url__startswith="https://"),
            ),
            models.CheckConstraint(
                name="bulk_act_person_iff_reverted",
                condition=Q(kind=BulkKind.REVERTED, person__isnull=False, until__gt=F("since"))
                | (~Q(kind=BulkKind.REVERTED) & Q(person=None, since=None, until=None)),
            ),
            models.CheckConstraint(
                name="bulk_act_undoer_iff_undone",
                condition=Q(state=BulkState.UNDONE, undone_at__isnull=False)
                & Q(undone_by__isnull=False)
                | (~Q(state=BulkState.UNDONE) & Q(undone_at=None, undone_by=None, taken_back=0)),
            ),
        ]
        # A person's acts, to find what they chose and never did.
        indexes = [models.Index(fields=["by", "-chosen_at"], name="bulk_act_of_person")]

    def __str__(self) -> str:
        return f"{self.by}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return address("claims:bulk", self.pk)

    @property
    def back(self) -> str:
        """Where it was chosen: the queue as it was filtered, the claim whose verdict it is, or what
        the person did."""
        if self.person:
            return f"{address('claims:desk_history')}?person={self.person.username}"
        if self.like:
            return self.like.claim.get_absolute_url()
        return address("claims:queue") + self.query

    @property
    def back_words(self) -> str:
        return "history" if self.is_reversal else "claim" if self.like_id else "queue"

    @property
    def is_reversal(self) -> bool:
        return self.kind == BulkKind.REVERTED

    @property
    def is_verdict(self) -> bool:
        return BulkKind(self.kind).is_verdict

    @property
    def verdict_words(self) -> str:
        """“Verified”: what each claim becomes."""
        return VerdictStatus(self.kind).label if self.is_verdict else ""

    @property
    def piece(self) -> Evidence:
        """The evidence that each claim gets, to be shown; it is no row."""
        return Evidence(
            title=self.title or self.url or self.citation,
            kind=self.evidence_kind,
            url=self.url,
            citation=self.citation,
            archive_url=self.archive_url,
            note=self.note,
        )

    @cached_property
    def documents(self) -> list[Evidence]:
        """What the verdict that is applied to others rests on, but for other outlets' claims."""
        return list(self.like.evidence.filter(linked_claim=None)) if self.like else []

    @property
    def brings_evidence(self) -> bool:
        """Each claim gets a piece of evidence by it."""
        return bool(self.url or self.citation or self.documents)

    @property
    def needs_words(self) -> bool:
        """A person has to say more than which claims."""
        return self.is_verdict or self.kind == BulkKind.ASSIGNED

    @property
    def is_open(self) -> bool:
        """Nothing was done yet, and its kind and words can still change."""
        return self.state in (BulkState.CHOSEN, BulkState.PREVIEWED)

    @property
    def is_under_way(self) -> bool:
        return self.state == BulkState.STARTED

    @property
    def is_applied(self) -> bool:
        return self.state in APPLIED

    @property
    def others(self) -> int:
        """With how many other claims each was changed."""
        return max(0, self.changed - 1)


class BulkPart(models.Model):
    """One claim of an act, or one event of a reversal: as previewed, and what became of it."""

    act = models.ForeignKey(BulkAct, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField(help_text="In the order of the queue, from 1")
    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="bulk_parts")
    version = models.PositiveIntegerField(help_text="Of the claim as the preview showed it")
    outcome = models.CharField(max_length=10, choices=BulkOutcome, default=BulkOutcome.TO_CHANGE)
    reason = models.TextField(blank=True, help_text="Why it is left out, or was not taken back")
    # What it gave the claim, or whom it took the lease from.
    verdict = models.ForeignKey(
        "claims.Verdict", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    # What takes it back, where its service says so by a token.
    undo_token = models.TextField(blank=True)
    # What a reversal takes back.
    event = models.ForeignKey(
        "claims.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = BulkPartQuerySet.as_manager()

    class Meta:
        ordering = ["act", "position"]
        constraints = [
            models.UniqueConstraint(fields=["act", "position"], name="bulk_part_place_unique"),
            models.UniqueConstraint(
                fields=["act", "claim", "event"], name="bulk_part_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="bulk_part_outcome_known", condition=Q(outcome__in=BulkOutcome.values)
            ),
            models.CheckConstraint(
                name="bulk_part_reason_iff_left",
                condition=Q(outcome__in=WITH_REASON) & ~Q(reason="")
                | ~Q(outcome__in=WITH_REASON) & Q(reason=""),
            ),
        ]
        # The two lists of a preview, each in its order.
        indexes = [models.Index(fields=["act", "outcome", "position"], name="bulk_part_outcome")]

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_outcome_display().lower()}"
