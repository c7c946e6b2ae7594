"""Addresses that a page has very many of."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

STAND_IN = 10**9  # for the first key of an address; no other number in one is as long


def address(name: str, *keys: int) -> str:
    """As `reverse`, which takes longer than the rest of a cell of the story board."""
    return _pattern(name, len(keys)).format(*keys)


@cache
def _pattern(name: str, count: int) -> str:
    """The address with `{}` for each key, in their order in the arguments."""
    stand_ins = [STAND_IN + at for at in range(count)]
    path = reverse(name, args=stand_ins)  # which has no brace: they are percent-encoded
    for at, number in enumerate(stand_ins):
        path = path.replace(str(number), f"{{{at}}}")
    return path
