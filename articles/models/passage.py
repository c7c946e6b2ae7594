"""What copy is found by: the grams of each paragraph, and which articles share some."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from articles.models.article import Article
from articles.models.revision import Revision
from articles.origin_querysets import SharedCopyQuerySet


class Passage(models.Model):
    """A paragraph of a revision that can share copy, in code points, end exclusive.

    Not in fixtures: `articles.passages` makes them from the text. Of a paragraph too short to share
    enough there is none.
    """

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="copy_passages")
    position = models.PositiveIntegerField(help_text="Of the paragraph, counted from 0")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    grams = ArrayField(models.BigIntegerField(), help_text="See docs/matching.md, “Shared copy”")

    class Meta:
        ordering = ["revision", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "position"], name="passage_position_unique"
            ),
            models.CheckConstraint(name="passage_not_empty", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(name="passage_has_grams", condition=Q(grams__len__gt=0)),
        ]
        # Which other texts have a gram of a new one: a hundred look-ups a text. Without fastupdate,
        # for each of them would read through all that waits to be put into the index.
        indexes = [GinIndex(fields=["grams"], name="passage_grams", fastupdate=False)]

    def __str__(self) -> str:
        return f"Paragraph {self.position} of {self.revision}"


class SharedCopy(models.Model):
    """Two articles whose newest texts share copy, in one story or in two; each pair once, a < b."""

    a = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="copies_as_a")
    b = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="copies_as_b")
    grams = models.PositiveIntegerField(help_text="In common, in the paragraphs that are copy")
    share_a = models.FloatField(help_text="Of the grams of a, 0 to 1")
    share_b = models.FloatField(help_text="Of the grams of b, 0 to 1")

    objects = SharedCopyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "shared copies"
        ordering = ["a", "b"]
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="shared_copy_once"),
            models.CheckConstraint(name="shared_copy_in_order", condition=Q(a__lt=F("b"))),
            models.CheckConstraint(
                name="shared_copy_shares_in_range",
                condition=Q(grams__gt=0, share_a__gt=0, share_b__gt=0, share_a__lte=1)
                & Q(share_b__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.a} and {self.b}: {self.grams} grams"
