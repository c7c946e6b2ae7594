"""Questions over what outlets say in unmarked words, and over what they do not mention."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from articles.models import Revision
from claims import natural_keys
from claims.among import these

if TYPE_CHECKING:
    from articles.models import Outlet, Story
    from claims.models import Mention, Silence  # noqa: F401  # ruff does not see Mention below


class MentionQuerySet(models.QuerySet["Mention"]):
    def standing(self) -> MentionQuerySet:
        """Those that the desk has not overtaken: nobody has marked the sentence since, but for a
        part beside what may say it; its text is the newest, and its article still is that
        outlet's in the claim's story."""
        from claims.models import Claim

        marked = Claim.objects.active().filter(
            revision=OuterRef("sentence__revision"),
            start__lt=OuterRef("sentence__end"),
            end__gt=OuterRef("sentence__start"),
        )
        newer = Revision.objects.filter(
            article=OuterRef("sentence__revision__article"),
            number__gt=OuterRef("sentence__revision__number"),
        )
        return self.filter(
            Q(is_beside_claim=True) | ~Exists(marked),
            ~Exists(newer),
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
        rows = self.standing().filter(claim__in=these(claims)).select_related("sentence")
        return rows.only("claim_id", "outlet_id", "score", *place).order_by("-score", "pk")


class SilenceQuerySet(models.QuerySet["Silence"]):
    def for_board(self, claims: Iterable[int]) -> SilenceQuerySet:
        """Those of the claims, with who said so, the first said first."""
        return self.filter(claim__in=these(claims)).select_related("by").order_by("at", "pk")

    def of_point(self, claims: Iterable[int], outlet: Outlet) -> SilenceQuerySet:
        return self.filter(claim__in=list(claims), outlet=outlet)

    def in_story(self, story: Story | int, outlet: int) -> SilenceQuerySet:
        return self.filter(claim__story=story, outlet=outlet)

    def broken(self, claims: Iterable[int]) -> SilenceQuerySet:
        """Of these claims, those whose outlet has a sentence that may say it after all."""
        from claims.models import Mention

        said = Mention.objects.filter(claim=OuterRef("claim"), outlet=OuterRef("outlet"))
        return self.filter(Exists(said), claim__in=list(claims))

    def get_by_natural_key(self, *key: str | int) -> Silence:
        *claim, outlet = key
        condition = natural_keys.claim(claim, "claim__") & Q(outlet__slug=outlet)
        return natural_keys.find(self, key, condition)
