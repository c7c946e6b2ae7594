"""Whether two readings of a passage differ in what is protected."""

from __future__ import annotations

import itertools
from collections import defaultdict

from matching.assertions.english_opposites import OPPOSITES
from matching.figures.agreement import agree
from matching.figures.claimed import claimed
from matching.figures.quantity import Dimension, Quantity
from matching.relocation.items import Item, Pair
from matching.relocation.roles import keep_parts
from matching.text import tokens

MOST = 60
"""Items left over that are compared one with another; beyond, the passages differ anyway."""

LEAST_TURNED = 4
"""Letters of a word that a prefix turns round: “legal”, “illegal”."""

NEAR = 2
"""Small words that may stand between two of one name: “Ministry of the Interior”."""

PREFIXES = ("un", "in", "il", "im", "ir", "dis", "non")
MEASURED = frozenset(Dimension) - {
    Dimension.DATE, Dimension.TIME, Dimension.WEEKDAY, Dimension.ORDINAL, Dimension.LABEL,
    Dimension.SCORE, Dimension.MONEY,
}  # fmt: skip
"""Dimensions whose figures are written in several units."""


def kinds_changed(old: list[Item], new: list[Item]) -> set[str]:
    """The kinds of items that one reading has and the other has not, or in another part."""
    pairs, rest_old, rest_new = _paired(old, new)
    changed = {item.kind for item in (*rest_old, *rest_new)}
    changed |= {one.kind for one, other in pairs if one.way * other.way < 0}
    by_kind: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_kind[pair[0].kind].append(pair)
    return changed | {kind for kind, of_kind in by_kind.items() if not keep_parts(of_kind)}


def _paired(old: list[Item], new: list[Item]) -> tuple[list[Pair], list[Item], list[Item]]:
    """Items of one value, in order; and those that are left on both sides."""
    waiting: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in reversed(new):
        waiting[item.kind, item.value].append(item)
    pairs, rest = [], []
    for item in old:
        same = waiting[item.kind, item.value]
        if same:
            pairs.append((item, same.pop()))
        else:
            rest.append(item)
    left = sorted((item for items in waiting.values() for item in items), key=lambda one: one.at)
    if not (rest and left) or max(len(rest), len(left)) > MOST:
        return pairs, rest, left
    return _paired_by_value(pairs, rest, left)


def _paired_by_value(
    pairs: list[Pair], old: list[Item], new: list[Item]
) -> tuple[list[Pair], list[Item], list[Item]]:
    rest = []
    new = list(new)
    for item in old:
        fitting = next((other for other in new if _say_one_thing(item, other)), None)
        if fitting is None:
            rest.append(item)
        else:
            new.remove(fitting)
            pairs.append((item, fitting))
    _drop_initials(rest, new)
    _drop_initials(new, rest)
    return sorted(pairs, key=lambda pair: pair[0].at), rest, new


def _drop_initials(short: list[Item], long: list[Item]) -> None:
    """Takes out the names of one reading that are the initials of a name in the other: “UN”."""
    for item in [one for one in short if one.kind == "name"]:
        letters = item.value.lower()
        for start in range(len(long) - len(letters) + 1):
            row = long[start : start + len(letters)]
            if len(row) > 1 and _is_one_name(row) and _initials(row) == letters:
                short.remove(item)
                del long[start : start + len(letters)]
                break


def _is_one_name(row: list[Item]) -> bool:
    near = all(other.at - one.end <= NEAR for one, other in itertools.pairwise(row))
    return near and all(item.kind == "name" for item in row)


def _initials(row: list[Item]) -> str:
    return "".join(item.value[0] for item in row).lower()


def _say_one_thing(a: Item, b: Item) -> bool:
    """Whether they are one figure in two units, or one number read as a figure here only."""
    if a.figure and b.figure:
        x, y = a.figure, b.figure
        if {x.dimension, y.dimension} == {Dimension.COUNT, Dimension.LABEL}:
            return _is_label_of(x, y) or _is_label_of(y, x)
        is_one = x.dimension is y.dimension and x.approximation is y.approximation
        return is_one and x.dimension in MEASURED and x.unit != y.unit and agree(x, y)
    figure, plain = (a, b) if a.figure else (b, a)
    if figure.figure is None or plain.kind != "number":
        return False
    read = figure.figure
    is_plain = read.dimension is Dimension.COUNT and read.low == read.high
    return is_plain and f"{read.low:.15g}" == plain.value


def _is_label_of(label: Quantity, count: Quantity) -> bool:
    """“Magnitude 6.4” and “6.4-magnitude”."""
    is_named = label.subject.lower() in count.subject.lower().split()
    return label.dimension is Dimension.LABEL and is_named and label.value == count.value


def count_others(old: list[Item], new: list[Item], was: str, now: str) -> bool:
    """Whether a figure counts what it did not, though both are told of in both texts."""
    counted_old = {item.value: item.figure.counted for item in old if item.figure}
    stems_old, stems_new = claimed(was, None).stems, claimed(now, None).stems
    return any(
        one and other and one.isdisjoint(other) and one <= stems_new and other <= stems_old
        for one, other in (
            (counted_old.get(item.value), item.figure.counted) for item in new if item.figure
        )
    )


def are_opposite(old: str, new: str) -> bool:
    """Whether a word of one text stands turned round in the other: “rose”, “fell”; “unsafe”."""
    words_old, words_new = set(tokens(old)), set(tokens(new))
    if any(_turned(one, other) for one in words_old - words_new for other in words_new - words_old):
        return True
    stems_old, stems_new = claimed(old, None).stems, claimed(new, None).stems
    gone, come = stems_old - stems_new, stems_new - stems_old
    ways = [*OPPOSITES, *((other, one) for one, other in OPPOSITES)]
    return any(one & gone and other & come for one, other in ways)


def _turned(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LEAST_TURNED or not longer.endswith(shorter):
        return False
    return longer[: -len(shorter)] in PREFIXES
