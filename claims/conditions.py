"""What the conditions of a query mean: the names that there are, and who reads each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from claims import claim_conditions, named, sub_reasons
from claims.query import Condition, Query
from claims.states import ClaimStatus
from claims.understood import LEFT_OUT, Known, Understood, alternatives

if TYPE_CHECKING:
    from accounts.models import User

NAME_NEAR_ENOUGH = 0.7  # of difflib's ratio, 0 to 1: “statis” is .83 from “status”
FIRST_YEAR = 1600  # the first newspapers
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def understand(
    query: Query, *, reader: User | None = None, known: Known | None = None
) -> Understood:
    """What can be understood of the query's conditions; the rest are complaints.

    `reader` is who “me” is. At most two queries for each name, however often it is asked; none
    with `known`, as `named.read` gives it.
    """
    found = Understood(query=query, reader=reader, known=known)
    by_name: dict[str, list[Condition]] = {}
    for condition in query.conditions:
        by_name.setdefault(condition.name, []).append(condition)
    for name, conditions in by_name.items():
        given = [one for one in conditions if one.value]
        if name not in READERS:
            for condition in conditions:
                _unknown(found, condition)
        elif len(given) < len(conditions):
            found.complain(
                f"“{name}:” has no value {LEFT_OUT}. Write {name}:value without a blank."
            )
        if name in READERS and given:
            READERS[name](found, given)
    return found


def _unknown(found: Understood, condition: Condition) -> None:
    """Where one is near, that is what was meant; else all are named."""
    near = get_close_matches(condition.name, NAMES, n=1, cutoff=NAME_NEAR_ENOUGH)
    *most, last = (f"{name}:" for name in NAMES)
    all_names = f" The filters are {', '.join(most)} and {last}. Words with a colon go in quotes."
    found.complain(
        f"“{condition.name}:” is not a filter {LEFT_OUT}.{'' if near else all_names}",
        condition,
        name="".join(near),
    )


def _statuses(found: Understood, asked: Sequence[Condition]) -> None:
    known = {status.label.lower(): status.value for status in ClaimStatus}
    known |= {value: value for value in ClaimStatus.values}
    found.of_claims &= alternatives(asked, "status__in", lambda one: known.get(one.value.lower()))
    *most, last = [status.label.lower() for status in ClaimStatus]
    for one in asked:
        if one.value.lower() not in known:
            near = get_close_matches(one.value.lower(), known, n=1)
            found.complain(
                f"“{one.value}” is not a status {LEFT_OUT}. "
                f"The statuses are {', '.join(most)} and {last}.",
                one,
                value="".join(near),
            )


def _authors(found: Understood, asked: Sequence[Condition]) -> None:
    for one in asked:
        (found.authors_left_out if one.is_left_out else found.authors).append(one.value)


def _dates(found: Understood, asked: Sequence[Condition]) -> None:
    for one in asked:
        moment = first_moment(one.value)
        if moment is None:
            found.complain(
                f"“{one.value}” is not a date {LEFT_OUT}. "
                f"Write {one.name}:2026-11-18, or a month or a year."
            )
        elif (one.name == "before") != one.is_left_out:
            found.where &= Q(dated_at__lt=moment)
        else:
            found.where &= Q(dated_at__gte=moment)


def first_moment(written: str) -> datetime | None:
    """When that day, month or year begins for the reader; none when it is no date."""
    parts = _DATE.fullmatch(written)
    if not parts or int(parts[1]) < FIRST_YEAR:
        return None
    try:
        day = date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return None
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


READERS: Mapping[str, Callable[[Understood, Sequence[Condition]], None]] = {
    "outlet": named.things,
    "story": named.things,
    "status": _statuses,
    "reason": sub_reasons.read,
    "has": claim_conditions.has,
    "evidence": claim_conditions.evidence,
    "is": claim_conditions.states,
    "changed": claim_conditions.changed,
    "origins": claim_conditions.origins,
    "outlets": claim_conditions.outlets,
    "age": claim_conditions.age,
    "due": claim_conditions.due,
    "assigned": named.assignees,
    "decided-by": named.deciders,
    "marked-by": named.markers,
    "held-by": named.holders,
    "by": _authors,
    "before": _dates,
    "after": _dates,
}
NAMES = tuple(READERS)
