"""How strongly one line, seen alone, speaks for being part of the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articles.extraction.captions import names_a_picture, names_an_agency
from articles.extraction.dates import is_date_line
from articles.extraction.shape import End, Shape
from articles.extraction.vocabulary import Concept, Hit, Kind, hits
from articles.extraction.words import ADDRESSING, COURTESY, FIGURE, FOLDED_GRAMMAR

# A line scores 0.0 (nothing of the site in it) upward. Above SITE it is struck wherever it
# stands; above DOUBTFUL it is struck at the edges of the article, where sites put such lines,
# and kept inside, where a reporter may well have written it.
SITE = 1.0
DOUBTFUL = 0.6

_LABEL_MARKS = frozenset(":|/©►»–—>→")
_NAMED = 0.3  # share of capitals in a line of names
_SHORT = 14  # words: the longest line whose words alone can be a row of buttons
_CLAUSE = 9  # words after a label that, with a full stop, are a sentence of the article
_HEADING = 9  # words: the longest heading of a list of other stories

_RIGHTS = re.compile(r"^\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^\W*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#]\w+(?:[ ,]+[@#]\w+)*)\W*$"
)
_QUOTES = frozenset("\"“„«‘'‹「『")
_TICKER = re.compile(r"[+\-−]?\d+[.,]?\d*\s?%|°|[+−-]\d+[.,]\d")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a line says about itself. `opens` is the concept of a heading of foreign matter."""

    score: float
    concept: Concept | None
    opens: Concept | None = None


def evidence_of(shape: Shape) -> Evidence:
    """Weigh vocabulary against shape. Linear in the looked-at part of the line."""
    found = list(hits(shape.folded))
    weighed = [*_shapes(shape), *_phrases(shape, found), _covered(shape, found)]
    score, concept = max(weighed, key=lambda pair: pair[0])
    return Evidence(score, concept if score > 0 else None, _opens(shape, found))


_Weight = tuple[float, Concept | None]


def _shapes(shape: Shape) -> Iterable[_Weight]:
    """What needs no vocabulary: dates, addresses, rows of figures, rights, picture credits."""
    text = shape.text
    if len(text) > 400:
        text = text[-160:]
    if not any(word != FIGURE for word in shape.folded):
        yield (0.0 if shape.is_clock else 1.1), Concept.NAVIGATION
    if is_date_line(shape):
        yield 0.9, Concept.DATE
    if _RIGHTS.match(shape.text) and shape.size <= 40:
        yield 1.3, Concept.COPYRIGHT
    if _ADDRESS.match(shape.text):
        yield 1.2, Concept.FOLLOW
    if shape.size <= _SHORT and _is_ticker(shape):
        yield 1.1, Concept.NAVIGATION
    if shape.is_glued and not shape.is_closed and shape.size <= _SHORT:
        yield 0.8, Concept.NAVIGATION
    if names_a_picture(text) or names_an_agency(shape):
        yield 1.2, Concept.PHOTO


def _is_ticker(shape: Shape) -> bool:
    figures = shape.folded.count(FIGURE)
    return figures * 2 >= len(shape.folded) and _TICKER.search(shape.text) is not None


def _phrases(shape: Shape, found: Iterable[Hit]) -> Iterable[_Weight]:
    for hit in found:
        if hit.kind is Kind.STRONG:
            yield _strong(shape, hit), hit.concept
        elif hit.kind in (Kind.LEAD, Kind.LABEL, Kind.OPENER) and hit.start == 0:
            yield _leading(shape, hit), hit.concept


def _strong(shape: Shape, hit: Hit) -> float:
    """A phrase nobody writes in prose weighs less the longer the line around it is."""
    length, after = hit.end - hit.start, len(shape.folded) - hit.end
    if hit.concept is Concept.PHOTO:
        is_phrase = shape.folded[hit.start] in FOLDED_GRAMMAR  # "in a photo released by …"
        near_end = shape.size <= 40 and after <= (8 if is_phrase else 2)
        return 0.8 if near_end or (hit.start <= 2 and is_phrase and shape.size <= 40) else 0.3
    if hit.concept is Concept.AUTHOR and shape.folded[0] in COURTESY:
        return 0.3
    if hit.concept is Concept.AUTHOR:
        return 1.2 if shape.size <= 8 and hit.start == 0 else 0.8 if hit.start <= 6 else 0.3
    if hit.concept is Concept.CREDIT:
        is_edge = hit.start <= 1 or after <= 1
        return 1.3 if is_edge and shape.capitals >= _NAMED else 0.3
    return _imperative(shape, hit, length)


