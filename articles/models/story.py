"""The events the desk covers, and who changed what they ask of reviewers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from articles.models.append_only import append_only
from articles.querysets import StoryEventQuerySet, StoryManager


class Story(models.Model):
    """The event the desk is covering."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    summary = models.TextField(blank=True)
    # Who marked or linked a claim does not decide it, and “disputed” needs two people.
    needs_second_eyes = models.BooleanField("second pair of eyes", default=False, editable=False)
    # Of a hundred claims, how many a second person decides without seeing the first decision.
    blind_share = models.PositiveSmallIntegerField("reviewed blind", default=0, editable=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="stories"
    )

    objects = StoryManager()

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("title"),
                name="story_title_unique",
                violation_error_message="A story of this title exists already.",
            ),
            models.CheckConstraint(name="story_title_given", condition=~Q(title="")),
            models.CheckConstraint(
                name="story_blind_share_in_percent", condition=Q(blind_share__range=(0, 100))
            ),
            models.CheckConstraint(
                name="story_blind_share_is_for_two",
                condition=Q(blind_share=0) | Q(needs_second_eyes=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("claims:story", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class StoryEvent(models.Model):
    """Who changed what a story asks of its reviewers; append-only."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="events")
    field = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="story_events"
    )

    objects = StoryEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="story_event_field_given", condition=~Q(field="")),
            models.CheckConstraint(
                name="story_event_changes_something", condition=~Q(before=models.F("after"))
            ),
        ]
        indexes = [models.Index(fields=["story", "-at", "-id"], name="story_event_history")]
        triggers = append_only("story_event")

    def __str__(self) -> str:
        return f"{self.by}: {self.field} of {self.story}"
