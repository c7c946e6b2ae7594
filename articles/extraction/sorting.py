"""Sorting the lines of a page into the article and everything around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articles.extraction.above import BYLINE, HEADLINE, Above, is_byline
from articles.extraction.boxes import teaser_boxes
from articles.extraction.evidence import SITE, Evidence, evidence_of
from articles.extraction.extent import SENTENCE_LEAST, extent
from articles.extraction.frame import frame
from articles.extraction.head import is_name_line
from articles.extraction.page import Line, Role
from articles.extraction.shape import End, Shape, shape_of
from articles.extraction.verdicts import SPOKEN, Verdict, spoken_verdict
from articles.extraction.vocabulary import Concept, hits
from articles.extraction.words import word_set, words

BELOW, BESIDE = "below the article", "beside the article"
CAPTION = Verdict(Concept.PHOTO.value, Role.CAPTION)
AUTHOR = Verdict(Concept.AUTHOR.value, Role.BYLINE)
TEASER = Verdict(Concept.TEASER.value)

_REPEATS, _REPEATED_MOST = 3, 8  # times, words
_AUTHOR_BOX = 4  # lines at the end among which an author can be described
_BEING = word_set("is covers writes has ist schreibt es est è é jest является")
CAPTION_LEAST, CREDIT_MOST = 5, 8  # words
_LIST_LEAST = 3  # lines
_TITLE_LEAST, _TITLED = 6, 0.6  # words, and share of them with a capital
_SIGNATURE = 3  # lines after the text among which a byline can stand


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
    sorter = _Sorter(texts, headline="".join(words(headline)))
    sorter.sort(trusted=trusted, doubtful={i for i, marked in enumerate(doubtful) if marked})
    return [_line(shape, sorter.struck.get(i)) for i, shape in enumerate(sorter.shapes)]


def _line(shape: Shape, verdict: Verdict | None) -> Line:
    if verdict is None:
        return Line(shape.text, kept=True)
    if verdict.role is Role.CREDIT and _thanks(shape):
        return Line(shape.text, kept=True, role=Role.CREDIT)
    return Line(shape.text, kept=False, reason=verdict.reason, role=verdict.role)


def _thanks(shape: Shape) -> bool:
    """Whether a credit is a sentence of the article, as in "Ada Quell contributed reporting." """
    said = (hit for hit in hits(shape.folded) if hit.concept is Concept.CREDIT)
    return shape.is_closed and any(hit.start > 1 for hit in said)


class _Sorter:
    """One page's lines, what each says about itself, and the verdicts as they fall."""

    def __init__(self, texts: Sequence[str], *, headline: str) -> None:
        self.declared = headline
        self.shapes = [shape_of(text) for text in texts]
        self.evidence = [evidence_of(shape) for shape in self.shapes]
        self.struck: dict[int, Verdict] = {}

    def sort(self, *, trusted: bool, doubtful: set[int]) -> None:
        sure = {*range(len(self.shapes))} - doubtful if trusted else set()
        self._mark_repeated(sure)
        self._strike_headlines()
        body = frame(self.shapes, self.evidence, sure=sure)
        if not any(self.shapes[place].is_closed for place in body):  # a menu, not a text with lists
            body = frame(self.shapes, self.evidence)
        body = body or self._unfinished()
        if body:
            body = self._without_deck(body)
            body = extent(self.shapes, self.evidence, body, trusted=trusted, doubtful=doubtful)
            known = self._known(body)
            above = Above(self.shapes, self.evidence, body, known)
            for place, verdict in above.struck(finds_headline=not self.declared).items():
                self._strike(place, verdict)
            self._strike_inside(range(above.end, body.stop), doubtful)
            for place in teaser_boxes(self.shapes, self.evidence, body, known):
                self._strike(place, TEASER)
            self._strike_author_box(body)
        self._strike_below(body.stop)

    def _strike(self, place: int, verdict: Verdict) -> None:
        self.struck.setdefault(place, verdict)

    def _unfinished(self) -> range:
        """The first line that reads on, for a text without one finished sentence."""
        for place, (shape, spoken) in enumerate(zip(self.shapes, self.evidence, strict=True)):
            if shape.size >= SENTENCE_LEAST and shape.reads_on and spoken.score < SPOKEN:
                return range(place, place + 1)
        return range(0)

    def _known(self, body: range) -> set[str]:
        """The content words of the article's paragraphs."""
        known: set[str] = set()
        for place in body:
            if self.shapes[place].is_prose:
                known |= self.shapes[place].content
        return known

    def _without_deck(self, body: range) -> range:
        """Without one or two lines over the text, or titles of other stories; a list stays."""
        start = body.start
        while start < body.stop and self._is_deck(start):
            start += 1
        lead = self.shapes[body.start : start]
        titles = sum(shape.size >= _TITLE_LEAST and shape.capitals >= _TITLED for shape in lead)
        is_list = len(lead) >= _LIST_LEAST and titles * 2 < len(lead)
        return body if is_list or start == body.stop else range(start, body.stop)

    def _is_deck(self, place: int) -> bool:
        """Neither a sentence nor the beginning of one that goes on below."""
        shape = self.shapes[place]
        return not (shape.is_closed or shape.is_prose or shape.end is End.RUNNING)

    def _mark_repeated(self, sure: set[int]) -> None:
        """The same few words again and again are the site's, never the reporter's.

        What another reader took for the article may repeat itself, as a recipe or a table does.
        """
        count = Counter(shape.text for shape in self.shapes if shape.size <= _REPEATED_MOST)
        for place, shape in enumerate(self.shapes):
            if place in sure:
                continue
            if count[shape.text] >= _REPEATS and not shape.is_closed:
                opens = self.evidence[place].opens
                self.evidence[place] = Evidence(SITE, Concept.NAVIGATION, opens)

    def _strike_headlines(self) -> None:
        """Lines that say again what the page declares as its headline."""
        for place, shape in enumerate(self.shapes):
            if self.declared and "".join(shape.folded) == self.declared:
                self.evidence[place] = Evidence(SITE, None)
                self._strike(place, HEADLINE)

    def _strike_inside(self, body: range, doubtful: set[int]) -> None:
        """What speaks for itself, the short lines under such headings, what HTML left out."""
        in_box = False
        for place in body:
            shape, spoken = self.shapes[place], self.evidence[place]
            if spoken.score >= SITE or spoken.opens:
                self._strike(place, spoken_verdict(spoken, otherwise=Concept.NAVIGATION.value))
                in_box = spoken.opens is not None
            elif in_box and not shape.is_closed and not shape.is_prose:
                self._strike(place, TEASER)
            elif self._is_caption(place):
                self._strike(place, CAPTION)
            elif place in doubtful and not shape.is_prose:
                self._strike(place, Verdict(BESIDE))
            elif shape.is_closed or shape.is_prose:
                in_box = False

    def _is_caption(self, place: int) -> bool:
        """A line without a full stop over a line that is nothing but a picture's credit."""
        shape, after = self.shapes[place], place + 1
        if shape.is_closed or shape.size < CAPTION_LEAST or after >= len(self.shapes):
            return False
        below = self.evidence[after]
        is_credit = below.concept is Concept.PHOTO and below.score >= SITE
        return is_credit and self.shapes[after].size <= CREDIT_MOST

    def _strike_author_box(self, body: range) -> None:
        """A name, then a paragraph about the person, at the very end."""
        writers = {
            word
            for place, verdict in self.struck.items()
            if verdict.role is Role.BYLINE
            for word in self.shapes[place].folded
        }
        for place in range(max(body.start, body.stop - _AUTHOR_BOX), body.stop - 1):
            shape, after = self.shapes[place], self.shapes[place + 1]
            if is_name_line(shape) and {*after.folded[:1]} & {*shape.folded} and after.is_closed:
                for rest in range(place, body.stop):
                    self._strike(rest, AUTHOR)
            named, rest_of_it = after.folded[:2], {*after.folded[2:4]}
            if len(named) == 2 and {*named} <= writers and rest_of_it & _BEING:
                self._strike(place + 1, AUTHOR)

    def _strike_below(self, end: int) -> None:
        under = BELOW
        for place in range(end, len(self.shapes)):
            shape, spoken = self.shapes[place], self.evidence[place]
            if spoken.opens:
                is_list = spoken.opens is Concept.RELATED
                under = Concept.TEASER.value if is_list else spoken.opens.value
            is_signed = place == end and spoken.score < SPOKEN and is_name_line(shape)
            if is_signed or (place - end < _SIGNATURE and is_byline(shape)):
                self._strike(place, BYLINE)
            else:
                self._strike(place, spoken_verdict(spoken, otherwise=under))
