"""Where in a page the article stands: the run of lines that holds most of its prose.

Maximum subsequence segmentation (Pasternack and Roth 2009): lines that read like paragraphs
count for, all others against, and the article is the run with the greatest sum.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from articles.extraction.evidence import DOUBTFUL, SITE, Evidence
from articles.extraction.shape import End, Shape
from articles.extraction.vocabulary import Concept

PARAGRAPH_MOST = 60.0  # words: a longer paragraph is no stronger a sign
BEGUN = 40.0  # words of prose before which a heading cannot close the article
BREAK_MOST = 30.0  # what lines between two paragraphs cost at most
KIN = 0.25  # share of a paragraph's words known from the article: half the article's own reach it

_BUTTON = 4.0
_SET_IN_COST = 2.0
SET_IN = frozenset(
    {Concept.ADVERTISEMENT, Concept.TEASER, Concept.PHOTO, Concept.NEWSLETTER, Concept.PLAYER}
)
_SET_IN_MOST = 3  # lines
_CLOSING = {Concept.COPYRIGHT: 15.0, Concept.COMMENTS: 15.0, Concept.AUTHOR: 12.0}
_OPENING = {Concept.COMMENTS: 60.0, Concept.RELATED: 25.0}
UNDER_COMMENTS = 0.3  # what prose is worth where readers write
NO_TEASER = 45  # words: what announces another story is shorter
SURE_LEAST = 1.0  # what a line counts that another reader took for the article
LONE = 0.3  # what a paragraph is worth that stands alone and speaks of other things


def frame(
    shapes: Sequence[Shape], evidence: Sequence[Evidence], *, sure: Set[int] = frozenset()
) -> range:
    """The lines from the article's first to its last; empty when no line reads like prose.

    Lines at the places `sure` never speak against it by their shape alone.
    """
    best, best_sum = range(0), 0.0
    count = _Count(sure)
    for place in range(len(shapes)):
        count.add(shapes, evidence, place)
        if count.sum > best_sum:
            best, best_sum = range(count.start, place + 1), count.sum
    return best


class _Count:
    """The running sum, from the line where it last stood above nothing."""

    def __init__(self, sure: Set[int]) -> None:
        self.sure = sure
        self._begin(0)

    def _begin(self, place: int) -> None:
        self.start, self.sum, self.lost = place, 0.0, 0.0
        self.under: Concept | None = None
        self.listing = False
        self.known: set[str] = set()

    def add(self, shapes: Sequence[Shape], evidence: Sequence[Evidence], place: int) -> None:
        if self.sum <= 0:
            self._begin(place)
        shape, spoken = shapes[place], evidence[place]
        if spoken.opens in _OPENING and self.sum > BEGUN:
            self._open(spoken.opens)
        value = self._worth(shapes, evidence, place)
        if value > 0:
            self.lost = 0.0
            self.known |= shape.content
        elif spoken.concept not in _CLOSING:
            value = max(value, self.lost - BREAK_MOST) if self.lost < BREAK_MOST else 0.0
            self.lost -= value
        self.sum += value

    def _open(self, concept: Concept) -> None:
        self.sum -= _OPENING[concept]
        if self.under is not Concept.COMMENTS:
            self.under = concept

    def _worth(self, shapes: Sequence[Shape], evidence: Sequence[Evidence], place: int) -> float:
        shape = shapes[place]
        value = _value(shape, evidence[place])
        if place in self.sure and evidence[place].score < DOUBTFUL:
            value = max(value, SURE_LEAST)
        if value > 0:
            self.listing = shape.text.endswith(":")
            if self.under is Concept.COMMENTS:
                return value * UNDER_COMMENTS
            if self.sum > BEGUN and not self._resumes(shapes, evidence, place):
                return value * LONE
        elif self.listing and evidence[place].score < DOUBTFUL:
            return 1.0
        return value

    def _resumes(self, shapes: Sequence[Shape], evidence: Sequence[Evidence], place: int) -> bool:
        """Whether the article goes on here: two paragraphs together, a long one, its own words."""
        if shapes[place].size >= NO_TEASER:
            return True
        beside = (_beyond(evidence, place, -1), _beyond(evidence, place, 1))
        if any(
            0 <= i < len(shapes) and shapes[i].is_prose and evidence[i].score < DOUBTFUL
            for i in beside
        ):
            return True
        return shapes[place].kinship(self.known) >= KIN


def _beyond(evidence: Sequence[Evidence], place: int, step: int) -> int:
    """The next place that way which is no advertisement, teaser or picture set in the text."""
    place += step
    for _ in range(_SET_IN_MOST):
        if not 0 <= place < len(evidence) or evidence[place].opens:
            break
        if evidence[place].score < SITE or evidence[place].concept not in SET_IN:
            break
        place += step
    return place


def _value(shape: Shape, spoken: Evidence) -> float:
    if spoken.score >= DOUBTFUL:
        if spoken.concept in SET_IN:
            return -_SET_IN_COST
        return -_CLOSING.get(spoken.concept, _BUTTON) if spoken.concept else -_BUTTON
    size = min(shape.size, PARAGRAPH_MOST)
    if shape.is_closed:
        return size
    if shape.end is End.TRAILING:
        return size * 0.5 if size >= 25 else -6.0
    if shape.end is End.RUNNING or (shape.starts_small and size >= 4):
        return size * 0.5
    if size >= 20:
        return size * 0.7
    if size >= 12 and shape.reads_on:
        return 0.0
    return -3.0 if size <= 3 else -7.0
