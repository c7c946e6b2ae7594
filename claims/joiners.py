"""OR, NOT and brackets, by which other search languages join what they ask; here they join nothing.

They are not searched for and are told, so that nobody takes the list for what they meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.query import Condition, Query, Words, parse
from claims.understood import Complaint

OR, NOT = "OR", "NOT"  # in capitals, as those languages write them
_OR = (
    "“OR” joins nothing. Conditions of one name are alternatives, as in outlet:northline"
    " outlet:ledger; all else has to hold together."
)
_NOT = "“NOT” leaves nothing out. Write a minus before what is not wanted, as in -fog."
_BRACKETS = "Brackets join nothing; what stands in them was searched for as words."
_OPENED = re.compile(r"\(+-?[A-Za-z][A-Za-z-]*:.")


def complaints(query: Query) -> list[Complaint]:
    """What has to be said of them, once of each."""
    used = _used(query)
    found = [Complaint(sentence=_OR)] if OR in used else []
    if NOT in used:
        found.append(Complaint(sentence=_NOT, instead=str(_with_minus(query))))
    if any(_OPENED.match(one.text) for one in _plain(query)):
        meant = parse(re.sub(r"[()]", " ", str(query)))
        found.append(Complaint(sentence=_BRACKETS, instead=str(meant)))
    return found


def searched(query: Query) -> tuple[Words, ...]:
    """The words that are looked for: no joiner, and beside conditions no mere sign."""
    used, signs_count = _used(query), not query.conditions
    return tuple(
        one
        for one in query.words
        if (one.is_phrase or one.text not in used)
        and (signs_count or any(map(str.isalnum, one.text)))
    )


def _used(query: Query) -> set[str]:
    """Which joiners there are; none where all is in capitals, as a headline may be."""
    words = {one.text for one in _plain(query)}
    if not query.conditions and all(map(str.isupper, words)):
        return set()
    return words & {OR, NOT}


def _plain(query: Query) -> list[Words]:
    return [one for one in query.words if not one.is_phrase]


def _with_minus(query: Query) -> Query:
    """What stands behind each NOT left out instead."""
    parts: list[Words | Condition] = []
    is_behind = False
    for part in query.parts:
        if isinstance(part, Words) and not part.is_phrase and part.text == NOT:
            is_behind = True
        else:
            parts.append(replace(part, is_left_out=True) if is_behind else part)
            is_behind = False
    return replace(query, parts=tuple(parts))
