"""Which texts say most nearly the same as a claim, and in which words."""

from __future__ import annotations

from collections.abc import Sequence

from matching.similarity import Index, PairScorer
from matching.text import fold, stem, stems, token_spans
from matching.wordlists import STOP_WORDS


def rank(query: str, corpus: Sequence[str]) -> list[int]:
    """Every index of `corpus`, the text most like `query` first, equals by index.

    The idf is the corpus's own: for a claim, give the sentences of its story.
    """
    scores = score_many(query, corpus)
    return sorted(range(len(corpus)), key=lambda number: (-scores[number], number))


def score_many(query: str, corpus: Sequence[str]) -> list[float]:
    """How alike each text of `corpus` is to `query`, 0.0–1.0, as `Index.scores` says.

    For several queries against one corpus, keep an `Index`.
    """
    return Index(corpus).scores(query)


def score_pairs(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How alike the two texts of each pair are, 0.0–1.0, in the order of `pairs`.

    The idf comes from all the texts of the pairs, each different text counted once, so a
    pair's score depends on the others it is given with. Symmetric within a pair.
    """
    scorer = PairScorer(dict.fromkeys(text for pair in pairs for text in pair))
    return [scorer.score(a, b) for a, b in pairs]


def shared_words(a: str, b: str) -> list[str]:
    """The words of `b` as written there, in its order, whose stem `a` has too.

    Each stem once, as first written; no stop words; empty when nothing is shared.
    """
    wanted = dict.fromkeys(stems(a))
    shared: list[str] = []
    for word in (span.of(b) for span in token_spans(b)):
        token = fold(word)
        if token not in STOP_WORDS and stem(token) in wanted:
            del wanted[stem(token)]
            shared.append(word)
    return shared
