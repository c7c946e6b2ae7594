"""Questions over what articles share, and what people said of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from articles import natural_keys

if TYPE_CHECKING:
    from articles.models import Article, OriginEvent, OriginSide, SharedCopy, Story


class OriginEventQuerySet(models.QuerySet["OriginEvent"]):
    def for_page(self, story: Story) -> OriginEventQuerySet:
        """The story's, newest first, with all that their sentences name."""
        named = self.select_related("by", "undoes", "undone_by").order_by("-at", "-pk")
        sides = ("sides__article__outlet", "undoes__sides__article__outlet")
        return named.filter(story=story).prefetch_related(*sides)

    def standing(self, *, about: Collection[int]) -> OriginEventQuerySet:
        """What nobody took back, of what was said about any of these articles, by key."""
        said = self.filter(undone_by=None, undoes=None, sides__article__in=about)
        return said.distinct()

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
