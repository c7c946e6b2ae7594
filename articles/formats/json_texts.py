"""Text that is JSON, read once for every format that is written in it."""

from __future__ import annotations

import json
from functools import lru_cache

from articles.extraction import ExtractionError
from articles.extraction.json_values import loads
from articles.formats.files import File


def loaded(file: File) -> object:
    """What the JSON says; None for a file that is none."""
    try:
        text = file.text.strip()
    except ExtractionError:
        return None
    return _loaded(text) if text[:1] in ("{", "[") else None


@lru_cache(maxsize=1)  # every format asks in turn about one file
def _loaded(text: str) -> object:
    try:
        return loads(text)
    except (ValueError, RecursionError):
        return None


def dumped(node: object) -> bytes:
    """One article of many, as a file of its own."""
    return json.dumps(node, ensure_ascii=False, indent=1).encode()
