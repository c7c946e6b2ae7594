"""What claims leave of the sentences they cover in part.

The figure that matches another claim can stand there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

import matching
from claims.models import Claim
from claims.story_rows import ClaimPlace, SentencePlace
from claims.story_texts import StoryTexts
from matching import SUGGEST_FROM


class Rests:
    """The sentences of a story that claims overlap, with what is left of each."""

    def __init__(self, texts: StoryTexts) -> None:
        covered = list(_covered(texts))
        self._marked = {one.pk for one, _ in covered}
        rests = {
            one.pk: cover.rest(texts.texts[one.revision_id].text, one.start, one.end)
            for one, cover in covered
        }
        self._left = {pk: rest for pk, rest in rests.items() if rest.strip()}
        self._index = matching.StoryIndex(list(self._left.values()), within=texts.index)

    @property
    def marked(self) -> set[int]:
        """Keys of the sentences that share a code point with one of the claims."""
        return self._marked

    def like(self, claim: Claim | ClaimPlace) -> set[int]:
        """Keys of those whose rest, scored alone and by words, may say what the claim says."""
        scores = self._index.scores(claim.quote)
        return {pk for pk, score in zip(self._left, scores, strict=True) if score >= SUGGEST_FROM}


def _covered(texts: StoryTexts) -> Iterator[tuple[SentencePlace, _Cover]]:
    """The sentences that claims overlap, or may after a change of words, each with what the claims
    of its text cover."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for claim in texts.claims:
        taken[claim.revision_id].append((claim.start, claim.end))
    for revision, start, end in texts.proposed:
        taken[revision].append((start, end))
    covers = {revision: _Cover(spans) for revision, spans in taken.items()}
    for one in texts.sentences:
        cover = covers.get(one.revision_id)
        if cover and cover.touches(one.start, one.end):
            yield one, cover


class _Cover:
    """The union of spans, asked what it leaves of another span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        after = bisect_left(self._starts, end)
        return after > 0 and self._ends[after - 1] > start

    def rest(self, text: str, start: int, end: int) -> str:
        """The words from start to end that no span covers."""
        left = []
        at = bisect_right(self._ends, start)
        while at < len(self._starts) and self._starts[at] < end:
            left.append(text[start : self._starts[at]])
            start = self._ends[at]
            at += 1
        return " ".join([*left, text[start:end]])
