"""Which articles of a story are one report, from what they share, credit and people say of them.

Pure: the same facts give the same parts, in whatever order articles came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Ruling:
    """What a person said: these are one report, or `apart` are not the report of `together`."""

    together: frozenset[int]
    apart: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a story's articles, by key.

    `agencies` are whose text an article is, where that is known. `copies` are (grams, a, b).
    `rulings` come newest first.
    """

    articles: Sequence[int]
    agencies: Mapping[int, str]
    copies: Iterable[tuple[int, int, int]]
    rulings: Sequence[Ruling] = ()


@dataclass(eq=False)
class _Part:
    members: set[int]
    agencies: set[str]
    sides: dict[int, bool] = field(default_factory=dict)  # of each ruling that split, by its place


def parts(facts: Facts) -> list[list[int]]:
    """The articles of each report, ascending, by the lowest key.

    People's rulings hold first, the newest before older ones. Then articles of one agency come
    together, and those that share copy, most of it first. A roundup that copies two agencies joins
    the one it has more of: copy never makes the texts of two agencies one report.
    """
    groups = _Groups(facts)
    for number, ruling in enumerate(facts.rulings):
        if ruling.apart:
            groups.split(number, ruling)
        else:
            groups.force(ruling.together)
    groups.join_agencies(facts)
    for _, a, b in sorted(facts.copies, key=lambda copy: (-copy[0], copy[1], copy[2])):
        groups.join(a, b)
    found = {id(part): part for part in groups.of.values()}
    return sorted(sorted(part.members) for part in found.values())


class _Groups:
    def __init__(self, facts: Facts) -> None:
        self.of = {
            key: _Part({key}, {facts.agencies[key]} if key in facts.agencies else set())
            for key in facts.articles
        }

    def force(self, keys: Iterable[int]) -> None:
        """Make them one, whatever their agencies, where no newer ruling holds two apart."""
        known = sorted(key for key in keys if key in self.of)
        for key in known[1:]:
            self._unite(self.of[known[0]], self.of[key], is_forced=True)

    def split(self, number: int, ruling: Ruling) -> None:
        """Note the sides; those whom a newer ruling has put with the other side stay there."""
        for keys, side in ((ruling.together, False), (ruling.apart, True)):
            for key in sorted(keys):
                if key in self.of:
                    self.of[key].sides.setdefault(number, side)

    def join_agencies(self, facts: Facts) -> None:
        heads: dict[str, list[int]] = defaultdict(list)
        for key in sorted(facts.agencies):
            if key in self.of and not any(
                self.join(head, key) for head in heads[facts.agencies[key]]
            ):
                heads[facts.agencies[key]].append(key)

    def join(self, a: int, b: int) -> bool:
        """Whether they are of one part now."""
        return a in self.of and b in self.of and self._unite(self.of[a], self.of[b])

    def _unite(self, one: _Part, other: _Part, *, is_forced: bool = False) -> bool:
        if one is other:
            return True
        if any(one.sides.get(number, side) != side for number, side in other.sides.items()):
            return False
        if not is_forced and _differ(one.agencies, other.agencies):
            return False
        one.members |= other.members
        one.agencies |= other.agencies
        one.sides = other.sides | one.sides
        self.of.update(dict.fromkeys(other.members, one))
        return True


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
