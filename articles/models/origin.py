"""Whose report an article is: its origin, the credits that say so, and what people said of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles import natural_keys
from articles.models.append_only import append_only
from articles.models.story import Story
from articles.origin_querysets import OriginEventQuerySet, OriginSideQuerySet

NAMES_LISTED = 4  # outlets that a sentence of an event names


def listed(names: Iterable[str]) -> str:
    """“A, B and C”, each once; of many the first few and how many more."""
    known = list(dict.fromkeys(names))
    if len(known) > NAMES_LISTED + 1:
        return f"{', '.join(known[:NAMES_LISTED])} and {len(known) - NAMES_LISTED} more"
    return " and ".join([", ".join(known[:-1]), *known[-1:]] if known[1:] else known)


class Origin(models.Model):
    """Articles of a story that are one report: they share copy, or credit one agency.

    Written only by `articles.origins`. An article that is nobody else's report has none.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="origins")
    number = models.PositiveIntegerField(help_text="Counted from 1 in each story")

    class Meta:
        ordering = ["story", "number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="origin_number_unique"),
            # Target of the composite key by which an article's origin is of its story.
            models.UniqueConstraint(fields=["id", "story"], name="origin_story_key"),
            models.CheckConstraint(name="origin_number_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"Origin {self.number}"


class CreditKind(models.TextChoices):
    """Whether the text is the agency's, or the agency had a part in it."""

    CREDIT = "credit", "credits"
    CONTRIBUTION = "contribution", "names as contributor"


class Credit(models.Model):
    """An agency that an article credits, and the words that say so."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="credits"
    )
    agency = models.CharField(max_length=200, help_text="As registered, else its usual name")
    kind = models.CharField(max_length=12, choices=CreditKind)
    field = models.CharField(max_length=10, help_text="Where it stands: text, byline, source …")
    words = models.TextField()
    start = models.PositiveIntegerField(null=True, help_text="In the newest text, code points")
    end = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "agency"], name="credit_once"),
            models.CheckConstraint(
                name="credit_kind_known", condition=Q(kind__in=CreditKind.values)
            ),
            models.CheckConstraint(
                name="credit_place_whole",
                condition=Q(start=None, end=None)
                # The place of nothing is neither right nor wrong to a CHECK.
                | Q(start__isnull=False, end__isnull=False, end__gt=F("start")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} {self.get_kind_display()} {self.agency}"


class OriginEventKind(models.TextChoices):
    JOINED = "joined", "joined"
    SPLIT = "split", "split"
    UNDONE = "origin undone", "undone"


class OriginEvent(models.Model):
    """A person said that articles are one report, or two; or took that back. Append-only.

    What was said stands until another event undoes it. The newest says how two articles stand to
    each other.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="origin_events")
    kind = models.CharField(max_length=13, choices=OriginEventKind)
    reason = models.TextField(blank=True)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="origin_events"
    )

    objects = OriginEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="origin_event_kind_known", condition=Q(kind__in=OriginEventKind.values)
            ),
            models.CheckConstraint(
                name="origin_event_undoes_iff_undone",
                condition=Q(kind=OriginEventKind.UNDONE, undoes__isnull=False)
                | (~Q(kind=OriginEventKind.UNDONE) & Q(undoes=None) & ~Q(reason="")),
                violation_error_message="Say why.",
            ),
        ]
        triggers = append_only("origin_event")

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()} origins of {self.story}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "story"), self.kind, self.at.isoformat())

    @property
    def is_standing(self) -> bool:
        """It says how articles stand to each other: nobody has undone it."""
        return self.kind != OriginEventKind.UNDONE and not hasattr(self, "undone_by")

    @property
    def sentence(self) -> str:
        """What was said of which outlets; `for_page` loads them."""
        if self.undoes:
            return f"undid “{self.undoes.sentence}”"
        sides = sorted(self.sides.all(), key=lambda side: side.article_id)
        apart = listed(side.article.outlet.name for side in sides if side.is_apart)
        together = listed(side.article.outlet.name for side in sides if not side.is_apart)
        if self.kind == OriginEventKind.JOINED:
            return f"joined {together}"
        return f"split {apart} off from {together}"


class OriginSide(models.Model):
    """An article that an event was about; of a split, on which of the two sides it is."""

    event = models.ForeignKey(OriginEvent, on_delete=models.PROTECT, related_name="sides")
    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="origin_sides"
    )
    is_apart = models.BooleanField(help_text="Split from the others")

    objects = OriginSideQuerySet.as_manager()

    class Meta:
        ordering = ["event", "article"]
        constraints = [
            models.UniqueConstraint(fields=["event", "article"], name="origin_side_once")
        ]
        triggers = append_only("origin_side")

    def __str__(self) -> str:
        return f"{self.article} in {self.event}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "event"), *natural_keys.key_of(self, "article"))
