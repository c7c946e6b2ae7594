"""What one outlet says of one point: a cell of the story board.

An outlet with claims in the row *states it*, *differs* or *attributes it* to somebody. Without one,
its most likely unmarked sentence is *perhaps* or *probably here*; else the point is *not found*
there, until a person confirms that it is *not mentioned*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import matching
from articles.models import Outlet, Revision
from claims import candidates, clashes, story_texts
from claims.board import Board, Column, Row
from claims.candidates import Candidate
from claims.entries import Entry, Say, beginning, circled, entries_of
from claims.models import Claim, Mention, Silence
from web.addresses import address

ENTRIES_SHOWN = 2  # claims of one outlet in a cell; the rest is counted and opens with the quote
QUOTE_MARKS = " \n\"'“”‘’„«»"  # around a sentence: the cell puts its own
LOOKS = {
    Say.STATES: "",
    Say.DIFFERS: "cell-differs",
    Say.PROBABLY: "cell-probably",
    Say.PERHAPS: "cell-perhaps",
    Say.NOT_FOUND: "cell-none",
    Say.SILENT: "cell-none",
}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One outlet in one row."""

    row: Row
    column: Column
    entries: list[Entry]
    mention: Mention | None = None
    revision: Revision | None = None  # the mention's, with its text and article
    silence: Silence | None = None  # who said that the outlet does not mention it

    @property
    def outlet(self) -> Outlet:
        return self.column.outlet

    @cached_property
    def key(self) -> str:
        """Names the cell in the page and its address: 17-3."""
        return f"{self.row.key}-{self.outlet.pk}"

    @cached_property
    def says(self) -> Say:
        if self.entries:
            return Say.DIFFERS if self.differs else Say.STATES
        if self.mention:
            return Say.PROBABLY if self.mention.score >= matching.LIKELY_FROM else Say.PERHAPS
        return Say.SILENT if self.silence else Say.NOT_FOUND

    @property
    def url(self) -> str:
        return address("claims:cell", self.row.key, self.outlet.pk)

    @property
    def link_url(self) -> str:
        """Where the mention is marked and linked: from the claim it is most like."""
        claim = self.mention.claim_id if self.mention else self.row.key
        return address("claims:link_cell", claim, self.outlet.pk)

    @property
    def silence_url(self) -> str:
        """Where a person confirms that the outlet does not mention it."""
        return address("claims:silence", self.row.key, self.outlet.pk)

    @property
    def review_url(self) -> str:
        return address("claims:review", self.claims[0].pk)

    @property
    def article_url(self) -> str:
        """The first claim in its article."""
        claim = self.claims[0]
        return f"{address('claims:article', claim.article_id)}?claim={claim.pk}#no-{claim.pk}"

    @property
    def classes(self) -> str:
        return LOOKS[self.says]

    @property
    def differs(self) -> bool:
        return any(entry.differs for entry in self.entries)

    @property
    def claims(self) -> list[Claim]:
        return [claim for entry in self.entries for claim in entry.claims]

    @property
    def quotes(self) -> list[tuple[Claim, tuple[tuple[str, str], ...]]]:
        """Each claim with its quote in pieces (words, look): a figure that differs is circled."""
        return [
            (claim, circled(claim.quote, entry)) for entry in self.entries for claim in entry.claims
        ]

    @property
    def shown(self) -> list[Entry]:
        return self.entries[:ENTRIES_SHOWN]

    @property
    def more(self) -> int:
        """How many claims the cell has beyond those shown."""
        return sum(len(entry.claims) for entry in self.entries[ENTRIES_SHOWN:])

    @property
    def brief(self) -> str:
        """The beginning of the mention's sentence."""
        if not self.mention or not self.revision:
            return ""
        sentence = self.mention.sentence
        return beginning(self.revision.text[sentence.start : sentence.end].strip(QUOTE_MARKS))

    @property
    def heard(self) -> str:
        if self.entries:
            return "; ".join(entry.heard for entry in self.entries)
        return f"“{self.brief}”, {self.says}" if self.mention else str(self.says)


def fill(board: Board, rows: Sequence[Row]) -> list[list[Cell]]:
    """The cells of these rows in the board's shown columns, in their order; three queries."""
    mentions, silences = _mentions(rows), _silences(rows)
    revisions = Revision.objects.words_of(one.sentence.revision_id for one in mentions.values())
    articles = {article.pk: article for article in board.articles}
    for revision in revisions.values():
        revision.article = articles[revision.article_id]
    return [
        [
            _cell(
                row,
                column,
                mentions.get((row.key, column.outlet.pk)),
                silences.get((row.key, column.outlet.pk)),
                revisions,
            )
            for column in board.shown
        ]
        for row in rows
    ]


def candidate(cell: Cell) -> Candidate | None:
    """The cell's mention as a suggestion to the claim it is like: why, and what conflicts.

    None where the cell has no mention. Five queries.
    """
    if cell.mention is None:
        return None
    claim = cell.mention.claim
    texts = story_texts.read(claim.story_id)
    scored = [(texts.sentence(cell.mention.sentence_id), cell.mention.score)]
    found = candidates.loaded(candidates.explain(claim, scored, texts))
    return clashes.with_clashes(claim, found)[0]


def _mentions(rows: Iterable[Row]) -> dict[tuple[int, int], Mention]:
    """The best mention of any of its claims, for each row and outlet that says nothing there."""
    row_of = {claim.pk: row for row in rows for claim in row.claims}
    claims = {claim.pk: claim for row in rows for claim in row.claims}
    best: dict[tuple[int, int], Mention] = {}
    for mention in Mention.objects.for_board(row_of):
        row = row_of[mention.claim_id]
        if mention.outlet_id not in row.outlet_ids:
            mention.claim = claims[mention.claim_id]
            best.setdefault((row.key, mention.outlet_id), mention)
    return best


def _silences(rows: Iterable[Row]) -> dict[tuple[int, int], Silence]:
    """The first silence of any of its claims, for each row and outlet."""
    row_of = {claim.pk: row for row in rows for claim in row.claims}
    first: dict[tuple[int, int], Silence] = {}
    for silence in Silence.objects.for_board(row_of):
        first.setdefault((row_of[silence.claim_id].key, silence.outlet_id), silence)
    return first


def _cell(
    row: Row,
    column: Column,
    mention: Mention | None,
    silence: Silence | None,
    revisions: dict[int, Revision],
) -> Cell:
    """Claims come before a mention, and a mention before what was said while there was none."""
    if column.outlet.pk in row.outlet_ids:
        return Cell(row=row, column=column, entries=entries_of(row, column.outlet))
    if mention is None:
        return Cell(row=row, column=column, entries=[], silence=silence)
    revision = revisions[mention.sentence.revision_id]
    return Cell(row=row, column=column, entries=[], mention=mention, revision=revision)
