"""Who published what: outlets, stories, articles, their revisions and sentences."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Lower
from django.urls import reverse

from accounts.models import validate_zone
from articles.querysets import (
    ArticleEventQuerySet,
    ArticleQuerySet,
    DraftQuerySet,
    OutletDomainManager,
    OutletManager,
    RevisionQuerySet,
    SentenceQuerySet,
    StoryManager,
)

models.TextField.register_lookup(Length)

MAX_TEXT_LENGTH = 5_000_000  # code points of one article's text


class Outlet(models.Model):
    """Who published: a paper, site, broadcaster or agency."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(
        max_length=200, blank=True, help_text="In a few words: “local daily, Selwick”."
    )
    owner = models.CharField(max_length=200, blank=True)
    is_agency = models.BooleanField("wire agency", default=False)
    zone = models.TextField(
        "time zone",
        blank=True,
        default="",
        validators=[validate_zone],
        help_text="For articles that name no zone. Empty: the desk's.",
    )

    objects = OutletManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="outlet_name_unique",
                violation_error_message="An outlet of this name exists already.",
            ),
            models.CheckConstraint(name="outlet_name_given", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class OutletDomain(models.Model):
    """A domain an outlet publishes on; an article's address finds its outlet by it."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=253, unique=True, help_text="As in ledger.example")

    objects = OutletDomainManager()

    class Meta:
        ordering = ["domain"]
        constraints = [
            models.CheckConstraint(
                name="outlet_domain_lower", condition=Q(domain=Lower("domain")) & ~Q(domain="")
            )
        ]

    def __str__(self) -> str:
        return self.domain

    def natural_key(self) -> tuple[str]:
        return (self.domain,)


class Story(models.Model):
    """The event the desk is covering."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    summary = models.TextField(blank=True)
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
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("claims:story", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Precision(models.TextChoices):
    MINUTE = "minute", "to the minute"
    DAY = "day", "the day only"


class Article(models.Model):
    """One outlet's piece in one story; its words stand in its revisions."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="articles")
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles")
    headline = models.CharField(max_length=500)
    standfirst = models.TextField(blank=True)
    byline = models.CharField(max_length=300, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    credit = models.CharField(
        max_length=300, blank=True, help_text="Wire credit or contributors, as printed."
    )
    url = models.URLField("canonical URL", max_length=2000, blank=True)
    language = models.CharField(max_length=12, blank=True, help_text="BCP 47, as in en or es")
    published_at = models.DateTimeField(null=True, blank=True)
    published_zone = models.TextField(
        blank=True, default="", help_text="IANA name or offset as in +02:00, from the source"
    )
    published_precision = models.CharField(
        max_length=6, choices=Precision, default=Precision.MINUTE
    )
    # Of the newest revision: tells a text that is on the desk already when it has no URL.
    sha256 = models.CharField(max_length=64, editable=False)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles"
    )

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
            # Targets of the composite keys by which claims follow their article's story and outlet.
            models.UniqueConstraint(
                fields=["id", "story", "outlet"], name="article_story_outlet_key"
            ),
            models.CheckConstraint(name="article_headline_given", condition=~Q(headline="")),
            models.CheckConstraint(
                name="article_precision_known",
                condition=Q(published_precision__in=Precision.values),
            ),
            models.CheckConstraint(
                name="article_sha256_form", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]
        indexes = [
            # The newest articles on the home page, and of one story.
            models.Index(fields=["-imported_at", "-id"], name="article_newest"),
            models.Index(fields=["story", "published_at", "id"], name="article_story_order"),
        ]

    def __str__(self) -> str:
        return f"{self.outlet.name}: {self.headline}"

    def get_absolute_url(self) -> str:
        return reverse("claims:article", args=[self.pk])

    def natural_key(self) -> tuple[str, str, str]:
        return (self.url, self.outlet.slug, self.sha256)


class MediaType(models.TextChoices):
    TEXT = "text/plain", "plain text"
    HTML = "text/html", "HTML"


class Revision(models.Model):
    """An article's text as it stood at one import. Immutable; numbered from 1."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField(help_text="LF line ends; paragraphs parted by a blank line")
    sha256 = models.CharField(max_length=64, editable=False)
    source = models.BinaryField(help_text="What was imported, byte by byte")
    source_name = models.CharField(max_length=255, blank=True)
    media_type = models.CharField(max_length=20, choices=MediaType)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="revisions"
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_unique"),
            # Target of the composite key by which a claim's revision belongs to its article.
            models.UniqueConstraint(fields=["id", "article"], name="revision_article_key"),
            models.CheckConstraint(name="revision_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="revision_text_length",
                condition=Q(text__length__gte=1) & Q(text__length__lte=MAX_TEXT_LENGTH),
            ),
            models.CheckConstraint(name="revision_text_lf_only", condition=~Q(text__contains="\r")),
            models.CheckConstraint(
                name="revision_media_type_known", condition=Q(media_type__in=MediaType.values)
            ),
            # revision_sha256_of_text is in the migration: Django cannot write sha256(convert_to()).
        ]
        triggers = [
            pgtrigger.Protect(
                name="revision_unchanged",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(),
            ),
            pgtrigger.Protect(name="revision_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.article}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*self.article.natural_key(), self.number)


class Sentence(models.Model):
    """A sentence's place in a revision, in code points, end exclusive."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="sentences")
    position = models.PositiveIntegerField(help_text="Counted from 0")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = SentenceQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "position"], name="sentence_position_unique"
            ),
            models.CheckConstraint(name="sentence_not_empty", condition=Q(end__gt=F("start"))),
        ]
        triggers = [
            pgtrigger.Protect(
                name="sentence_place_unchanged",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("revision", "position", "start", "end"),
            ),
            pgtrigger.Protect(name="sentence_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Sentence {self.position} of {self.revision}"

    @property
    def words(self) -> str:
        return self.revision.text[self.start : self.end]

    def natural_key(self) -> tuple[str | int, ...]:
        return (*self.revision.natural_key(), self.position)


class ArticleEventKind(models.TextChoices):
    IMPORTED = "imported", "imported"
    EDITED = "edited", "corrected"


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

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="article_event_kind_known", condition=Q(kind__in=ArticleEventKind.values)
            )
        ]
        indexes = [models.Index(fields=["article", "-at"], name="article_event_history")]
        triggers = [
            pgtrigger.Protect(
                name="article_event_unchanged",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(),
            ),
            pgtrigger.Protect(name="article_event_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()} {self.field} of {self.article}"

    def natural_key(self) -> tuple[str, ...]:
        return (*self.article.natural_key(), self.kind, self.field, self.at.isoformat())


class Draft(models.Model):
    """An import on its way: what was read, what its owner changed. Kept DRAFT_HOURS."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts"
    )
    created_at = models.DateTimeField()
    file_name = models.CharField(max_length=255, blank=True)
    media_type = models.CharField(max_length=20, choices=MediaType)
    source = models.BinaryField()
    # The page as read: lines with their marks and what was found, and the form as last typed.
    page = models.JSONField()
    typed = models.JSONField(default=dict, blank=True)
    # Set when saved: the draft then answers "already saved" instead of saving twice.
    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.CASCADE)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["owner", "created_at"], name="draft_owner")]

    def __str__(self) -> str:
        return self.file_name or f"Pasted text of {self.owner}"
