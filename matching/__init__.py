"""Arithmetic on text: sentences, anchors, segments, similarity, figures. Knows no Django.

Offsets are code points; a span's start is inclusive, its end exclusive. Every function is
pure: the same input gives the same output in the same order. The one exception is
`matching.encoder`, which reads the model for sentence vectors. See docs/matching.md.
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
from matching.attribution import (
    Attribution,
    Strength,
    Trace,
    attributions,
    chain_words,
    is_named,
    read_chain,
    same_root,
    shared_root,
    trace,
)
from matching.contradictions import contradictions
from matching.discrepancies import discrepancies, same_figures
from matching.discrepancy import Discrepancy, DiscrepancyKind, Grade
from matching.edits import Edit, EditKind, paragraph_pairs, word_diff
from matching.encoder import AUTO, Encoder, EncoderError
from matching.figures.quantity import Approximation, Dimension, PartialDate, Quantity
from matching.figures.reading import quantities
from matching.overlap import (
    COPIED_SHARE,
    SHARED_GRAMS,
    Overlap,
    Passage,
    SharedPassage,
    containment,
    passages,
    shared_copy,
    shared_passages,
)
from matching.ranking import rank, score_many, score_pairs, score_story, shared_words
from matching.relocation import Outcome, Relocation, relocate
from matching.scoring import LIKELY_FROM, SUGGEST_FROM
from matching.segments import Highlight, Segment, rails, segments
from matching.sentences import paragraphs, split
from matching.snapping import snap_to_words, words
from matching.spans import Span
from matching.story_index import StoryIndex
from matching.text import stems, token_spans, tokens

__all__ = [
    "AUTO",
    "CONTEXT",
    "COPIED_SHARE",
    "LIKELY_FROM",
    "SHARED_GRAMS",
    "SUGGEST_FROM",
    "Approximation",
    "Attribution",
    "Dimension",
    "Discrepancy",
    "DiscrepancyKind",
    "Edit",
    "EditKind",
    "Encoder",
    "EncoderError",
    "Grade",
    "Highlight",
    "Outcome",
    "Overlap",
    "PartialDate",
    "Passage",
    "Quantity",
    "Relocation",
    "Segment",
    "SharedPassage",
    "Span",
    "StoryIndex",
    "Strength",
    "TextPositionSelector",
    "TextQuoteSelector",
    "Trace",
    "attributions",
    "chain_words",
    "containment",
    "contradictions",
    "describe",
    "discrepancies",
    "find",
    "from_utf16",
    "is_named",
    "normalise_newlines",
    "paragraph_pairs",
    "paragraphs",
    "passages",
    "quantities",
    "rails",
    "rank",
    "read_chain",
    "relocate",
    "same_figures",
    "same_root",
    "score_many",
    "score_pairs",
    "score_story",
    "segments",
    "shared_copy",
    "shared_passages",
    "shared_root",
    "shared_words",
    "snap_to_words",
    "split",
    "stems",
    "to_utf16",
    "token_spans",
    "tokens",
    "trace",
    "word_diff",
    "words",
]
