"""What the desk made of an outlet: its claims by verdict, corrections, figures that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from articles.models import Revision
from claims.models import Claim, Discrepancy
from claims.states import ClaimStatus

if TYPE_CHECKING:
    from articles.models import Outlet

CLAIMS_COUNTED = 10_000  # the newest of an outlet; its page then costs the same however many it has


class Figures(StrEnum):
    """How a claim stands that has a figure which another outlet gives otherwise."""

    WRONG = "settled as wrong here"
    OPEN = "not settled"
    OTHER_WRONG = "wrong at the other outlet"
    SETTLED = "settled otherwise"


@dataclass(frozen=True, kw_only=True)
class Record:
    """Counts over the newest CLAIMS_COUNTED claims of an outlet; removed ones do not count.

    `figures` counts claims, each once and under the first of `Figures` that holds.
    """

    corrections: int  # texts beyond the first of its articles
    by_status: Mapping[ClaimStatus, int]
    figures: Mapping[Figures, int]

    @property
    def claims(self) -> int:
        return sum(self.by_status.values())

    @property
    def is_capped(self) -> bool:
        return self.claims == CLAIMS_COUNTED

    @property
    def differing(self) -> int:
        return sum(self.figures.values())

    @property
    def share_differing(self) -> int:
        """Percent of the claims, rounded."""
        return round(100 * self.differing / max(1, self.claims))

    @property
    def verdicts(self) -> list[tuple[ClaimStatus, int]]:
        """Every status with how many claims have it, in the order in which pages name them."""
        return [(status, self.by_status.get(status, 0)) for status in ClaimStatus]

    @property
    def figure_lines(self) -> list[tuple[str, int]]:
        return [(str(kind), self.figures[kind]) for kind in Figures if self.figures.get(kind)]


def of(outlet: Outlet) -> Record:
    """The same few queries for any number of articles and claims."""
    newest = Claim.objects.newest_of_outlet(outlet, CLAIMS_COUNTED)
    return Record(
        corrections=Revision.objects.corrections_of(outlet),
        by_status=Counter(map(ClaimStatus, newest.values_list("status", flat=True))),
        figures=Counter(_figures(outlet).values()),
    )


def _figures(outlet: Outlet) -> dict[int, Figures]:
    """The outlet's claims, by key, that another outlet's figures disagree with."""
    told: dict[int, Figures] = {}
    order = list(Figures)
    for claim, resolution, wrong in _disagreements(outlet):
        kind = _kind(claim, resolution, wrong)
        told[claim] = min(told.get(claim, kind), kind, key=order.index)
    return told


def _disagreements(outlet: Outlet) -> Iterable[tuple[int, str, int | None]]:
    """Claim, resolution and the claim that is wrong, of each disagreement that stands."""
    newest = Claim.objects.newest_of_outlet(outlet, CLAIMS_COUNTED).values("pk")
    for own, other in (("a", "b"), ("b", "a")):
        rows = Discrepancy.objects.standing().conflicts().filter(**{f"link__{own}__in": newest})
        elsewhere = rows.exclude(**{f"link__{other}__outlet": outlet})
        yield from elsewhere.values_list(f"link__{own}", "resolution", "wrong")


def _kind(claim: int, resolution: str, wrong: int | None) -> Figures:
    if not resolution:
        return Figures.OPEN
    if wrong is None:
        return Figures.SETTLED
    return Figures.WRONG if wrong == claim else Figures.OTHER_WRONG
