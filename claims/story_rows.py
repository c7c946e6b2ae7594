"""The rows of a story that claims are compared by, with as few columns as that takes.

A story has thousands of sentences and claims; making whole objects of them was much of marking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from articles.models import Revision, Sentence
from claims.among import these
from claims.models import Claim


class Text(NamedTuple):
    """What an article says: its newest words, or older ones in which claims still stand."""

    pk: int  # of the revision
    article_id: int
    outlet_id: int
    imported_at: datetime  # its article
    text: str


class SentencePlace(NamedTuple):
    pk: int
    revision_id: int
    start: int
    end: int
    vector_model: str | None  # that made its vector; none without one


class ClaimPlace(NamedTuple):
    pk: int
    revision_id: int
    article_id: int
    outlet_id: int
    start: int
    end: int
    quote: str
    attribution: str
    open_relocation_id: int | None
    vector_model: str | None


TEXT = ("pk", "article_id", "article__outlet_id", "article__imported_at", "text")


def newest_texts(story_id: int) -> dict[int, Text]:
    """The newest text of each article by its key, what was imported last first."""
    rows = map(Text._make, Revision.objects.newest_of(story=story_id).values_list(*TEXT))
    in_order = sorted(rows, key=lambda one: (one.imported_at, one.article_id), reverse=True)
    return {one.pk: one for one in in_order}


def texts(keys: Iterable[int]) -> dict[int, Text]:
    """The texts of these revisions, by their keys."""
    rows = Revision.objects.filter(pk__in=these(keys)).values_list(*TEXT)
    return {one.pk: one for one in map(Text._make, rows)}


def sentences(texts: Mapping[int, Text]) -> list[SentencePlace]:
    """Those of the texts, text by text in their order."""
    fields = SentencePlace._fields
    rows = Sentence.objects.filter(revision__in=these(texts)).order_by("revision_id", "position")
    of_text: dict[int, list[SentencePlace]] = defaultdict(list)
    for one in map(SentencePlace._make, rows.values_list(*fields)):
        of_text[one.revision_id].append(one)
    return [one for key in texts for one in of_text[key]]


def claims(story_id: int) -> list[ClaimPlace]:
    """Those that stand in the story, in the order of their keys."""
    rows = Claim.objects.active().filter(story=story_id).order_by("pk")
    return list(map(ClaimPlace._make, rows.values_list(*ClaimPlace._fields)))
