"""Questions over outlets, stories, articles, revisions and drafts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Value
from django.db.models.functions import Length, Lower
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import (
        Article,
        ArticleEvent,
        Draft,
        Outlet,
        OutletDomain,
        Revision,
        Sentence,
        Story,
    )

DRAFT_HOURS = 24


class OutletManager(models.Manager["Outlet"]):
    def called(self, name: str) -> Outlet | None:
        """The outlet of that name, whatever its case."""
        return self.alias(lower=Lower("name")).filter(lower=Lower(Value(name))).first()

    def publishing_on(self, host: str) -> Outlet | None:
        """The outlet that has the host as a domain, or the nearest domain above it."""
        labels = host.lower().rstrip(".").split(".")
        domains = [".".join(labels[at:]) for at in range(len(labels))]
        found = self.filter(domains__domain__in=domains).annotate(length=Length("domains__domain"))
        return found.order_by("-length").first()

    def get_by_natural_key(self, slug: str) -> Outlet:
        return self.get(slug=slug)


class OutletDomainManager(models.Manager["OutletDomain"]):
    def get_by_natural_key(self, domain: str) -> OutletDomain:
        return self.get(domain=domain)


class StoryManager(models.Manager["Story"]):
    def called(self, title: str) -> Story | None:
        """The story of that title, whatever its case."""
        return self.alias(lower=Lower("title")).filter(lower=Lower(Value(title))).first()

    def get_by_natural_key(self, slug: str) -> Story:
        return self.get(slug=slug)


class ArticleQuerySet(models.QuerySet["Article"]):
    def get_by_natural_key(self, url: str, outlet: str, sha256: str) -> Article:
        """By canonical URL; without one by outlet and text."""
        if url:
            return self.get(url=url)
        return self.get(url="", outlet__slug=outlet, sha256=sha256)

    def for_list(self) -> ArticleQuerySet:
        return self.select_related("outlet", "story")

    def newest_first(self) -> ArticleQuerySet:
        return self.for_list().order_by("-imported_at", "-pk")


class RevisionQuerySet(models.QuerySet["Revision"]):
    def get_by_natural_key(self, url: str, outlet: str, sha256: str, number: int) -> Revision:
        from articles.models import Article

        article = Article.objects.get_by_natural_key(url, outlet, sha256)
        return self.get(article=article, number=number)

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


class SentenceQuerySet(models.QuerySet["Sentence"]):
    def get_by_natural_key(
        self, url: str, outlet: str, sha256: str, number: int, position: int
    ) -> Sentence:
        from articles.models import Revision

        revision = Revision.objects.get_by_natural_key(url, outlet, sha256, number)
        return self.get(revision=revision, position=position)

    def at(self, offset: int) -> SentenceQuerySet:
        """Sentences that hold the code point at `offset`."""
        return self.filter(start__lte=offset, end__gt=offset)


class ArticleEventQuerySet(models.QuerySet["ArticleEvent"]):
    def get_by_natural_key(
        self, url: str, outlet: str, sha256: str, kind: str, field: str, at: str
    ) -> ArticleEvent:
        from articles.models import Article

        article = Article.objects.get_by_natural_key(url, outlet, sha256)
        return self.get(article=article, kind=kind, field=field, at=at)


class DraftQuerySet(models.QuerySet["Draft"]):
    def open_for(self, owner: User) -> DraftQuerySet:
        """The owner's drafts that are neither saved nor older than DRAFT_HOURS."""
        since = timezone.now() - timedelta(hours=DRAFT_HOURS)
        return self.filter(owner=owner, article=None, created_at__gte=since)

    def expired(self) -> DraftQuerySet:
        return self.filter(created_at__lt=timezone.now() - timedelta(hours=DRAFT_HOURS))
