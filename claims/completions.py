"""How what is typed into the query bar may go on: names of conditions, and their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from django.db.models import Q
from django.utils import timezone

from claims import claim_conditions, named, sub_reasons
from claims.conditions import NAMES
from claims.query import LONGEST, MINUS, QUOTES, Condition, readable
from claims.states import ClaimStatus, EvidenceKind

OFFERED = 8  # values: as many are seen at once, and soon read by a screen reader
TEAMS_OFFERED = 3
_LAST = re.compile(
    rf"(?:^|\s)(?P<minus>[{MINUS}]?)"
    rf"(?:(?P<name>[A-Za-z][A-Za-z-]*):(?P<value>[{QUOTES}][^{QUOTES}]*|[^\s{QUOTES}]*)"
    r"|(?P<begun>[A-Za-z-]*))$"
)
MEANINGS = {
    "outlet": "who published it",
    "story": "what it is about",
    "status": "what the desk made of it",
    "reason": "why the desk decided so",
    "has": "a conflict, links, evidence",
    "evidence": "what its evidence is",
    "is": "waiting, decided, held",
    "changed": "its source has other words",
    "origins": "independent origins of its point",
    "outlets": "outlets that have its point",
    "age": "how long it waits",
    "due": "by when it is to be decided",
    "assigned": "whose it is to decide",
    "decided-by": "whose verdict stands",
    "marked-by": "who marked it",
    "held-by": "who reviews it",
    "by": "byline or credit",
    "before": "published before a day",
    "after": "published from a day on",
}


@dataclass(frozen=True, kw_only=True)
class Completion:
    """`text` is the whole query with its last part completed; `part` is that part."""

    text: str
    part: str
    meaning: str = ""


Values = Iterable[tuple[str, str]]  # what is typed, and what it is called or means


def complete(text: str) -> list[Completion]:
    """Ways to go on at the end of the text; none behind words. At most two queries."""
    text = readable(text[:LONGEST])
    last = _LAST.search(text)
    if last is None:
        return []
    head, minus = text[: last.start("minus")], "-" if last["minus"] else ""
    if sum(map(head.count, QUOTES)) % 2:  # inside a phrase
        return []
    if last["name"] is None:
        names = [name for name in NAMES if name.startswith(last["begun"].lower())]
        return [_name(head, f"{minus}{name}:", MEANINGS[name]) for name in names]
    name, typed = last["name"].lower(), last["value"].lstrip(QUOTES).lower()
    values = _VALUES[name](typed) if name in _VALUES else []
    return [
        _value(head, Condition(name=name, value=value, is_left_out=bool(minus)), called)
        for value, called in values
    ]


def _name(head: str, part: str, meaning: str) -> Completion:
    return Completion(text=head + part, part=part, meaning=meaning)


def _value(head: str, condition: Condition, called: str) -> Completion:
    meaning = called if called.lower() != condition.value.lower() else ""
    return Completion(text=f"{head}{condition}", part=str(condition), meaning=meaning)


def _fixed(values: Mapping[str, str], typed: str) -> Values:
    return [pair for pair in values.items() if pair[0].startswith(typed)]


def _rows(kind: str, own: Mapping[str, str], typed: str) -> Values:
    """Those that have what is typed anywhere in either name."""
    fitting = named.KINDS[kind]().filter(Q(lower_typed__contains=typed) | Q(lower__contains=typed))
    found = fitting.values_list("typed", "label")[:OFFERED]
    return [*_fixed(own, typed), *found][:OFFERED]


def _assignees(typed: str) -> Values:
    """The few teams before the many people. Two queries."""
    teams = [(name, "a team") for name, _ in _rows(named.TEAM, {}, typed)]
    own = _fixed(_PEOPLE | _NOBODY, typed)
    return [*own, *teams[:TEAMS_OFFERED], *_rows(named.PERSON, {}, typed)][:OFFERED]


def _days(typed: str) -> Values:
    today = timezone.localdate()
    days = {
        f"{today:%Y-%m-%d}": "today",
        f"{today:%Y-%m}": "this month",
        f"{today:%Y}": "this year",
    }
    return _fixed(days, typed)


def _known(values: Iterable[str]) -> Callable[[str], Values]:
    return partial(_fixed, dict.fromkeys(values, ""))


def _reasons(typed: str) -> Values:
    """Those that can be chosen, by any part of their words."""
    words = sub_reasons.known(is_retired=False)
    fitting = [(one, "") for one in words if typed in one.lower()]
    return [*_fixed({sub_reasons.NONE: "without one"}, typed), *fitting][:OFFERED]


_KINDS = {kind.name.lower(): kind.label for kind in EvidenceKind}
_PEOPLE = {"me": "you"}
_NOBODY = {"none": "nobody"}
_COUNTS = {"<2": "one", ">=2": "two or more", ">=3": "three or more", ">=5": "five or more"}
_AGES = {">1h": "over an hour", ">1d": "over a day", ">1w": "over a week", "<1h": "under an hour"}
_VALUES: Mapping[str, Callable[[str], Values]] = {
    "outlet": partial(_rows, "outlet", {}),
    "story": partial(_rows, "story", {}),
    "status": _known(ClaimStatus.values),
    "reason": _reasons,
    "has": _known(claim_conditions.HAS),
    "evidence": partial(_fixed, _KINDS),
    "is": _known(claim_conditions.IS),
    "changed": _known(claim_conditions.CHANGED),
    "origins": partial(_fixed, _COUNTS),
    "outlets": partial(_fixed, _COUNTS),
    "age": partial(_fixed, _AGES),
    "due": partial(_fixed, {"<1d": "within a day", "<1w": "within a week", "none": "no due time"}),
    "assigned": _assignees,
    "decided-by": partial(_rows, named.PERSON, _PEOPLE | _NOBODY),
    "marked-by": partial(_rows, named.PERSON, _PEOPLE),
    "held-by": partial(_rows, named.PERSON, _PEOPLE | _NOBODY),
    "before": _days,
    "after": _days,
}
