"""Sorting the lines of a page into the article and everything around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articles.extraction.boxes import teaser_boxes
from articles.extraction.dates import is_date_line
from articles.extraction.evidence import DOUBTFUL, SITE, Evidence, evidence_of
from articles.extraction.frame import SET_IN, frame
from articles.extraction.head import (
    byline_of,
    can_be_headline,
    headline_among,
    is_by_alone,
    is_name_line,
)
from articles.extraction.page import Line, Role
from articles.extraction.shape import End, Shape, shape_of
from articles.extraction.vocabulary import Concept
from articles.extraction.words import words

ABOVE, BELOW = "above the article", "below the article"
BESIDE = "beside the article"

_HEAD_MOST = 8  # lines of the frame among which a byline or date can still follow
_HEAD_PROSE = 3  # paragraphs that can stand above it: a standfirst and a caption or two
_SPOKEN = 0.4  # evidence from which a line outside the article names its own reason
_REPEATS, _REPEATED_MOST = 3, 8  # times, words
_STANDFIRST_LEAST = 6  # words
_STANDFIRST_KIN = 0.3
_AUTHOR_BOX = 4  # lines at the end among which an author can be described
_ASKED_MOST = 20  # words of a headline that is a question or a cry
_LAST_MOST = 4  # lines between the text and its last sentence, which make no list of others
_TAIL_LEAST = 5  # words of a last sentence that lost its full stop
_ROLES = {
    Concept.PHOTO: Role.CAPTION,
    Concept.CREDIT: Role.CREDIT,
    Concept.DATE: Role.DATE,
    Concept.AUTHOR: Role.BYLINE,
}


def sort_lines(
    texts: Sequence[str],
    *,
    headline: str = "",
    trusted: bool = False,
    doubtful: Sequence[bool] = (),
) -> list[Line]:
    """Keep the article's own lines, strike the rest with a reason. Linear in the text.

    `headline` is what the page itself declares; lines that repeat it are struck. `trusted`
    lines come out of HTML already without most of the site: then nothing below the article is
    struck but what speaks for itself or stands under a heading of something else, and lines
    marked `doubtful` are kept only as paragraphs between others.
    """
    sorter = _Sorter(texts)
    sorter.declared = "".join(words(headline))
    sorter.trusted = trusted
    sorter.doubtful = {place for place, is_doubtful in enumerate(doubtful) if is_doubtful}
    return sorter.lines()


class _Sorter:
    """One page's lines, what each says about itself, and the verdicts as they fall."""

    declared = ""
    trusted = False
    doubtful: set[int]

    def __init__(self, texts: Sequence[str]) -> None:
        self.shapes = [shape_of(text) for text in texts]
        self.evidence = [evidence_of(shape) for shape in self.shapes]
        self.doubtful = set()
        self.struck: dict[int, tuple[str, Role]] = {}

    def lines(self) -> list[Line]:
        self._mark_repeated()
        self._strike_headlines()
        body = frame(self.shapes, self.evidence)
        if body:
            body = self._widened(body)
            known = self._known(body)
            start = self._strike_head(body, known)
            self._strike_inside(range(start, body.stop))
            for place in teaser_boxes(self.shapes, self.evidence, body, known):
                self._strike(place, Concept.TEASER.value)
            self._strike_author_box(body)
        self._strike_below(body)
        return [self._line(place, shape) for place, shape in enumerate(self.shapes)]

    def _line(self, place: int, shape: Shape) -> Line:
        if place not in self.struck:
            return Line(shape.text, kept=True)
        reason, role = self.struck[place]
        return Line(shape.text, kept=False, reason=reason, role=role)

    def _strike(self, place: int, reason: str, role: Role = Role.SITE) -> None:
        self.struck.setdefault(place, (reason, role))

    def _strike_spoken(self, place: int, otherwise: str) -> None:
        spoken = self.evidence[place]
        if spoken.concept is None or spoken.score < _SPOKEN:
            self._strike(place, otherwise)
        else:
            self._strike(place, spoken.concept.value, _ROLES.get(spoken.concept, Role.SITE))

    def _known(self, body: range) -> set[str]:
        """The content words of the article's paragraphs."""
        known: set[str] = set()
        for place in body:
            if self.shapes[place].is_prose:
                known |= self.shapes[place].content
        return known

    def _mark_repeated(self) -> None:
        """The same few words again and again are the site's, never the reporter's."""
        count = Counter(shape.text for shape in self.shapes if shape.size <= _REPEATED_MOST)
        for place, shape in enumerate(self.shapes):
            if count[shape.text] >= _REPEATS and not shape.is_closed:
                self.evidence[place] = Evidence(
                    SITE, Concept.NAVIGATION, self.evidence[place].opens
                )

    def _strike_headlines(self) -> None:
        """Lines that say again what the page declares as its headline."""
        for place, shape in enumerate(self.shapes):
            if self.declared and "".join(shape.folded) == self.declared:
                self.evidence[place] = Evidence(SITE, None)
                self._strike(place, "headline", Role.HEADLINE)

    def _widened(self, body: range) -> range:
        """With a last sentence that lost its full stop, and with all that can be trusted.

        A clock above the first paragraph opens a live report when more clocks follow.
        """
        start, stop = body.start, body.stop
        if start and self.shapes[start - 1].is_clock:
            start -= any(self.shapes[place].is_clock for place in body)
        stop = self._with_last_sentences(stop)
        while stop < len(self.shapes) and self._goes_on(stop):
            stop += 1
        return range(start, stop)

    def _with_last_sentences(self, stop: int) -> int:
        """Past the few lines to the last sentence, when nothing of the site parts them from it."""
        last, own = stop, 0
        for place in range(stop, len(self.shapes)):
            shape, spoken = self.shapes[place], self.evidence[place]
            is_site = spoken.score >= DOUBTFUL
            if spoken.opens or (is_site and spoken.concept not in SET_IN):
                return last
            own += not is_site
            if own > _LAST_MOST:
                return stop
            if shape.is_closed and shape.size >= _TAIL_LEAST and not is_site:
                last = place + 1
        return last

    def _goes_on(self, place: int) -> bool:
        shape, spoken = self.shapes[place], self.evidence[place]
        if spoken.score >= DOUBTFUL or spoken.opens or place in self.doubtful:
            return False
        if self.trusted:
            return True
        is_last = place == len(self.shapes) - 1 or self.evidence[place + 1].score >= SITE
        return is_last and shape.size >= _TAIL_LEAST and shape.reads_on and not shape.is_closed

    def _strike_head(self, body: range, known: set[str]) -> int:
        """Strike what stands above the text; the first line after the byline and the date."""
        start = self._head_end(body)
        headline = None if self.declared else self._headline(start, body, known)
        for place in range(start):
            shape, spoken = self.shapes[place], self.evidence[place]
            is_sentence = place in body and shape.is_closed and spoken.score < DOUBTFUL
            if place == headline:
                self.struck[place] = ("headline", Role.HEADLINE)
            elif not is_sentence and self._is_standfirst(place, headline, known):
                self._strike(place, "standfirst", Role.STANDFIRST)
            elif not is_sentence:
                self._strike_head_line(place)
        return max(start, body.start)

    def _head_end(self, body: range) -> int:
        """The line after the last byline or date that opens the frame."""
        end, prose = body.start, 0
        for place in range(body.start, min(body.start + _HEAD_MOST, body.stop)):
            shape = self.shapes[place]
            if self._is_byline(place) or is_date_line(shape):
                end = place + 1
            prose += shape.is_prose
            if prose > _HEAD_PROSE:
                break
        return end

    def _is_byline(self, place: int) -> bool:
        shape = self.shapes[place]
        return byline_of(shape.text) is not None or is_by_alone(shape.text)

    def _headline(self, start: int, body: range, known: set[str]) -> int | None:
        found = headline_among(self.shapes, self.evidence, start, known)
        if found is not None or start > body.start:
            return found
        first = self.shapes[body.start]
        is_asked = first.end is End.ASKING and first.size <= _ASKED_MOST
        if is_asked and body.start + 1 < body.stop and self.shapes[body.start + 1].is_prose:
            if can_be_headline(first, self.evidence[body.start]):
                self.struck[body.start] = ("headline", Role.HEADLINE)
        return None

    def _is_standfirst(self, place: int, headline: int | None, known: set[str]) -> bool:
        """A second, longer line under the headline that says what the article says."""
        if headline is None or not headline < place <= headline + 2:
            return False
        shape, spoken = self.shapes[place], self.evidence[place]
        if shape.size < _STANDFIRST_LEAST or not can_be_headline(shape, spoken):
            return False
        return shape.kinship(known) >= _STANDFIRST_KIN and not is_name_line(shape)

    def _strike_head_line(self, place: int) -> None:
        shape = self.shapes[place]
        after_by = place > 0 and is_by_alone(self.shapes[place - 1].text)
        by_date = any(
            0 <= other < len(self.shapes) and is_date_line(self.shapes[other])
            for other in (place - 1, place + 1, place + 2)
        )
        if self._is_byline(place) or (is_name_line(shape) and (after_by or by_date)):
            self._strike(place, "byline", Role.BYLINE)
        elif is_date_line(shape):
            self._strike(place, Concept.DATE.value, Role.DATE)
        else:
            self._strike_spoken(place, ABOVE)

    def _strike_inside(self, body: range) -> None:
        """What speaks for itself, the short lines under such headings, what HTML left out."""
        in_box = False
        for place in body:
            shape, spoken = self.shapes[place], self.evidence[place]
            if spoken.score >= SITE or spoken.opens:
                self._strike_spoken(place, Concept.NAVIGATION.value)
                in_box = spoken.opens is not None
            elif in_box and not shape.is_closed and not shape.is_prose:
                self._strike(place, Concept.TEASER.value)
            elif place in self.doubtful and not shape.is_prose:
                self._strike(place, BESIDE)
            elif shape.is_closed or shape.is_prose:
                in_box = False

    def _strike_author_box(self, body: range) -> None:
        """A name, then a paragraph about the person, at the very end."""
        for place in range(max(body.start, body.stop - _AUTHOR_BOX), body.stop - 1):
            shape, after = self.shapes[place], self.shapes[place + 1]
            if is_name_line(shape) and {*shape.folded} & {*after.folded[:4]} and after.is_closed:
                for rest in range(place, body.stop):
                    self._strike(rest, Concept.AUTHOR.value, Role.BYLINE)

    def _strike_below(self, body: range) -> None:
        under = BELOW
        for place in range(body.stop, len(self.shapes)):
            spoken = self.evidence[place]
            if spoken.opens:
                is_list = spoken.opens is Concept.RELATED
                under = Concept.TEASER.value if is_list else spoken.opens.value
            is_signed = (
                place == body.stop and spoken.score < _SPOKEN and is_name_line(self.shapes[place])
            )
            if is_signed or (place - body.stop < 3 and self._is_byline(place)):
                self._strike(place, "byline", Role.BYLINE)
            else:
                self._strike_spoken(place, under)
