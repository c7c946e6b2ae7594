"""Outlets, stories and articles for tests; every call without arguments makes a valid row."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_desk_admin, create_reporter
from articles import importing, page_json
from articles.extraction import Found, FoundTime, Line, Page, Role
from articles.models import (
    Article,
    Batch,
    BatchItem,
    Draft,
    Feed,
    FeedItem,
    FeedRule,
    MediaType,
    Outlet,
    Revision,
    Story,
)

TEXT = (
    "SELWICK — The car ferry Ardent Tide ran aground on the Calder Bank on Wednesday evening.\n\n"
    "There were 241 people on board, nine of them crew, according to the passenger list. "
    "Twelve were treated for cuts and cold."
)
_number = itertools.count(1)


def create_outlet(*, name: str = "", **fields: object) -> Outlet:
    number = next(_number)
    fields = {"slug": f"outlet-{number}", **fields}
    return Outlet.objects.create(name=name or f"Outlet {number}", **fields)


def create_story(*, title: str = "", by: User | None = None, **fields: object) -> Story:
    number = next(_number)
    return Story.objects.create(
        title=title or f"Story {number}",
        created_at=timezone.now(),
        created_by=by or create_reporter(),
        **{"slug": f"story-{number}", **fields},
    )


def create_article(
    *,
    text: str = "",
    story: Story | None = None,
    outlet: Outlet | None = None,
    by: User | None = None,
    **fields: object,
) -> Article:
    """An imported article; without a text it gets one that no other has."""
    number = next(_number)
    text = text or f"{TEXT} This was report number {number}."
    new = importing.NewArticle(
        story=story or create_story(),
        outlet=outlet or create_outlet(),
        headline=str(fields.pop("headline", f"Ferry aground, report {number}")),
        text=text,
        **{"source": text.encode(), **fields},  # type: ignore[arg-type]
    )
    return importing.save(new, by=by or create_reporter())


def create_draft(
    *,
    by: User | None = None,
    at: datetime | None = None,
    kept: Sequence[str] = (),
    struck: Sequence[str] = (),
    article: Article | None = None,
    file_name: str = "",
    **found: Found | FoundTime,
) -> Draft:
    """A draft of a page whose struck lines stand before the kept ones; keeps TEXT by default."""
    kept = kept or TEXT.split("\n\n")
    lines = [
        *(Line(line, kept=False, reason="share buttons", role=Role.SITE) for line in struck),
        *(Line(line, kept=True) for line in kept),
    ]
    return Draft.objects.create(
        owner=by or create_reporter(),
        created_at=at or timezone.now(),
        file_name=file_name,
        media_type=MediaType.TEXT,
        source="\n".join(line.text for line in lines).encode(),
        page=page_json.dump(Page(tuple(lines), **found)),  # type: ignore[arg-type]
        article=article,
    )


def create_batch(*, by: User | None = None, **fields: object) -> Batch:
    """Without items; nobody is about to fetch anything."""
    fields = {"created_at": timezone.now(), **fields}
    return Batch.objects.create(owner=by or create_reporter(), **fields)


def create_batch_item(*, batch: Batch | None = None, **fields: object) -> BatchItem:
    number = next(_number)
    fields = {"position": number, "url": f"https://ledger.example/{number}", **fields}
    return BatchItem.objects.create(batch=batch or create_batch(), **fields)


def create_feed(*, outlet: Outlet | None = None, by: User | None = None, **fields: object) -> Feed:
    """Due at once."""
    at = timezone.now()
    fields = {"url": f"https://ledger.example/feed/{next(_number)}", **fields}
    return Feed.objects.create(
        outlet=outlet or create_outlet(),
        added_by=by or create_desk_admin(),
        **{"added_at": at, "next_poll_at": at, **fields},
    )


def create_feed_item(*, feed: Feed | None = None, **fields: object) -> FeedItem:
    number, at = next(_number), timezone.now()
    url = f"https://ledger.example/{number}"
    fields = {"guid": url, "url": url, "title": f"Ferry aground, item {number}", **fields}
    return FeedItem.objects.create(
        feed=feed or create_feed(), **{"seen_at": at, "dated_at": at, **fields}
    )


def create_feed_rule(
    *, feed: Feed | None = None, story: Story | None = None, words: str = "ferry"
) -> FeedRule:
    return FeedRule.objects.create(
        feed=feed or create_feed(), story=story or create_story(), words=words
    )


def create_revision(**fields: object) -> Revision:
    return create_article(**fields).revisions.get()  # type: ignore[arg-type]


def create_next_revision(article: Article, *, text: str, by: User | None = None) -> Revision:
    """The article with other words; what else is known of it stays."""
    new = importing.NewArticle(
        story=article.story,
        outlet=article.outlet,
        headline=article.headline,
        text=text,
        source=text.encode(),
    )
    return importing.revise(article, new, by=by or create_reporter())
