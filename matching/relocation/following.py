"""What became of a claim when its article got other words."""

from __future__ import annotations

from matching.relocation.aligned import Aligned, Followed
from matching.relocation.alignment import align
from matching.relocation.counterparts import Search
from matching.relocation.outcome import Outcome
from matching.relocation.places import Place, Quote
from matching.relocation.spots import SIDE, Spots
from matching.relocation.words import Words
from matching.spans import Span

SURE = 0.5
"""Likeness of sentences from which one is the other, against a copy of the words elsewhere."""

LOST = Followed(Outcome.LOST)
AMBIGUOUS = Followed(Outcome.AMBIGUOUS, None, 1.0)


def follow(old: Words, span: Span, place: Span, new: Words) -> Followed:
    """What became of the old words at `span`, at least one, of which the claim covers `place`."""
    quote = Quote(old, span, place)
    whole = quote.whole_places(new)
    twins = quote.whole_places(old) if whole else []
    if whole and len(twins) == 1:
        return _exact(Outcome.UNCHANGED, whole[0]) if len(whole) == 1 else AMBIGUOUS
    if len(whole) == len(twins) > 1 and span in twins:
        return _exact(Outcome.UNCHANGED, whole[twins.index(span)])
    if len(twins) > 1 and (at_edge := quote.at_edge(new, whole)):
        return _exact(Outcome.UNCHANGED, at_edge[0])
    alignment = align(old, new)
    search = Search(alignment, *old.holding(span))
    aligned = Aligned(old, span, new, search)
    spots = Spots(quote, span, alignment, search)
    best = spots.best(aligned, whole)
    return AMBIGUOUS if len(best) > 1 else _followed(best[0] if best else None, spots, aligned)


def _exact(outcome: Outcome, span: Span) -> Followed:
    return Followed(outcome, span, 1.0)


def _followed(spot: Place | None, spots: Spots, aligned: Aligned) -> Followed:
    """The outcome when the claim's very words stand at one spot at most."""
    if spot and spots.is_in_place(spot, aligned):
        return _in_place(spot, spots, aligned)
    changed = aligned.changed()
    is_sure = aligned.counterpart is not None and aligned.counterpart.likeness >= SURE
    if changed and changed.outcome is Outcome.VALUE_CHANGED and is_sure:
        return changed
    if spot and spots.may_have_moved(spot):
        spilt = aligned.spilt_over(spot.span)
        if spilt:
            return Followed(Outcome.VALUE_CHANGED, spilt, 1.0)
        return _exact(Outcome.MOVED, spot.span)
    return changed or LOST


def _in_place(spot: Place, spots: Spots, aligned: Aligned) -> Followed:
    """The same words in their place; but “about” or “it is not true that” may stand before them."""
    if aligned.is_denied_before(spot.span):
        return Followed(Outcome.VALUE_CHANGED, spot.span, 1.0)
    spilt = aligned.spilt_over(spot.span)
    if spilt:
        return Followed(Outcome.VALUE_CHANGED, spilt, 1.0)
    is_same = max(spot.before, spot.behind) >= SIDE and not spots.is_crossed(spot)
    return _exact(Outcome.UNCHANGED if is_same else Outcome.MOVED, spot.span)
