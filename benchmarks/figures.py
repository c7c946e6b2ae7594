"""Times of one act, their percentiles, and how a report of them is written."""

from __future__ import annotations

import json
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class Figure:
    """How long one kind of act took, in milliseconds, over `times` of them."""

    name: str
    times: int
    p50_ms: float
    p95_ms: float
    longest_ms: float


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a bench found. `floor` names the figure the others are compared with."""

    title: str
    size: Mapping[str, int]
    figures: tuple[Figure, ...]
    floor: str
    facts: Mapping[str, str]

    def ratio(self, figure: Figure) -> float:
        """The figure's median over the floor's, of the same run."""
        (floor,) = (one for one in self.figures if one.name == self.floor)
        return figure.p50_ms / floor.p50_ms


def measured(name: str, acts: Iterable[Callable[[], object]]) -> Figure:
    """Do each act once and time it. The acts of one figure differ, as those of people do."""
    spent = []
    for act in acts:
        began = time.perf_counter()
        act()
        spent.append((time.perf_counter() - began) * 1_000)
    return figure_of(name, spent)


def figure_of(name: str, spent_ms: list[float]) -> Figure:
    """Percentiles by linear interpolation; a single time is all of them."""
    if not spent_ms:
        raise ValueError(f"{name}: nothing was measured")
    twentieths = statistics.quantiles(spent_ms, n=20, method="inclusive") if spent_ms[1:] else []
    return Figure(
        name=name,
        times=len(spent_ms),
        p50_ms=round(statistics.median(spent_ms), 2),
        p95_ms=round(twentieths[18] if twentieths else spent_ms[0], 2),
        longest_ms=round(max(spent_ms), 2),
    )


def machine() -> dict[str, str]:
    return {"python": platform.python_version(), "processor": platform.machine()}


def as_table(report: Report) -> str:
    size = ", ".join(f"{number:,} {what}" for what, number in report.size.items())
    lines = [
        f"{report.title}: {size}",
        *(f"{name}: {value}" for name, value in report.facts.items()),
        "",
        f"{'':<34} {'times':>6} {'p50 ms':>9} {'p95 ms':>9} {'longest':>9} {'x floor':>8}",
    ]
    lines += (
        f"{one.name:<34} {one.times:>6} {one.p50_ms:>9,.1f} {one.p95_ms:>9,.1f}"
        f" {one.longest_ms:>9,.1f} {report.ratio(one):>8.1f}"
        for one in report.figures
    )
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """One line, for whoever compares runs."""
    figures = [asdict(one) | {"ratio": round(report.ratio(one), 2)} for one in report.figures]
    return json.dumps(
        {
            "title": report.title,
            "size": dict(report.size),
            "floor": report.floor,
            "facts": dict(report.facts),
            "figures": figures,
        }
    )
