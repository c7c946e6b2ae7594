"""Where another outlet may say what a claim says, in words that nobody has marked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from claims.mention_querysets import MentionQuerySet


class Mention(models.Model):
    """An outlet's unmarked sentence that is most like a claim of another outlet.

    Worked out from the texts by `claims.mentions` and stored so that the story board need not
    compare anything; may be thrown away and made anew at any time.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.CASCADE, related_name="mentions")
    outlet = models.ForeignKey("articles.Outlet", on_delete=models.CASCADE, related_name="mentions")
    sentence = models.ForeignKey(
        "articles.Sentence", on_delete=models.CASCADE, related_name="mentions"
    )
    score = models.FloatField(help_text="0 to 1; none below candidates.SUGGEST_FROM is kept")

    is_beside_claim = models.BooleanField(
        default=False,
        help_text="Claims cover a part of the sentence, and the rest may say the same",
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "outlet"], name="mention_one_an_outlet"),
            models.CheckConstraint(
                name="mention_score_is_a_share", condition=Q(score__gte=0, score__lte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet} on {self.claim}"

    def is_like(self, other: Mention) -> bool:
        """Whether both say the same of one claim and outlet."""
        mine, theirs = ((one.sentence_id, one.score, one.is_beside_claim) for one in (self, other))
        return mine == theirs
