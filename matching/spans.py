"""A stretch of text, the one shape every part of `matching` answers in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (inclusive) to `end` (exclusive) of some text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The span's words as they stand in `text`, the text it was found in."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether they have a code point in common."""
        return self.start < other.end and other.start < self.end
