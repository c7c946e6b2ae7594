"""The reasons within a status, as a query names them: by their words, whatever their case.

The process knows them (`claims.house`), so that nothing here asks the database. Two statuses may
have a reason of the same words; a query means both.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from django.db.models import Q

from claims import house
from claims.query import QUOTES, Condition
from claims.states import HAS_VERDICT
from claims.understood import LEFT_OUT, Understood

NONE = "none"  # decided without a reason
_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, ""))


def typed(words: str) -> str:
    """The words as they can stand in a query, between quotes."""
    return " ".join(words.translate(_NO_QUOTES).split())


def known(*, is_retired: bool = True) -> list[str]:
    """All that a query may name, each once; or only what can be chosen with a verdict."""
    some = house.known() if is_retired else house.offered()
    return list(dict.fromkeys(typed(one.words) for one in some))


def read(found: Understood, asked: Sequence[Condition]) -> None:
    """Verdicts with one of the reasons stand; those left out add up."""
    keys: dict[str, list[int]] = {}
    for one in house.known():
        keys.setdefault(typed(one.words).lower(), []).append(one.pk)
    wanted, left_out = Q(), Q()
    for condition in asked:
        value = condition.value.lower()
        if value == NONE:
            fits = Q(current_verdict__sub_reason=None)
        elif value in keys:
            fits = Q(current_verdict__sub_reason__in=keys[value])
        else:
            _complain(found, condition)
            continue
        if condition.is_left_out:
            left_out |= fits
        else:
            wanted |= fits
    found.of_claims &= HAS_VERDICT & wanted if wanted else Q()
    found.of_claims &= ~(HAS_VERDICT & left_out) if left_out else Q()


def _complain(found: Understood, one: Condition) -> None:
    names = known()
    near = get_close_matches(one.value.lower(), [name.lower() for name in names], n=1)
    *most, last = names or [""]
    listed = f" The reasons are {', '.join(most)} and {last}." if most else ""
    found.complain(
        f"“{one.value}” is not a reason of this desk {LEFT_OUT}.{listed}", one, value="".join(near)
    )
