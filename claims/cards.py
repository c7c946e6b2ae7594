"""Figures that disagree as the review page shows them: two sides, their figures marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from articles import published
from articles.models import Article, Precision
from claims.models import Claim, Discrepancy, Link
from claims.states import LinkKind, Resolution
from matching import DiscrepancyKind, Span
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.discrepancy_querysets import DiscrepancyQuerySet
    from claims.link_querysets import LinkQuerySet

Parts = list[tuple[str, bool]]  # words, and whether they are a figure; together they are the quote

CARDS_SHOWN = 8  # a screenful each; who settles one finds the next
LABELS: dict[str, str] = {
    DiscrepancyKind.TIME: "Times disagree",
    DiscrepancyKind.DATE: "Dates disagree",
    DiscrepancyKind.WEEKDAY: "Days disagree",
    DiscrepancyKind.POLARITY: "Yes against no",
    DiscrepancyKind.NAME: "Names disagree",
    DiscrepancyKind.ATTRIBUTION: "Sources disagree",
}
# What a card is headed when neither text says what its values are of.
TITLES: dict[str, str] = {
    DiscrepancyKind.DURATION: "How long",
    DiscrepancyKind.TIME: "At what time",
    DiscrepancyKind.DATE: "On what date",
    DiscrepancyKind.WEEKDAY: "On which day",
    DiscrepancyKind.MONEY: "How much money",
    DiscrepancyKind.DISTANCE: "How far",
    DiscrepancyKind.AGE: "How old",
    DiscrepancyKind.POLARITY: "Whether it is so",
    DiscrepancyKind.NAME: "Who",
    DiscrepancyKind.ATTRIBUTION: "Who says so",
}


@dataclass(frozen=True, kw_only=True)
class Side:
    """One claim's value. `also`: other outlets whose claims are the same, by name."""

    claim: Claim
    value: str
    parts: Parts
    also: list[str]


