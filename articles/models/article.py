"""One outlet's piece, what the desk knows of it, and who changed that."""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from articles import natural_keys
from articles.models.append_only import append_only
from articles.models.origin import Origin
from articles.models.outlet import Outlet
from articles.models.story import Story
from articles.querysets import ArticleEventQuerySet, ArticleQuerySet
from web.addresses import address

GUID_LENGTH = 500  # code points of an identifier, which an index has to hold


class Precision(models.TextChoices):
    MINUTE = "minute", "to the minute"
    DAY = "day", "the day only"


class Article(models.Model):
    """One outlet's piece in one story; its words stand in its revisions.

    The table has a column more, `words`: what the search finds it by. See `articles.fulltext`.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="articles")
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles")
    headline = models.CharField(max_length=500)
    standfirst = models.TextField(blank=True)
    byline = models.CharField(max_length=300, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    credit = models.CharField(
        max_length=300, blank=True, help_text="Wire credit or contributors, as printed."
    )
    # What the metadata names, never the words: ninjs infoSources, the source of a feed's item.
    info_sources = ArrayField(
        models.CharField(max_length=200),
        verbose_name="sources",
        default=list,
        blank=True,
        help_text="Whom the metadata names as where the copy comes from.",
    )
    url = models.URLField("canonical URL", max_length=2000, blank=True)
    guid = models.TextField(
        "item identifier",
        blank=True,
        default="",
        help_text="What its sender calls it in every version: IPTC's guid or uri",
    )
    language = models.CharField(max_length=12, blank=True, help_text="BCP 47, as in en or es")
    published_at = models.DateTimeField(null=True, blank=True)
    published_zone = models.TextField(
        blank=True, default="", help_text="IANA name or offset as in +02:00, from the source"
    )
    published_precision = models.CharField(
        max_length=6, choices=Precision, default=Precision.MINUTE
    )
    # The order of the search, and what its dates are compared with. The database fills it in; it is
    # no generated column, for beside a trigger each update would count as one of the key it is in,
    # and wait for all who write claims of the article.
    dated_at = models.DateTimeField(editable=False, serialize=False)
    # Of the newest revision: tells a text that is on the desk already when it has no URL.
    sha256 = models.CharField(max_length=64, editable=False)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles"
    )
    # Worked out from copy, credits and what people say; so not in fixtures. None: its own report.
    origin = models.ForeignKey(
        Origin,
        null=True,
        on_delete=models.PROTECT,
        related_name="articles",
        editable=False,
        serialize=False,
        db_index=False,
    )
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when its outlet no longer stands by it"
    )
    withdrawn_reason = models.TextField(blank=True, default="")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="article_url_unique",
                violation_error_message="An article from this address is on the desk already.",
            ),
            models.UniqueConstraint(
                fields=["outlet", "sha256"],
                condition=Q(url=""),
                name="article_text_unique",
                violation_error_message="This outlet's article of the same words is on the desk.",
            ),
            models.UniqueConstraint(
                fields=["outlet", "guid"],
                condition=~Q(guid=""),
                name="article_guid_unique",
                violation_error_message="This outlet's item of that identifier is on the desk.",
            ),
            models.CheckConstraint(
                name="article_guid_length", condition=Q(guid__length__lte=GUID_LENGTH)
            ),
            # Targets of the composite keys by which claims follow their article's story and outlet.
            models.UniqueConstraint(
                fields=["id", "story", "outlet"], name="article_story_outlet_key"
            ),
            # The same for the date that claims repeat.
            models.UniqueConstraint(fields=["id", "dated_at"], name="article_dated_at_key"),
            models.CheckConstraint(name="article_headline_given", condition=~Q(headline="")),
            models.CheckConstraint(
                name="article_precision_known",
                condition=Q(published_precision__in=Precision.values),
            ),
            models.CheckConstraint(
                name="article_sha256_form", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="article_reason_iff_withdrawn",
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
            ),
        ]
        indexes = [
            # The newest articles on the home page, and of one story.
            models.Index(fields=["-imported_at", "-id"], name="article_newest"),
            models.Index(fields=["story", "published_at", "id"], name="article_story_order"),
            # An outlet's articles on its page.
            models.Index(fields=["outlet", "-imported_at", "-id"], name="article_outlet_newest"),
            # The search, newest first. Its index over the words is in the migration.
            models.Index(fields=["-dated_at", "-id"], name="article_dated"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="article_dated",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("published_at", "imported_at", "dated_at"),
                when=pgtrigger.Before,
                func="""
                    NEW.dated_at := coalesce(NEW.published_at, NEW.imported_at);
                    RETURN NEW;
                """,
            ),
            # Before it has a text there is nothing to find. A tsvector holds 1 MB, which 100,000
            # characters cannot fill.
            pgtrigger.Trigger(
                name="article_words_kept",
                operation=pgtrigger.UpdateOf("headline", "standfirst", "byline", "credit"),
                when=pgtrigger.Before,
                func="""
                    SELECT
                        setweight(to_tsvector('desk', translate(
                            NEW.headline, '-/<', '   ')), 'A')
                        || setweight(to_tsvector('desk', translate(
                            NEW.byline || ' ' || NEW.credit, '-/<', '   ')), 'B')
                        || setweight(to_tsvector('desk', translate(
                            left(NEW.standfirst, 10000), '-/<', '   ')), 'C')
                        || setweight(to_tsvector('desk', translate(
                            left(text, 100000), '-/<', '   ')), 'D')
                    INTO NEW.words
                    FROM articles_revision
                    WHERE article_id = NEW.id ORDER BY number DESC LIMIT 1;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet.name}: {self.headline}"

    def get_absolute_url(self) -> str:
        return address("claims:article", self.pk)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def published_day(self) -> date | None:
        """The day of publishing in its own zone, whatever the reader's."""
        from articles import published

        when = published.of(self)
        return when.day if when else None

    @property
    def sources_listed(self) -> str:
        """The sources as a person types them, parted by semicolons."""
        return "; ".join(self.info_sources)

    def natural_key(self) -> tuple[str | int, ...]:
        return (self.url, *natural_keys.key_of(self, "outlet"), self.sha256)


class ArticleEventKind(models.TextChoices):
    IMPORTED = "imported", "imported"
    EDITED = "edited", "corrected"
    REVISED = "revised", "new version"
    WITHDRAWN = "withdrawn", "withdrawn by its outlet"
    RESTORED = "restored", "published again"
    REDACTED = "redacted", "text blanked"


class ArticleEvent(models.Model):
    """One row of an article's history: who changed which field from what to what."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=ArticleEventKind)
    field = models.CharField(max_length=40, blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="article_events"
    )

    objects = ArticleEventQuerySet.as_manager()

    # What people call the fields whose column has another name.
    WORDS = {
        "url": "address",
        "guid": "item identifier",
        "published": "time of publishing",
        "info_sources": "sources",
    }

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="article_event_kind_known", condition=Q(kind__in=ArticleEventKind.values)
            )
        ]
        indexes = [models.Index(fields=["article", "-at"], name="article_event_history")]
        triggers = append_only("article_event")

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()} {self.field} of {self.article}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "article"), self.kind, self.field, self.at.isoformat())

    @property
    def field_name(self) -> str:
        return self.WORDS.get(self.field, self.field)
