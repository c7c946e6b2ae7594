"""Outlets, stories and articles for tests; every call without arguments makes a valid row."""

from __future__ import annotations

import itertools

from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import importing
from articles.models import Article, Outlet, Revision, Story

TEXT = (
    "SELWICK — The car ferry Ardent Tide ran aground on the Calder Bank on Wednesday evening.\n\n"
    "There were 241 people on board, nine of them crew, according to the passenger list. "
    "Twelve were treated for cuts and cold."
)
_number = itertools.count(1)


def create_outlet(*, name: str = "", **fields: object) -> Outlet:
    number = next(_number)
    return Outlet.objects.create(name=name or f"Outlet {number}", slug=f"outlet-{number}", **fields)


def create_story(*, title: str = "", by: User | None = None, **fields: object) -> Story:
    number = next(_number)
    return Story.objects.create(
        title=title or f"Story {number}",
        slug=f"story-{number}",
        created_at=timezone.now(),
        created_by=by or create_reporter(),
        **fields,
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
        source=text.encode(),
        **fields,  # type: ignore[arg-type]
    )
    return importing.save(new, by=by or create_reporter())


def create_revision(**fields: object) -> Revision:
    return create_article(**fields).revisions.get()  # type: ignore[arg-type]
