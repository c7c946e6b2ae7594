"""How the articles of a story hang together: who printed whose text, and what says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import matching
from articles.models import Article, Credit, CreditKind, Revision, SharedCopy
from matching import SharedPassage, Span

PASSAGES_SHOWN = 12  # of two articles side by side


@dataclass(frozen=True, kw_only=True)
class Source:
    """The earlier article that an article shares most copy with, and how much of it that is."""

    article: Article
    share: float  # of the later article's grams, 0 to 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Told:
    """An article with the reasons for its origin."""

    article: Article
    credits: list[Credit]
    source: Source | None

    @property
    def percent(self) -> str:
        """How much of its copy the source has, “84 %”."""
        return _percent(self.source.share) if self.source else ""

    @property
    def moment(self) -> datetime:
        return self.article.published_at or self.article.imported_at


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One origin, first published first; an article alone is a lane of its own."""

    number: int  # counted from 1, in the order of first publication
    told: list[Told]
    name: str  # whose report it is: the agency's, else that of the outlet that had it first

    def holds(self, key: str) -> bool:
        """An article of that key is in it; whatever somebody types is none."""
        return any(str(one.article.pk) == key for one in self.told)

    def with_only(self, shown: Collection[Told]) -> Lane:
        """The same lane with those of its articles that a page shows."""
        return replace(self, told=[one for one in self.told if one in shown])


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A passage of one text in pieces: words, and whether the other text has them."""

    a: list[tuple[str, bool]]
    b: list[tuple[str, bool]]
    share: float


def lanes(articles: Sequence[Article]) -> list[Lane]:
    """The origins of these articles of one story, whose outlets are loaded; two queries."""
    ordered = sorted(articles, key=_published)
    named: dict[int, list[Credit]] = defaultdict(list)
    for credit in Credit.objects.filter(article__in=ordered).order_by("pk"):
        named[credit.article_id].append(credit)
    sources = _sources(ordered)
    together: dict[int, list[Told]] = defaultdict(list)
    for article in ordered:
        told = Told(article=article, credits=named[article.pk], source=sources.get(article.pk))
        together[article.origin_id or -article.pk].append(told)
    parts = list(together.values())
    names = _names(parts)
    return [
        Lane(number=at, told=told, name=name)
        for at, (told, name) in enumerate(zip(parts, names, strict=True), start=1)
    ]


def _names(parts: Sequence[Sequence[Told]]) -> list[str]:
    """The agency's, where no other part has more right to it; else who had it first."""
    own = [
        [one.article.outlet.name for one in told if one.article.outlet.is_agency] for told in parts
    ]
    taken, names = {name for some in own for name in some}, []
    for told, agencies in zip(parts, own, strict=True):
        credited = [
            credit.agency
            for one in told
            for credit in one.credits
            if credit.kind == CreditKind.CREDIT and credit.agency not in taken
        ]
        names.append([*agencies, *credited, told[0].article.outlet.name][0])
        taken.add(names[-1])
    return names


def shares(one: Article, other: Article) -> tuple[str, str]:
    """How much of each is the other's, as in “84 %”; empty where they share no copy."""
    copy = SharedCopy.objects.between(one, other)
    if copy is None:
        return "", ""
    of = {copy.a_id: copy.share_a, copy.b_id: copy.share_b}
    return _percent(of[one.pk]), _percent(of[other.pk])


def side_by_side(one: Article, other: Article) -> list[Parts]:
    """The passages that two articles share by their newest texts, in the order of `one`."""
    newest = Revision.objects.newest_of(pk__in=[one.pk, other.pk])
    texts = {revision.article_id: revision.text for revision in newest}
    a, b = texts.get(one.pk, ""), texts.get(other.pk, "")
    return [_parts(a, b, shared) for shared in matching.shared_passages(a, b)[:PASSAGES_SHOWN]]


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", "\u00a0%")


def _published(article: Article) -> tuple[bool, datetime, int]:
    at = article.published_at
    return at is None, at or article.imported_at, article.pk


def _sources(ordered: Sequence[Article]) -> dict[int, Source]:
    """For each article the earlier one it has most from; of equals an agency's, then the first."""
    place = {article.pk: at for at, article in enumerate(ordered)}
    best: dict[int, tuple[tuple[int, bool, int], Source]] = {}
    for pair in SharedCopy.objects.filter(a__in=place, b__in=place):
        a, b = place[pair.a_id], place[pair.b_id]
        earlier, later = ordered[min(a, b)], ordered[max(a, b)]
        if earlier.origin_id is None or earlier.origin_id != later.origin_id:
            continue
        share = pair.share_b if later.pk == pair.b_id else pair.share_a
        rank = (pair.grams, earlier.outlet.is_agency, -place[earlier.pk])
        if later.pk not in best or rank > best[later.pk][0]:
            best[later.pk] = rank, Source(article=earlier, share=share)
    return {key: source for key, (_, source) in best.items()}


def _parts(a: str, b: str, shared: SharedPassage) -> Parts:
    inside = [run for run in shared.runs if shared.b.start <= run[1].start < shared.b.end]
    return Parts(
        a=_cut(a, shared.a, [run[0] for run in inside]),
        b=_cut(b, shared.b, sorted(run[1] for run in inside)),
        share=shared.share,
    )


def _cut(text: str, place: Span, runs: Iterable[Span]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    at = place.start
    for run in runs:
        if run.start >= at:
            pieces += [(text[at : run.start], False), (run.of(text), True)]
            at = run.end
    return [piece for piece in [*pieces, (text[at : place.end], False)] if piece[0]]
