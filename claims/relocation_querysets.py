"""Questions over what became of claims when their sources changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from articles import natural_keys as articles_keys
from claims import natural_keys
from claims.states import RelocationState

if TYPE_CHECKING:
    from claims.models import Claim, Relocation  # ruff does not see Relocation below


class RelocationQuerySet(models.QuerySet["Relocation"]):
    def open(self) -> RelocationQuerySet:
        """That wait for somebody; those of removed claims wait until these are put back."""
        return self.filter(state=RelocationState.OPEN, claim__removed_at=None)

    def followed(self) -> RelocationQuerySet:
        """Whose claims went along by themselves."""
        return self.filter(state=RelocationState.FOLLOWED)

    def locked(self, pk: int) -> Relocation:
        """The row as it is now, held until the transaction ends."""
        return self.select_for_update(of=("self",), no_key=True).get(pk=pk)

    def newest_first(self) -> RelocationQuerySet:
        return self.order_by("-found_at", "-pk")

    def for_list(self) -> RelocationQuerySet:
        """All that a row shows."""
        return self.select_related("claim__article", "claim__outlet", "to_revision").defer(
            "to_revision__text", "to_revision__source"
        )

    def for_page(self) -> RelocationQuerySet:
        """All that the page of one shows, both texts included."""
        return self.select_related(
            *("claim__article__outlet", "claim__outlet", "claim__story"),
            *("claim__current_verdict__decided_by", "claim__current_verdict__revision"),
            *("from_revision", "to_revision", "decided_by"),
        ).defer(
            "from_revision__source",
            "to_revision__source",
            "claim__current_verdict__revision__text",
            "claim__current_verdict__revision__source",
        )

    def proposed_for(self, claims: Iterable[int]) -> list[tuple[int, int, int]]:
        """Revision, start and end of what is proposed to these claims and waits."""
        rows = self.open().filter(claim__in=list(claims), new_start__isnull=False)
        return [
            (to, start or 0, end or 0)
            for to, start, end in rows.values_list("to_revision", "new_start", "new_end")
        ]

    def of(self, claim: Claim) -> RelocationQuerySet:
        return self.filter(claim=claim)

    def get_by_natural_key(self, *key: str | int) -> Relocation:
        *claim, number = key
        condition = natural_keys.claim(claim, "claim__") & Q(to_revision__number=number)
        return articles_keys.find(self, key, condition)
