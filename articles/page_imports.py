"""Making a page an article, or its next revision, without anybody looking it over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings

from articles import addresses, extraction, guesses, importing
from articles.importing import NewArticle
from articles.models import BatchItem, MediaType, Outlet, Precision, Revision, Story

if TYPE_CHECKING:
    from articles.extraction import Page
    from articles.fetching import Fetched

# What is shorter is a teaser before a paywall, a caption or a live ticker's beginning more often
# than an article.
TEXT_LEAST = 300  # code points
PARAGRAPHS_LEAST = 2
SOURCE_NAME_LENGTH = Revision.source_name.field.max_length  # an address may stand for a name


def new_article(
    page: Page, *, source: bytes, source_name: str, story: Story, outlet: Outlet
) -> NewArticle:
    """The article as its page tells it; of a short text the outlet's language stands in."""
    text = extraction.body(page.lines)
    words: dict[str, Any] = {name: guess.value for name, guess in guesses.plain(page, text).items()}
    words.setdefault("language", outlet.language)
    when = page.published and guesses.moment(page.published, outlet)
    return NewArticle(
        story=story,
        outlet=outlet,
        text=text,
        source=source,
        media_type=MediaType(page.media_type),
        source_name=source_name[:SOURCE_NAME_LENGTH],
        guid=guesses.guid_of(page),
        info_sources=guesses.sources(page),
        **words,
        **(when.columns() if when else {}),
    )


def doubt(page: Page) -> str:
    """Why a person should look the page over first, in a sentence; empty when it is plain."""
    text = extraction.body(page.lines)
    if page.headline is None:
        return "No headline was found: look it over."
    if len(text) < TEXT_LEAST or text.count("\n\n") + 1 < PARAGRAPHS_LEAST:
        return "Few words were found: look it over."
    return ""


def outlet_at(address: str, item: BatchItem) -> Outlet | None:
    """The outlet that publishes there, else the one whose feed announced the item."""
    known = Outlet.objects.publishing_on(addresses.host_of(address))
    return known or (item.feed_item.feed.outlet if item.feed_item else None)


def receive(item: BatchItem, page: Page, fetched: Fetched) -> Revision:
    """The page that a feed announced, into its batch's story. Raises as `importing.receive`.

    What the feed says of it counts where the page says nothing.
    """
    announced, story = item.feed_item, item.batch.story
    if announced is None or story is None:
        raise ValueError("Only what a feed announced is imported without being looked over.")
    outlet = outlet_at(fetched.url, item) or announced.feed.outlet
    new = new_article(
        page, source=fetched.body, source_name=fetched.url, story=story, outlet=outlet
    )
    if new.published_at is None and announced.published_at:
        zone = outlet.zone or settings.DESK_TIME_ZONE
        new = replace(
            new,
            published_at=announced.published_at,
            published_zone=zone,
            published_precision=Precision.MINUTE,
        )
    if announced.source_name and announced.source_name not in new.info_sources:
        new = replace(new, info_sources=(*new.info_sources, announced.source_name))
    return importing.receive(new, by=item.batch.owner)
