"""The words around a claim: its own sentence and the ones beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Revision, Sentence
from claims.models import Claim
from web.prepared import prepared


@dataclass(frozen=True)
class Surroundings:
    """What stands before and after the claim's words; a cut end is not that of the text."""

    before: str
    after: str
    is_cut_before: bool
    is_cut_after: bool


def of(claim: Claim) -> Surroundings:
    """From the sentence before the claim's own to the one after. Two queries."""
    return around(claim.revision, claim.start, claim.end)


def around(revision: Revision, start: int, end: int) -> Surroundings:
    """The same for any place of a text, in code points, end exclusive."""
    text = revision.text
    own = sorted(_positions(revision, start, end)) or [0]
    beside = _between(revision, own[0] - 1, own[-1] + 1)
    first = min([start, *(start for start, _ in beside)])
    last = max([end, *(end for _, end in beside)])
    return Surroundings(
        before=text[first:start],
        after=text[end:last],
        is_cut_before=bool(text[:first].strip()),
        is_cut_after=bool(text[last:].strip()),
    )


@prepared
def _positions(revision: Revision, start: int, end: int) -> QuerySet[Sentence, int]:
    inside = Sentence.objects.filter(revision=revision, start__lt=end, end__gt=start)
    return inside.order_by().values_list("position", flat=True)


@prepared
def _between(revision: Revision, first: int, last: int) -> QuerySet[Sentence, tuple[int, int]]:
    rows = Sentence.objects.filter(revision=revision, position__gte=first, position__lte=last)
    return rows.order_by().values_list("start", "end")
