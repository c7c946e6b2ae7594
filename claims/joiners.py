"""What is typed among words and not searched for: OR, NOT and brackets, by which other languages
join what they ask, and words that nearly every text has. It is told, so that nobody takes the list
for what they meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.query import Condition, Query, Words, parse
from claims.understood import Complaint

OR, NOT = "OR", "NOT"  # in capitals, as those languages write them
# Of these the text search configuration keeps nothing; a test asks it.
_ENGLISH = """
i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her
hers herself it its itself they them their theirs themselves what which who whom this that these
those am is are was were be been being have has had having do does did doing a an the and but if
or because as until while of at by for with about against between into through during before after
above below to from up down in out on off over under again further then once here there when where
why how all any both each few more most other some such no nor not only own same so than too very
s t can will just don should now
"""
SMALL_WORDS = frozenset(_ENGLISH.split())
_OR = (
    "“OR” joins nothing. Conditions of one name are alternatives, as in outlet:northline"
    " outlet:ledger; all else has to hold together."
)
_NOT = "“NOT” leaves nothing out. Write a minus before what is not wanted, as in -fog."
_SMALL = "nearly every text has this, so it is not searched for."
_BRACKETS = "Brackets join nothing; what stands in them was searched for as words."
_OPENED = re.compile(r"\(+-?[A-Za-z][A-Za-z-]*:.")


def complaints(query: Query, small: Sequence[Words] = ()) -> list[Complaint]:
    """What has to be said of them, once of each; `small` words were left out beside conditions."""
    used = _used(query)
    found = [Complaint(sentence=_OR)] if OR in used else []
    if NOT in used:
        found.append(Complaint(sentence=_NOT, instead=str(_with_minus(query))))
    if any(_OPENED.match(one.text) for one in _plain(query)):
        meant = parse(re.sub(r"[()]", " ", str(query)))
        found.append(Complaint(sentence=_BRACKETS, instead=str(meant)))
    if small:
        found.append(Complaint(sentence=f"{_named(one.text for one in small)} {_SMALL}"))
    return found


def too_common(words: Iterable[str]) -> str:
    """Of words that were all that was asked for."""
    return f"{_named(words)} {_SMALL} Add another word."


def are_small(words: Sequence[Words]) -> bool:
    """There are some, and each is one of SMALL_WORDS."""
    return bool(words) and all(one.text.lower() in SMALL_WORDS for one in words)


def _named(words: Iterable[str]) -> str:
    return f"{', '.join(f'“{word}”' for word in words)}:"


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
