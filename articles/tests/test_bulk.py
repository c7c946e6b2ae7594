"""It brings many articles onto the desk at once, as one by one."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.tests.factories import create_reporter
from articles import bulk, importing, outlets
from articles.errors import AlreadyImported, ArticleError
from articles.models import Article, ArticleEvent, MediaType, Outlet, Revision, Sentence
from articles.published import read as moment
from articles.tests.factories import TEXT, create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db

NOT_COMPARED = {"id", "article", "revision", "story", "outlet", "imported_at", "dated_at", "at"}
DETAILS = {
    "standfirst": "A night on the bank.",
    "byline": "Ada Quell\\",
    "language": "en",
    "info_sources": ("Coastal Wire", 'A "quoted", {name}'),
    "media_type": MediaType.HTML,
    "source_name": "ferry\t1.html",
    **moment("2026-11-19 06:10 +02:00").columns(),
}


def news(count: int, **fields: Any) -> list[importing.NewArticle]:
    """Articles of one story and outlet, each with words of its own."""
    fields = {"story": create_story(), "outlet": create_outlet(), "headline": "Ferry", **fields}
    texts = [f"{TEXT} This was report number {number}." for number in range(count)]
    return [importing.NewArticle(text=text, source=text.encode(), **fields) for text in texts]


def rows_of(revisions: list[Revision]) -> list[list[dict[str, Any]]]:
    """What the tables hold of their articles, but for keys and moments."""
    articles = [revision.article_id for revision in revisions]
    ours = {
        Article: Article.objects.filter(pk__in=articles),
        Revision: Revision.objects.filter(article__in=articles),
        Sentence: Sentence.objects.filter(revision__article__in=articles),
        ArticleEvent: ArticleEvent.objects.filter(article__in=articles),
    }
    return [
        [
            {
                f.name: getattr(row, f.attname)
                for f in row._meta.fields
                if f.name not in NOT_COMPARED
            }
            for row in rows.order_by("pk")
        ]
        for rows in ours.values()
    ]


def jobs_of(revisions: list[Revision]) -> set[tuple[str, int, int]]:
    """Task, revision and story of the jobs that wait for these."""
    keys = {revision.pk for revision in revisions}
    return {
        (job.task_name, job.priority, job.args["story_id"])
        for job in ProcrastinateJob.objects.all()
        if job.args["revision_id"] in keys
    }


def test_the_same_rows_and_jobs_come_as_one_by_one():
    alice, story = create_reporter(), create_story()
    one_by_one = [importing.receive(new, by=alice) for new in news(3, story=story, **DETAILS)]
    together = bulk.save_each(news(3, story=story, **DETAILS), by=alice)
    assert rows_of(together) == rows_of(one_by_one)
    assert jobs_of(together) == jobs_of(one_by_one)
    assert [len(rows) for rows in rows_of(together)] == [3, 3, 12, 3]


def test_many_cost_as_many_queries_as_few():
    alice, counts = create_reporter(), []
    for many in (2, 20):
        fresh = news(many)
        with CaptureQueriesContext(connection) as queries:
            bulk.save_each(fresh, by=alice)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("bad", [{"headline": ""}, {"byline": "x" * 301}, {"credit": "\0"}])
def test_one_that_cannot_be_kept_spoils_no_other(bad):
    story, outlet = create_story(), create_outlet()
    mixed = news(3, story=story, outlet=outlet)
    mixed[1] = news(2, story=story, outlet=outlet, **bad)[1]
    first, refused, last = bulk.save_each(mixed, by=create_reporter())
    assert isinstance(refused, ArticleError)
    assert str(refused).startswith("The database does not take it: ")
    assert set(Article.objects.all()) == {first.article, last.article}
    assert Revision.objects.count() == ArticleEvent.objects.count() == 2


def test_what_the_desk_has_is_told_and_the_others_come():
    fresh = news(3)
    known = create_article(text=fresh[0].text, outlet=fresh[0].outlet)
    refused, *saved = bulk.save_each(fresh, by=create_reporter())
    assert isinstance(refused, AlreadyImported)
    assert refused.article_id == known.pk
    assert [revision.article.headline for revision in saved] == ["Ferry", "Ferry"]


@pytest.mark.parametrize("url", ["", "https://ledger.example/ferry"])
def test_of_the_same_article_twice_the_first_comes(url):
    outlet = Outlet(name="The Ledger")
    twice = [*news(1, url=url, outlet=outlet), *news(1, url=url, outlet=outlet)]
    first, second = bulk.save_each(twice, by=create_reporter())
    assert isinstance(second, AlreadyImported)
    assert second.article_id == first.article_id
    assert Outlet.objects.get(name="The Ledger") == first.article.outlet


def test_outlets_are_made_once_whatever_their_case_and_slug():
    create_outlet(name="Courier", slug="courier"), create_outlet(name="Other", slug="the-ledger")
    names = ["The Ledger", "THE LEDGER", "courier", "The Ledger!", "Северный", "Вечерний", "new"]
    made = outlets.named_all(names)
    assert {name: outlet.slug for name, outlet in made.items()} == {
        "the ledger": "the-ledger-2",
        "courier": "courier",
        "the ledger!": "the-ledger-3",
        "северный": "outlet",
        "вечерний": "outlet-2",
        "new": "new-2",
    }
    assert Outlet.objects.count() == 7


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_the_same_at_once_bring_each_article_once():
    alice, gate, outcomes = create_reporter(), threading.Barrier(2), []
    fresh = news(12, outlet=Outlet(name="The Ledger"))

    def run(mine: list[importing.NewArticle]) -> None:
        gate.wait()
        outcomes.extend(bulk.save_each(mine, by=alice))
        connection.close()

    threads = [threading.Thread(target=run, args=[mine]) for mine in (fresh, fresh[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(outcome, AlreadyImported) for outcome in outcomes) == 12
    assert Article.objects.count() == Revision.objects.count() == 12
