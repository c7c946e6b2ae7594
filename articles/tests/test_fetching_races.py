"""Several workers at once, and one that is killed: nothing lost, nothing doubled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from psycopg.conninfo import make_conninfo

from accounts.tests.factories import create_reporter
from articles import fetch_batches, fetches, inbox, polling
from articles.errors import ArticleError
from articles.fetch_batches import Given
from articles.models import Batch, BatchItem, Draft, ItemState
from articles.tests import feed_texts, pages
from articles.tests import site as sites
from articles.tests.factories import (
    create_batch_item,
    create_feed,
    create_feed_item,
    create_feed_rule,
    create_story,
)
from factdesk import jobs

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
WORKER = """
import os, django
django.setup()
from django.conf import settings
settings.FETCH_PORTS, settings.FETCH_ALSO = [int(os.environ["PORT"])], ["127.0.0.1"]
from django.core.management import call_command
call_command("worker")
"""
FORGOTTEN = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'"


@pytest.fixture
def site(settings):
    with sites.running() as site:
        settings.FETCH_PORTS, settings.FETCH_ALSO = [site.port], ["127.0.0.1"]
        site.answers["/ferry"] = sites.page(pages.HTML)
        site.answers["/feed"] = sites.page(feed_texts.rss([f"{site.url}/ferry"]))
        yield site


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in threads that start together; what each gave, or the refusal."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            return act()
        except ArticleError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_two_workers_poll_a_feed_once(site):
    feed = create_feed(url=f"{site.url}/feed")
    create_feed_rule(feed=feed, words="ferry")
    at_once(*[lambda: polling.poll(feed.pk)] * 4)
    assert site.paths == ["/feed"]
    assert (feed.items.count(), Batch.objects.count()) == (1, 1)


def test_two_workers_at_one_address_keep_one_draft(site):
    item = create_batch_item(url=f"{site.url}/ferry")
    at_once(*[lambda: fetches.fetch(item.pk)] * 4)
    item.refresh_from_db()
    assert item.state == ItemState.READY
    assert Draft.objects.get() == item.draft


def test_two_people_who_accept_one_item_import_it_once():
    item, story, people = create_feed_item(), create_story(), [create_reporter() for _ in range(4)]
    acts = [lambda by=by: inbox.accept([item.pk], story=story, by=by) for by in people]
    answers = at_once(*acts)
    assert sum(isinstance(answer, list) for answer in answers) == 1
    assert Batch.objects.count() == BatchItem.objects.count() == 1


def test_what_a_worker_fetched_when_it_was_killed_is_fetched_by_the_next(site, do_jobs):
    asked = threading.Event()

    def hang(visitor):
        asked.set()
        sites.silence(visitor)

    site.answers["/ferry"] = hang
    given = [Given(f"{site.url}/ferry"), Given(f"{site.url}/gone")]
    batch = fetch_batches.start(given, by=create_reporter())
    worker = start_worker(site)
    assert asked.wait(PATIENCE_SECONDS)
    worker.send_signal(signal.SIGKILL)
    worker.wait(PATIENCE_SECONDS)
    assert ItemState.FETCHING in batch.items.values_list("state", flat=True)
    site.answers["/ferry"] = sites.page(pages.HTML)
    with connection.cursor() as cursor:
        cursor.execute(FORGOTTEN)
    with suppress(AlreadyEnqueued):  # the worker that was killed had it from the clock
        jobs.retry_stalled.defer(timestamp=0)
    do_jobs()
    do_jobs()  # what was put back, should it have come after the others
    states = list(batch.items.values_list("state", flat=True))
    assert states == [ItemState.READY, ItemState.REFUSED]
    assert (Draft.objects.count(), ProcrastinateJob.objects.count()) == (1, 0)


def start_worker(site) -> subprocess.Popen[bytes]:
    there = connection.get_connection_params()
    known = {name: there[name] for name in ("dbname", "host", "user", "port") if name in there}
    variables = {"DATABASE_URL": make_conninfo(**known), "PORT": str(site.port)}
    return subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=os.environ | variables)
