"""Opening stories and changing what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import slugs
from articles.constraints import broken_by
from articles.errors import ArticleError
from articles.models import Story

if TYPE_CHECKING:
    from accounts.models import User

ATTEMPTS = 5  # others may open the same story at the same moment, or take its slug


@transaction.atomic
def open_story(*, title: str, by: User, summary: str = "") -> Story:
    """A new story; its address follows from its title and stays when the title changes."""
    return Story.objects.create(
        title=title,
        slug=slugs.free(Story, title),
        summary=summary,
        created_at=timezone.now(),
        created_by=by,
    )


def titled(title: str, *, by: User) -> Story:
    """The story of that title, whatever its case; a new one when the desk knows none."""
    for _ in range(ATTEMPTS):
        if known := Story.objects.called(title):
            return known
        try:
            return open_story(title=title, by=by)
        except IntegrityError as error:
            broken_by(error, "story_title_unique", "articles_story_slug_key")
    raise ArticleError(f"Others are opening “{title}” at this moment. Save again.")


def rename(story: Story, *, title: str, summary: str) -> Story:
    story.title, story.summary = title, summary
    story.save(update_fields=["title", "summary"])
    return story
