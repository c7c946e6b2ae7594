"""Questions over acts on many claims and their parts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery

from claims.states import BulkOutcome, BulkState

if TYPE_CHECKING:
    from accounts.models import User
    from claims.models import BulkAct, BulkPart, Claim  # noqa: F401  ruff misses BulkPart below

OPEN = (BulkState.CHOSEN, BulkState.PREVIEWED)


class BulkActQuerySet(models.QuerySet["BulkAct"]):
    def of(self, person: User) -> BulkActQuerySet:
        return self.filter(by=person)

    def open(self) -> BulkActQuerySet:
        """Nothing was done yet."""
        return self.filter(state__in=OPEN)

    def visible_to(self, person: User) -> BulkActQuerySet:
        """Their own, and what others did."""
        return self.filter(Q(by=person) | ~Q(state__in=OPEN))

    def forgotten(self, person: User, *, before: datetime) -> BulkActQuerySet:
        """What they chose then and never did."""
        return self.of(person).open().filter(chosen_at__lt=before)

    def for_page(self) -> BulkActQuerySet:
        return self.select_related(
            "by", "undone_by", "person", "assignee", "assigned_group", "like__claim__outlet"
        )

    def locked(self, pk: int) -> BulkAct:
        """The act as it is now, held until the transaction ends."""
        rows = self.select_related("by").select_for_update(of=("self",), no_key=True)
        return rows.get(pk=pk)


class BulkPartQuerySet(models.QuerySet["BulkPart"]):
    def to_change(self) -> BulkPartQuerySet:
        return self.filter(outcome=BulkOutcome.TO_CHANGE)

    def changed(self) -> BulkPartQuerySet:
        return self.filter(outcome=BulkOutcome.CHANGED)

    def not_touched(self) -> BulkPartQuerySet:
        """Left out, or moved on before it was undone."""
        return self.filter(outcome__in=[BulkOutcome.LEFT_OUT, BulkOutcome.MOVED_ON])

    def touched(self) -> BulkPartQuerySet:
        return self.exclude(outcome__in=[BulkOutcome.LEFT_OUT, BulkOutcome.MOVED_ON])

    def shown_to(self, reader: User) -> BulkPartQuerySet:
        """Without what a reversal tells of a decision that is hidden from them."""
        if reader.is_desk_admin:
            return self
        events = self.model.event.field.related_model.objects  # type: ignore[attr-defined]
        return self.filter(Q(event=None) | Q(event__in=events.shown_to(reader)))

    def note_decided(self, claims: Iterable[Claim], *, at: datetime) -> None:
        """These claims got their verdicts at that moment."""
        verdicts = self.model.verdict.field.related_model.objects  # type: ignore[attr-defined]
        given = verdicts.filter(claim=OuterRef("claim"), decided_at=at)
        self.filter(claim__in=[claim.pk for claim in claims]).update(
            outcome=BulkOutcome.CHANGED, verdict=Subquery(given.values("pk"))
        )

    def for_list(self) -> BulkPartQuerySet:
        """With all that a row of it shows."""
        claim = [f"claim__{name}" for name in ("article", "outlet", "story")]
        named = ("by", "other__outlet", "verdict", "evidence", "act__person")
        return self.select_related(*claim, *(f"event__{name}" for name in named))

    def why(self) -> list[tuple[str, int]]:
        """The reasons of those not touched with how often each is one, the most frequent first."""
        counts = self.not_touched().order_by().values_list("reason").annotate(n=Count("pk"))
        return sorted(counts, key=lambda one: (-one[1], one[0]))
