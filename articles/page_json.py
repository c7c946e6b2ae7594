"""A page as a draft keeps it: plain values that PostgreSQL stores as JSON."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from articles.extraction import Found, FoundTime, Line, Page, Role

FOUND = (
    "headline",
    "outlet",
    "byline",
    "dateline",
    "credit",
    "language",
    "url",
    "guid",
    "standfirst",
)


def dump(page: Page) -> dict[str, Any]:
    kept = asdict(page)
    if page.published:
        kept["published"]["value"] = page.published.value.isoformat()
    return kept


def load(kept: dict[str, Any]) -> Page:
    found = {name: Found(**kept[name]) if kept.get(name) else None for name in FOUND}
    lines = tuple(Line(**{**line, "role": Role(line["role"])}) for line in kept["lines"])
    published = kept["published"] and FoundTime(
        **{**kept["published"], "value": datetime.fromisoformat(kept["published"]["value"])}
    )
    return Page(
        lines=lines,
        info_sources=tuple(Found(**source) for source in kept.get("info_sources", ())),
        published=published,
        media_type=kept["media_type"],
        encoding=kept["encoding"],
        **found,
    )
