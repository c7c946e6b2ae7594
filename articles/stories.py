"""Opening stories and changing what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.models import Story

if TYPE_CHECKING:
    from accounts.models import User

SLUG_LENGTH = 60  # characters, before a number that tells equal titles apart


def free_slug(title: str) -> str:
    """An address for the title that no story has yet; “story” when the title has no letters."""
    stem = slugify(title)[:SLUG_LENGTH].strip("-") or "story"
    taken = set(Story.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


@transaction.atomic
def open_story(*, title: str, by: User, summary: str = "") -> Story:
    """A new story; its address follows from its title and stays when the title changes."""
    return Story.objects.create(
        title=title,
        slug=free_slug(title),
        summary=summary,
        created_at=timezone.now(),
        created_by=by,
    )


def rename(story: Story, *, title: str, summary: str) -> Story:
    story.title, story.summary = title, summary
    story.save(update_fields=["title", "summary"])
    return story
