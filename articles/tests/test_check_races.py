"""A check and an edit of one article at once: they wait for each other, never in a circle."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection, transaction

from accounts.tests.factories import create_reporter
from articles import checks, details, withdrawals
from articles.extraction import read
from articles.fetching import Fetched
from articles.models import Article, MediaType, Story
from articles.tests import pages
from articles.tests.factories import create_article
from articles.tests.test_fetching_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE_SECONDS = 30
CORRECTED = pages.HTML.replace("Twelve passengers", "Fourteen passengers").encode()
WAITS = """SELECT EXISTS (
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
)"""


@pytest.fixture
def article() -> Article:
    source = {"source": pages.HTML.encode(), "media_type": MediaType.HTML}
    article = create_article(url="https://ledger.example/ferry", text=pages.TEXT, **source)
    withdrawals.withdraw(article, reason=withdrawals.BY_CHECK.format(404), by=create_reporter())
    return article


def until_somebody_waits() -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(WAITS)
            if cursor.fetchone() == (True,):
                return
            time.sleep(0.02)
    pytest.fail("nobody waits")


def test_a_check_waits_for_an_edit_and_both_are_done(article):
    alice, has_begun = create_reporter(), threading.Event()

    def edit() -> None:
        with transaction.atomic():
            Story.objects.hold([article.story_id])  # as every edit begins
            has_begun.set()
            until_somebody_waits()
            details.correct(article, by=alice, byline="Ada Quell")

    def check() -> None:
        assert has_begun.wait(PATIENCE_SECONDS)
        found = Fetched(url=article.url, body=CORRECTED, media_type="text/html")
        with transaction.atomic():
            checks.compare(article, read(CORRECTED), found, by=alice)

    assert at_once(edit, check) == [None, None]
    article.refresh_from_db()
    assert (article.byline, article.is_withdrawn, article.revisions.count()) == (
        "Ada Quell",
        False,
        2,
    )
