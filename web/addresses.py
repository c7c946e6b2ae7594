"""Addresses that a page has very many of."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse

KEPT = 16_384  # that a process remembers; what a name and keys lead to stays what it is


@lru_cache(maxsize=KEPT)
def address(name: str, *keys: int) -> str:
    """As `reverse`, which takes longer than the rest of a cell of the story board."""
    return reverse(name, args=keys)
