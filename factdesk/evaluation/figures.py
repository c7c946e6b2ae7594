"""How well figures are compared: changed figures found, and cards on suggestions of a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factdesk.evaluation import cards, changed_figures
from factdesk.evaluation.cards import Card, Cards
from factdesk.evaluation.changed_figures import NEARBY, Found
from factdesk.evaluation.mislabelled import MISLABELLED
from matching.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of docs/matching.md on discrepancies."""

    as_labelled: Found
    mended: Found
    nearby_as_labelled: Found
    nearby_mended: Found
    topics: Cards
    story: Cards | None

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, the story's last."""
        return self.topics.cards + (self.story.cards if self.story else ())

    def lines(self) -> Iterator[str]:
        """The measures, one a line, as the documentation states them."""
        yield f"changed figures, as labelled: {_shown(self.as_labelled)}"
        yield f"changed figures, {len(MISLABELLED)} labels mended: {_shown(self.mended)}"
        yield f"changed by one or two, as labelled: {_shown(self.nearby_as_labelled)}"
        yield f"changed by one or two, labels mended: {_shown(self.nearby_mended)}"
        for name, found in (("topics", self.topics), ("story", self.story)):
            if found and found.pairs:
                share = 100 * len(found.cards) / found.pairs
                yield f"{name}: {len(found.cards)} cards on {found.pairs} pairs, {share:.2f} %"
                kinds = (f"{kind} {count}" for kind, count in sorted(found.kinds.items()))
                yield f"{name}, on the cards: {', '.join(kinds) or 'nothing'}"


def measure(
    folder: Path, *, articles: Path | None = None, encoder: Encoder | None = None
) -> Measured:
    """Measure on the research sets in `folder`; `articles` is a folder of one story's texts.

    Whether a card is false is for a person to say: `Cards.cards` holds them. `encoder` scores the
    pairs; None by words only. OSError when a set is missing.
    """
    corpus = changed_figures.load(folder)
    return Measured(
        changed_figures.found(corpus, are_labels_mended=False),
        changed_figures.found(corpus, are_labels_mended=True),
        changed_figures.found(corpus, NEARBY, are_labels_mended=False),
        changed_figures.found(corpus, NEARBY, are_labels_mended=True),
        cards.of_stories(cards.topics(folder), encoder),
        cards.of_stories(iter([cards.plain_story(articles)]), encoder) if articles else None,
    )


def _shown(found: Found) -> str:
    return f"P {found.precision:.3f}, R {found.recall:.3f}, F1 {found.f1:.3f}"
