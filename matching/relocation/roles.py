"""Whether names and figures keep their part of what is said: who did it, and how many of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from matching.relocation import english
from matching.relocation.alignment import longest_rise
from matching.relocation.items import Item, Pair
from matching.relocation.words import Words
from matching.spans import Span
from matching.text import stem

WINDOW = 4
"""Words to each side of an item among which stands what tells its part."""

LONGEST_PASSIVE = 6
"""Words from “was” to “by” in “was badly hurt and then robbed by”."""


def placed(words: Words, span: Span, items: list[Item]) -> list[Item]:
    """The items of a stretch, by place, with the words beside them and their part."""
    of_kind: dict[str, set[int]] = {}
    for item in items:
        of_kind.setdefault(item.kind, set()).add(item.at)
    found = [_with_neighbours(words, span, item, of_kind[item.kind]) for item in items]
    names = _turned(words, span, _with_units(words, found))
    rest = [item for item in found if item.kind != "name"]
    return sorted([*names, *rest], key=lambda item: item.at)


def _with_neighbours(words: Words, span: Span, item: Item, others: set[int]) -> Item:
    before = range(item.at - 1, max(span.start, item.at - WINDOW) - 1, -1)
    behind = range(item.end, min(span.end, item.end + WINDOW))
    return replace(
        item,
        order=float(item.at),
        before=frozenset(_content(words, before, others)),
        behind=frozenset(_content(words, behind, others)),
    )


def _content(words: Words, places: range, others: set[int]) -> Iterator[str]:
    """The stems of the words up to the next item of the kind, without those that tell nothing."""
    for at in places:
        if at in others:
            return
        if words.keys[at] not in english.AUXILIARIES:
            yield stem(words.keys[at])


def _with_units(words: Words, items: list[Item]) -> list[Item]:
    """The names with all words of one; those in a row (“Lund, Berg and Kerr”) are of one order."""
    found: list[Item] = []
    for unit in _units(words, items):
        named = frozenset(item.value for item in unit if item.value not in english.OFFICES)
        order = float(unit[0].at)
        if found and _goes_on(words, found[-1], unit[0]):
            order = found[-1].order
        found += [replace(item, unit=named, order=order) for item in unit]
    return found


def _units(words: Words, items: list[Item]) -> Iterator[list[Item]]:
    unit: list[Item] = []
    for item in items:
        if item.kind != "name":
            continue
        if unit and (item.at > unit[-1].end or words.between(item.at).strip(" .-\u00a0")):
            yield unit
            unit = []
        unit.append(item)
    if unit:
        yield unit


def _goes_on(words: Words, last: Item, first: Item) -> bool:
    """Whether nothing but “and”, commas and titles stands between two names."""
    between = words.keys[last.end : first.at]
    return all(key in english.BESIDE_NAMES for key in between) and (
        len(between) > 0 or words.between(first.at).strip() in (",", "&")
    )


def _turned(words: Words, span: Span, names: list[Item]) -> list[Item]:
    """With the doer of a passive (“was hit by Kerr”) in the part it has in “Kerr hit”."""
    found = list(names)
    for first, name in enumerate(names):
        passive = _passive(words, span, name)
        if passive is None:
            continue
        being, verb = passive
        near = range(max(0, first - LONGEST_PASSIVE - WINDOW), first)
        subjects = [n for n in near if being - WINDOW <= names[n].at < being]
        nearest = max((names[n].order for n in subjects), default=float(being))
        for n in subjects:
            if names[n].order == nearest:
                found[n] = replace(found[n], before=verb, behind=frozenset())
        for n in range(first, len(names)):
            if names[n].order != name.order:
                break
            found[n] = replace(found[n], order=nearest - 0.5, before=frozenset(), behind=verb)
    return found


def _passive(words: Words, span: Span, item: Item) -> tuple[int, frozenset[str]] | None:
    """Where “was” stands and the stem of the verb, when a name behind “by” is who did it."""
    by = item.at - 1
    while by > span.start and words.keys[by] in english.BESIDE_NAMES:
        by -= 1
    if by <= span.start or words.keys[by] != "by":
        return None
    for being in range(by - 2, max(span.start, by - LONGEST_PASSIVE) - 1, -1):
        if words.keys[being] in english.BEING:
            verbs = range(being + 1, by)
            return being, frozenset(_content(words, verbs, set()))
    return None


def keep_parts(pairs: list[Pair]) -> bool:
    """Whether items of a kind come in the same order, or keep words that only they have beside."""
    in_text = set(longest_rise([(one.at, other.at) for one, other in pairs]))
    in_role = _in_role(pairs)
    telling_before = _telling([(one.before, other.before) for one, other in pairs])
    telling_behind = _telling([(one.behind, other.behind) for one, other in pairs])
    for one, other in pairs:
        is_in_order = (one.at, other.at) in in_text or one.unit == other.unit
        is_beside = one.before & other.before & telling_before
        is_beside = is_beside or one.behind & other.behind & telling_behind
        if not (one.at in in_role and is_in_order) and not is_beside:
            return False
        if one.scope and other.scope and not one.scope & other.scope:
            return False
    return True


def _telling(beside: list[tuple[frozenset[str], frozenset[str]]]) -> frozenset[str]:
    """The words that one item alone has beside it, in the old reading and in the new."""
    in_old = Counter(word for old, _ in beside for word in old)
    in_new = Counter(word for _, new in beside for word in new)
    return frozenset(word for word in in_old if in_old[word] == in_new[word] == 1)


def _in_role(pairs: list[Pair]) -> set[int]:
    """The old places of the items that do not cross; those of one order count as in order."""
    ordered = sorted(pairs, key=lambda pair: (pair[0].order, pair[1].order, pair[1].at))
    by_new = sorted(
        range(len(ordered)), key=lambda n: (ordered[n][1].order, ordered[n][0].order, n)
    )
    rank = {number: place for place, number in enumerate(by_new)}
    kept = longest_rise([(number, rank[number]) for number in range(len(ordered))])
    return {ordered[number][0].at for number, _ in kept}
