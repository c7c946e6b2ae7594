"""How far the desk has come with a story: its claims by status, and what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q

from articles.models import Article, Story
from claims import open_figures
from claims.board import Board
from claims.models import Claim
from claims.states import DECIDED, ClaimStatus


@dataclass(frozen=True)
class Bar:
    """One stretch of a progress bar, in percent of its length."""

    status: str
    start: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A story with its counts; removed claims do not count."""

    story: Story
    articles: int = 0
    outlets: int = 0
    last_import: datetime | None = None
    waiting: int = 0
    disagreeing: int = 0  # pairs of figures that nobody has settled
    oldest: datetime | None = None  # since when the longest waiting claim waits
    by_status: dict[str, int] = field(default_factory=dict)

    @property
    def claims(self) -> int:
        return sum(self.by_status.values())

    @property
    def reviewed(self) -> int:
        return self.claims - self.by_status.get(ClaimStatus.UNREVIEWED, 0)

    @property
    def decided(self) -> list[tuple[ClaimStatus, int]]:
        """How many claims got which verdict, without the verdicts nobody gave."""
        counts = [(status, self.by_status.get(status, 0)) for status in DECIDED]
        return [(status, count) for status, count in counts if count]

    @property
    def bars(self) -> list[Bar]:
        """The decided claims by status, then the rest; together 100 percent."""
        bars, start = [], 0.0
        for status in DECIDED:
            width = 100 * self.by_status.get(status, 0) / max(1, self.claims)
            bars.append(Bar(f"is-{status}", round(start, 2), round(width, 2)))
            start += width
        return [*bars, Bar("rest", round(start, 2), round(100 - start, 2))]


def of_stories(stories: Iterable[Story]) -> list[Progress]:
    """The progress of each story, in their order; four queries for any number of them."""
    stories = list(stories)
    within = Q(story__in=stories)
    statuses: dict[int, dict[str, int]] = {}
    counts = Claim.objects.active().filter(within).order_by().values("story", "status")
    for row in counts.annotate(n=Count("pk")):
        statuses.setdefault(row["story"], {})[row["status"]] = row["n"]
    waiting = {
        row["story"]: row
        for row in Claim.objects.waiting()
        .filter(within)
        .order_by()
        .values("story")
        .annotate(waiting=Count("pk"), oldest=Min("waiting_since"))
    }
    articles = {
        row["story"]: row
        for row in Article.objects.filter(within)
        .order_by()
        .values("story")
        .annotate(
            articles=Count("pk"),
            outlets=Count("outlet", distinct=True),
            last_import=Max("imported_at"),
        )
    }
    disagreeing = open_figures.count_by_story(stories)
    return [
        Progress(
            story=story,
            by_status=statuses.get(story.pk, {}),
            disagreeing=disagreeing[story.pk],
            **_without_story(waiting.get(story.pk)),
            **_without_story(articles.get(story.pk)),
        )
        for story in stories
    ]


def of_board(board: Board, *, disagreeing: int) -> Progress:
    """The progress of the board's story, of what the board has read; nothing is asked."""
    since = [claim.waiting_since for claim in board.claims if claim.waiting_since]
    return Progress(
        story=board.story,
        articles=len(board.articles),
        outlets=len(board.columns),
        last_import=max((one.imported_at for one in board.articles), default=None),
        waiting=len(since),
        disagreeing=disagreeing,
        oldest=min(since, default=None),
        by_status=Counter(claim.status for claim in board.claims),
    )


def _without_story(row: Mapping[str, Any] | None) -> dict[str, Any]:
    return {key: value for key, value in (row or {}).items() if key != "story"}
