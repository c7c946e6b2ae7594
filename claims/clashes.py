"""The figures of one other claim or sentence beside a claim: what conflicts, what is only noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims import comparisons
from claims.candidates import Candidate
from claims.models import Claim, Discrepancy, Link
from matching import DiscrepancyKind, Grade, Span
from web.prepared import prepared

if TYPE_CHECKING:
    from claims.discrepancy_querysets import DiscrepancyQuerySet

CONFLICT, NOTE = "fig", "fig fig-ok"  # how a figure looks in the other's words


@dataclass(frozen=True, kw_only=True)
class Clash:
    """What another claim's figures are to a claim's own, which come first."""

    conflicts: tuple[str, ...]  # “241 against 214”, open ones
    notes: tuple[str, ...]  # the same, of values that may both hold
    parts: tuple[tuple[str, str], ...]  # the other's words with the classes of their look

    @property
    def first(self) -> str:
        """What a sign says; empty without a conflict."""
        return self.conflicts[0] if self.conflicts else ""


def by_link(claim: Claim, links: Iterable[Link]) -> dict[int, Clash]:
    """Of each of the claim's links, which come with both claims. One query, if there are any."""
    loaded = {link.pk: link for link in links}
    rows: dict[int, list[Discrepancy]] = defaultdict(list)
    for row in _open_between(loaded) if loaded else []:
        row.link = loaded[row.link_id]
        rows[row.link_id].append(row)
    return {pk: _clash(claim, link, rows[pk]) for pk, link in loaded.items()}


@prepared
def _open_between(links: Collection[int]) -> DiscrepancyQuerySet:
    return Discrepancy.objects.standing().open().filter(link__in=links).order_by("pk")


def with_clashes(claim: Claim, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, each with the first conflict of its figures with the claim's."""
    return [replace(one, clash=_first_between(claim, one)) for one in candidates]


def _clash(claim: Claim, link: Link, rows: list[Discrepancy]) -> Clash:
    other = link.b if link.a_id == claim.pk else link.a
    conflicts = [row for row in rows if row.is_conflict]
    notes = [row for row in rows if not row.is_conflict]
    looks = [(row.span_of(other), CONFLICT) for row in conflicts]
    looks += [(row.span_of(other), NOTE) for row in notes]
    return Clash(
        conflicts=tuple(row.seen_from(claim) for row in conflicts),
        notes=tuple(row.seen_from(claim) for row in notes),
        parts=cut(other.quote, looks),
    )


def cut(quote: str, looks: Iterable[tuple[Span, str]]) -> tuple[tuple[str, str], ...]:
    """The quote in pieces (words, look), in order; the look is empty between the spans."""
    at, parts = 0, []
    for span, look in sorted(looks):
        if span.start >= at and span.end > span.start:
            parts += [(quote[at : span.start], ""), (span.of(quote), look)]
            at = span.end
    return tuple(part for part in [*parts, (quote[at:], "")] if part[0])


def _first_between(claim: Claim, candidate: Candidate) -> str:
    """As they would be told once linked; days of the week are only compared then."""
    found = comparisons.differ(claim.quote, claim.article, candidate.quote, candidate.article)
    for one in found:
        if one.grade == Grade.CONFLICT and one.kind != DiscrepancyKind.WEEKDAY:
            return f"{one.value_a} against {one.value_b}"
    return ""
