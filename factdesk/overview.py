"""What waits on the desk, for one person: the home page in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Story
from claims import open_figures, progress
from claims.models import Claim
from claims.open_figures import OpenFigure
from claims.progress import Progress
from claims.querysets import ClaimQuerySet

STORIES_SHOWN = 8
ARTICLES_SHOWN = 5
FIGURES_SHOWN = 5
ASSIGNED_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class NewArticle:
    """An article with the number of claims that stand in it."""

    article: Article
    claims: int


@dataclass(frozen=True, kw_only=True)
class Overview:
    """`next_claim` is the one the person holds, else the best that is free for them, if any."""

    next_claim: Claim | None
    held: list[Claim]
    assigned: list[Claim]  # to them or a group of theirs, most pressing first
    stories: list[Progress]
    story_count: int
    newest: list[NewArticle]
    figures: list[OpenFigure]
    figure_count: int

    @property
    def is_fresh(self) -> bool:
        """Nothing has been imported yet."""
        return not self.newest


def for_person(user: User) -> Overview:
    held = list(Claim.objects.held_by(user).most_pressing_first().for_list())
    return Overview(
        next_claim=held[0] if held else _best_free_for(user),
        held=held,
        assigned=list(_assigned_to(user)[:ASSIGNED_SHOWN]),
        stories=progress.of_stories(_stories_by_what_waits()),
        story_count=Story.objects.count(),
        newest=_newest(),
        figures=open_figures.newest(FIGURES_SHOWN),
        figure_count=open_figures.count(),
    )


def _best_free_for(user: User) -> Claim | None:
    """What “Review next” would bring."""
    at = timezone.now()
    turns = Claim.objects.free_for(user, at=at).in_turn_for(user, at=at)
    first = Coalesce(*(Subquery(turn.values("pk")[:1]) for turn in turns))
    return Claim.objects.filter(pk=first).for_list().first()


def _assigned_to(user: User) -> ClaimQuerySet:
    return (
        Claim.objects.waiting()
        .assigned_to(user, list(user.memberships))
        .most_pressing_first()
        .for_list()
    )


def _stories_by_what_waits() -> list[Story]:
    """The stories in which most claims wait, that one first."""
    waiting = Claim.objects.waiting().order_by().values("story").annotate(n=Count("pk"))
    ids = [row["story"] for row in waiting.order_by("-n", "story")[:STORIES_SHOWN]]
    stories = Story.objects.in_bulk(ids)
    return [stories[story_id] for story_id in ids]


def _newest() -> list[NewArticle]:
    articles = list(Article.objects.newest_first()[:ARTICLES_SHOWN])
    counts = Claim.objects.active().filter(article__in=articles).order_by()
    claims = dict(counts.values_list("article").annotate(n=Count("pk")))
    return [NewArticle(article=article, claims=claims.get(article.pk, 0)) for article in articles]
