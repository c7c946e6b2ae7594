"""Opening stories and changing what they are called."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles import slugs
from articles.constraints import broken_by
from articles.errors import ArticleError, StoryTaken
from articles.models import Story

if TYPE_CHECKING:
    from accounts.models import User

SLUGS_NAMED_AMONG = 1_000  # newest stories, when none has the address that was asked for
TAKEN = ("story_title_unique", "articles_story_slug_key")
ATTEMPTS = 5  # others may open the same story at the same moment, or take its slug


def open_story(*, title: str, by: User, summary: str = "", slug: str = "") -> Story:
    """A new story; its address follows from its title and stays when the title changes.

    Raises StoryTaken when another has the title, whatever its case, or takes the address.
    """
    with _refusing_what_is_taken():
        return Story.objects.create(
            title=title,
            slug=slug or slugs.free(Story, title),
            summary=summary,
            created_at=timezone.now(),
            created_by=by,
        )


def titled(title: str, *, by: User) -> Story:
    """The story of that title, whatever its case; a new one when the desk knows none."""
    for _ in range(ATTEMPTS):
        if known := Story.objects.called(title):
            return known
        with suppress(StoryTaken):
            return open_story(title=title, by=by)
    raise ArticleError(f"Others are opening “{title}” at this moment. Save again.")


def at(slug: str, *, by: User, or_open: str | None = None) -> Story:
    """The story at an address; when there is none it is opened with the title `or_open`.

    Without that title it raises ArticleError, which names stories of a like address.
    """
    if known := Story.objects.at(slug):
        return known
    if not or_open:
        raise ArticleError(_no_story(slug))
    if slug != (fitting := slugify(slug)[: slugs.LENGTH]):
        raise ArticleError(f"“{slug}” cannot be a story’s address; write “{fitting}”.")
    if known := Story.objects.called(or_open):
        raise ArticleError(f"“{known}” exists already: --story {known.slug}")
    return open_story(title=or_open, by=by, slug=slug)


def _no_story(slug: str) -> str:
    known = Story.objects.newest_slugs(SLUGS_NAMED_AMONG)
    alike = difflib.get_close_matches(slug, known, n=3, cutoff=0.4) or known[:3]
    near = f" There is {', '.join(alike)}." if alike else ""
    return f"There is no story “{slug}”.{near} Open one with --create-story TITLE."


def rename(story: Story, *, title: str, summary: str) -> Story:
    """Another title and summary; the address stays. Raises StoryTaken; the story is as it was."""
    with _refusing_what_is_taken():
        Story.objects.filter(pk=story.pk).update(title=title, summary=summary)
    story.refresh_from_db()
    return story


@contextmanager
def _refusing_what_is_taken() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        broken_by(error, *TAKEN)
        raise StoryTaken("A story of this title exists already. Give this one another.") from error
