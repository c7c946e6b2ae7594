"""The story board: a row for each cluster and lone claim, a column for each outlet.

Everything a row is sorted and filtered by is read here in four queries; what its cells say of the
outlets that have no claim in it is `claims.cells`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from articles import provenance
from articles.models import Article, Outlet, Story
from claims import corroboration, disagreement, sources, spread
from claims.disagreement import Conflict, Reading, Tie
from claims.models import Claim, Discrepancy, Link
from claims.sources import Sources
from claims.states import ClaimStatus
from web.addresses import address

COLUMNS_AT_FIRST = 40  # outlets; a story with more of them is one in thousands

# What waits for somebody comes before what is settled.
STATUS_ORDER = [
    ClaimStatus.UNREVIEWED,
    ClaimStatus.UNRESOLVED,
    ClaimStatus.DISPUTED,
    ClaimStatus.VERIFIED,
]


@dataclass(frozen=True, kw_only=True)
class Column:
    """An outlet with its articles in the story, first published first."""

    outlet: Outlet
    articles: list[Article]
    origin: str = ""  # whose reports they are, where the columns are grouped by that

    @property
    def name(self) -> str:
        """With its origin where columns are grouped."""
        return f"{self.origin}: {self.outlet.name}" if self.origin else self.outlet.name

    @property
    def first(self) -> Article:
        return self.articles[0]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A point of the story, or one claim that is linked to none; first published first."""

    claims: list[Claim]
    reading: Reading

    @cached_property
    def key(self) -> int:
        """The oldest claim's: it stays when others join or leave."""
        return min(claim.pk for claim in self.claims)

    @property
    def cluster_id(self) -> int | None:
        return self.claims[0].cluster_id

    @cached_property
    def url(self) -> str:
        """The point's page, or that of the lone claim."""
        if self.cluster_id:
            return address("claims:cluster", self.cluster_id)
        return self.claims[0].get_absolute_url()

    @cached_property
    def title(self) -> str:
        """The first claim's statement in the desk's words, else the first one's quote."""
        stated = [claim.statement for claim in self.claims if claim.statement]
        return (stated or [self.claims[0].quote])[0]

    @cached_property
    def outlet_ids(self) -> frozenset[int]:
        return frozenset(claim.outlet_id for claim in self.claims)

    @property
    def spread(self) -> int:
        """How many outlets say it."""
        return len(self.outlet_ids)

    @property
    def origins(self) -> int:
        """How many independent origins say it."""
        return corroboration.origins(self.claims)

    @property
    def spread_words(self) -> str:
        """“5 outlets · 2 independent origins”"""
        return spread.words(self.spread, self.origins)

    @property
    def disagrees(self) -> bool:
        return bool(self.reading.differing or self.reading.conflicts)

    @cached_property
    def sources(self) -> Sources:
        """Where its claims come from in the end."""
        return sources.of_claims(self.claims)

    @cached_property
    def statuses(self) -> Counter[str]:
        return Counter(claim.status for claim in self.claims)


@dataclass(frozen=True, kw_only=True)
class Board:
    """The whole story: columns by first publication, rows in no order that means anything."""

    story: Story
    columns: list[Column]
    rows: list[Row]
    is_whole: bool = False  # every column is shown

    @property
    def shown(self) -> list[Column]:
        """The columns that stand in the table."""
        return self.columns if self.is_whole else self.columns[:COLUMNS_AT_FIRST]

    @property
    def more_columns(self) -> int:
        return len(self.columns) - len(self.shown)

    @cached_property
    def articles(self) -> list[Article]:
        """First published first; each has `claim_count` and `waiting_count`."""
        return sorted((one for column in self.columns for one in column.articles), key=published)

    @cached_property
    def claims(self) -> list[Claim]:
        return [claim for row in self.rows for claim in row.claims]

    @property
    def points(self) -> int:
        return sum(row.cluster_id is not None for row in self.rows)


def of_story(story: Story, *, is_whole: bool = False) -> Board:
    """The story's board, in four queries however large it is."""
    articles = list(Article.objects.in_story(story).order_by("published_at", "pk"))
    claims = Claim.objects.active().filter(story=story)
    board = replace(_board(story, articles, list(claims.for_board())), is_whole=is_whole)
    counts = Counter(claim.article_id for claim in board.claims)
    waiting = Counter(claim.article_id for claim in board.claims if claim.is_waiting)
    for article in articles:
        article.claim_count = counts[article.pk]  # type: ignore[attr-defined]
        article.waiting_count = waiting[article.pk]  # type: ignore[attr-defined]
    return board


def row_of(claim: Claim, *, is_whole: bool = False) -> tuple[Board, Row]:
    """The board with nothing on it but the claim's row; the same four queries."""
    articles = list(Article.objects.in_story(claim.story).order_by("published_at", "pk"))
    claims = list(Claim.objects.sharing_point_with(claim).for_board())
    board = replace(_board(claim.story, articles, claims), is_whole=is_whole)
    return board, board.rows[0]


def by_origin(board: Board) -> Board:
    """The same board with outlets of one origin side by side, that of their first article.

    The origin that was published first comes first. Two queries.
    """
    names: dict[int, tuple[int, str]] = {}
    for lane in provenance.lanes(board.articles):
        names |= {one.article.pk: (lane.number, lane.name) for one in lane.told}
    told = [
        replace(
            column, origin=" / ".join(dict.fromkeys(names[one.pk][1] for one in column.articles))
        )
        for column in board.columns
    ]
    return replace(board, columns=sorted(told, key=lambda column: names[column.first.pk][0]))


def published(article: Article) -> tuple[bool, datetime, int]:
    """A key that sorts articles by publication, those of unknown time last."""
    at = article.published_at
    return at is None, at or article.imported_at, article.pk


def _board(story: Story, articles: list[Article], claims: list[Claim]) -> Board:
    by_key = {article.pk: article for article in articles}
    for claim in claims:
        claim.article = by_key[claim.article_id]
        claim.outlet = claim.article.outlet
    claims.sort(key=lambda one: (published(one.article), one.start, one.pk))
    return Board(story=story, columns=_columns(articles), rows=_rows(claims))


def _columns(articles: Iterable[Article]) -> list[Column]:
    by_outlet: dict[Outlet, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=published):
        by_outlet[article.outlet].append(article)
    return [Column(outlet=outlet, articles=found) for outlet, found in by_outlet.items()]


def _rows(claims: list[Claim]) -> list[Row]:
    """The claims by cluster, lone ones each for themselves; two queries."""
    groups: dict[tuple[int | None, int | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[None if claim.cluster_id else claim.pk, claim.cluster_id].append(claim)
    point_of = {claim.pk: claim.cluster_id for claim in claims if claim.cluster_id}
    ties: dict[int | None, list[Tie]] = defaultdict(list)
    for tie in Link.objects.ties_between(point_of):
        ties[point_of[tie.a]].append(tie)
    conflicts: dict[int | None, list[Conflict]] = defaultdict(list)
    for conflict in Discrepancy.objects.conflicts_between(point_of):
        conflicts[point_of[conflict.a]].append(conflict)
    for (_, point), inside in groups.items():
        corroboration.tell(inside, ties[point])
    return [
        Row(claims=inside, reading=disagreement.read(inside, ties[point], conflicts[point]))
        for (_, point), inside in groups.items()
    ]
