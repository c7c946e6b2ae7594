"""Messages that say what was done, with the way back beside them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

QUOTE_LENGTH = 60  # characters of the claim's words in a message


def toast(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Queue a message. `undo`: the URL that takes it back with a POST; empty shows no button."""
    messages.success(request, text, extra_tags=undo)


def warn(request: HttpRequest, text: str) -> None:
    """Queue a message about something that was refused."""
    messages.warning(request, text)


def brief(words: str) -> str:
    """The words in quotes, cut at a space near QUOTE_LENGTH characters with an ellipsis."""
    words = " ".join(words.split())
    if len(words) > QUOTE_LENGTH:
        words = words[:QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return f"“{words}”"
