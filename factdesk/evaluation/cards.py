"""Discrepancies on what is suggested in a story: how many cards would an editor see?"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching import Discrepancy, DiscrepancyKind, discrepancies, score_story, split
from matching.encoder import Encoder
from matching.scoring import SUGGEST_FROM

FILE = "ecbplus_train_dev.json.gz"
SHORTEST = 5
"""Words of a sentence of a plain article; shorter lines are headings and site furniture."""

# The corpus parts every sign by blanks: “$2. 6 million”, “36 - year - old”, “7 p. m.”.
MENDED = (
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
    (re.compile(r"(?<=\d)([.,:]) (?=\d)"), r"\1"),
    (re.compile(r"\b([ap])\. m\."), r"\1.m."),
)

Articles = list[list[str]]
"""The sentences of each article of a story."""


@dataclass(frozen=True, slots=True)
class Card:
    """What an editor would be shown for a suggested pair; weekdays only come with a link."""

    a: str
    b: str
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards on so many suggested pairs."""

    pairs: int
    cards: tuple[Card, ...]

    @property
    def kinds(self) -> Counter[str]:
        """How often each kind and grade stands on a card."""
        each = (d for card in self.cards for d in card.discrepancies)
        return Counter(f"{d.kind} {d.grade}" for d in each)


def of_stories(stories: Iterator[Articles], encoder: Encoder | None) -> Cards:
    """The cards on all pairs of two articles of a story that score from SUGGEST_FROM."""
    pairs, cards = 0, list[Card]()
    for articles in stories:
        for a, b in suggested(articles, encoder):
            pairs += 1
            found = [d for d in discrepancies(a, b) if d.kind is not DiscrepancyKind.WEEKDAY]
            if found:
                cards.append(Card(a, b, tuple(found)))
    return Cards(pairs, tuple(cards))


def suggested(articles: Articles, encoder: Encoder | None) -> Iterator[tuple[str, str]]:
    """Each two different sentences of two articles that score from SUGGEST_FROM."""
    groups = [number for number, sentences in enumerate(articles) for _ in sentences]
    texts = [sentence for sentences in articles for sentence in sentences]
    scores = score_story(texts, groups, encoder=encoder)
    for i, a in enumerate(texts):
        for j in range(i + 1, len(texts)):
            if groups[i] != groups[j] and a != texts[j] and scores[i, j] >= SUGGEST_FROM:
                yield a, texts[j]


def topics(folder: Path) -> Iterator[Articles]:
    """The topics of the event corpus in `folder`, as stories, mended. OSError when missing."""
    with gzip.open(folder / FILE, "rt") as file:
        parts = json.load(file)
    for sentences in parts.values():
        stories: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
        for one in sentences:
            story = stories[(one["topic"], one["sub"])]
            story.setdefault(one["doc"], []).append(_mended(one["text"]))
        yield from (list(story.values()) for story in stories.values())


def _mended(text: str) -> str:
    for pattern, whole in MENDED:
        text = pattern.sub(whole, text)
    return text


def plain_story(folder: Path) -> Articles:
    """The `.txt` files of `folder`, as the articles of one story; none when it has none."""
    return [
        [words for span in split(text) if len((words := span.of(text)).split()) >= SHORTEST]
        for text in (path.read_text() for path in sorted(folder.glob("*.txt")))
    ]
