"""Questions over stories, articles, their history and who read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Lower

from articles import fulltext, natural_keys

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import (
        Article,
        ArticleEvent,
        Outlet,
        ReadMark,  # noqa: F401  # ruff does not see these below
        Story,
        StoryEvent,  # noqa: F401
    )


class StoryManager(models.Manager["Story"]):
    def asking_for_two(self) -> models.QuerySet[Story]:
        """That ask for a second pair of eyes."""
        return self.filter(needs_second_eyes=True)

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


class StoryEventQuerySet(models.QuerySet["StoryEvent"]):
    def for_history(self) -> StoryEventQuerySet:
        """Newest first, with who did it."""
        return self.select_related("by").order_by("-at", "-pk")


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

    def looked_up(self, words: fulltext.Asked, pairs: Sequence[int]) -> ArticleQuerySet:
        """As `found_by`, through the index of these word pairs (`fulltext.pairs_of`) alone."""
        rows = self.alias(pairs=fulltext.StoredPairs()).filter(Q(pairs__contains=pairs))
        return rows.alias(words=fulltext.StoredWords()).filter(fulltext.read_for(words))

    def written_by(self, names: Sequence[str]) -> ArticleQuerySet:
        """One of the names is in the byline or the credit."""
        return self.alias(by=fulltext.BylineWords()).filter(by=fulltext.any_of(names))


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
