"""What was edited in a text: its words removed and added, and which paragraphs belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from matching.relocation.alignment import in_order
from matching.relocation.mapping import matched
from matching.sentences import paragraphs
from matching.snapping import words
from matching.spans import Span
from matching.wordlists import STOP_WORDS

ALIKE = 0.35
"""Share of words, of both paragraphs together, from which one became the other."""

MOST_PAIRS = 10_000
"""Changed paragraphs times changed paragraphs that are compared; more stand for themselves."""


class EditKind(StrEnum):
    """What became of a run of words."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words with the blanks behind them: `old` is "" when added, `new` when removed.

    Of an equal run both are given, as the blanks in it may differ.
    """

    kind: EditKind
    old: str
    new: str

    @property
    def text(self) -> str:
        """The run as a reader of the new text sees it, or saw it in the old one."""
        return self.new or self.old


def word_diff(old: str, new: str) -> list[Edit]:
    """What to remove from `old` and to add, word by word, for `new`.

    The `old` of the runs, joined, are the old text, the `new` the new one. Words as in `words`;
    each sign beside them is one. Blanks alone make no difference. What is removed comes before
    what stands in its place; single words of grammar between two changes are part of them.
    Time grows with the part between the first and last change, for two texts of 8,000 words in
    it, with nothing in common, to 20 ms.
    """
    a, b = _tokens(old), _tokens(new)
    pairs = [
        *((one, other) for one, other in matched(*(list(map(str.rstrip, x)) for x in (a, b)))),
        (len(a), len(b)),
    ]
    runs: list[tuple[Span, Span]] = []  # what is equal, old and new
    for one, other in pairs:
        if runs and runs[-1][0].end == one < len(a) and runs[-1][1].end == other < len(b):
            last = runs.pop()
            runs.append((Span(last[0].start, one + 1), Span(last[1].start, other + 1)))
        elif one < len(a):
            runs.append((Span(one, one + 1), Span(other, other + 1)))
    return list(_edits(a, b, list(_telling(a, b, runs))))


def _tokens(text: str) -> list[str]:
    """Words and signs, each with the blanks behind it; blanks at the start are the first."""
    starts = sorted({span.start for span in words(text)} | set(_signs(text)) | {0})
    return [text[one:other] for one, other in pairwise([*starts, len(text)]) if one < other]


def _signs(text: str) -> Iterator[int]:
    """Where each character stands that is neither blank nor in a word."""
    at = 0
    for span in [*words(text), Span(len(text), len(text))]:
        yield from (place for place in range(at, span.start) if not text[place].isspace())
        at = span.end


def _telling(
    a: list[str], b: list[str], runs: list[tuple[Span, Span]]
) -> Iterator[tuple[Span, Span]]:
    """The equal runs without those that only part a change in two."""
    for old, new in runs:
        is_inner = old.start > 0 and new.start > 0 and old.end < len(a) and new.end < len(b)
        if not is_inner or old.end - old.start > 1 or _tells(a[old.start].strip()):
            yield old, new


def _tells(word: str) -> bool:
    return word.lower() not in STOP_WORDS and any(sign.isalnum() for sign in word)


def _edits(a: list[str], b: list[str], runs: list[tuple[Span, Span]]) -> Iterator[Edit]:
    at, to = 0, 0
    for old, new in [*runs, (Span(len(a), len(a)), Span(len(b), len(b)))]:
        if at < old.start:
            yield Edit(EditKind.REMOVED, "".join(a[at : old.start]), "")
        if to < new.start:
            yield Edit(EditKind.ADDED, "", "".join(b[to : new.start]))
        if old.start < old.end:
            texts = ("".join(x[span.start : span.end]) for x, span in ((a, old), (b, new)))
            yield Edit(EditKind.EQUAL, *texts)
        at, to = old.end, new.end


def paragraph_pairs(old: str, new: str) -> list[tuple[Span | None, Span | None]]:
    """The paragraphs of both texts in order, those that belong together in one row.

    None stands where a paragraph has no fellow. Equal ones hold the texts together; between them,
    those that share most words go together, in order. Paragraphs that moved are removed and added.
    """
    a, b = paragraphs(old), paragraphs(new)
    keys_a = [tuple(span.of(old).split()) for span in a]
    keys_b = [tuple(span.of(new).split()) for span in b]
    anchors = sorted(in_order(keys_a, keys_b))
    rows: list[tuple[Span | None, Span | None]] = []
    at, to = 0, 0
    for one, other in [*anchors, (len(a), len(b))]:
        for x, y in _fellows(keys_a[at:one], keys_b[to:other]):
            rows.append((None if x is None else a[at + x], None if y is None else b[to + y]))
        if one < len(a):
            rows.append((a[one], b[other]))
        at, to = one + 1, other + 1
    return rows


def _fellows(
    a: list[tuple[str, ...]], b: list[tuple[str, ...]]
) -> Iterator[tuple[int | None, int | None]]:
    """Changed paragraphs side by side, by the choice that shares most, and the others alone."""
    pairs = _best_pairs([Counter(x) for x in a], [Counter(y) for y in b])
    at, to = 0, 0
    for one, other in [*pairs, (len(a), len(b))]:
        yield from ((x, None) for x in range(at, one))
        yield from ((None, y) for y in range(to, other))
        if one < len(a):
            yield one, other
        at, to = one + 1, other + 1


def _best_pairs(a: list[Counter[str]], b: list[Counter[str]]) -> list[tuple[int, int]]:
    """Pairs that do not cross with the greatest sum of likeness.

    Source: global alignment (Needleman and Wunsch 1970), gaps free.
    """
    if not a or not b or len(a) * len(b) > MOST_PAIRS:
        return []
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    likes = [[_likeness(x, y) for y in b] for x in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            together = likes[i][j] + best[i + 1][j + 1] if likes[i][j] >= ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < len(a) and j < len(b):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


def _likeness(x: Counter[str], y: Counter[str]) -> float:
    return 2 * (x & y).total() / (x.total() + y.total())
