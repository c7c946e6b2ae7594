"""The words around a claim: its own sentence and the ones beside it."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Revision
from claims.models import Claim


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
    text, sentences = revision.text, revision.sentences
    positions = sentences.filter(start__lt=end, end__gt=start).values_list("position", flat=True)
    own = sorted(positions) or [0]
    beside = list(sentences.filter(position__gte=own[0] - 1, position__lte=own[-1] + 1))
    first = min([start, *(sentence.start for sentence in beside)])
    last = max([end, *(sentence.end for sentence in beside)])
    return Surroundings(
        before=text[first:start],
        after=text[end:last],
        is_cut_before=bool(text[:first].strip()),
        is_cut_after=bool(text[last:].strip()),
    )
