"""What a fetched page gives for an article, without anybody looking it over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articles import extraction, guesses
from articles.importing import NewArticle
from articles.models import MediaType, Outlet, Story

if TYPE_CHECKING:
    from articles.extraction import Page
    from articles.fetching import Fetched

SOURCE_NAME_LENGTH = 255  # characters of an address that stands for a file's name


def new_article(page: Page, fetched: Fetched, *, story: Story, outlet: Outlet) -> NewArticle:
    text = extraction.body(page.lines)
    words: dict[str, Any] = {name: guess.value for name, guess in guesses.plain(page, text).items()}
    when = page.published and guesses.moment(page.published, outlet)
    return NewArticle(
        story=story,
        outlet=outlet,
        text=text,
        source=fetched.body,
        media_type=MediaType(page.media_type),
        source_name=fetched.url[:SOURCE_NAME_LENGTH],
        info_sources=guesses.sources(page),
        **words,
        **(when.columns() if when else {}),
    )
