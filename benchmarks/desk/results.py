"""What was found at one size, what it has to be, and how it is written down."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.desk.slow import SlowQuery
from benchmarks.figures import Figure, Report, as_table

FLOOR = (
    "a Django view with default middleware, session and CSRF that reads or writes the same rows"
    " by the ORM and renders as many bytes"
)
CPU_RATIO, QUEUE_P95_MS = 2.0, 60.0
QUERY_LENGTH = 300  # of a slow query in the table; the JSON has all of it


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A figure that is not of pages alone. `wanted` says what it has to be."""

    name: str
    value: float
    unit: str
    wanted: str
    is_met: bool
    compared: str = ""  # with the floor's


def at_least(name: str, value: float, unit: str, least: float, compared: str = "") -> Measure:
    wanted = f"at least {least:,g}"
    return Measure(
        name=name, value=value, unit=unit, wanted=wanted, is_met=value >= least, compared=compared
    )


def at_most(name: str, value: float, unit: str, most: float, compared: str = "") -> Measure:
    wanted = f"at most {most:,g}"
    return Measure(
        name=name, value=value, unit=unit, wanted=wanted, is_met=value <= most, compared=compared
    )


@dataclass(frozen=True, kw_only=True)
class Result:
    size: Mapping[str, int]
    facts: Mapping[str, str]
    figures: Sequence[Figure]
    measures: Sequence[Measure]
    slow: Sequence[SlowQuery]

    @property
    def misses(self) -> list[str]:
        """One line for everything that is not what it has to be."""
        figures = (line for figure in self.figures for line in _misses_of(figure))
        return [*figures, *(_line(one) for one in self.measures if not one.is_met)]


def _misses_of(figure: Figure) -> Iterable[str]:
    if figure.cpu_ratio > CPU_RATIO:
        yield f"{figure.name}: {figure.cpu_ratio:.1f} x the floor's CPU, at most {CPU_RATIO:g}"
    if figure.name.startswith("queue") and figure.p95_ms > QUEUE_P95_MS:
        yield f"{figure.name}: p95 {figure.p95_ms:.0f} ms, at most {QUEUE_P95_MS:g}"


def _line(one: Measure) -> str:
    compared = f" ({one.compared})" if one.compared else ""
    return f"{one.name}: {one.value:,.4g} {one.unit}{compared}, {one.wanted}"


def as_text(result: Result) -> str:
    """Tables for a person: pages, everything else, and slow queries."""
    report = Report(
        title="Fact Desk",
        size=result.size,
        figures=tuple(result.figures),
        floor=FLOOR,
        facts=result.facts,
    )
    slow = [
        f"{one.mean_ms:>8,.1f} ms, longest {one.longest_ms:,.1f}, {one.calls} times,"
        f" {one.figure}: {one.query[:QUERY_LENGTH]}"
        for one in sorted(result.slow, key=lambda one: -one.mean_ms)
    ]
    return "\n".join(
        [
            *(as_table(report), "", *map(_line, result.measures)),
            *("", f"slow queries: {len(slow)}", *slow),
        ]
    )


def missed(result: Result) -> list[str]:
    """What the lines end with when times are judged."""
    return ["", f"missed: {len(result.misses)}", *result.misses]


def as_json(result: Result) -> str:
    figures = [
        asdict(one) | {"ratio": round(one.ratio, 2), "cpu_ratio": round(one.cpu_ratio, 2)}
        for one in result.figures
    ]
    return json.dumps(
        {
            "size": dict(result.size),
            "floor": FLOOR,
            "facts": dict(result.facts),
            "figures": figures,
            "measures": [asdict(one) for one in result.measures],
            "slow": [asdict(one) for one in result.slow],
            "missed": result.misses,
        }
    )


def keep(result: Result, folder: Path) -> None:
    """One file for each size; a later run of that size takes its place."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{result.size['claims']}.json").write_text(as_json(result))


def growth(folder: Path) -> list[str]:
    """How each figure grew over the sizes that were measured here: CPU, and from first to last.

    Ten times the claims are 1.25 times the logarithm from 10,000 on.
    """
    kept = [json.loads(path.read_text()) for path in folder.glob("*.json")]
    kept.sort(key=lambda one: int(one["size"]["claims"]))
    if len(kept) < 2:
        return []
    head = "".join(f"{one['size']['claims']:>12,}" for one in kept)
    lines = ["", f"{'growth, CPU in ms at that many claims':<46}{head}{'last/first':>12}"]
    for name in [one["name"] for one in kept[-1]["figures"]]:
        found = [_cpu_of(one, name) for one in kept]
        cells = "".join(f"{'' if ms is None else f'{ms:,.1f}':>12}" for ms in found)
        first, last = found[0], found[-1]
        ratio = f"{last / max(first, 0.001):>12.2f}" if first is not None and last else ""
        lines.append(f"{name:<46}{cells}{ratio}")
    return lines


def _cpu_of(kept: Mapping[str, list[dict[str, float | str]]], name: str) -> float | None:
    found = (one["cpu_ms"] for one in kept["figures"] if one["name"] == name)
    return next((float(ms) for ms in found), None)
