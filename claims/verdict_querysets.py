"""Questions over verdicts, their evidence and the history of a claim, in the desk's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from claims import natural_keys
from claims.states import EventKind

if TYPE_CHECKING:
    from claims.models import Claim, Event, Evidence, Verdict, VerdictEvidence

LEASING = (EventKind.TAKEN, EventKind.RELEASED, EventKind.SKIPPED)


class EventQuerySet(models.QuerySet["Event"]):
    def for_history(self) -> EventQuerySet:
        """Newest first, with all that its sentence names."""
        return self.select_related("by", "other__outlet", "verdict", "evidence", "act").order_by(
            "-at", "-pk"
        )

    def since(self, version: int) -> EventQuerySet:
        """What moved the claim beyond that version, oldest first."""
        return self.filter(version__gt=version).for_history().order_by("at", "pk")

    def for_desk(self) -> EventQuerySet:
        """As `for_history`, with the claims that the sentences are about."""
        vectors = [f"{one}__{name}" for one in ("claim", "other") for name in ("vector", "code")]
        named = self.for_history().select_related("claim__outlet", "claim__story", "claim__article")
        return named.defer(*vectors)

    def of_people(self) -> EventQuerySet:
        """Without what Fact Desk did, and who took which claim."""
        return self.filter(by__isnull=False).exclude(kind__in=LEASING)

    def get_by_natural_key(self, *key: str | int) -> Event:
        *claim, kind, at = key
        condition = natural_keys.claim(claim, "claim__") & Q(kind=str(kind), at=str(at))
        return natural_keys.find(self, key, condition)


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def standing(self) -> EvidenceQuerySet:
        return self.filter(removed_at=None).select_related("added_by", "linked_claim__outlet")

    def get_by_natural_key(self, *key: str | int) -> Evidence:
        *claim, added_at = key
        condition = natural_keys.claim(claim, "claim__") & Q(added_at=str(added_at))
        return natural_keys.find(self, key, condition)


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def for_page(self) -> VerdictQuerySet:
        return (
            self.select_related("claim", "decided_by", "replaces", "revision")
            .defer("revision__text", "revision__source")
            .prefetch_related("evidence")
        )

    def standing_for(self, claim: Claim) -> Verdict | None:
        """The claim's verdict with the evidence it rests on, pieces removed since included."""
        if claim.current_verdict_id is None:
            return None
        return self.for_page().get(pk=claim.current_verdict_id)

    def get_by_natural_key(self, *key: str | int) -> Verdict:
        *claim, decided_at = key
        condition = natural_keys.claim(claim, "claim__") & Q(decided_at=str(decided_at))
        return natural_keys.find(self, key, condition)


class VerdictEvidenceQuerySet(models.QuerySet["VerdictEvidence"]):
    def get_by_natural_key(self, *key: str | int) -> VerdictEvidence:
        *claim, decided_at, added_at = key
        times = Q(verdict__decided_at=str(decided_at), evidence__added_at=str(added_at))
        return natural_keys.find(self, key, natural_keys.claim(claim, "verdict__claim__") & times)
