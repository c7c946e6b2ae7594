"""A killed import leaves each article wholly in or wholly out; the next one brings the rest."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.models import Count
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.tests.factories import create_reporter
from articles.models import Article, Outlet, Sentence
from articles.tests.factories import TEXT, create_story
from matching import split

pytestmark = pytest.mark.django_db(transaction=True)

FILES = 60
KILLS = 3
NAME = "killed import"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles of four outlets, written in small batches, so that there is much to interrupt."""
    monkeypatch.setattr("articles.management.commands.import_articles.FILES_A_BATCH", 4)
    for number in range(FILES):
        paragraphs = [f"{TEXT} This was report {number}, part {part}." for part in range(6)]
        inside = tmp_path / str(number)
        inside.mkdir()
        (inside / f"outlet-{number % 4}.txt").write_text("\n\n".join(paragraphs))
    create_story(slug="ferry", by=create_reporter(name="alice"))
    return tmp_path


def run(folder: Path, jobs: int) -> None:
    call_command("import_articles", str(folder), story="ferry", by="alice", jobs=jobs, json=True)


def run_alone(folder: Path, jobs: int) -> None:
    """In a process of its own, which must not speak through what it inherits: outside of the event
    loop that browser tests leave in the parent, Django knows another connection. The server knows
    this process and its children by a name."""
    connection.connection = None
    os.environ["PGAPPNAME"] = NAME
    run(folder, jobs)


def kill_after(articles: int, folder: Path, jobs: int, wait: float) -> None:
    """Start the command as a process; kill -9 it a moment after that many articles are in."""
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=run_alone, args=[folder, jobs])
    process.start()
    while process.is_alive() and Article.objects.count() < articles:
        time.sleep(0.005)
    time.sleep(wait)
    process.kill()
    process.join()


def wait_for_orphans() -> None:
    """Until no process of the import speaks to the database."""
    orphans = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = %s
    """
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(orphans, [NAME])
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.02)
    raise AssertionError("a process of the import lives on")


def assert_all_whole() -> None:
    """Each article has its text, all its sentences, its event and its job."""
    articles = Article.objects.annotate(
        texts=Count("revisions", distinct=True), told=Count("events", distinct=True)
    )
    sentences = dict(Sentence.objects.values_list("revision").annotate(n=Count("pk")).order_by())
    for article in articles:
        assert (article.texts, article.told) == (1, 1)
        revision = article.revisions.get()
        assert sentences[revision.pk] == len(split(revision.text))
    assert ProcrastinateJob.objects.count() == len(articles)


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_moment_and_run_again_it_brings_all_once(folder, jobs):
    draw = random.Random(jobs)  # noqa: S311
    seen = []
    for at in range(KILLS):
        most = FILES * (at + 1) // (KILLS + 1)
        kill_after(draw.randint(most // 2, most), folder, jobs, draw.uniform(0, 0.05))
        wait_for_orphans()
        assert_all_whole()
        seen.append(Article.objects.count())
    assert seen == sorted(seen)
    assert seen[0] < FILES
    run(folder, jobs)
    assert_all_whole()
    assert (Article.objects.count(), Outlet.objects.count()) == (FILES, 4)
