"""Sorting the lines of a page into the article and everything around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articles.extraction.dates import is_date_line
from articles.extraction.evidence import DOUBTFUL, SITE, Evidence, evidence_of
from articles.extraction.frame import frame
from articles.extraction.head import byline_of, can_be_headline, headline_among
from articles.extraction.page import Line, Role
from articles.extraction.shape import End, Shape, shape_of
from articles.extraction.vocabulary import Concept

_HEAD_MOST = 8  # lines inside the frame among which a byline or date can still follow
_REPEATS = 3
_REPEATED_MOST = 8  # words
TITLE_LEAST = 5  # words
BOX_KIN = 0.45  # titles in a box share less than this with the article, its own headings more
_ROLES = {
    Concept.PHOTO: Role.CAPTION,
    Concept.CREDIT: Role.CREDIT,
    Concept.DATE: Role.DATE,
    Concept.AUTHOR: Role.BYLINE,
}


class Sorter:
    """One page's lines with what each says about itself."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.shapes = [shape_of(text) for text in texts]
        self.evidence = [evidence_of(shape) for shape in self.shapes]
        self.struck: dict[int, tuple[str, Role]] = {}
        self._strike_repeated()
        self.frame = frame(self.shapes, self.evidence)

    def lines(self) -> list[Line]:
        """Every line in order, kept or struck with its reason."""
        start = self._head()
        body = range(start, self.frame.stop)
        known = self._known(body)
        self._strike_inside(body)
        self._strike_boxes(body, known)
        self._strike_outside(body)
        self._name_headline(start, known)
        return [self._line(place, shape) for place, shape in enumerate(self.shapes)]

    def _line(self, place: int, shape: Shape) -> Line:
        if place in self.struck:
            reason, role = self.struck[place]
            return Line(shape.text, kept=False, reason=reason, role=role)
        return Line(shape.text, kept=True)

    def _known(self, body: range) -> set[str]:
        known: set[str] = set()
        for place in body:
            if self.shapes[place].is_prose:
                known |= self.shapes[place].content
        return known

    def _strike(self, place: int, reason: str, role: Role = Role.SITE) -> None:
        self.struck.setdefault(place, (reason, role))

    def _strike_spoken(self, place: int, otherwise: str) -> None:
        concept = self.evidence[place].concept
        if concept is None or self.evidence[place].score < 0.4:
            self._strike(place, otherwise)
        else:
            self._strike(place, concept.value, _ROLES.get(concept, Role.SITE))

    def _strike_repeated(self) -> None:
        """The same few words again and again are a caption of the site, never the reporter's."""
        count = Counter(shape.text for shape in self.shapes if shape.size <= _REPEATED_MOST)
        for place, shape in enumerate(self.shapes):
            if count[shape.text] >= _REPEATS and not shape.is_closed:
                self.evidence[place] = Evidence(SITE, Concept.NAVIGATION, self.evidence[place].opens)

    def _head(self) -> int:
        """The first line of the body: past the byline and date, if they follow in the frame."""
        start = self.frame.start
        for place in range(start, min(start + _HEAD_MOST, self.frame.stop)):
            shape = self.shapes[place]
            if byline_of(shape.text) or (is_date_line(shape)):
                start = place + 1
        for place in range(self.frame.start, start):
            shape, spoken = self.shapes[place], self.evidence[place]
            if not shape.is_closed or spoken.score >= DOUBTFUL:
                self._strike_head_line(place)
        return self.frame.start if start < self.frame.stop else self.frame.start

    def _strike_head_line(self, place: int) -> None:
        text = self.shapes[place].text
        if byline_of(text):
            self._strike(place, "byline", Role.BYLINE)
        elif is_date_line(self.shapes[place]):
            self._strike(place, "date line", Role.DATE)
        else:
            self._strike_spoken(place, "above the article")

    def _strike_inside(self, body: range) -> None:
        in_box = False
        for place in body:
            shape, spoken = self.shapes[place], self.evidence[place]
            if spoken.score >= SITE or spoken.opens:
                self._strike_spoken(place, "navigation")
                in_box = spoken.opens is not None
            elif in_box and not shape.is_closed and not shape.is_prose:
                self._strike(place, Concept.TEASER.value)
            elif shape.is_closed or shape.is_prose:
                in_box = False

    def _strike_boxes(self, body: range, known: set[str]) -> None:
        """Two or more titles between paragraphs that speak of other things: a box of teasers.

        A list the article announces ends its line before with a colon; verse has commas and
        closes on a short line; headings inside an article stand alone.
        """
        place = body.start
        while place < body.stop:
            stop = place
            while stop < body.stop and self._is_title(stop):
                stop += 1
            if self._is_box(range(place, stop), known):
                for title in range(place, stop):
                    self._strike(title, Concept.TEASER.value)
            place = max(stop, place + 1)

    def _is_title(self, place: int) -> bool:
        shape, spoken = self.shapes[place], self.evidence[place]
        if shape.is_prose or shape.is_bullet or shape.starts_small or shape.is_unspaced:
            return False
        return shape.end is End.OPEN or spoken.score >= SITE

    def _is_box(self, run: range, known: set[str]) -> bool:
        titles = [self.shapes[i] for i in run if self.shapes[i].size >= TITLE_LEAST]
        if len(titles) < 2 or run.start == 0 or run.stop >= len(self.shapes):
            return False
        if self.shapes[run.start - 1].end is End.RUNNING or not self.shapes[run.stop].is_prose:
            return False
        return sum(title.kinship(known) for title in titles) < BOX_KIN * len(titles)

    def _strike_outside(self, body: range) -> None:
        for place in range(body.start):
            self._strike_head_line(place)
        under = "below the article"
        for place in range(body.stop, len(self.shapes)):
            spoken = self.evidence[place]
            if spoken.opens:
                under = Concept.TEASER.value if spoken.opens is Concept.RELATED else spoken.opens.value
            self._strike_spoken(place, under)

    def _name_headline(self, start: int, known: set[str]) -> None:
        place = headline_among(self.shapes, self.evidence, start, known)
        if place is not None:
            self.struck[place] = ("headline", Role.HEADLINE)


def sort_lines(texts: Sequence[str]) -> list[Line]:
    """Keep the article's own lines, strike the rest with a reason. Linear in the text."""
    return Sorter(texts).lines()
