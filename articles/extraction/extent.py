"""How far an article reaches past the run of prose that was found."""

from __future__ import annotations

from collections.abc import Sequence, Set

from articles.extraction.evidence import DOUBTFUL, SITE, Evidence
from articles.extraction.frame import SET_IN
from articles.extraction.shape import Shape

LAST_MOST = 4  # lines between the text and its last sentence, which make no list of others
SENTENCE_LEAST = 5  # words of a last sentence


def extent(
    shapes: Sequence[Shape],
    evidence: Sequence[Evidence],
    found: range,
    *,
    trusted: bool,
    doubtful: Set[int],
) -> range:
    """`found` with the clock of a live report above it and the last sentences below it.

    `trusted` lines, out of HTML that was read already, go on until something speaks for the
    site; places in `doubtful` do not.
    """
    start, stop = found.start, _past_last_sentence(shapes, evidence, found.stop)
    if start and shapes[start - 1].is_clock:
        start -= any(shapes[place].is_clock for place in found)
    while stop < len(shapes):
        is_site = evidence[stop].score >= DOUBTFUL or evidence[stop].opens
        if is_site or stop in doubtful or not (trusted or _lost_its_stop(shapes, evidence, stop)):
            break
        stop += 1
    return range(start, stop)


def _past_last_sentence(shapes: Sequence[Shape], evidence: Sequence[Evidence], stop: int) -> int:
    """Past the few lines to the last sentence, when nothing of the site parts them from it."""
    last, own = stop, 0
    for place in range(stop, len(shapes)):
        shape, spoken = shapes[place], evidence[place]
        is_site = spoken.score >= DOUBTFUL
        if spoken.opens or (is_site and spoken.concept not in SET_IN):
            return last
        own += not is_site
        if own > LAST_MOST:
            return stop
        if shape.is_closed and shape.size >= SENTENCE_LEAST and not is_site:
            last = place + 1
    return last


def _lost_its_stop(shapes: Sequence[Shape], evidence: Sequence[Evidence], place: int) -> bool:
    """Whether the line is a sentence without its full stop, before the site or the end."""
    is_last = place == len(shapes) - 1 or evidence[place + 1].score >= SITE
    shape = shapes[place]
    is_sentence = shape.size >= SENTENCE_LEAST and shape.reads_on and not shape.is_closed
    return is_last and is_sentence
