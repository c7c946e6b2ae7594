"""Places in a text as browsers and forms give them, turned into code points of the revision."""

from __future__ import annotations

from django.db import models

import matching
from articles.models import Revision
from claims.errors import BadSpan
from matching import Span


class Step(models.TextChoices):
    """One end of a claim, one word further."""

    START_EARLIER = "start-earlier", "Start one word earlier"
    START_LATER = "start-later", "Start one word later"
    END_EARLIER = "end-earlier", "End one word earlier"
    END_LATER = "end-later", "End one word later"


def from_browser(text: str, *, paragraph: int, start: int, end: int) -> Span:
    """The span that a browser selected inside one paragraph.

    `paragraph` is where the paragraph begins, in code points of the text; `start` and `end` count
    UTF-16 units from there, end exclusive. Raises BadSpan when the text has no such place.
    """
    for span in matching.paragraphs(text):
        if span.start == paragraph:
            break
    else:
        raise BadSpan("These words are not in the text. Select them again.")
    words = span.of(text)
    try:
        first, last = (matching.from_utf16(words, units) for units in (start, end))
    except ValueError as error:
        raise BadSpan("These words are not in the text. Select them again.") from error
    return Span(span.start + first, span.start + last)


def of_sentence(revision: Revision, position: int) -> Span:
    """The place of a sentence of the revision, counted from 0. Raises BadSpan without one."""
    for sentence in revision.sentences.all():
        if sentence.position == position:
            return Span(sentence.start, sentence.end)
    raise BadSpan("These words are not in the text. Select them again.")


def step(text: str, span: Span, to: Step) -> Span:
    """The span with one end moved by a word; as it was when its paragraph or it has no more.

    The span stands in one paragraph and keeps at least one word.
    """
    around = paragraph_around(text, span)
    words = [
        Span(around.start + word.start, around.start + word.end)
        for word in matching.words(around.of(text))
    ]
    held = [word for word in words if span.start <= word.start and word.end <= span.end]
    start, end = span.start, span.end
    match to:
        case Step.START_EARLIER:
            start = max((word.start for word in words if word.start < start), default=start)
        case Step.START_LATER if len(held) > 1:
            start = held[1].start
        case Step.END_EARLIER if len(held) > 1:
            end = held[-2].end
        case Step.END_LATER:
            end = min((word.end for word in words if word.end > end), default=end)
    return Span(start, end)


def paragraph_around(text: str, span: Span) -> Span:
    """The paragraph that holds the span's start."""
    return next(one for one in matching.paragraphs(text) if one.start <= span.start < one.end)
