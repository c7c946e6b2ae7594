"""What is new on an article's page: notes of claims that changed, and claims that came or went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.models import Event
from claims.queue_changes import Asked
from claims.reading import Note
from claims.states import EventKind

if TYPE_CHECKING:
    from accounts.models import User

# Acts that change which claims stand in the text, or where: a line tells of them.
PLACING = {
    EventKind.MARKED,
    EventKind.REMOVED,
    EventKind.RESTORED,
    EventKind.MOVED,
    EventKind.SOURCE_CHANGED,
    EventKind.RELOCATED,
    EventKind.RELOCATION_UNDONE,
}


@dataclass(frozen=True, kw_only=True)
class ArticleNews:
    """`placed`: claims that were marked, removed or moved since the page was made, by id."""

    notes: list[Note]
    placed: list[int]


def of(notes: Sequence[Note], told: Sequence[Event], asked: Asked, *, reader: User) -> ArticleNews:
    """Of the article's notes those to show anew. What the reader did on this page is not news."""
    others = [one for one in told if not (asked.has_acted and one.by_id == reader.pk)]
    placed = {event.claim_id for event in others if event.kind in PLACING}
    changed = {event.claim_id for event in told}
    return ArticleNews(
        notes=[note for note in notes if note.claim.pk in changed],
        placed=sorted(placed | set(asked.known)),
    )