def _imperative(shape: Shape, hit: Hit, length: int) -> float:
    """What asks or tells the reader: it opens a sentence, or says "our" and "us"."""
    said = shape.folded[hit.start : hit.end]
    if shape.is_closed and shape.text[0] in _QUOTES:
        return 0.5
    if hit.start == 0 or length >= 6:
        return 1.3 if shape.size <= 60 else 0.7
    if not (shape.words[hit.start][0].isupper() or ADDRESSING & {*said}) and shape.is_closed:
        return 0.5
    if length == 1 or (length == 2 and shape.size > 12):
        return 0.7
    return 1.2 if shape.size <= 25 else 0.8 if shape.size <= 45 else 0.3


def _leading(shape: Shape, hit: Hit) -> float:
    rest = len(shape.folded) - hit.end
    mark = _after(shape, hit)
    is_sentence = shape.end is End.STOP and rest > _CLAUSE
    if hit.kind is not Kind.LEAD:
        is_file = mark == "-" and shape.words[0] == "FILE"
        if mark not in _LABEL_MARKS and rest and not is_file:
            return 0.0
        if hit.concept is Concept.PHOTO:
            return 1.2 if shape.size <= 60 else 0.3
        return 0.5 if is_sentence or shape.size > 40 else 1.1
    is_shouted = " ".join(shape.words[: hit.end]).isupper()
    if mark in _LABEL_MARKS or is_shouted:
        return 1.3
    return 0.4 if is_sentence else 1.1


def _after(shape: Shape, hit: Hit) -> str:
    """The first mark after the words of a leading phrase; empty when the next word follows."""
    pattern = r"\W*" + r"\W*".join(map(re.escape, shape.words[: hit.end])) + r"\s*(\W?)"
    matched = re.match(pattern, shape.text)
    return matched.group(1) if matched else ""


_COVERING = (Kind.BIT, Kind.STRONG, Kind.OPENER, Kind.LEAD)


def _covered(shape: Shape, found: Iterable[Hit]) -> _Weight:
    """How much of a short line is made of the site's words; grammar and figures do not count."""
    if shape.size > 2 * _SHORT:
        return 0.0, None
    covered: dict[int, Concept] = {}
    sections: set[int] = set()
    for hit in found:
        for place in range(hit.start, hit.end):
            if hit.kind in _COVERING:
                covered.setdefault(place, hit.concept)
            elif hit.kind is Kind.SECTION:
                sections.add(place)
    counted = [
        place
        for place, word in enumerate(shape.folded)
        if place in covered or (word != FIGURE and word not in FOLDED_GRAMMAR)
    ]
    if not counted:
        return 0.0, None
    if len(covered) == 1 and len(counted) < len(shape.folded) - shape.folded.count(FIGURE):
        return 0.5, covered.popitem()[1]  # "The report", "Listen, he said": a word among others
    share = sum(place in covered for place in counted) / len(counted)
    around = sum(place in covered or place in sections for place in counted) / len(counted)
    concept = Counter(covered.values()).most_common(1)[0][0] if covered else Concept.NAVIGATION
    return _weight_of_share(shape, share, around, len(counted)), concept


def _weight_of_share(shape: Shape, share: float, around: float, counted: int) -> float:
    if share >= 0.99:
        return 1.4 if shape.size <= _SHORT else 1.2
    if share >= (0.8 if shape.is_closed else 0.6) and not (shape.is_closed and shape.size > 8):
        return 1.2
    if around >= 0.99 and not shape.is_closed:
        return 1.1 if counted >= 3 else 0.5
    if share >= 0.4 and not shape.is_closed and shape.size <= _SHORT:
        return 0.7
    return 0.0


def _opens(shape: Shape, found: Iterable[Hit]) -> Concept | None:
    """The concept of the section this line is a heading of, if it is one."""
    if shape.size > _HEADING or shape.end is End.STOP:
        return None
    content = {i for i, word in enumerate(shape.folded) if word not in FOLDED_GRAMMAR}
    for hit in found:
        named = content - set(range(hit.start, hit.end))
        if hit.kind is Kind.OPENER and (len(named) * 4 <= len(content) or _goes_on(shape, hit)):
            return hit.concept
        is_lead = hit.kind is Kind.LEAD and hit.concept is Concept.TEASER and hit.start == 0
        if is_lead and len(named) <= 2 and shape.size <= 6:
            return Concept.RELATED
    return None


def _goes_on(shape: Shape, hit: Hit) -> bool:
    """ "Most read in News": the heading of a section's own list."""
    rest = shape.folded[hit.end :]
    return hit.start == 0 and hit.end > 1 and 0 < len(rest) <= 3 and rest[0] in FOLDED_GRAMMAR
