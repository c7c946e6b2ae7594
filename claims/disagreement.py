"""What differs within a point of the story, measured against the first published value.

Pure: claims, links and open conflicts come in, what to show goes out.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.states import LinkKind

if TYPE_CHECKING:
    from claims.models import Claim


@dataclass(frozen=True)
class Conflict:
    """An open conflict between two claims: what each of them gives, and of what."""

    a: int
    b: int
    value_a: str
    value_b: str
    subject: str = ""


@dataclass(frozen=True)
class Tie:
    """A confirmed link between two claims of one point."""

    a: int
    b: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A point as its row reads now. Claims are named by key."""

    differing: frozenset[int] = frozenset()  # they do not fit the first published value
    figures: dict[int, str] = field(default_factory=dict)  # of the claims that have a conflict
    conflicts: tuple[Conflict, ...] = ()
    contradictions: int = 0

    @property
    def against(self) -> tuple[str, str] | None:
        """Two figures that disagree, the later told first; none without an open conflict."""
        for conflict in self.conflicts:
            if conflict.a in self.differing:
                return conflict.value_a, conflict.value_b
            return conflict.value_b, conflict.value_a
        return None


def read(claims: Sequence[Claim], ties: Iterable[Tie], conflicts: Iterable[Conflict]) -> Reading:
    """Which claims differ from the first published one, and by which figure.

    `claims` first published first. What is said to be the same agrees unless an open conflict says
    otherwise; what contradicts or conflicts differs. A claim that conflicts with one that differs
    agrees with the first again if it gives the first one's figure.
    """
    conflicts = tuple(conflicts)
    figures: dict[int, str] = {}
    for conflict in conflicts:
        figures.setdefault(conflict.a, conflict.value_a)
        figures.setdefault(conflict.b, conflict.value_b)
    agreeing, opposed, contradictions = _neighbours(ties, conflicts)
    differs: dict[int, bool] = {}
    for claim in claims:
        if claim.pk not in differs:
            _spread(claim.pk, agreeing, opposed, figures, differs)
    return Reading(
        differing=frozenset(pk for pk, differs_here in differs.items() if differs_here),
        figures=figures,
        conflicts=conflicts,
        contradictions=contradictions,
    )


Neighbours = dict[int, set[int]]


def _neighbours(
    ties: Iterable[Tie], conflicts: Iterable[Conflict]
) -> tuple[Neighbours, Neighbours, int]:
    """Who agrees with whom, who is opposed to whom, and how many links say contradicts."""
    opposed: Neighbours = defaultdict(set)
    agreeing: Neighbours = defaultdict(set)
    contradictions = 0
    for conflict in conflicts:
        opposed[conflict.a].add(conflict.b)
        opposed[conflict.b].add(conflict.a)
    for tie in ties:
        contradictions += tie.kind == LinkKind.CONTRADICTS
        if tie.kind == LinkKind.SAME and tie.b in opposed[tie.a]:
            continue
        side = opposed if tie.kind == LinkKind.CONTRADICTS else agreeing
        side[tie.a].add(tie.b)
        side[tie.b].add(tie.a)
    return agreeing, opposed, contradictions


def _spread(
    first: int,
    agreeing: Neighbours,
    opposed: Neighbours,
    figures: dict[int, str],
    differs: dict[int, bool],
) -> None:
    """Walk from the first claim: along agreement before opposition, so that agreement wins."""
    differs[first] = False
    waiting = deque([first])
    while waiting:
        claim = waiting.popleft()
        for other in sorted(agreeing[claim] - differs.keys()):
            differs[other] = differs[claim]
            waiting.appendleft(other)
        for other in sorted(opposed[claim] - differs.keys()):
            differs[other] = figures.get(other, "") != figures.get(first) or not differs[claim]
            waiting.append(other)
