"""What strangers' JSON says, in words that can be kept."""

from __future__ import annotations

import json


def storable(words: str) -> str:
    """Without NUL, which the database does not keep, and halves of letters, which are none."""
    return words.replace("\0", "").encode("utf-8", "ignore").decode()


def loads(text: str) -> object:
    """The JSON's values, texts and names `storable`. Raises ValueError, RecursionError."""
    return _storable(json.loads(text, strict=False))


def _storable(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(one) for one in value]
    if isinstance(value, dict):
        return {storable(name): _storable(one) for name, one in value.items()}
    return value
