"""Natural keys of claims as conditions, so that one query finds a row of theirs."""

from __future__ import annotations

from django.db.models import Q

from articles import natural_keys
from articles.natural_keys import Key, find, key_of

__all__ = ["claim", "find", "key_of", "link"]


def claim(key: Key, prefix: str = "") -> Q:
    """The revision's key, start and end. `prefix` leads from the model asked to its claim."""
    *of_revision, start, end = key
    if found := natural_keys.known("claims.claim", key, prefix):
        return found
    place = Q((f"{prefix}start", start), (f"{prefix}end", end))
    return natural_keys.revision(of_revision, f"{prefix}revision__") & place


def link(key: Key, prefix: str = "") -> Q:
    """The keys of both ends. `prefix` leads from the model asked to its link."""
    half = len(key) // 2
    if found := natural_keys.known("claims.link", key, prefix):
        return found
    return claim(key[:half], f"{prefix}a__") & claim(key[half:], f"{prefix}b__")
