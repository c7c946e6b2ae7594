"""The words around a claim: its own sentence and the ones beside it."""

from __future__ import annotations

from dataclasses import dataclass

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
    text = claim.revision.text
    sentences = claim.revision.sentences
    positions = sentences.filter(start__lt=claim.end, end__gt=claim.start).values_list(
        "position", flat=True
    )
    own = sorted(positions) or [0]
    beside = sentences.filter(position__gte=own[0] - 1, position__lte=own[-1] + 1)
    start = min([claim.start, *(sentence.start for sentence in beside)])
    end = max([claim.end, *(sentence.end for sentence in beside)])
    return Surroundings(
        before=text[start : claim.start],
        after=text[claim.end : end],
        is_cut_before=bool(text[:start].strip()),
        is_cut_after=bool(text[end:].strip()),
    )
