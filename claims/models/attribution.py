"""Who says so for a claim: a chain from the root to the last relay, and how sure that is."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

import matching
from claims import natural_keys
from claims.states import AttributionState
from matching import Strength

STRENGTHS = [(strength.value, strength.value) for strength in Strength]
UNNAMED = (Strength.HEARSAY, Strength.ALLEGED, Strength.BELIEVED)  # what nobody in particular says


class AttributionQuerySet(models.QuerySet["Attribution"]):
    def get_by_natural_key(self, *key: str | int) -> Attribution:
        return natural_keys.find(self, key, natural_keys.claim(key, "claim__"))


class Attribution(models.Model):
    """One for a claim: proposed by Fact Desk, or confirmed as a person said.

    `chain` holds names, who said it first in front. A confirmed empty chain is the outlet's own
    voice, or with `hearsay` nobody who is named. A proposal may be replaced or vanish with the
    words it was read from; what a person said changes only by a person, with an event.
    """

    claim = models.OneToOneField(
        "claims.Claim", on_delete=models.PROTECT, related_name="attributed"
    )
    state = models.CharField(max_length=10, choices=AttributionState)
    chain = ArrayField(models.TextField(), default=list, blank=True)
    strength = models.CharField(max_length=12, choices=STRENGTHS)
    is_named = models.BooleanField(help_text="One could ask the root; “analysts” are not named")
    proposed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = AttributionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="attribution_state_known", condition=Q(state__in=AttributionState.values)
            ),
            models.CheckConstraint(
                name="attribution_strength_known",
                condition=Q(strength__in=[strength.value for strength in Strength]),
            ),
            models.CheckConstraint(
                name="attribution_decider_iff_confirmed",
                condition=Q(state=AttributionState.PROPOSED, decided_by=None, decided_at=None)
                | (
                    ~Q(state=AttributionState.PROPOSED)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="attribution_proposed_at_some_time",
                condition=~Q(state=AttributionState.PROPOSED) | Q(proposed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="attribution_names_are_words", condition=~Q(chain__contains=[""])
            ),
            models.CheckConstraint(
                name="attribution_named_has_a_root",
                condition=Q(is_named=False) | Q(chain__len__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words or 'nobody named'}, {self.strength}"

    def natural_key(self) -> tuple[object, ...]:
        return natural_keys.key_of(self, "claim")

    @property
    def words(self) -> str:
        """The chain in one line: “Kim, via TASS”; empty when nobody is named."""
        return matching.chain_words(tuple(self.chain))

    @property
    def inside(self) -> str:
        """`words` for the middle of a sentence: “Says the coastguard”."""
        return matching.chain_words(tuple(self.chain), is_inside=True)

    @property
    def is_confirmed(self) -> bool:
        return self.state == AttributionState.CONFIRMED

    @property
    def is_own_voice(self) -> bool:
        """The outlet says so itself; else nobody is named, or there is a chain."""
        return not self.chain and self.strength not in UNNAMED
