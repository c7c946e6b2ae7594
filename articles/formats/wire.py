"""Pages of what a sender says is the article: nothing around it has to be found and struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.extraction import Line, Page, Role
from articles.extraction.assembly import page_of
from articles.extraction.declared import Metadata
from articles.extraction.errors import EmptySource
from articles.extraction.sorting import sort_lines

# What a text repeats of its details is left out; all else was sent as the article.
_REPEATED = frozenset({Role.HEADLINE, Role.BYLINE, Role.CREDIT})


def wire_page(
    paragraphs: Sequence[str], declared: Metadata, *, media_type: str, encoding: str = "utf-8"
) -> Page:
    """Raises `EmptySource` when there are no words."""
    headline = declared.headline.value if declared.headline else ""
    lines = [
        line if line.kept or line.role in _REPEATED else Line(line.text, kept=True)
        for line in sort_lines(paragraphs, headline=headline, trusted=True)
    ]
    page = page_of(lines, declared, media_type=media_type, encoding=encoding)
    if page is None:  # a byline or credit alone is all the sender says
        whole = [replace(line, kept=True, reason="", role=Role.BODY) for line in lines]
        page = page_of(whole, declared, media_type=media_type, encoding=encoding)
    if page is None:
        raise EmptySource
    return page
