"""An article's words, as they stood at one import, and their sentences."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Length

from articles import natural_keys
from articles.models.append_only import append_only
from articles.models.article import Article
from articles.models.vectored import Vectored
from articles.revision_querysets import RevisionQuerySet, SentenceManager

models.TextField.register_lookup(Length)

INSIDE = " › "  # between a file's name and that of a part of it, as `articles.formats` names parts
MAX_TEXT_LENGTH = 5_000_000  # code points of one article's text


class MediaType(models.TextChoices):
    TEXT = "text/plain", "plain text"
    HTML = "text/html", "HTML"
    NINJS = "application/vnd.iptc.ninjs+json", "ninjs"
    JSON_LD = "application/ld+json", "JSON-LD"
    NEWSML_G2 = "application/vnd.iptc.g2.newsitem+xml", "NewsML-G2"
    NITF = "application/vnd.nitf+xml", "NITF"
    WORD = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word document",
    )
    PDF = "application/pdf", "PDF"
    LETTER = "message/rfc822", "e-mail"
    TABLE = "text/csv", "row of a table"

    @property
    def ending(self) -> str:
        """Of a file of this kind, with its dot."""
        return ENDINGS[self]


ENDINGS = {
    MediaType.TEXT: ".txt",
    MediaType.HTML: ".html",
    MediaType.NINJS: ".json",
    MediaType.JSON_LD: ".jsonld",
    MediaType.NEWSML_G2: ".xml",
    MediaType.NITF: ".xml",
    MediaType.WORD: ".docx",
    MediaType.PDF: ".pdf",
    MediaType.LETTER: ".eml",
    MediaType.TABLE: ".csv",
}


class Revision(models.Model):
    """An article's text as it stood at one import. Immutable; numbered from 1."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField(help_text="LF line ends; paragraphs parted by a blank line")
    sha256 = models.CharField(max_length=64, editable=False)
    source = models.BinaryField(help_text="What was imported, byte by byte")
    source_name = models.CharField(max_length=255, blank=True)
    media_type = models.CharField(max_length=100, choices=MediaType)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="revisions"
    )

    redacted_at = models.DateTimeField(
        null=True, blank=True, help_text="Its words were blanked on demand; the hash is theirs"
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
            # revision_sha256_of_text, of those with their words, is in a migration: Django cannot
            # write sha256(convert_to()).
        ]
        indexes = [
            # Whether an import brings words that an article has or had, or a file that was read.
            models.Index(fields=["sha256"], name="revision_sha256"),
            models.Index(Func("source", function="sha256"), name="revision_source_sha256"),
            # How many corrections an outlet has made: few texts are not their article's first.
            models.Index(
                fields=["article"], name="revision_beyond_first", condition=Q(number__gt=1)
            ),
        ]
        triggers = [
            *append_only("revision"),
            # The article is found by its newest words: article_words_kept reads them.
            pgtrigger.Trigger(
                name="revision_words_kept",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                func="""
                    UPDATE articles_article SET headline = headline WHERE id = NEW.article_id;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.article}"

    @property
    def number_before(self) -> int:
        """Of the revision that it took the place of; 0 of the first."""
        return self.number - 1

    @property
    def number_behind(self) -> int:
        return self.number + 1

    @property
    def file_name(self) -> str:
        """What a download of the source is called; of a part of a file, as the part is."""
        ending = MediaType(self.media_type).ending
        if not self.source_name:
            return f"article-{self.article_id}{ending}"
        name = self.source_name.rpartition(INSIDE)[2].rpartition("/")[2]
        name = name or f"article-{self.article_id}{ending}"  # of an address that ends in a slash
        is_named = INSIDE not in self.source_name or name.lower().endswith(ending)
        return name if is_named else f"{name}{ending}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "article"), self.number)


class Sentence(Vectored):
    """A sentence's place in a revision, in code points, end exclusive."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="sentences")
    position = models.PositiveIntegerField(help_text="Counted from 0")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = SentenceManager()

    class Meta:
        ordering = ["revision", "position"]
        indexes = Vectored.Meta.indexes
        constraints = [
            *Vectored.Meta.constraints,
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
        return (*natural_keys.key_of(self, "revision"), self.position)
