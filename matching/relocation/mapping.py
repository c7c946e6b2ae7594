"""Which words of a counterpart stand where a stretch of the old words stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from matching.relocation.alignment import longest_rise, once_in_both
from matching.relocation.words import Words
from matching.spans import Span
from matching.wordlists import STOP_WORDS

MOST_COMPARED = 64_000_000
"""Old words times new words that are compared, in bits of memory: 8 MB, some 20 ms."""

STRAY = 4
"""Words by which a word of grammar at an end may be apart from the rest and still belong."""

Pair = tuple[int, int]


def matched(old: list[str], new: list[str]) -> list[Pair]:
    """Pairs of equal words in order, as many as can be.

    Of too much text, words that both have once come first, and too much between those stays
    without a pair.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    inner = (Span(head, len(old) - tail), Span(head, len(new) - tail))
    rest = zip(range(len(old) - tail, len(old)), range(len(new) - tail, len(new)), strict=True)
    return [*((at, at) for at in range(head)), *_between(old, new, *inner), *rest]


def _between(old: list[str], new: list[str], of_old: Span, of_new: Span) -> Iterator[Pair]:
    """The pairs of two stretches, held together by words said once where they are long."""
    anchors: list[Pair] = []
    if not _is_comparable(of_old, of_new):
        ranges = range(of_old.start, of_old.end), range(of_new.start, of_new.end)
        anchors = longest_rise(once_in_both(old, new, *ranges))
    at, to = of_old.start, of_new.start
    for one, other in [*anchors, (of_old.end, of_new.end)]:
        yield from _longest(old, new, Span(at, one), Span(to, other))
        if one < of_old.end:
            yield one, other
        at, to = one + 1, other + 1


def _is_comparable(of_old: Span, of_new: Span) -> bool:
    return (of_old.end - of_old.start) * (of_new.end - of_new.start) <= MOST_COMPARED


def _longest(old: list[str], new: list[str], of_old: Span, of_new: Span) -> Iterator[Pair]:
    """Source: longest common subsequence, bit-parallel (Hyyrö 2004), by rapidfuzz."""
    from rapidfuzz.distance import LCSseq  # 3 MB that only new words of an article need

    if not _is_comparable(of_old, of_new):
        return
    blocks = LCSseq.opcodes(old[of_old.start : of_old.end], new[of_new.start : of_new.end])
    for block in blocks:
        if block.tag == "equal":
            for step in range(block.src_end - block.src_start):
                yield of_old.start + block.src_start + step, of_new.start + block.dest_start + step


def mapped(
    old: Words, span: Span, within: Span, new: Words, run: Span, *, is_whole: bool = False
) -> Span | None:
    """The new words in `run` that stand for the old ones at `span`, which lie in `within`.

    What was put in the place of the first or last words belongs to it as far as the words
    beside them still stand; to whole sentences (`is_whole`) all that stands between those.
    None when nothing stands there.
    """
    pairs = [
        (within.start + one, run.start + other)
        for one, other in matched(
            old.keys[within.start : within.end], new.keys[run.start : run.end]
        )
    ]
    inside = _without_strays([p for p in pairs if span.start <= p[0] < span.end], old)
    before = max((p for p in pairs if p[0] < span.start), default=(within.start - 1, run.start - 1))
    behind = min((p for p in pairs if p[0] >= span.end), default=(within.end, run.end))
    if not inside and (before[0] < span.start - 1 or behind[0] > span.end):
        return None
    start = _start(span, before, inside[0] if inside else behind)
    end = _end(span, behind, inside[-1] if inside else before)
    if is_whole and before[0] == span.start - 1:
        start = before[1] + 1
    if is_whole and behind[0] == span.end:
        end = behind[1]
    if start >= end:
        return None
    return _with_turned(old.keys[span.start : span.end], Span(start, end), new.keys, run)


def _with_turned(wanted: list[str], found: Span, keys: list[str], run: Span) -> Span:
    """With the words right beside it that only changed their place: “said Vane”, “Vane said”."""
    missing = Counter(wanted) - Counter(keys[found.start : found.end])
    start, end = found.start, found.end
    while end < run.end and missing[keys[end]] > 0:
        missing[keys[end]] -= 1
        end += 1
    while start > run.start and missing[keys[start - 1]] > 0:
        start -= 1
        missing[keys[start]] -= 1
    return Span(start, end)


def _start(span: Span, before: Pair, first: Pair) -> int:
    if first[0] == span.start:
        return first[1]
    if before[0] == span.start - 1:
        return before[1] + 1
    return max(before[1] + 1, first[1] - (first[0] - span.start))


def _end(span: Span, behind: Pair, last: Pair) -> int:
    if last[0] == span.end - 1:
        return last[1] + 1
    if behind[0] == span.end:
        return behind[1]
    return min(behind[1], last[1] + 1 + span.end - 1 - last[0])


def _without_strays(pairs: list[Pair], old: Words) -> list[Pair]:
    """Without words of grammar at the ends that matched far from all others."""
    while len(pairs) > 1 and _is_stray(pairs[0], pairs[1], old):
        pairs = pairs[1:]
    while len(pairs) > 1 and _is_stray(pairs[-1], pairs[-2], old):
        pairs = pairs[:-1]
    return pairs


def _is_stray(one: Pair, next_one: Pair, old: Words) -> bool:
    apart = abs(next_one[1] - one[1]) - abs(next_one[0] - one[0])
    return apart > STRAY and old.keys[one[0]] in STOP_WORDS
