"""Searching articles and claims by words and conditions, the newest first.

Newest first and not best first: a rank has to be computed for every hit before the first page can
be shown, so it grows with the archive and cannot be paged by key (docs/adr/0005).

What fits is looked up, and few texts are read to be sure of it: a phrase by its word pairs, and
articles without a word as those that are not found by it. Whatever is asked, a search ends: every
statement runs in what is left of BUDGET_SECONDS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet

from articles import fulltext
from articles.fulltext import Asked
from articles.models import Article
from articles.querysets import ArticleQuerySet
from claims import conditions, joiners
from claims.errors import SearchTooLong
from claims.models import Claim
from claims.query import LONGEST, Query, Words, parse
from claims.querysets import ClaimQuerySet
from claims.time_limits import Clock, in_time
from claims.understood import Complaint, Understood
from web import paging
from web.counts import COUNT_CAP
from web.paging import Page

if TYPE_CHECKING:
    from accounts.models import User

BUDGET_SECONDS = 1.8  # of two; the rest is for the page itself
# A page in order is quick when hits are frequent. When the planner took rare ones for frequent, it
# would read the whole table; after this long the hits are gathered first and put in order then.
IN_ORDER_SECONDS = 0.3
ORDER = ["-dated_at", "-pk"]
_UNCLOSED = (
    "A quotation mark has no second one; all words behind it were searched for as one phrase."
)


class Section(StrEnum):
    ARTICLES = "articles"
    CLAIMS = "claims"


@dataclass(frozen=True, kw_only=True)
class Search:
    """What was typed and what was understood of it."""

    text: str
    query: Query
    understood: Understood

    @cached_property
    def searched(self) -> tuple[Words, ...]:
        """The words that are looked for, and those that may not be there."""
        words = joiners.searched(self.query)
        return () if self.understood.narrows and joiners.are_small(words) else words

    @property
    def hits(self) -> Asked | None:
        """What is marked in snippets: each word and phrase that is wanted."""
        return fulltext.any_of([one.text for one in self.searched if not one.is_left_out])

    @property
    def words(self) -> Asked | None:
        wanted = (
            ~fulltext.holding(one.text) if one.is_left_out else fulltext.holding(one.text)
            for one in self.searched
        )
        return reduce(and_, wanted) if self.searched else None

    @cached_property
    def is_only_without(self) -> bool:
        """Of words, nothing is wanted but to be without them. At most two queries."""
        wanted = [one.text for one in self.searched if not one.is_left_out]
        left_out = [one.text for one in self.searched if one.is_left_out]
        asks_nothing = not wanted or fulltext.are_too_common(wanted)
        return bool(left_out) and asks_nothing and not fulltext.are_too_common(left_out)

    @cached_property
    def pairs(self) -> list[int]:
        """Word pairs that all which fits has. One query."""
        wanted = [one.text for one in self.searched if not one.is_left_out]
        return fulltext.pairs_of(wanted) if wanted else []

    @property
    def without_words(self) -> Search:
        return replace(self, query=replace(self.query, parts=self.query.conditions))

    @property
    def asks_something(self) -> bool:
        """There is a word or a condition to look for."""
        return bool(self.searched) or self.understood.narrows

    @property
    def complaints(self) -> list[Complaint]:
        found = list(self.understood.complaints)
        if self.query.is_cut:
            found.append(
                Complaint(sentence=f"Only the first {LONGEST} characters were searched for.")
            )
        if self.query.is_unclosed:
            found.append(Complaint(sentence=_UNCLOSED))
        small = () if self.searched else joiners.searched(self.query)
        return found + joiners.complaints(self.query, small)


@dataclass(frozen=True, kw_only=True)
class Found:
    """Articles and claims that fit, counted up to the cap and one, and a page of one of them."""

    counts: Mapping[Section, int]
    page: Page[Any]
    complaints: list[Complaint]


def ask(text: str, *, reader: User | None = None) -> Search:
    """Understand what was typed; never refuses. `reader` is who “me” is."""
    query = parse(text, names=conditions.NAMES)
    return Search(text=text, query=query, understood=conditions.understand(query, reader=reader))


def find(search: Search, section: Section, *, size: int, params: Mapping[str, Any]) -> Found:
    """A page of the section, where `params` (request.GET) says; the other one is only counted.

    Raises SearchTooLong when that takes more than BUDGET_SECONDS.
    """
    clock = Clock(BUDGET_SECONDS)
    some = {one: _some(search, one, clock) for one in Section}
    page = _page(search, section, some[section], size=size, params=params, clock=clock)
    complaints = search.complaints
    words = [one.text for one in search.searched]
    if words and not any(some.values()) and fulltext.are_too_common(words):
        complaints = [*complaints, Complaint(sentence=joiners.too_common(words))]
    return Found(
        counts={one: len(keys) for one, keys in some.items()}, page=page, complaints=complaints
    )


def rows_of(search: Search, section: Section) -> ArticleQuerySet | ClaimQuerySet:
    """All of the section that fits, in no order."""
    return _articles(search) if section == Section.ARTICLES else claims_of(search)


def looked_up(search: Search, section: Section) -> ArticleQuerySet | ClaimQuerySet:
    """The same rows, in words for which the database reads few texts."""
    if section == Section.CLAIMS:
        return claims_looked_up(search)
    if search.is_only_without:
        return _articles_without(search)
    if search.words is None or not search.pairs:
        return _articles(search)
    return _articles(search.without_words).looked_up(search.words, search.pairs)


def claims_looked_up(search: Search) -> ClaimQuerySet:
    """Claims without a word are nearly all; the first thousand are soon read."""
    if search.words is None or not search.pairs:
        return claims_of(search)
    return claims_of(search.without_words).looked_up(search.words, search.pairs)


def _articles(search: Search) -> ArticleQuerySet:
    """With conditions on claims: articles that have such a claim."""
    asked = search.understood
    articles = Article.objects.filter(asked.where)
    if search.words:
        articles = articles.found_by(search.words)
    if asked.authors:
        articles = articles.written_by(asked.authors)
    for name in asked.authors_left_out:
        articles = articles.exclude(pk__in=Article.objects.written_by([name]))
    if asked.of_claims:
        claims = Claim.objects.active().filter(asked.of_claims, article=OuterRef("pk"))
        articles = articles.filter(Exists(claims))
    return articles


def _articles_without(search: Search) -> ArticleQuerySet:
    articles = _articles(search.without_words)
    left_out = [one for one in search.searched if one.is_left_out]
    single = [fulltext.holding(one.text) for one in left_out if not one.is_phrase]
    if single:
        articles = articles.exclude(pk__in=Article.objects.found_by(reduce(or_, single)))
    for phrase in [one.text for one in left_out if one.is_phrase]:
        holding, pairs = fulltext.holding(phrase), fulltext.pairs_of([phrase])
        every = Article.objects.all()
        found = every.looked_up(holding, pairs) if pairs else every.found_by(holding)
        articles = articles.exclude(pk__in=found)
    return articles


def claims_of(search: Search) -> ClaimQuerySet:
    """All claims that fit. With conditions on articles: claims in such an article."""
    asked = search.understood
    claims = Claim.objects.active().filter(asked.where & asked.of_claims)
    if search.words:
        claims = claims.found_by(search.words)
    if asked.authors:
        claims = claims.filter(article__in=Article.objects.written_by(asked.authors))
    for name in asked.authors_left_out:
        claims = claims.exclude(article__in=Article.objects.written_by([name]))
    return claims


def _some(search: Search, section: Section, clock: Clock) -> list[int]:
    """Keys of what fits, in no order: all of them, or one more than the cap."""
    is_indexed = section == Section.ARTICLES if search.is_only_without else search.hits is not None
    asks_index = is_indexed or bool(search.understood.authors)
    with in_time(clock.left, seqscan=not asks_index):
        rows = looked_up(search, section).order_by()
        return list(rows.values_list("pk", flat=True)[: COUNT_CAP + 1])


def _page(
    search: Search,
    section: Section,
    some: list[int],
    *,
    size: int,
    params: Mapping[str, Any],
    clock: Clock,
) -> Page[Any]:
    def light(rows: QuerySet[Any]) -> Page[Any]:
        return paging.page(rows.only("pk", "dated_at"), order=ORDER, size=size, params=params)

    rows = rows_of(search, section)
    if len(some) <= COUNT_CAP:
        with in_time(clock.left):
            return light(rows.model._default_manager.filter(pk__in=some))
    try:
        with in_time(min(IN_ORDER_SECONDS, clock.left)):
            return light(rows)
    except SearchTooLong:  # without the index in order, only gathering is left
        with in_time(clock.left, seqscan=False, indexscan=False):
            return light(looked_up(search, section))
