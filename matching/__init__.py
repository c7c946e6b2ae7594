"""Arithmetic on text: sentences, anchors, segments, similarity. Knows no Django.

Offsets are code points; a span's start is inclusive, its end exclusive. Every function is
pure: the same input gives the same output in the same order. See docs/matching.md.
"""

from __future__ import annotations

from matching.sentences import paragraphs, split
from matching.spans import Span

__all__ = [
    "Span",
    "paragraphs",
    "split",
]
