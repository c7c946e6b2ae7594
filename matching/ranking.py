"""Which texts say most nearly the same as a claim, and in which words."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache

import numpy as np

from matching.centring import centred, has_vector, mean_of
from matching.encoder import AUTO, Auto, Encoder, chosen
from matching.scoring import by_meaning, by_words
from matching.similarity import Numbers, Terms, WordIndex
from matching.story_index import StoryIndex
from matching.text import fold, stem, stems, token_spans
from matching.wordlists import STOP_WORDS

CORPORA_KEPT = 2
"""Corpora held ready between calls of `rank`: 100 MB and some 40 s for 10,000 texts."""


def rank(query: str, corpus: Sequence[str], *, encoder: Encoder | Auto | None = AUTO) -> list[int]:
    """Every index of `corpus`, the text most like `query` first, equals by index.

    The idf and the mean vector are the corpus's own: for a claim, give the sentences of its story.
    `encoder` makes the vectors: AUTO is the installed one, None compares words only.
    """
    scores = score_many(query, corpus, encoder=encoder)
    return sorted(range(len(corpus)), key=lambda number: (-scores[number], number))


def score_many(
    query: str, corpus: Sequence[str], *, encoder: Encoder | Auto | None = AUTO
) -> list[float]:
    """How alike each text of `corpus` is to `query`, 0.0–1.0, as `StoryIndex.scores` says.

    The last corpora are held ready, so that several queries can be asked of one.
    """
    model = chosen(encoder)
    index = _index(tuple(corpus), model)
    return index.scores(query, model.encode([query])[0] if model else None)


@lru_cache(maxsize=CORPORA_KEPT)
def _index(corpus: tuple[str, ...], encoder: Encoder | None) -> StoryIndex:
    return StoryIndex(corpus, encoder.encode(corpus) if encoder else None)


def score_pairs(
    pairs: Sequence[tuple[str, str]], *, encoder: Encoder | Auto | None = AUTO
) -> list[float]:
    """How alike the two texts of each pair are, 0.0–1.0, in the order of `pairs`.

    The idf and the mean vector come from all the texts of the pairs, each different text counted
    once, so a pair's score depends on the others it is given with. Symmetric within a pair.
    """
    texts = {text: None for pair in pairs for text in pair}
    terms = {text: Terms.of(text) for text in texts}
    shared = WordIndex(list(terms.values())).compare((terms[a], terms[b]) for a, b in pairs)
    scores = by_words(shared)
    model = chosen(encoder)
    if model and pairs:
        places = {text: at for at, text in enumerate(texts)}
        a, b = (np.array([places[pair[side]] for pair in pairs]) for side in (0, 1))
        vectors = model.encode(list(texts))
        known = has_vector(vectors)
        placed = centred(vectors, mean_of(vectors))
        full = by_meaning(shared, np.einsum("ij,ij->i", placed[a], placed[b]))
        scores = np.where(known[a] & known[b], full, scores)
    found: list[float] = scores.tolist()
    return found


def score_story(
    texts: Sequence[str],
    groups: Sequence[Hashable],
    *,
    encoder: Encoder | Auto | None = AUTO,
) -> Numbers:
    """How alike each two texts of one story are: an array (n, n) of 0.0–1.0, symmetric.

    `groups` names the article of each text. The idf, the mean vector and how much two articles
    have in common are the story's own.
    """
    model = chosen(encoder)
    vectors = model.encode(texts) if model else None
    index = StoryIndex(texts, vectors, groups=groups)
    rows = [
        index.scores(text, None if vectors is None else vectors[at], group=groups[at])
        for at, text in enumerate(texts)
    ]
    scores = np.array(rows, dtype=float).reshape(len(texts), len(texts))
    return np.triu(scores) + np.triu(scores, 1).T  # the last digit may depend on the side


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
