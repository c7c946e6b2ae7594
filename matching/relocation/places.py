"""Where the words of a claim stand in a text, and how much of their surroundings is there too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.anchors import CONTEXT
from matching.relocation.words import Words
from matching.spans import Span

MOST = 200
"""Places looked at; a quote said more often is a word of every sentence."""

_APART = "\x1f"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of words, with the share (0.0–1.0) of the context that stands on each side.

    Both shares count unbroken from the place outwards. At an edge of the old text there is no
    context on that side, and only the same edge has it.
    """

    span: Span
    before: float
    behind: float

    @property
    def shared(self) -> float:
        return self.before + self.behind


class Quote:
    """A stretch of an old text's words with those well within `CONTEXT` code points of it.

    `place` (code points) may begin and end within a word.
    """

    __slots__ = ("before", "behind", "is_first", "is_last", "reaches_end", "reaches_start", "words")

    def __init__(self, old: Words, span: Span, place: Span) -> None:
        start, end = span.start, span.end
        first = max(old.starts[span.start], place.start)
        last = min(old.ends[span.end - 1], place.end)
        while start > 0 and old.starts[start - 1] > first - CONTEXT:
            start -= 1
        while end < len(old) and old.ends[end] < last + CONTEXT:
            end += 1
        self.words = old.keys[span.start : span.end]
        self.before, self.behind = old.keys[start : span.start], old.keys[span.end : end]
        self.reaches_start, self.reaches_end = start == 0, end == len(old)
        self.is_first, self.is_last = span.start == 0, span.end == len(old)

    def whole_places(self, text: Words) -> list[Span]:
        """Where `text` has the words with all of their context; at most `MOST`."""
        found = []
        for at in _starts(text.keys, [*self.before, *self.words, *self.behind]):
            here = Span(at + len(self.before), at + len(self.before) + len(self.words))
            is_first, is_last = here.start == 0, here.end == len(text)
            if is_first == self.is_first and is_last == self.is_last:
                found.append(here)
                if len(found) == MOST:
                    break
        return found

    def at_edge(self, text: Words, whole: list[Span]) -> list[Span]:
        """Of places with all of the context those at the edge of the text that it reaches."""
        if not (self.reaches_start or self.reaches_end):
            return []
        return [
            place
            for place in whole
            if (not self.reaches_start or place.start == len(self.before))
            and (not self.reaches_end or place.end + len(self.behind) == len(text))
        ]

    def places(self, text: Words) -> list[Place]:
        """Where `text` has the words, whatever is beside them; none if more than `MOST`."""
        found: list[Place] = []
        for at in _starts(text.keys, self.words):
            if len(found) == MOST:
                return []
            here = Span(at, at + len(self.words))
            before = text.keys[max(0, at - len(self.before)) : at]
            behind = text.keys[here.end : here.end + len(self.behind)]
            found.append(
                Place(
                    here,
                    _agreement(self.before[::-1], before[::-1], self.is_first == (at == 0)),
                    _agreement(self.behind, behind, self.is_last == (here.end == len(text))),
                )
            )
        return found


def _starts(keys: list[str], wanted: list[str]) -> Iterator[int]:
    """Where `keys` has the words `wanted` in a row."""
    joined = _APART + _APART.join(keys) + _APART
    row = _APART + _APART.join(wanted) + _APART
    word = counted = 0
    at = joined.find(row)
    while at >= 0:
        word += joined.count(_APART, counted, at)
        counted = at
        yield word
        at = joined.find(row, at + 1)


def _agreement(wanted: list[str], there: list[str], is_same_edge: bool) -> float:
    """The share of `wanted` that stands there in a row; of nothing, whether the edge is one."""
    if not wanted:
        return float(is_same_edge)
    agreed = 0
    for one, other in zip(wanted, there, strict=False):
        if one != other:
            break
        agreed += 1
    return agreed / len(wanted)
