"""What became of a claim when its article got other words."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from articles.natural_keys import key_of
from claims.relocation_querysets import RelocationQuerySet
from claims.states import PROPOSING, RelocationOutcome, RelocationState

models.TextField.register_lookup(Length)

BY_PERSON = [RelocationState.ACCEPTED, RelocationState.KEPT, RelocationState.CHOSEN]
MOVED_CLAIM = [RelocationState.FOLLOWED, RelocationState.ACCEPTED, RelocationState.CHOSEN]
OPEN = Q(state=RelocationState.OPEN)


class Relocation(models.Model):
    """One claim and one new revision of its article.

    Old and new place are code points of `from_revision` and `to_revision`, the end exclusive. The
    new place is what Fact Desk found or proposes; the settled one is where the claim went, and
    stands in `to_revision` too. Only how it was settled ever changes. While a row is open the
    database has the claim point at it.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="relocations")
    from_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, related_name="+"
    )
    to_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, related_name="relocations"
    )
    outcome = models.CharField(max_length=15, choices=RelocationOutcome)
    score = models.FloatField(help_text="0 to 1: the share of the claim's words that stand there")
    old_start = models.PositiveIntegerField()
    old_end = models.PositiveIntegerField()
    old_quote = models.TextField()
    new_start = models.PositiveIntegerField(null=True, blank=True)
    new_end = models.PositiveIntegerField(null=True, blank=True)
    new_quote = models.TextField(blank=True)
    # Since when the claim had waited before this; none when it did not.
    waited_since = models.DateTimeField(null=True, blank=True)
    found_at = models.DateTimeField()

    state = models.CharField(max_length=10, choices=RelocationState)
    settled_start = models.PositiveIntegerField(null=True, blank=True)
    settled_end = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RelocationQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"], condition=OPEN, name="relocation_one_open_a_claim"
            ),
            models.UniqueConstraint(
                fields=["claim", "to_revision"], name="relocation_once_a_revision"
            ),
            models.CheckConstraint(
                name="relocation_outcome_known", condition=Q(outcome__in=RelocationOutcome.values)
            ),
            models.CheckConstraint(
                name="relocation_state_known", condition=Q(state__in=RelocationState.values)
            ),
            models.CheckConstraint(
                name="relocation_score_is_a_share", condition=Q(score__gte=0, score__lte=1)
            ),
            models.CheckConstraint(
                name="relocation_goes_on", condition=~Q(from_revision=F("to_revision"))
            ),
            models.CheckConstraint(
                name="relocation_old_place_whole",
                condition=Q(old_quote__length=F("old_end") - F("old_start")),
            ),
            models.CheckConstraint(
                name="relocation_proposal_iff_outcome_has_one",
                condition=Q(
                    outcome__in=PROPOSING,
                    new_start__isnull=False,
                    new_end__isnull=False,
                    new_end__gt=F("new_start"),
                    new_quote__length=F("new_end") - F("new_start"),
                )
                | (~Q(outcome__in=PROPOSING) & Q(new_start=None, new_end=None, new_quote="")),
            ),
            models.CheckConstraint(
                name="relocation_follows_only_its_words",
                condition=~Q(state=RelocationState.FOLLOWED)
                | Q(outcome__in=[RelocationOutcome.UNCHANGED, RelocationOutcome.MOVED]),
            ),
            models.CheckConstraint(
                name="relocation_settled_place_iff_moved",
                condition=Q(
                    state__in=MOVED_CLAIM,
                    settled_start__isnull=False,
                    settled_end__isnull=False,
                    settled_end__gt=F("settled_start"),
                )
                | (~Q(state__in=MOVED_CLAIM) & Q(settled_start=None, settled_end=None)),
            ),
            models.CheckConstraint(
                name="relocation_decider_iff_by_a_person",
                condition=Q(state__in=BY_PERSON, decided_by__isnull=False)
                | (~Q(state__in=BY_PERSON) & Q(decided_by=None)),
            ),
            models.CheckConstraint(
                name="relocation_decided_iff_settled",
                condition=Q(state=RelocationState.OPEN, decided_at=None)
                | (~OPEN & Q(decided_at__isnull=False)),
            ),
        ]
        indexes = [
            # The queue of changed sources, newest first, and what moved by itself.
            models.Index(fields=["-found_at", "-id"], name="relocation_open", condition=OPEN),
            models.Index(fields=["state", "-found_at", "-id"], name="relocation_by_state"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="relocation_stays_what_it_was",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    *("claim", "from_revision", "to_revision", "outcome", "score"),
                    *("old_start", "old_end", "old_quote", "new_start", "new_end", "new_quote"),
                    *("waited_since", "found_at"),
                ),
            ),
            # What nobody decided cannot be taken back either.
            pgtrigger.Protect(
                name="relocation_ends_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.state IN ('followed', 'superseded')"
                    " AND (OLD.state, OLD.settled_start, OLD.settled_end)"
                    " IS DISTINCT FROM (NEW.state, NEW.settled_start, NEW.settled_end)"
                ),
            ),
            pgtrigger.Protect(name="relocation_kept", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="relocation_open_on_its_claim",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state"),
                when=pgtrigger.After,
                func="""
                    IF NEW.state = 'open' THEN
                        UPDATE claims_claim SET open_relocation_id = NEW.id
                        WHERE id = NEW.claim_id;
                    ELSE
                        UPDATE claims_claim SET open_relocation_id = NULL
                        WHERE id = NEW.claim_id AND open_relocation_id = NEW.id;
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.old_quote}"

    def natural_key(self) -> tuple[object, ...]:
        return (*key_of(self, "claim"), self.to_revision.number)

    @property
    def is_open(self) -> bool:
        return self.state == RelocationState.OPEN

    @property
    def has_proposal(self) -> bool:
        return self.new_start is not None

    @property
    def is_decided_by_person(self) -> bool:
        return self.decided_by_id is not None
