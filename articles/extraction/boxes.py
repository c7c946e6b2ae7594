"""Titles of other stories that a site sets between an article's paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from articles.extraction.evidence import SITE, Evidence
from articles.extraction.shape import End, Shape

TITLE_LEAST = 5  # words
KIN = 0.45  # titles in a box share less than this with the article, its own headings more


def teaser_boxes(
    shapes: Sequence[Shape], evidence: Sequence[Evidence], body: range, known: Set[str]
) -> Iterator[int]:
    """Places of two or more titles in a row, between paragraphs, that speak of other things.

    A list the article announces has a colon before it; verse has commas and closes on a short
    line; the headings of an article stand alone. `known` are the article's content words.
    """
    place = body.start
    while place < body.stop:
        stop = place
        while stop < body.stop and _is_title(shapes[stop], evidence[stop]):
            stop += 1
        if stop > place and _is_box(shapes, evidence, range(place, stop), known):
            yield from range(place, stop)
        place = max(stop, place + 1)


def _is_title(shape: Shape, spoken: Evidence) -> bool:
    if spoken.score >= SITE:
        return True
    if shape.is_prose or shape.is_bullet or shape.starts_small or shape.is_unspaced:
        return False
    return shape.end is End.OPEN


def _is_box(
    shapes: Sequence[Shape], evidence: Sequence[Evidence], run: range, known: Set[str]
) -> bool:
    own = [shapes[place] for place in run if evidence[place].score < SITE]
    titles = [shape for shape in own if shape.size >= TITLE_LEAST]
    if len(titles) < 2 or run.start == 0 or run.stop >= len(shapes):
        return False
    if shapes[run.start - 1].end is End.RUNNING or not shapes[run.stop].is_prose:
        return False
    return sum(title.kinship(known) for title in titles) < KIN * len(titles)
