"""A draft becomes one article, whoever presses at once."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from accounts.tests.factories import create_reporter
from articles import drafts
from articles.errors import AlreadyImported, ArticleError, NothingKept
from articles.models import Article, Draft, Outlet, Story
from articles.tests.factories import TEXT, create_draft, create_outlet

DETAILS = {
    "headline": "Ferry aground",
    "outlet": "new",
    "new_outlet": "The Ledger",
    "story": "new",
    "new_story": "Ferry",
    "published": None,
    "info_sources": [],
    **dict.fromkeys(("standfirst", "byline", "dateline", "credit", "url", "language"), ""),
}


@pytest.mark.django_db(transaction=True)
def test_of_many_saves_of_one_draft_at_once_one_article_comes():
    alice, gate, outcomes = create_reporter(), threading.Barrier(5), []
    draft = create_draft(by=alice)

    def run() -> None:
        gate.wait()
        try:
            outcomes.append(drafts.save(draft, details=DETAILS, kept={0, 1}, by=alice))
        except AlreadyImported as refusal:
            outcomes.append(refusal)
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refused = [one.article_id for one in outcomes if isinstance(one, AlreadyImported)]
    assert refused == [Article.objects.get().pk] * 4
    assert Draft.objects.get().article == Article.objects.get()


@pytest.mark.django_db(transaction=True)
def test_a_save_that_has_to_give_way_says_so():
    draft, outlet, outcomes = create_draft(), create_outlet(), []
    details = {**DETAILS, "outlet": outlet}

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '50ms'")
        try:
            drafts.save(draft, details=details, kept={0, 1}, by=draft.owner)
        except ArticleError as refusal:
            outcomes.append(str(refusal))
        connection.close()

    with transaction.atomic():
        Outlet.objects.hold([outlet.pk])
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    assert outcomes == [drafts.IN_THE_WAY]
    assert not Story.objects.exists()


@pytest.mark.django_db
def test_a_refused_save_leaves_neither_outlet_nor_story():
    draft = create_draft()
    with pytest.raises(NothingKept):
        drafts.save(draft, details=DETAILS, kept=set(), by=draft.owner)
    assert not Outlet.objects.exists()
    assert not Story.objects.exists()


@pytest.mark.django_db
def test_two_drafts_of_the_same_words_become_one_article():
    alice = create_reporter()
    first, second = create_draft(by=alice), create_draft(by=alice)
    revision = drafts.save(first, details=DETAILS, kept={0, 1}, by=alice)
    with pytest.raises(AlreadyImported, match="Nothing changed"):
        drafts.save(second, details=DETAILS, kept={0, 1}, by=alice)
    assert revision.text == TEXT
    assert Draft.objects.get(pk=second.pk).article is None
