"""What outlets announce: feeds that are polled, their items, and rules that accept some of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles import natural_keys
from articles.feed_querysets import FeedItemQuerySet, FeedQuerySet, FeedRuleQuerySet
from articles.models.outlet import Outlet
from articles.models.story import Story

MINUTES_LEAST, MINUTES_MOST = 5, 24 * 60  # between two polls


class Feed(models.Model):
    """An outlet's list of its newest articles, as the worker polls it."""

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="feeds")
    url = models.URLField("address", max_length=2000, unique=True)
    is_active = models.BooleanField("is polled", default=True)
    minutes = models.PositiveIntegerField("minutes between polls", default=15)
    added_at = models.DateTimeField()
    # In whose name rules accept; the person stays when the account is put out of use.
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="feeds"
    )
    next_poll_at = models.DateTimeField()
    polled_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0, help_text="In a row, up to now")
    last_result = models.TextField(blank=True, help_text="What came of the last poll")
    # By which the site knows what was fetched before.
    etag = models.TextField(blank=True, default="")
    last_modified = models.TextField(blank=True, default="")

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="feed_minutes_in_bounds",
                condition=Q(minutes__gte=MINUTES_LEAST, minutes__lte=MINUTES_MOST),
                violation_error_message="Poll every 5 minutes to once a day.",
            ),
            models.CheckConstraint(name="feed_url_given", condition=~Q(url="")),
        ]
        indexes = [
            # Feeds whose poll is due, once a minute.
            models.Index(fields=["next_poll_at"], name="feed_due", condition=Q(is_active=True))
        ]

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        return reverse("articles:feed", args=[self.pk])

    def natural_key(self) -> tuple[str]:
        return (self.url,)


class FeedItemState(models.TextChoices):
    NEW = "new", "new"
    ACCEPTED = "accepted", "accepted"
    IGNORED = "ignored", "ignored"


class FeedItem(models.Model):
    """An article that a feed announced; nothing of it is on the desk until it is accepted."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="items")
    guid = models.TextField(help_text="What tells it from other items of the feed")
    url = models.TextField("address")
    title = models.TextField()
    summary = models.TextField(blank=True)
    source_name = models.TextField(blank=True, help_text="From whom the feed says it has it")
    published_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()
    # When it was published, as far as that can be: the order of the inbox.
    dated_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=FeedItemState, default=FeedItemState.NEW)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )

    objects = FeedItemQuerySet.as_manager()

    class Meta:
        ordering = ["-dated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["feed", "guid"], name="feed_item_guid_unique"),
            models.CheckConstraint(
                name="feed_item_state_known", condition=Q(state__in=FeedItemState.values)
            ),
            models.CheckConstraint(
                name="feed_item_new_iff_undecided",
                condition=Q(state=FeedItemState.NEW, decided_at=None, decided_by=None)
                | ~Q(state=FeedItemState.NEW)
                & Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="feed_item_dated_when_seen_at_latest",
                condition=Q(dated_at__lte=models.F("seen_at")),
            ),
        ]
        indexes = [
            # The inbox, newest first.
            models.Index(fields=["state", "-dated_at", "-id"], name="feed_item_inbox"),
            models.Index(fields=["feed", "state", "-dated_at", "-id"], name="feed_item_of_feed"),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "feed"), self.guid)


class FeedRule(models.Model):
    """Accepts by itself every item of the feed that has all these words in its title."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="rules")
    words = models.CharField(max_length=200)
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="feed_rules")

    objects = FeedRuleQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "words"],
                name="feed_rule_words_unique",
                violation_error_message="The feed has a rule of these words.",
            ),
            models.CheckConstraint(name="feed_rule_words_given", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "feed"), self.words)
