"""How what a person looks at in the queue stands in an address."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from claims.states import View

QUEUE = "queue"  # what a form in a row of the queue, and its Undo, say of where they stand


def of(view: str, query: str, **more: str | None) -> str:
    """With its question mark; empty for all that waits. What is empty is left out."""
    values = {"q": query, **tab(view), **more}
    written = urlencode({name: value for name, value in values.items() if value})
    return f"?{written}" if written else ""


def tab(view: str) -> Mapping[str, str]:
    """The tab as parameters."""
    if view == View.WAITING:
        return {}
    return {"mine": "1"} if view == View.MINE else {"view": view}
