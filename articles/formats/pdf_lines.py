"""From the lines a page of a PDF is set in to the paragraphs that were written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from articles.extraction.lines import between
from articles.extraction.shape import Shape, shape_of

EDGE = 2  # lines at the top and at the foot of a page that can be its running head
_SAME_SIZE = 0.08  # of the letters; more is another kind of text
_WIDER = 1.25  # times the usual leading: a blank between paragraphs
_JUMP = 3.5  # times the letters' size: to another column or page
_INDENT = 0.7  # times the letters' size
_SHORT = 0.8  # of the longest line beside it: a last line
_NUMBER = re.compile(
    r"^\W*(?:page|p\.|seite|página|pagina|страница|strona)?\s*\d{1,4}"
    r"(?:\s*(?:/|of|von|de|sur|di|van|из|z)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it is set: its start in points from the page's lower left, its letters' size."""

    text: str
    x: float
    y: float
    size: float


def without_running_heads(pages: Sequence[Sequence[SetLine]]) -> list[list[SetLine]]:
    """Without page numbers, and without what stands at the edge of most pages."""
    edges = [_edge(page) for page in pages]
    seen = Counter(key for page in edges for key in {_key(line) for line in page})
    repeated = {key for key, count in seen.items() if count > 1 and count * 2 >= len(pages)}
    return [
        [
            line
            for line in page
            if line not in edge or not (_key(line) in repeated or _NUMBER.match(line.text))
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge(page: Sequence[SetLine]) -> list[SetLine]:
    by_height = sorted(page, key=lambda line: line.y)
    return [*by_height[:EDGE], *by_height[-EDGE:]]


def _key(line: SetLine) -> str:
    return _DIGITS.sub("#", line.text.lower())


def paragraphs(pages: Iterable[Iterable[SetLine]]) -> list[str]:
    """The paragraphs in the order of the text; words divided at a line's end are whole again."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    shapes = [shape_of(line.text) for line in lines]
    leading = _leading(lines)
    joined = [[lines[0].text]]
    for (a, shape_a), (b, shape_b) in pairwise(zip(lines, shapes, strict=True)):
        if _parts(a, shape_a, b, shape_b, leading):
            joined.append([b.text])
        else:
            joined[-1].append(b.text)
    return ["".join(_whole(texts)) for texts in joined]


def _leading(lines: Sequence[SetLine]) -> float:
    """The usual way from one line down to the next, in points."""
    steps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < _JUMP * a.size]
    return median(steps) if steps else 0.0


def _parts(a: SetLine, shape_a: Shape, b: SetLine, shape_b: Shape, leading: float) -> bool:
    """Whether a new paragraph begins with `b`."""
    if abs(a.size - b.size) > _SAME_SIZE * max(a.size, b.size):
        return True
    down = a.y - b.y
    reads_on = not shape_a.is_closed and (shape_b.starts_small or a.text.endswith(("-", ",")))
    if not 0 < down <= _JUMP * a.size:
        return not reads_on and not (shape_a.reads_on and not shape_a.is_closed)
    if down > _WIDER * max(leading, a.size):
        return True
    if b.x - a.x > _INDENT * a.size and not reads_on:
        return True
    is_last = len(a.text) < _SHORT * len(b.text)
    return is_last and shape_a.is_closed and not shape_b.starts_small


def _whole(texts: Sequence[str]) -> Iterable[str]:
    yield from _without_hyphen(texts[0], texts[1:2])
    for at, text in enumerate(texts[1:], 1):
        gap = between(texts[at - 1], text)
        yield gap
        yield from _without_hyphen(text, texts[at + 1 : at + 2])


def _without_hyphen(text: str, following: Sequence[str]) -> Iterable[str]:
    """A hyphen goes where `between` puts nothing, as inside a divided word."""
    divides = text.endswith(("-", "\u00ad", "\u2010")) and len(text) > 1 and text[-2].isalpha()
    if divides and following and between(text[:-1] + "-", following[0]) == "":
        yield text[:-1]
    else:
        yield text
