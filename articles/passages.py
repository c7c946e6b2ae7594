"""Keeping the passages of each text: what shared copy is found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import matching
from articles.copying import copy_values
from articles.models import Passage, Revision

# The passages of some revisions, by the revision's key, in the order of the text.
Passages = Mapping[int, list[matching.Passage]]
COLUMNS = ("revision", "position", "start", "end", "grams")


def read(revisions: Iterable[Revision]) -> Passages:
    """What of these texts can share copy; of one without a paragraph long enough nothing."""
    return {revision.pk: matching.passages(revision.text) for revision in revisions}


def store(found: Passages) -> None:
    """Write the passages of new texts."""
    copy_values(Passage, COLUMNS, _rows(found))


def of_revisions(keys: Iterable[int]) -> Passages:
    """The passages of these revisions as they are stored; one query."""
    rows = Passage.objects.filter(revision__in=set(keys)).order_by("revision_id", "position")
    found: dict[int, list[matching.Passage]] = {}
    for key, position, start, end, grams in rows.values_list(*COLUMNS):
        passage = matching.Passage(position, start, end, tuple(grams))
        found.setdefault(key, []).append(passage)
    return found


def make_anew(revisions: Iterable[Revision]) -> Passages:
    """Forget the passages of these revisions and store them as they are read now."""
    found = read(revisions)
    Passage.objects.filter(revision__in=found).delete()
    store(found)
    return found


def array_of(grams: Iterable[int]) -> str:
    """As PostgreSQL writes an array; psycopg takes ten times as long to write a list so."""
    return f"{{{','.join(map(str, grams))}}}"


def _rows(found: Passages) -> Iterator[tuple[int, int, int, int, str]]:
    for key, inside in found.items():
        for one in inside:
            yield key, one.position, one.start, one.end, array_of(one.grams)
