"""One address of a batch: fetched, read, and kept as a draft to look over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles import (
    address_readings,
    checks,
    drafts,
    extraction,
    importing,
    page_imports,
    visits,
    withdrawals,
)
from articles.checks import Outcome
from articles.errors import AlreadyImported, ArticleError
from articles.extraction import ExtractionError
from articles.fetching import FetchError, Gone
from articles.models import Article, BatchItem, Draft, ItemState

if TYPE_CHECKING:
    from articles.extraction import Page
    from articles.fetching import Fetched
    from articles.formats import Reading

# Drafts of one moment come up one after the other. A batch tried again later gets a day anew.
TOGETHER = timedelta(hours=1)
NO_FEED = "Its feed was taken out meanwhile: look it over."
ON_THE_DESK = "It was on the desk already. Nothing changed."


def fetch(item_id: int) -> None:
    """Fetch the item's address unless it has come to its end. Doing it twice does it once."""
    if not BatchItem.objects.open().filter(pk=item_id).update(state=ItemState.FETCHING):
        return
    item = BatchItem.objects.to_fetch().get(pk=item_id)
    try:
        fetched = visits.visit(item.url)
        reading = address_readings.read(fetched)
        if reading.page:
            _keep(item, replace(fetched, body=reading.source), reading.page)
        else:
            _follow(item, reading, at=fetched.url)
    except Gone as gone:
        _miss(item, gone)
    except (FetchError, ExtractionError, ArticleError) as error:
        _refuse(item, error)


def _refuse(item: BatchItem, error: Exception) -> None:
    BatchItem.objects.open().filter(pk=item.pk).update(state=ItemState.REFUSED, sentence=str(error))


@transaction.atomic
def _miss(item: BatchItem, gone: Gone) -> None:
    """Nothing is there: an article that was is withdrawn."""
    if item.checks is None:
        _refuse(item, gone)
    elif BatchItem.objects.held(item.pk):
        _end(item, checks.withdraw(item.checks, gone, by=item.batch.owner), article=item.checks)


@transaction.atomic
def _follow(item: BatchItem, taken_back: Reading, *, at: str) -> None:
    """Its sender no longer stands by it: the article is marked, where the desk has it.

    By its guid only of the outlet that publishes at that address.
    """
    if not BatchItem.objects.held(item.pk):
        return
    by = item.batch.owner
    if item.checks:
        _end(item, checks.take_back(item.checks, by=by), article=item.checks)
        return
    outlet = page_imports.outlet_at(at, item)
    if taken_back.withdraws and not outlet:
        taken_back = replace(taken_back, withdraws=replace(taken_back.withdraws, guid=""))
    known, sentence = withdrawals.follow(taken_back, by=by, outlet=outlet)
    if known:
        _end(item, Outcome(sentence), article=known)
    else:
        _refuse(item, ArticleError(sentence))


@transaction.atomic
def _keep(item: BatchItem, fetched: Fetched, page: Page) -> None:
    """As a draft, unless the desk has the article in these words or asked for its changes."""
    if not BatchItem.objects.held(item.pk):  # cancelled, or another worker was quicker
        return
    if item.checks:
        outcome = checks.compare(item.checks, page, fetched, by=item.batch.owner)
        _end(item, outcome, article=item.checks)
    elif known := _known(page):
        _end(item, Outcome(ON_THE_DESK), article=known)
    elif _is_blanked(page):
        _refuse(item, ArticleError(checks.BLANKED))
    elif item.batch.is_direct and not (doubt := _doubt(item, page)):
        _import(item, fetched, page)
    else:
        sentence = doubt if item.batch.is_direct else ""
        _end(item, Outcome(sentence, _draft(item, fetched, page)))


def _doubt(item: BatchItem, page: Page) -> str:
    return page_imports.doubt(page) if item.feed_item else NO_FEED


def _is_blanked(page: Page) -> bool:
    return bool(page.url and Article.objects.blanked_among([page.url.value]))


def _import(item: BatchItem, fetched: Fetched, page: Page) -> None:
    try:
        revision = page_imports.receive(item, page, fetched)
    except AlreadyImported as error:
        known = Article.objects.get(pk=error.article_id)
        _end(item, Outcome(ON_THE_DESK), article=known)
    else:
        number = revision.number
        told = checks.REVISED.format(number) if number > 1 else ""
        _end(item, Outcome(told), article=revision.article)


def _end(item: BatchItem, outcome: Outcome, *, article: Article | None = None) -> None:
    """With a draft it is ready to be looked over, without it is on the desk."""
    item.draft, item.article = outcome.draft, None if outcome.draft else article
    item.state = ItemState.READY if outcome.draft else ItemState.IMPORTED
    item.sentence = outcome.sentence
    item.save(update_fields=["state", "sentence", "draft", "article"])


def _draft(item: BatchItem, fetched: Fetched, page: Page) -> Draft:
    return drafts.fetched(
        page,
        fetched.body,
        address=fetched.url,
        by=item.batch.owner,
        at=_moment(item.batch.created_at),
        story=item.batch.story,
    )


def _known(page: Page) -> Article | None:
    digest = importing.sha256_of(extraction.body(page.lines))
    return Article.objects.filter(url=page.url.value if page.url else "", sha256=digest).first()


def _moment(began: datetime) -> datetime:
    now = timezone.now()
    return began if now - began < TOGETHER else now
