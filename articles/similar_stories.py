"""Which story of the desk an unknown text belongs to, judged by the names in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from articles.models import Revision

NAMES_LEAST = 3  # shared; two are often just a country and its capital
ARTICLES_COMPARED = 60  # the newest of the desk; older stories are chosen by hand
TEXT_COMPARED = 4_000  # code points: an article names its people at its beginning
# A capital that does not open a sentence, as in “the harbour master Ann Foll said”.
_NAME = re.compile(r"(?<=[\w,;:] )(?=[^\W\d_])\w{3,}")


@dataclass(frozen=True)
class Alike:
    """A story and how many names its articles share with the text."""

    story_id: int
    names: int


def names_in(text: str) -> frozenset[str]:
    """Capitalised words inside sentences; none in scripts without capitals."""
    words = _NAME.findall(text[:TEXT_COMPARED])
    return frozenset(word for word in words if word[0].isupper())


def nearest(text: str) -> Alike | None:
    """The story that shares most names; of two the one with the newer article. None below three."""
    wanted = names_in(text)
    shared: defaultdict[int, set[str]] = defaultdict(set)
    if wanted:
        for story_id, beginning in Revision.objects.newest_beginnings(
            ARTICLES_COMPARED, length=TEXT_COMPARED
        ):
            shared[story_id] |= wanted & names_in(beginning)
    best = max(shared, key=lambda story_id: len(shared[story_id]), default=None)
    if best is None or len(shared[best]) < NAMES_LEAST:
        return None
    return Alike(best, len(shared[best]))
