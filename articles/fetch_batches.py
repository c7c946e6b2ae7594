"""Addresses given together: begun, cancelled, tried again. The worker fetches them by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles import addresses, checks, jobs, visits
from articles.errors import ArticleError
from articles.fetching import FetchError
from articles.models import Article, Batch, BatchItem, ItemState, Story

if TYPE_CHECKING:
    from accounts.models import User

ADDRESSES_MOST = 200  # in one batch; fetching so many takes some minutes
SHOWN_LENGTH = 500  # code points of a line that is no address; its index takes four bytes each
LOST_MINUTES = 15  # after which an address that no job is about to fetch counts as lost
LOST = "The desk was interrupted at this page and gave it up: try again."


class BadList(ArticleError):
    """There is no address in it that the desk visits, or too many."""


@dataclass(frozen=True)
class Given:
    """An address in its canonical form; or as written, with the reason why it is not visited."""

    url: str
    refusal: str = ""


def read_list(written: str) -> list[Given]:
    """The addresses of a list, one a line, each once. Raises BadList."""
    lines = dict.fromkeys(filter(None, map(str.strip, written.replace("\0", "").splitlines())))
    if not lines:
        raise BadList("Give an address, or several, one a line.")
    if len(lines) > ADDRESSES_MOST:
        raise BadList(f"Give at most {ADDRESSES_MOST} addresses at once; these are {len(lines):,}.")
    given = list({one.url: one for one in map(_given, lines)}.values())
    if all(one.refusal for one in given):
        raise BadList(given[0].refusal)
    return given


def _given(line: str) -> Given:
    try:
        url = addresses.canonical(line)
        visits.refuse(url)
    except (ArticleError, FetchError) as error:
        return Given(line[:SHOWN_LENGTH], str(error))
    return Given(url)


@transaction.atomic
def start(given: Sequence[Given], *, by: User, story: Story | None = None) -> Batch:
    """Have the worker fetch the addresses, into drafts of `by`."""
    batch = Batch.objects.create(owner=by, created_at=timezone.now(), story=story)
    items = BatchItem.objects.bulk_create(
        BatchItem(
            batch=batch,
            position=position,
            url=one.url,
            state=ItemState.REFUSED if one.refusal else ItemState.WAITING,
            sentence=one.refusal,
        )
        for position, one in enumerate(given, 1)
    )
    jobs.fetch_later(item for item in items if item.state == ItemState.WAITING)
    return batch


@transaction.atomic
def check(article: Article, *, by: User) -> Batch:
    """Have the worker see whether the article has changed. Raises ArticleError without an address
    that can be visited, and when its words were blanked."""
    if not article.url:
        raise ArticleError("This article has no address to look at. Add it under Edit details.")
    if article.revisions.newest_is_blanked():
        raise ArticleError(checks.BLANKED)
    try:
        visits.refuse(article.url)
    except FetchError as error:
        raise ArticleError(str(error)) from error
    batch = Batch.objects.create(owner=by, created_at=timezone.now(), story=article.story)
    item = BatchItem.objects.create(batch=batch, position=1, url=article.url, checks=article)
    jobs.fetch_later([item])
    return batch


def cancel(batch: Batch) -> int:
    """Fetch no more of the batch; how many addresses that leaves out. What is there stays."""
    return batch.items.open().update(state=ItemState.CANCELLED)


@transaction.atomic
def try_again(batch: Batch) -> int:
    """Fetch what was refused, cancelled or discarded once more; how many addresses that is."""
    items = list(batch.items.to_try_again().select_for_update(of=("self",)))
    batch.items.filter(pk__in=[item.pk for item in items]).update(
        state=ItemState.WAITING, sentence=""
    )
    jobs.fetch_later(items)
    return len(items)


def settle_lost() -> int:
    """Give up addresses that wait for long although no job is about to fetch them; how many."""
    long_ago = timezone.now() - timedelta(minutes=LOST_MINUTES)
    lost = BatchItem.objects.open().given_before(long_ago).exclude(pk__in=jobs.items_on_their_way())
    return BatchItem.objects.filter(pk__in=list(lost.values_list("pk", flat=True))).update(
        state=ItemState.REFUSED, sentence=LOST
    )
