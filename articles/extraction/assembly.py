"""A page of sorted lines and of what its source declares; the lines fill what it leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from articles.extraction.declared import Found, Metadata
from articles.extraction.facts import (
    byline_in,
    credit_in,
    dateline_in,
    headline_in,
    published_in,
    standfirst_in,
)
from articles.extraction.language import language_of
from articles.extraction.page import Line, Page, body

NOTHING = Metadata()


def page_of(
    lines: Sequence[Line],
    declared: Metadata,
    *,
    media_type: str,
    encoding: str = "utf-8",
    fallback: Metadata = NOTHING,
) -> Page | None:
    """None when no line is left for the article. `fallback` fills what the lines leave open too."""
    article = body(lines)
    if not article:
        return None
    return Page(
        lines=tuple(lines),
        headline=declared.headline or headline_in(lines) or fallback.headline,
        outlet=declared.outlet or fallback.outlet,
        byline=declared.byline or byline_in(lines) or fallback.byline,
        dateline=dateline_in(lines) or declared.dateline,
        credit=credit_in(lines) or declared.credit,
        published=declared.published or published_in(lines) or fallback.published,
        language=_language(article, declared.language or fallback.language),
        url=declared.url or fallback.url,
        guid=declared.guid,
        standfirst=_standfirst(declared, lines, article),
        info_sources=declared.info_sources,
        media_type=media_type,
        encoding=encoding,
    )


def _language(article: str, declared: Found | None) -> Found | None:
    """The words decide; what a source declares counts only where they are too few."""
    code = language_of(article)
    return Found(code, "from the words") if code else declared


def _standfirst(declared: Metadata, lines: Sequence[Line], article: str) -> Found | None:
    """Not the first words of the text, nor a description cut off in the middle."""
    found = standfirst_in(lines) or declared.standfirst
    if found is None or found.value.endswith(("…", "...")):
        return None
    beginning = found.value.rstrip(".… ")[:60]
    is_headline = declared.headline is not None and found.value == declared.headline.value
    return None if beginning in article or is_headline else found
