"""Questions over the texts of articles and their sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.db.models import Exists, Func, Max, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Concat, Left

from articles import fulltext, natural_keys

if TYPE_CHECKING:
    from articles.models import Article, Outlet, Revision, Sentence

BEGINNING_LENGTH = 20  # code points; enough to tell whether a snippet is one
SNIPPET_REACH = 50_000  # code points of a text that are looked through for hits


def hash_of(source: bytes) -> bytes:
    """SHA-256 of what was imported, as 32 bytes."""
    return hashlib.sha256(source).digest()


class RevisionQuerySet(models.QuerySet["Revision"]):
    def get_by_natural_key(self, url: str, outlet: str, sha256: str, number: int) -> Revision:
        key = (url, outlet, sha256, number)
        return natural_keys.find(self, key, natural_keys.revision(key))

    def corrections_of(self, outlet: Outlet) -> int:
        """How many texts beyond the first the outlet's articles have."""
        return self.filter(number__gt=1, article__outlet=outlet).count()

    def words_among(self, digests: Collection[str]) -> list[tuple[int, str]]:
        """Outlet and SHA-256 of the texts that the desk has or had, of these."""
        return list(
            self.filter(sha256__in=digests).order_by().values_list("article__outlet", "sha256")
        )

    def newest_from(self, sources: Iterable[bytes]) -> list[tuple[bytes, Revision]]:
        """The newest revisions of articles that were read from one of these, each with `hash_of`
        what it was read from."""
        newer = self.model._default_manager.filter(
            article=OuterRef("article"), number__gt=OuterRef("number")
        )
        sha256 = Func("source", function="sha256", output_field=models.BinaryField())
        known = self.annotate(source_hash=sha256).filter(
            ~Exists(newer), source_hash__in=[hash_of(source) for source in sources]
        )
        rows = known.select_related("article__outlet").without_source().order_by("pk")
        return [(bytes(getattr(row, "source_hash")), row) for row in rows]  # noqa: B009

    def with_source(self) -> RevisionQuerySet:
        """What was imported; the text stays behind."""
        return self.defer("text")

    def without_source(self) -> RevisionQuerySet:
        return self.defer("source")

    def newest_of(self, **article: Any) -> RevisionQuerySet:
        """The newest revision of each article that fits, e.g. `newest_of(story=story)`."""
        fits = {f"article__{name}": value for name, value in article.items()}
        return (
            self.filter(**fits)
            .order_by("article_id", "-number")
            .distinct("article_id")
            .without_source()
        )

    def for_history(self) -> RevisionQuerySet:
        """With their texts and who brought them."""
        return self.select_related("imported_by").without_source()

    def before(self, revision: Revision) -> Revision | None:
        """The one that it took the place of; of an article's revisions."""
        return self.without_source().filter(number=revision.number - 1).first()

    def pair(self, old: int, new: int) -> tuple[Revision, Revision] | None:
        """Two of an article's revisions, an earlier and a later one; None if they are not that."""
        found = list(self.for_history().filter(number__in=(old, new)).order_by("number"))
        return (found[0], found[1]) if old < new and len(found) == 2 else None

    def to_blank(self, article: Article, *, number: int | None) -> RevisionQuerySet:
        """Those of the article that still have their words, or the one of that number."""
        fits = {} if number is None else {"number": number}
        with_words = self.filter(article=article, redacted_at=None, **fits)
        return with_words.select_related("article").without_source().order_by("number")

    def newest_is_blanked(self) -> bool:
        """Of an article's revisions: its words were blanked on demand."""
        newest = self.order_by("-number").values_list("redacted_at", flat=True)[:1]
        return any(newest)

    def has_blanked(self, digest: str) -> bool:
        """Whether a text of that SHA-256 is among those that lost their words."""
        return self.filter(sha256=digest, redacted_at__isnull=False).exists()

    def has_had(self, digest: str) -> bool:
        """Whether a text of that SHA-256 is among these."""
        return self.filter(sha256=digest).exists()

    def latest_number(self) -> int:
        """Of an article's revisions; 0 without any."""
        return self.aggregate(last=Coalesce(Max("number"), 0))["last"]  # type: ignore[no-any-return]

    def snippets(self, hits: fulltext.Asked | None) -> list[tuple[int, str, str, str]]:
        """Article, marked headline, marked passages of standfirst and text around the hits, and the
        first letters of both."""
        body = Concat("article__standfirst", Value("\n"), Left("text", SNIPPET_REACH))
        shown = self.annotate(
            headline=fulltext.marked("article__headline", hits),
            passages=fulltext.marked(body, hits, max_fragments=2, min_words=9, max_words=26),
            beginning=Left(body, BEGINNING_LENGTH),
        )
        return list(shown.values_list("article", "headline", "passages", "beginning"))

    def words_of(self, keys: Iterable[int]) -> dict[int, Revision]:
        """These revisions by key, with little more than their texts."""
        return self.only("text", "article_id").in_bulk(set(keys))

    def newest_beginnings(self, articles: int, *, length: int) -> Sequence[tuple[int, str]]:
        """Story and first code points of the newest articles' first texts, newest first."""
        newest = self.filter(number=1).order_by("-article__imported_at", "-article")[:articles]
        return list(newest.values_list("article__story", Left("text", length)))


class SentenceQuerySet(models.QuerySet["Sentence"]):
    def get_by_natural_key(self, *key: str | int) -> Sentence:
        *of_revision, position = key
        revision = natural_keys.revision(of_revision, "revision__")
        return natural_keys.find(self, key, revision & Q(position=position))

    def at(self, offset: int) -> SentenceQuerySet:
        """Sentences that hold the code point at `offset`."""
        return self.filter(start__lte=offset, end__gt=offset)

    def without_vector(self) -> SentenceQuerySet:
        return self.filter(vector_model=None)


_SentenceManager = models.Manager.from_queryset(SentenceQuerySet)


class SentenceManager(_SentenceManager["Sentence"]):
    """Leaves vectors in the database: they are long, and saving the row must not write old ones."""

    def get_queryset(self) -> SentenceQuerySet:
        return cast(
            "SentenceQuerySet", super().get_queryset().defer("vector", "code", "vector_model")
        )
