"""Questions over mentions: which stand, and which are of certain words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef

if TYPE_CHECKING:
    from claims.models import Mention  # noqa: F401  # ruff does not see it in the quotes below


class MentionQuerySet(models.QuerySet["Mention"]):
    def standing(self) -> MentionQuerySet:
        """Those that the desk has not overtaken: nobody has marked the sentence since, and its
        article still is that outlet's in the claim's story."""
        from claims.models import Claim

        marked = Claim.objects.active().filter(
            revision=OuterRef("sentence__revision"),
            start__lt=OuterRef("sentence__end"),
            end__gt=OuterRef("sentence__start"),
        )
        return self.filter(
            ~Exists(marked),
            sentence__revision__article__outlet=F("outlet"),
            sentence__revision__article__story=F("claim__story"),
        )

    def of_words(self, start: int, end: int, *, revision: int) -> MentionQuerySet:
        """Their sentence shares a code point with the span from `start` to `end`."""
        return self.filter(
            sentence__revision=revision, sentence__start__lt=end, sentence__end__gt=start
        )

    def for_board(self, claims: Iterable[int]) -> MentionQuerySet:
        """Those of the claims, with their sentences, best first."""
        place = ("sentence__start", "sentence__end", "sentence__revision_id")
        rows = self.standing().filter(claim__in=list(claims)).select_related("sentence")
        return rows.only("claim_id", "outlet_id", "score", *place).order_by("-score", "pk")
