"""Questions over outlets, stories, articles, revisions and drafts."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.db.models import Exists, Func, Max, OuterRef, Q, Subquery, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, Concat, Left, Lower
from django.utils import timezone

from articles import fulltext, natural_keys

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import (
        Article,
        ArticleEvent,
        Draft,
        OriginEvent,
        OriginSide,
        Outlet,
        ReadMark,  # noqa: F401  # ruff does not see it below
        Revision,
        Sentence,
        SharedCopy,
        Story,
        Table,  # noqa: F401  # as above
    )

DRAFT_HOURS = 24
BEGINNING_LENGTH = 20  # code points; enough to tell whether a snippet is one
SNIPPET_REACH = 50_000  # code points of a text that are looked through for hits


class StoryManager(models.Manager["Story"]):
    def newest(self, count: int) -> models.QuerySet[Story]:
        return self.order_by("-created_at", "-pk")[:count]

    def called(self, title: str) -> Story | None:
        """The story of that title, whatever its case."""
        return self.alias(lower=Lower("title")).filter(lower=Lower(Value(title))).first()

    def at(self, slug: str) -> Story | None:
        """None as well for what can be no address: PostgreSQL takes no NUL in a text."""
        return None if "\0" in slug else self.filter(slug=slug).first()

    def hold(self, keys: Iterable[int]) -> None:
        """Lock these stories until the transaction ends; their keys may still be used."""
        rows = self.select_for_update(no_key=True).filter(pk__in=set(keys)).order_by("pk")
        list(rows.values_list("pk"))

    def newest_slugs(self, count: int) -> list[str]:
        return list(self.order_by("-created_at", "-pk").values_list("slug", flat=True)[:count])

    def get_by_natural_key(self, slug: str) -> Story:
        return natural_keys.find(self, [slug], Q(slug=slug))


class ArticleQuerySet(models.QuerySet["Article"]):
    def get_by_natural_key(self, url: str, outlet: str, sha256: str) -> Article:
        key = (url, outlet, sha256)
        return natural_keys.find(self, key, natural_keys.article(key))

    def addresses_among(self, addresses: Collection[str]) -> list[str]:
        """Those of the addresses that the desk has an article from."""
        asked = [address for address in addresses if address]
        return list(self.filter(url__in=asked).values_list("url", flat=True)) if asked else []

    def for_list(self) -> ArticleQuerySet:
        return self.select_related("outlet", "story")

    def published_by(self, outlet: Outlet) -> ArticleQuerySet:
        return self.for_list().filter(outlet=outlet)

    def in_story(self, story: Story) -> ArticleQuerySet:
        """The story's articles with their outlets."""
        return self.filter(story=story).select_related("outlet")

    def item(self, guid: str, *, outlet: Outlet | None = None) -> Article | None:
        """What this outlet's wire calls so, or any outlet's; none where several do."""
        if not guid:
            return None
        whose = {"outlet": outlet} if outlet else {}
        found = list(self.for_list().filter(guid=guid, **whose)[:2])
        return found[0] if len(found) == 1 else None

    def guids_among(self, guids: Collection[str]) -> list[tuple[int, str]]:
        """Outlet and guid of the items that the desk has, of these."""
        asked = [guid for guid in guids if guid]
        return list(self.filter(guid__in=asked).values_list("outlet", "guid")) if asked else []

    def blanked_among(self, addresses: Collection[str]) -> frozenset[str]:
        """Those of the addresses whose article has a newest text that was blanked."""
        from articles.models import Revision

        newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
        known = self.filter(url__in=[address for address in addresses if address])
        found = known.annotate(blanked_at=Subquery(newest.values("redacted_at")[:1]))
        return frozenset(found.filter(blanked_at__isnull=False).values_list("url", flat=True))

    def at_any(self, addresses: Iterable[str]) -> ArticleQuerySet:
        """Those whose address is one of these."""
        return self.filter(url__in=[one for one in addresses if one])

    def newest_first(self) -> ArticleQuerySet:
        return self.for_list().order_by("-imported_at", "-pk")

    def found_by(self, words: fulltext.Asked) -> ArticleQuerySet:
        """Headline, standfirst, byline, credit and newest text together hold what is asked."""
        return self.alias(words=fulltext.StoredWords()).filter(words=words)

    def with_pairs(self, pairs: Sequence[int]) -> ArticleQuerySet:
        """Their words hold all of these word pairs (`fulltext.pairs_of`)."""
        return self.alias(pairs=fulltext.StoredPairs()).filter(Q(pairs__contains=pairs))

    def written_by(self, names: Sequence[str]) -> ArticleQuerySet:
        """One of the names is in the byline or the credit."""
        return self.alias(by=fulltext.BylineWords()).filter(by=fulltext.any_of(names))


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

    def naming_model(self) -> SentenceQuerySet:
        """With the name of the model that made their vectors, if any."""
        return self.defer(None).defer("vector", "code")


_SentenceManager = models.Manager.from_queryset(SentenceQuerySet)


