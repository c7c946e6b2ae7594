"""One of the two decisions that a claim needs where a second pair of eyes is asked for."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Trim

from articles.models.append_only import append_only
from claims import house, natural_keys
from claims.models.evidence import Evidence
from claims.states import LED_TO_A_VERDICT, LIVE, OpinionState, VerdictStatus
from claims.verdict_querysets import OpinionEvidenceQuerySet, OpinionQuerySet


class Opinion(models.Model):
    """What one person decided, until another has. Only what becomes of it is written later."""

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="opinions")
    status = models.CharField(max_length=12, choices=VerdictStatus)
    rationale = models.TextField()
    reason = models.TextField(blank=True, help_text="Why to reverse what another had decided")
    evidence = models.ManyToManyField(
        Evidence, through="claims.OpinionEvidence", related_name="opinions"
    )
    # Why this status, in words of the desk; a composite key says that it is of this status.
    sub_reason = models.ForeignKey(
        "claims.SubReason", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What its author saw.
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    quote = models.TextField()
    version = models.PositiveIntegerField()
    # The first opinion, of which this is the second.
    answers = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="answered_by"
    )
    # Of a first opinion: hidden until another has decided. Of a second: its author had not seen the
    # first.
    is_blind = models.BooleanField(default=False)
    # Since when the claim had waited before anybody gave an opinion: taking it back puts it back.
    waited_since = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opinions"
    )

    state = models.CharField(max_length=16, choices=OpinionState, default=OpinionState.OPEN)
    ended_at = models.DateTimeField(null=True, blank=True)
    # That it made with another's, or that settled the two.
    verdict = models.ForeignKey(
        "claims.Verdict", on_delete=models.PROTECT, null=True, blank=True, related_name="opinions"
    )

    objects = OpinionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="opinion_status_known", condition=Q(status__in=VerdictStatus.values)
            ),
            models.CheckConstraint(
                name="opinion_state_known", condition=Q(state__in=OpinionState.values)
            ),
            models.CheckConstraint(
                name="opinion_has_a_rationale",
                condition=models.lookups.GreaterThan(Length(Trim("rationale")), 0),
            ),
            models.CheckConstraint(
                name="opinion_ended_iff_over",
                condition=Q(state__in=LIVE, ended_at=None)
                | (~Q(state__in=LIVE) & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="opinion_verdict_iff_it_led_to_one",
                condition=Q(state__in=LED_TO_A_VERDICT, verdict__isnull=False)
                | (~Q(state__in=LED_TO_A_VERDICT) & Q(verdict=None)),
            ),
            # Also the index by which “review next” and the queue ask for what is live.
            models.UniqueConstraint(
                fields=["claim", "by"],
                name="opinion_one_live_each",
                condition=Q(ended_at=None),
            ),
            models.UniqueConstraint(
                fields=["claim"],
                name="opinion_one_waits_for_another",
                condition=Q(state=OpinionState.OPEN),
            ),
            models.UniqueConstraint(
                fields=["answers"],
                name="opinion_answered_once",
                condition=Q(state__in=[OpinionState.DISAGREED, *LED_TO_A_VERDICT]),
            ),
            models.UniqueConstraint(fields=["claim", "at"], name="opinion_once_a_moment"),
        ]
        indexes = [
            # What is hidden from a reader of histories, of all claims and of one.
            models.Index(
                fields=["claim"],
                name="opinion_blind",
                condition=Q(is_blind=True, answers__isnull=True),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="opinion_verified_has_evidence",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__status="verified"),
                func="""
                    IF NOT EXISTS (
                        SELECT FROM claims_opinionevidence WHERE opinion_id = NEW.id
                    ) THEN
                        RAISE EXCEPTION 'opinion_verified_has_evidence: verified needs evidence'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            *append_only("opinion", but=("state", "ended_at", "verdict")),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.get_status_display().lower()}"

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # by house name
        return VerdictStatus(self.status).label

    @property
    def sub_reason_words(self) -> str:
        return house.reason(self.sub_reason_id)

    @property
    def is_live(self) -> bool:
        return self.ended_at is None

    @property
    def is_in_disagreement(self) -> bool:
        return self.state == OpinionState.DISAGREED

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "claim"), self.at.isoformat())


class OpinionEvidence(models.Model):
    """An opinion rested on this piece. Append-only."""

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="rests_on")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")

    objects = OpinionEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence of opinions"
        constraints = [
            models.UniqueConstraint(fields=["opinion", "evidence"], name="opinion_evidence_once")
        ]
        triggers = append_only("opinion_evidence")

    def __str__(self) -> str:
        return f"{self.opinion}: {self.evidence}"

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "opinion"), natural_keys.key_of(self, "evidence")[-1])
