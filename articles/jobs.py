"""What the worker does for articles: fetching them, polling feeds, reading credits again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from articles import addresses, fetches

if TYPE_CHECKING:
    from articles.models import BatchItem, Outlet

FETCHING = "fetching"  # a queue of its own, so that a slow site keeps nobody waiting for vectors
FETCH = "fetch_item"
AGAIN = RetryStrategy(max_attempts=3, wait=10)  # seconds; a database that restarts is back by then


@app.task(name=FETCH, queue=FETCHING, retry=AGAIN)
def fetch_item(item_id: int) -> None:
    """Fetch one address of a batch."""
    fetches.fetch(item_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name="settle_lost_items", queueing_lock="settle_lost_items", queue=FETCHING)
def settle_lost_items(timestamp: int) -> None:
    """Let no page say for ever that an address is being fetched."""
    from articles import fetch_batches

    fetch_batches.settle_lost()


@app.periodic(cron="* * * * *")
@app.task(name="poll_feeds", queueing_lock="poll_feeds", queue=FETCHING)
def poll_feeds(timestamp: int) -> None:
    """Have every feed asked whose time has come."""
    poll_due_feeds()


@app.task(name="poll_feed", queue=FETCHING, retry=AGAIN)
def poll_feed(feed_id: int) -> None:
    """Ask one feed."""
    from articles import polling

    polling.poll(feed_id)


def poll_due_feeds() -> None:
    """One job for each; where one waits already, a second would find nothing to do."""
    from articles.models import Feed

    for feed_id, url in Feed.objects.due(timezone.now()).values_list("pk", "url"):
        site = f"fetch {addresses.host_of(url)}"
        job = poll_feed.configure(lock=site, queueing_lock=f"poll {feed_id}")
        with suppress(AlreadyEnqueued), transaction.atomic():
            job.defer(feed_id=feed_id)


def fetch_later(items: Iterable[BatchItem]) -> None:
    """Have the worker fetch the items once what the caller writes is committed, in their order.

    The lock keeps two workers from asking one site at once.
    """
    for item in items:
        site = f"fetch {addresses.host_of(item.url)}"
        fetch_item.configure(lock=site).defer(item_id=item.pk)


@app.task(name="read_credits", retry=AGAIN)
def read_credits(story_id: int) -> None:
    """Bring the credits and origins of a story up to date with the register of outlets."""
    from articles import origins

    origins.read_credits(story_id)


def read_credits_later(outlet: Outlet, *, names: Collection[str]) -> None:
    """Have the worker read the stories it has articles in, or that credit one of the names.

    It begins once what the caller writes is committed.
    """
    from articles.models import Article, Credit

    own = Article.objects.filter(outlet=outlet).values_list("story", flat=True)
    credited = Credit.objects.filter(agency__in=names).values_list("article__story", flat=True)
    for story_id in sorted({*own, *credited}):
        read_credits.configure(lock=f"read_credits {story_id}").defer(story_id=story_id)


def items_on_their_way() -> list[int]:
    """The items that a job will fetch or is fetching."""
    jobs = ProcrastinateJob.objects.filter(task_name=FETCH, status__in=["todo", "doing"])
    return [args["item_id"] for args in jobs.values_list("args", flat=True)]
