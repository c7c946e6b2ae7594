"""Invented words, as frequent as those of real texts are: the same ones in every run."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

SEED = 20261127
VOCABULARY = 40_000  # distinct words; newspapers of a few years have that many above a handful
# Two words in five of an English text are these; the search leaves them out.
SMALL = ("the", "of", "to", "and", "a", "in", "that", "was", "for", "on", "with", "as", "at", "by")
SMALL_SHARE = 0.4
ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t")
NUCLEI = ("a", "e", "i", "o", "u", "ai", "ou")
CODAS = ("", "l", "m", "n", "r", "k", "t")
SENTENCE_WORDS = (8, 26)


def vocabulary() -> list[str]:
    """Words by rank, the most frequent first: two syllables, then three."""
    syllables = ["".join(parts) for parts in itertools.product(ONSETS, NUCLEI, CODAS)]
    draw = random.Random(SEED)  # noqa: S311  invented words, no secrets
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        count = 2 if len(found) < VOCABULARY // 4 else 3
        found["".join(draw.choices(syllables, k=count))] = None
    return list(found)


class Writer:
    """Writes sentences and texts whose words are drawn by Zipf's law, 1 / rank."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311
        self.words = [*SMALL, *vocabulary()]
        content = [1 / rank for rank in range(3, VOCABULARY + 3)]
        small = [1 / rank for rank in range(1, len(SMALL) + 1)]
        scale = SMALL_SHARE / (1 - SMALL_SHARE) * sum(content) / sum(small)
        weights = [weight * scale for weight in small] + content
        self._cumulative = list(itertools.accumulate(weights))

    def some(self, count: int) -> list[str]:
        return self.draw.choices(self.words, cum_weights=self._cumulative, k=count)

    def text(self, sentences: int) -> str:
        """That many sentences, three to a paragraph."""
        written = [self._sentence() for _ in range(sentences)]
        parts = [" ".join(written[at : at + 3]) for at in range(0, sentences, 3)]
        return "\n\n".join(parts)

    def _sentence(self) -> str:
        words = self.some(self.draw.randint(*SENTENCE_WORDS))
        if self.draw.random() < 1 / 3:
            words[-1:] = [str(self.draw.randint(2, 900)), words[-1]]
        return " ".join(words).capitalize() + "."


def of_rank(ranks: Sequence[int]) -> list[str]:
    """Content words of these ranks, counted from 0, the most frequent."""
    words = vocabulary()
    return [words[rank] for rank in ranks]
