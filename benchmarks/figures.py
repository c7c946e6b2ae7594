"""Times of one act, their percentiles, and how a report of them is written."""

from __future__ import annotations

import json
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class Figure:
    """How long one kind of act took, in milliseconds, over `times` of them.

    `cpu_ms` is the mean of what program and database computed. The floor's values are of floor acts
    done in turns with these, so that a busy machine slows down both.
    """

    name: str
    times: int
    p50_ms: float
    p95_ms: float
    longest_ms: float
    cpu_ms: float
    floor_p50_ms: float
    floor_cpu_ms: float

    @property
    def ratio(self) -> float:
        return self.p50_ms / self.floor_p50_ms

    @property
    def cpu_ratio(self) -> float:
        return self.cpu_ms / max(self.floor_cpu_ms, 0.001)


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a bench found. `floor` says what the figures are compared with."""

    title: str
    size: Mapping[str, int]
    figures: tuple[Figure, ...]
    floor: str
    facts: Mapping[str, str]


class Act(Protocol):
    def __call__(self) -> object: ...


def measured(
    name: str,
    acts: Iterable[Act],
    *,
    floor: Act,
    cpu_seconds: Callable[[], float] = time.process_time,
) -> Figure:
    """Do each act once, a floor act before each. The acts of one figure differ, as people's do."""
    spent: list[Spent] = []
    floors: list[Spent] = []
    for act in acts:
        floors.append(_timed(floor, cpu_seconds))
        spent.append(_timed(act, cpu_seconds))
    return figure_of(name, spent, floors)


@dataclass(frozen=True)
class Spent:
    ms: float
    cpu_ms: float


def _timed(act: Act, cpu_seconds: Callable[[], float]) -> Spent:
    cpu, began = cpu_seconds(), time.perf_counter()
    act()
    ms = (time.perf_counter() - began) * 1_000
    return Spent(ms, (cpu_seconds() - cpu) * 1_000)


def figure_of(name: str, spent: Sequence[Spent], floors: Sequence[Spent]) -> Figure:
    """Percentiles by linear interpolation; a single time is all of them."""
    if not spent:
        raise ValueError(f"{name}: nothing was measured")
    ms = [one.ms for one in spent]
    twentieths = statistics.quantiles(ms, n=20, method="inclusive") if ms[1:] else ms * 19
    return Figure(
        name=name,
        times=len(ms),
        p50_ms=round(statistics.median(ms), 2),
        p95_ms=round(twentieths[18], 2),
        longest_ms=round(max(ms), 2),
        cpu_ms=round(statistics.fmean(one.cpu_ms for one in spent), 2),
        floor_p50_ms=round(statistics.median(one.ms for one in floors), 2),
        floor_cpu_ms=round(statistics.fmean(one.cpu_ms for one in floors), 2),
    )


def machine() -> dict[str, str]:
    return {"python": platform.python_version(), "processor": platform.machine()}


def as_table(report: Report) -> str:
    size = ", ".join(f"{number:,} {what}" for what, number in report.size.items())
    lines = [
        f"{report.title}: {size}",
        *(f"{name}: {value}" for name, value in report.facts.items()),
        f"floor: {report.floor}",
        "",
        f"{'':<46} {'times':>5} {'p50 ms':>8} {'p95 ms':>8} {'longest':>8} {'x floor':>8}"
        f" {'cpu ms':>8} {'x floor':>8}",
    ]
    lines += (
        f"{one.name:<46} {one.times:>5} {one.p50_ms:>8,.1f} {one.p95_ms:>8,.1f}"
        f" {one.longest_ms:>8,.1f} {one.ratio:>8.1f} {one.cpu_ms:>8,.1f} {one.cpu_ratio:>8.1f}"
        for one in report.figures
    )
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """One line, for whoever compares runs."""
    figures = [
        asdict(one) | {"ratio": round(one.ratio, 2), "cpu_ratio": round(one.cpu_ratio, 2)}
        for one in report.figures
    ]
    return json.dumps(
        {
            "title": report.title,
            "size": dict(report.size),
            "floor": report.floor,
            "facts": dict(report.facts),
            "figures": figures,
        }
    )
