"""Files that come in together: one moment, by which their drafts and refusals belong together."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core import signing
from django.utils import timezone

from articles.draft_querysets import DRAFT_HOURS

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

SALT = "articles.batches"
REFUSED = "refused-files"  # key in the session


def stamp(at: datetime) -> str:
    """The batch's moment, signed, as a form carries it."""
    return signing.dumps(at.isoformat(), salt=SALT)


def moment(stamped: str) -> datetime:
    """The moment of a stamp of ours; now for another, or for one whose drafts have expired."""
    now = timezone.now()
    try:
        at = datetime.fromisoformat(
            signing.loads(stamped, salt=SALT, max_age=timedelta(hours=DRAFT_HOURS))
        )
    except signing.BadSignature:
        return now
    return min(at, now)


def note_refused(session: SessionBase, at: datetime, refused: list[tuple[str, str]]) -> None:
    """Remember which files of the newest batch were refused, and why."""
    known = session.get(REFUSED, {})
    before = known["files"] if known.get("at") == at.isoformat() else []
    new = [one for one in map(list, refused) if one not in map(list, before)]  # sent once more
    session[REFUSED] = {"at": at.isoformat(), "files": [*before, *new]}


def refused(session: SessionBase) -> list[tuple[str, str]]:
    """File name and sentence of each file that the newest batch could not take."""
    files: list[tuple[str, str]] = session.get(REFUSED, {}).get("files", [])
    return files