@dataclass(frozen=True, kw_only=True)
class Card:
    """A discrepancy as `this.claim` sees it; `alike` have the same values against it."""

    row: Discrepancy
    this: Side
    other: Side
    alike: list[Discrepancy]

    @property
    def label(self) -> str:
        return LABELS.get(self.row.kind, "Figures disagree")

    @property
    def title(self) -> str:
        """What the values are of: “People on board”."""
        subject = self.row.subject or TITLES.get(self.row.kind, "The figure")
        return subject[:1].upper() + subject[1:]

    @property
    def gap(self) -> str:
        """When the other was published, from this one: “1 h 42 min earlier”."""
        return gap(self.this.claim.article, self.other.claim.article)

    @property
    def resolutions(self) -> list[tuple[str, str, int]]:
        """Value, words and key of each, in the order of the form."""
        return [(one.value, one.label, key) for key, one in enumerate(Resolution, start=1)]

    @property
    def also(self) -> str:
        """Keys of those that are settled along with it, as a form sends them."""
        return " ".join(str(row.pk) for row in self.alike)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A claim's conflicts, one card for each pair of values; `parts` is its own quote.

    Of the open ones at most CARDS_SHOWN; `more` are left for when these are settled.
    """

    open: list[Card]
    more: int
    settled: list[Card]
    parts: Parts


def of_claim(claim: Claim) -> Figures:
    """Conflicts with linked claims that stand, the first published first. At most two queries."""
    rows = _conflicts_of(claim)
    ordered = sorted(rows, key=lambda row: _published_first(row.other_than(claim), row))
    same = _outlets_of_same_claims(claim, ordered)
    open_rows = [row for row in ordered if not row.is_settled]
    cards = _cards(claim, open_rows, same)
    return Figures(
        open=cards[:CARDS_SHOWN],
        more=len(cards[CARDS_SHOWN:]),
        settled=_cards(claim, [row for row in ordered if row.is_settled], same),
        parts=cut(claim.quote, [row.span_of(claim) for row in open_rows]),
    )


@prepared
def _conflicts_of(claim: Claim) -> DiscrepancyQuerySet:
    return Discrepancy.objects.standing().conflicts().for_claim(claim).for_page()


def card(row: Discrepancy, claim: Claim) -> Card:
    """One discrepancy alone, whether it stands or not; needs `for_page`."""
    alike = Discrepancy.objects.open_conflicts().for_claim(claim).filter(kind=row.kind)
    equal = [
        one for one in alike.exclude(pk=row.pk).for_page() if _key(one, claim) == _key(row, claim)
    ]
    return _card(claim, [row, *equal], _outlets_of_same_claims(claim, [row, *equal]))


def cut(quote: str, spans: Iterable[Span]) -> Parts:
    """The quote cut at the ends of the spans, which may overlap; without empty pieces."""
    at, parts = 0, []
    for span in sorted(spans):
        start, end = max(span.start, at), min(span.end, len(quote))
        if start < end:
            parts += [(quote[at:start], False), (quote[start:end], True)]
            at = end
    return [part for part in [*parts, (quote[at:], False)] if part[0]]


def gap(this: Article, other: Article) -> str:
    """How much before or after the one the other was published; empty when that is not known."""
    ours, theirs = published.of(this), published.of(other)
    if ours is None or theirs is None:
        return ""
    if Precision.DAY in (ours.precision, theirs.precision):
        apart, same = theirs.day - ours.day, "on the same day"
    else:
        apart, same = theirs.at - ours.at, "in the same minute"
    if not (length := _length(abs(apart))):
        return same
    return f"{length} {'later' if apart > timedelta() else 'earlier'}"


def _length(apart: timedelta) -> str:
    """“42 min”, “1 h 42 min”, “2 d 16 h”; empty under a minute."""
    minutes = apart // timedelta(minutes=1)
    hours, days = minutes // 60, minutes // (24 * 60)
    parts = [(days, "d"), (hours % 24, "h")] if days else [(hours, "h"), (minutes % 60, "min")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _cards(claim: Claim, rows: list[Discrepancy], same: dict[int, list[str]]) -> list[Card]:
    groups: dict[tuple[object, ...], list[Discrepancy]] = defaultdict(list)
    for row in rows:
        groups[_key(row, claim)].append(row)
    return [_card(claim, group, same) for group in groups.values()]


def _key(row: Discrepancy, claim: Claim) -> tuple[object, ...]:
    """What rows of one card have in common."""
    values = (row.value_of(claim), row.value_of(row.other_than(claim)))
    return row.kind, *values, row.resolved_at


def _card(claim: Claim, rows: list[Discrepancy], same: dict[int, list[str]]) -> Card:
    first, *alike = rows
    others = [row.other_than(claim) for row in rows]
    named = [outlet for other in others for outlet in (str(other.outlet), *same[other.pk])]
    return Card(
        row=first,
        this=_side(first, first.other_than(others[0]), same[claim.pk]),
        other=_side(first, others[0], named),
        alike=alike,
    )


def _side(row: Discrepancy, claim: Claim, also: Iterable[str]) -> Side:
    return Side(
        claim=claim,
        value=row.value_of(claim),
        parts=cut(claim.quote, [row.span_of(claim)]),
        also=[name for name in dict.fromkeys(also) if name != str(claim.outlet)],
    )


def _outlets_of_same_claims(claim: Claim, rows: Iterable[Discrepancy]) -> dict[int, list[str]]:
    """By claim, the outlets whose claims are linked to it as the same."""
    others = {row.other_than(claim).pk for row in rows}
    found: dict[int, list[str]] = defaultdict(list)
    for link in _links_as_same({claim.pk, *others}) if others else []:
        found[link.a_id].append(str(link.b.outlet))
        found[link.b_id].append(str(link.a.outlet))
    return found


@prepared
def _links_as_same(claims: Collection[int]) -> LinkQuerySet:
    same = Link.objects.active().confirmed().filter(kind=LinkKind.SAME)
    return same.of_any(claims).for_page()


def _published_first(claim: Claim, row: Discrepancy) -> tuple[float, int]:
    at = claim.article.published_at
    return at.timestamp() if at else float("inf"), row.pk
