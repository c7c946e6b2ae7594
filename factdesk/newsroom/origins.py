"""What reviewers of the demo newsroom said of whose report an article is."""

from __future__ import annotations

from articles.models import OriginEvent, OriginEventKind, OriginSide
from factdesk.newsroom.sources import Newsroom

KINDS = {"join": OriginEventKind.JOINED, "split": OriginEventKind.SPLIT}


def rule(newsroom: Newsroom) -> None:
    """The events alone: origins are found when the fixture is loaded, and follow them."""
    for row in newsroom.rows("origins", "ruling"):
        apart = set(row.get("apart", []))
        articles = {name: newsroom.articles[name] for name in (*row["together"], *apart)}
        story = next(article.story for article in articles.values())
        event = OriginEvent.objects.create(
            story=story,
            kind=KINDS[row["act"]],
            reason=row["reason"],
            at=row["at"],
            by=newsroom.people[row["by"]],
        )
        OriginSide.objects.bulk_create(
            OriginSide(event=event, article=article, is_apart=name in apart)
            for name, article in articles.items()
        )
        if "undone_by" in row:
            OriginEvent.objects.create(
                story=story,
                kind=OriginEventKind.UNDONE,
                undoes=event,
                at=row["undone_at"],
                by=newsroom.people[row["undone_by"]],
            )
