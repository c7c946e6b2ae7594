"""Looking again at an article's address: are its words still those the desk has?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from django.utils import timezone

from articles import (
    address_readings,
    drafts,
    extraction,
    formats,
    importing,
    page_imports,
    withdrawals,
)
from articles.errors import AlreadyImported, ArticleError
from articles.models import Article, Draft, MediaType, Revision

if TYPE_CHECKING:
    from accounts.models import User
    from articles.extraction import Page
    from articles.fetching import Fetched, Gone

UNCHANGED = "Nothing has changed: these are the words the desk has."
REVISED = "Its words have changed. They are revision {}."
TAKEN_BACK = "Its sender has taken it back. The article is marked as withdrawn; its words stay."
BY_HAND = (
    "Its words have changed, and lines of it were chosen by hand before: look the new ones over."
)
NOT_FROM_PAGE = "Its words have changed, and were not read from its page: look the new ones over."
BLANKED = "The words of this article were blanked. Its address is not looked at again."
WITHDRAWN = "{} The article is marked as withdrawn; its words and claims stay."
BACK = "It is published again. "
STILL_WITHDRAWN = "It stays withdrawn, for a person or its sender took it back. "


@dataclass(frozen=True)
class Outcome:
    """What a check found; with a draft where a person has to look the new words over."""

    sentence: str
    draft: Draft | None = None


def compare(article: Article, page: Page, fetched: Fetched, *, by: User) -> Outcome:
    """Make what the page says now the next revision, if it says something else.

    A page that leaves out what it left out before has not changed, whatever lines a person chose.
    Raises ExtractionError when the page has too many lines to be looked over, ArticleError when
    the words were blanked and these are not the same.
    """
    article = importing.held(article)
    again = _published_again(article, by=by)
    newest = article.revisions.order_by("-number")[:1].get()
    before, now = _read_again(newest, page.media_type), extraction.body(page.lines)
    if now == before or importing.sha256_of(now) == newest.sha256:
        return Outcome(again + UNCHANGED)
    if newest.redacted_at:
        raise ArticleError(BLANKED)
    if before != newest.text:
        sentence = again + (NOT_FROM_PAGE if before is None else BY_HAND)
        return Outcome(sentence, _draft(article, page, fetched, by=by))
    new = page_imports.new_article(
        page,
        source=fetched.body,
        source_name=fetched.url,
        story=article.story,
        outlet=article.outlet,
    )
    try:
        revision = importing.revise(article, new, by=by)
    except AlreadyImported:  # somebody was quicker
        return Outcome(again + UNCHANGED)
    return Outcome(again + REVISED.format(revision.number))


def withdraw(article: Article, gone: Gone, *, by: User) -> Outcome:
    """The site says that no page is there any more."""
    withdrawals.withdraw(article, reason=withdrawals.BY_CHECK.format(gone.status), by=by)
    return Outcome(WITHDRAWN.format(f"The address answers {gone.status}."))


def take_back(article: Article, *, by: User) -> Outcome:
    """What stands at its address says that its sender no longer stands by it."""
    withdrawals.withdraw(article, reason=withdrawals.BY_ITS_SENDER, by=by)
    return Outcome(TAKEN_BACK)


def _draft(article: Article, page: Page, fetched: Fetched, *, by: User) -> Draft:
    at, address = timezone.now(), fetched.url
    return drafts.fetched(page, fetched.body, address=address, by=by, at=at, revises=article)


def _published_again(article: Article, *, by: User) -> str:
    """Take back what a check said, and nothing else: a page that answers proves no person wrong."""
    if not article.is_withdrawn:
        return ""
    if not withdrawals.is_by_check(article):
        return STILL_WITHDRAWN
    return BACK if withdrawals.restore(article, by=by) else ""


def _read_again(revision: Revision, media_type: str) -> str | None:
    """The text as it comes out of its source by itself; None where that is of another kind, or was
    no page of the web."""
    is_pasted = revision.media_type == MediaType.TEXT and "://" not in revision.source_name
    if is_pasted or revision.media_type != media_type:
        return None
    is_page = media_type == MediaType.HTML
    name = "" if is_page else address_readings.file_name(revision.source_name)
    found = formats.readings(bytes(revision.source), file_name=name, media_type=media_type)
    (reading,) = islice(found, 1)
    return extraction.body(reading.page.lines) if reading.page else None
