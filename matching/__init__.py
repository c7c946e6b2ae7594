"""Arithmetic on text: sentences, anchors, segments, similarity. Knows no Django.

Offsets are code points; a span's start is inclusive, its end exclusive. Every function is
pure: the same input gives the same output in the same order. See docs/matching.md.
"""

from __future__ import annotations

from matching.anchors import (
    CONTEXT,
    TextPositionSelector,
    TextQuoteSelector,
    describe,
    find,
    from_utf16,
    normalise_newlines,
    to_utf16,
)
from matching.segments import Highlight, Segment, rails, segments
from matching.sentences import paragraphs, split
from matching.snapping import snap_to_words, words
from matching.spans import Span

__all__ = [
    "CONTEXT",
    "Highlight",
    "Segment",
    "Span",
    "TextPositionSelector",
    "TextQuoteSelector",
    "describe",
    "find",
    "from_utf16",
    "normalise_newlines",
    "paragraphs",
    "rails",
    "segments",
    "snap_to_words",
    "split",
    "to_utf16",
    "words",
]
