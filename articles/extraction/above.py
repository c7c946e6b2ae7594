"""What stands above the text: which lines are headline, standfirst, byline, date or site."""

from __future__ import annotations

from collections.abc import Sequence, Set

from articles.extraction.dates import is_date_line
from articles.extraction.evidence import DOUBTFUL, Evidence
from articles.extraction.head import (
    byline_of,
    can_be_headline,
    headline_among,
    is_by_alone,
    is_name_line,
)
from articles.extraction.page import Role
from articles.extraction.shape import End, Shape
from articles.extraction.verdicts import Verdict, spoken_verdict
from articles.extraction.vocabulary import Concept

_HEAD_MOST = 8  # lines of the text among which a byline or date can still follow
_HEAD_PROSE = 50  # words that can stand above it: a standfirst and a caption
_STANDFIRST_LEAST = 6  # words
_STANDFIRST_KIN = 0.3
_ASKED_MOST = 20  # words of a headline that is a question or a cry
HEADLINE = Verdict("headline", Role.HEADLINE)
BYLINE = Verdict("byline", Role.BYLINE)


class Above:
    """The lines over the first paragraph. `known` are the content words of the text."""

    def __init__(
        self,
        shapes: Sequence[Shape],
        evidence: Sequence[Evidence],
        body: range,
        known: Set[str],
    ) -> None:
        self.shapes, self.evidence, self.body, self.known = shapes, evidence, body, known
        self.end = self._end()
        """The line after the byline and the date: the text's own lines start here."""

    def struck(self, *, finds_headline: bool) -> dict[int, Verdict]:
        """Verdicts by place; sentences between headline and byline stay with the text."""
        headline = self._headline() if finds_headline else None
        verdicts = {headline: HEADLINE} if headline is not None else {}
        for place in range(self.end):
            shape, spoken = self.shapes[place], self.evidence[place]
            is_sentence = place in self.body and shape.is_closed and spoken.score < DOUBTFUL
            if place == headline or is_sentence:
                continue
            if self._is_standfirst(place, headline):
                verdicts[place] = Verdict("standfirst", Role.STANDFIRST)
            else:
                verdicts[place] = self._verdict(place)
        return verdicts

    def _end(self) -> int:
        end, prose = self.body.start, 0.0
        for place in range(self.body.start, min(self.body.start + _HEAD_MOST, self.body.stop)):
            shape = self.shapes[place]
            if is_byline(shape) or is_date_line(shape):
                end = place + 1
            prose += shape.size if shape.is_closed else 0
            if prose > _HEAD_PROSE:
                break
        return end

    def _headline(self) -> int | None:
        found = headline_among(self.shapes, self.evidence, self.end, self.known)
        if found is not None or self.end > self.body.start:
            return found
        first, after = self.body.start, self.body.start + 1
        shape = self.shapes[first]
        is_asked = shape.end is End.ASKING and shape.size <= _ASKED_MOST
        is_over_text = after < self.body.stop and self.shapes[after].is_prose
        if is_asked and is_over_text and can_be_headline(shape, self.evidence[first]):
            return first
        return None

    def _is_standfirst(self, place: int, headline: int | None) -> bool:
        """A second, longer line under the headline that says what the article says."""
        if headline is None or not headline < place <= headline + 2:
            return False
        shape, spoken = self.shapes[place], self.evidence[place]
        if shape.size < _STANDFIRST_LEAST or not can_be_headline(shape, spoken):
            return False
        return shape.kinship(self.known) >= _STANDFIRST_KIN and not is_name_line(shape)

    def _verdict(self, place: int) -> Verdict:
        shape = self.shapes[place]
        after_by = place > 0 and is_by_alone(self.shapes[place - 1].text)
        by_date = any(
            0 <= other < len(self.shapes) and is_date_line(self.shapes[other])
            for other in (place - 1, place + 1, place + 2)
        )
        if is_byline(shape) or (is_name_line(shape) and (after_by or by_date)):
            return BYLINE
        if is_date_line(shape):
            return Verdict(Concept.DATE.value, Role.DATE)
        return spoken_verdict(self.evidence[place], otherwise="above the article")


def is_byline(shape: Shape) -> bool:
    """Whether the line names its writers after "By", or says "By" before their line."""
    return byline_of(shape.text) is not None or is_by_alone(shape.text)
