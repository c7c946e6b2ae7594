"""How the claims of one outlet in one row of the story board read: equal ones as one entry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import matching
from articles.models import Outlet
from claims import clashes, sources
from claims.board import Row
from claims.models import Claim
from claims.states import ClaimStatus

FIGURES_KEPT = 4_096  # quotes whose figure a process remembers
NO_MEASURE = {matching.Dimension.ORDINAL, matching.Dimension.LABEL}
WORDS_LENGTH = 32  # code points of a quote that stand in a cell


class Say(StrEnum):
    """What a cell says, in the words it says it with."""

    STATES = "states it"
    DIFFERS = "differs"
    PROBABLY = "probably here"
    PERHAPS = "perhaps"
    NOT_FOUND = "not found"
    SILENT = "not mentioned"


def status_words(status: str) -> str:
    """“verified”, or the house name; “source changed” for `changed`."""
    return "source changed" if status == "changed" else ClaimStatus(status).label.lower()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Claims of one outlet that say the same in the same way."""

    claims: list[Claim]
    words: str  # the figure, else the beginning of the quote
    differs: bool
    attribution: str

    @property
    def statuses(self) -> list[str]:
        """Each status once, in the order of the claims; `changed` where the source did."""
        names = ("changed" if one.has_changed_source else one.status for one in self.claims)
        return list(dict.fromkeys(names))

    @property
    def is_withdrawn(self) -> bool:
        """Its outlet no longer stands by any of the articles."""
        return all(claim.article.is_withdrawn for claim in self.claims)

    @property
    def is_single_origin(self) -> bool:
        """A claim of it is verified, and all that say so have it from one source."""
        return any(one.is_single_origin and not one.has_changed_source for one in self.claims)

    @property
    def heard(self) -> str:
        """As the CSV gives it: “241, differs, attributes it to …, verified, single origin”."""
        says: list[str] = [Say.DIFFERS] if self.differs else []
        says += [f"attributes it to {self.attribution}"] if self.attribution else []
        notes = ["withdrawn"] if self.is_withdrawn else []
        statuses = [status_words(name) for name in self.statuses]
        statuses += ["single origin"] if self.is_single_origin else []
        return ", ".join([self.words, *(says or [Say.STATES]), *notes, *statuses])


def entries_of(row: Row, outlet: Outlet) -> list[Entry]:
    """The outlet's claims, those that differ first, equal ones together."""
    together: dict[tuple[bool, str, str], list[Claim]] = defaultdict(list)
    for claim in row.claims:
        if claim.outlet_id == outlet.pk:
            words = _figure(claim, row) or beginning(claim.quote)
            agrees = claim.pk not in row.reading.differing
            together[agrees, words, sources.said_by(claim)].append(claim)
    entries = [
        Entry(
            claims=said,
            words=words,
            differs=not agrees,
            attribution=attribution,
        )
        for (agrees, words, attribution), said in together.items()
    ]
    return sorted(entries, key=lambda entry: not entry.differs)


@lru_cache(maxsize=FIGURES_KEPT)
def figures(words: str) -> tuple[matching.Quantity, ...]:
    """The figures of the words that measure or count something, in their order."""
    return tuple(one for one in matching.quantities(words) if one.dimension not in NO_MEASURE)


def _figure(claim: Claim, row: Row) -> str:
    """What the claim gives in a conflict, else the figure that is of the row's kind."""
    if given := row.reading.figures.get(claim.pk):
        return given
    measured = next((found for one in row.claims if (found := figures(one.quote))), ())
    kind = measured[0].dimension if measured else None
    own = sorted(figures(claim.quote), key=lambda one: one.dimension != kind)
    return own[0].shown if own else ""


def circled(quote: str, entry: Entry) -> tuple[tuple[str, str], ...]:
    same = (one.span for one in matching.quantities(quote) if one.shown == entry.words)
    return clashes.cut(quote, [(span, clashes.CONFLICT) for span in same] if entry.differs else [])


def beginning(words: str) -> str:
    """The first words, cut at a blank, with an ellipsis when there are more."""
    words = " ".join(words.split())
    if len(words) <= WORDS_LENGTH:
        return words
    return words[:WORDS_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–—") + "…"