class SentenceManager(_SentenceManager["Sentence"]):
    """Leaves vectors in the database: they are long, and saving the row must not write old ones."""

    def get_queryset(self) -> SentenceQuerySet:
        return cast(
            "SentenceQuerySet", super().get_queryset().defer("vector", "code", "vector_model")
        )


class OriginEventQuerySet(models.QuerySet["OriginEvent"]):
    def for_page(self, story: Story) -> OriginEventQuerySet:
        """The story's, newest first, with all that their sentences name."""
        named = self.select_related("by", "undoes", "undone_by").order_by("-at", "-pk")
        sides = ("sides__article__outlet", "undoes__sides__article__outlet")
        return named.filter(story=story).prefetch_related(*sides)

    def get_by_natural_key(self, *key: str) -> OriginEvent:
        story, kind, at = key
        return natural_keys.find(self, key, Q(story__slug=story, kind=kind, at=at))


class OriginSideQuerySet(models.QuerySet["OriginSide"]):
    def get_by_natural_key(self, *key: str) -> OriginSide:
        story, kind, at, *of_article = key
        event = Q(event__story__slug=story, event__kind=kind, event__at=at)
        return natural_keys.find(self, key, event & natural_keys.article(of_article, "article__"))


class SharedCopyQuerySet(models.QuerySet["SharedCopy"]):
    def of_any(self, articles: Collection[int]) -> SharedCopyQuerySet:
        """With one of these articles, by key, at either end."""
        return self.filter(Q(a__in=articles) | Q(b__in=articles))

    def between(self, one: Article, other: Article) -> SharedCopy | None:
        """What the two share, whatever their order; none where that is no copy."""
        first, second = sorted((one.pk, other.pk))
        return self.filter(a=first, b=second).first()

    def sharing_from(self, share: float) -> SharedCopyQuerySet:
        """So much of one of the two, at least, is the other's."""
        return self.filter(Q(share_a__gte=share) | Q(share_b__gte=share))

    def in_story(self, story: Story | int) -> SharedCopyQuerySet:
        """Both articles are in the story."""
        return self.filter(a__story=story, b__story=story)


class ArticleEventQuerySet(models.QuerySet["ArticleEvent"]):
    def for_history(self) -> ArticleEventQuerySet:
        """Newest first, with who did it."""
        return self.select_related("by").order_by("-at", "-pk")

    def get_by_natural_key(self, *key: str) -> ArticleEvent:
        *of_article, kind, field, at = key
        article = natural_keys.article(of_article, "article__")
        return natural_keys.find(self, key, article & Q(kind=kind, field=field, at=at))


class ReadMarkQuerySet(models.QuerySet["ReadMark"]):
    def number_of(self, article: int, *, reader: User) -> int:
        """The newest revision of the article that they opened; 0 without any."""
        mark = self.filter(article=article, reader=reader)
        return mark.values_list("number", flat=True).first() or 0

    def outdated(self, story: Story, *, reader: User) -> ReadMarkQuerySet:
        """Theirs in the story whose article has newer words."""
        from articles.models import Revision

        newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
        return self.filter(Exists(newer), reader=reader, article__story=story)


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, owner: User) -> DraftQuerySet:
        """The owner's drafts, saved ones too, that are not older than DRAFT_HOURS."""
        return self.filter(owner=owner, created_at__gte=_oldest_draft()).defer("source")

    def open_for(self, owner: User) -> DraftQuerySet:
        """The owner's drafts that are neither saved nor older than DRAFT_HOURS."""
        return self.of(owner).filter(article=None)

    def for_list(self) -> DraftQuerySet:
        """With the `headline` that was found; without the page, which may be long."""
        return self.annotate(headline=KT("page__headline__value")).defer("source", "page")

    def batch_of(self, draft: Draft) -> DraftQuerySet:
        """All that came in with the draft, itself too, in the order of the files."""
        return self.filter(owner=draft.owner_id, created_at=draft.created_at).order_by("pk")

    def without_address(self) -> DraftQuerySet:
        """Neither saved nor of an article or a page of the web that is known."""
        nowhere = Q(page__url=None) | Q(page__url__isnull=True)  # null, or not there
        return self.filter(nowhere, address="", article=None, revises=None)

    def expired(self) -> DraftQuerySet:
        return self.filter(created_at__lt=_oldest_draft())


class TableQuerySet(models.QuerySet["Table"]):
    def of(self, owner: User) -> TableQuerySet:
        """The owner's tables that wait for their columns, not older than DRAFT_HOURS."""
        return self.filter(owner=owner, created_at__gte=_oldest_draft())

    def for_list(self) -> TableQuerySet:
        """Newest first, without the source."""
        return self.order_by("-created_at", "-pk").defer("source")

    def expired(self) -> TableQuerySet:
        return self.filter(created_at__lt=_oldest_draft())


def _oldest_draft() -> datetime:
    return timezone.now() - timedelta(hours=DRAFT_HOURS)
