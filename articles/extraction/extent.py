"""How far an article reaches past the run of prose that was found."""

from __future__ import annotations

from collections.abc import Sequence, Set

from articles.extraction.evidence import DOUBTFUL, SITE, Evidence
from articles.extraction.frame import SET_IN
from articles.extraction.shape import End, Shape
from articles.extraction.vocabulary import Concept
from articles.extraction.words import FIGURE

LAST_MOST = 4  # lines between the text and its last sentence, which make no list of others
BOX_MOST = 14  # lines looked at under a heading of other stories
TITLE_LEAST = 3  # words
SET_IN_OR_BOX = SET_IN | {Concept.RELATED}
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
    while (resumed := _past_box(shapes, evidence, stop)) > stop:
        stop = _past_last_sentence(shapes, evidence, resumed)
    if start and shapes[start - 1].is_clock:
        start -= any(shapes[place].is_clock for place in found)
    while stop < len(shapes):
        is_site = evidence[stop].score >= DOUBTFUL or evidence[stop].opens
        if is_site or stop in doubtful or not (trusted or _lost_its_stop(shapes, evidence, stop)):
            break
        stop += 1
    return range(start, stop)


def _past_box(shapes: Sequence[Shape], evidence: Sequence[Evidence], stop: int) -> int:
    """Past a box of other stories, when sentences follow each other under it; else `stop`.

    In a list of other stories each sentence has its title before it.
    """
    if stop >= len(shapes) or evidence[stop].opens is not Concept.RELATED:
        return stop
    last, sentences, titled, after_title = stop, 0, 0, False
    for place in range(stop + 1, min(stop + 1 + BOX_MOST, len(shapes))):
        shape, spoken = shapes[place], evidence[place]
        if not any(word != FIGURE for word in shape.folded):
            continue  # the number of a picture in its gallery
        if spoken.opens or (spoken.score >= DOUBTFUL and spoken.concept not in SET_IN):
            break
        if spoken.score >= DOUBTFUL:
            continue
        if shape.end is End.STOP and shape.size >= SENTENCE_LEAST:
            sentences, titled = sentences + 1, titled + after_title
            last, after_title = place + 1, False
        else:
            after_title = shape.size >= TITLE_LEAST
    return last if sentences > max(titled, 1) else stop


def _past_last_sentence(shapes: Sequence[Shape], evidence: Sequence[Evidence], stop: int) -> int:
    """Past the few lines to the last sentence, when nothing of the site parts them from it."""
    last, own = stop, 0
    for place in range(stop, len(shapes)):
        shape, spoken = shapes[place], evidence[place]
        is_site = spoken.score >= DOUBTFUL
        if _opens_section(shape, spoken) or (is_site and spoken.concept not in SET_IN_OR_BOX):
            return last
        own += not is_site
        if own > LAST_MOST:
            return stop
        if shape.is_closed and shape.size >= SENTENCE_LEAST and not is_site:
            last = place + 1
    return last


def _opens_section(shape: Shape, spoken: Evidence) -> bool:
    """Whether a heading opens more than the one title after its colon."""
    is_label = spoken.opens is Concept.RELATED and shape.text.endswith(":")
    return spoken.opens is not None and not is_label


def _lost_its_stop(shapes: Sequence[Shape], evidence: Sequence[Evidence], place: int) -> bool:
    """Whether the line is a sentence without its full stop, before the site or the end."""
    is_last = place == len(shapes) - 1 or evidence[place + 1].score >= SITE
    shape = shapes[place]
    is_sentence = shape.size >= SENTENCE_LEAST and shape.reads_on and not shape.is_closed
    return is_last and is_sentence
