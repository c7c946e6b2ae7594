"""What the worker does for claims: comparing the claims of a story with its texts anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from claims import mentions
from claims.models import Claim

if TYPE_CHECKING:
    from articles.models import Revision

COMPARE = "compare_story"


@app.task(name=COMPARE)
def compare_story(story_id: int) -> None:
    """Bring the mentions of the story up to date, unless a later job of the same kind will.

    Many articles of one story come in together: the last of their jobs sees all of them.
    """
    later = ProcrastinateJob.objects.filter(task_name=COMPARE, status="todo")
    if not later.filter(args__story_id=story_id).exists():
        mentions.refresh_story(story_id)


def compare_later(story_id: int) -> None:
    """Have the worker compare the story, once what the caller writes is committed."""
    if Claim.objects.filter(story=story_id).exists():
        compare_story.configure(lock=f"{COMPARE} {story_id}").defer(story_id=story_id)


def follow_text(revision: Revision) -> None:
    """A new text has come into the story: every claim there may find its words in it."""
    compare_later(revision.article.story_id)
