"""What a person has read of an article, so that the desk can say what was corrected since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from articles.models import ReadMark, Revision, Story

if TYPE_CHECKING:
    from accounts.models import User


def note(revision: Revision, *, by: User) -> int:
    """They have the revision before them; the newest they had opened until now, 0 without any.

    One query, and one more where it is newer.
    """
    before = ReadMark.objects.number_of(revision.article_id, reader=by)
    mark = ReadMark(
        reader=by, article_id=revision.article_id, number=revision.number, at=timezone.now()
    )
    if not before:
        ReadMark.objects.bulk_create([mark], ignore_conflicts=True)
    elif before < revision.number:  # another tab may have opened a newer one meanwhile
        older = ReadMark.objects.filter(reader=by, article=mark.article_id)
        older.filter(number__lt=mark.number).update(number=mark.number, at=mark.at)
    return before


def corrected_since(story: Story, *, reader: User) -> set[int]:
    """Keys of the story's articles that have newer words than this person read; one query."""
    return set(ReadMark.objects.outdated(story, reader=reader).values_list("article", flat=True))
