"""It brings an article onto the desk, once."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from django.db import IntegrityError, connection

from accounts.tests.factories import create_reporter
from articles import importing
from articles.errors import AlreadyImported, ArticleError
from articles.models import Article, ArticleEvent, Outlet, Revision, Sentence
from articles.tests.factories import TEXT, create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db

ADDRESS = "https://ledger.example/ferry"


def new_article(**fields: object) -> importing.NewArticle:
    details = {"headline": "Ferry aground", "text": TEXT, "source": TEXT.encode(), **fields}
    details.setdefault("story", None)
    details["story"] = details["story"] or create_story()
    details.setdefault("outlet", None)
    details["outlet"] = details["outlet"] or create_outlet()
    return importing.NewArticle(**details)


def test_article_revision_sentences_and_event_are_saved():
    alice = create_reporter()
    article = importing.save(new_article(url=ADDRESS), by=alice)
    revision = article.revisions.get()
    assert (revision.number, revision.text, bytes(revision.source)) == (1, TEXT, TEXT.encode())
    assert [sentence.words for sentence in revision.sentences.all()][-1] == (
        "Twelve were treated for cuts and cold."
    )
    assert list(article.events.values_list("kind", "by")) == [("imported", alice.pk)]


def test_what_follows_a_revision_is_called_in_the_transaction_and_can_stop_it(monkeypatch):
    def follow(revisions: Sequence[Revision]) -> None:
        assert revisions[0].sentences.exists()
        raise IntegrityError("stop")

    monkeypatch.setattr(importing, "AFTER_REVISION", [follow])
    new, alice = new_article(), create_reporter()
    with pytest.raises(IntegrityError, match="stop"):
        importing.save(new, by=alice)
    assert not Article.objects.exists()


@pytest.mark.parametrize(("first", "second"), [("", ""), (ADDRESS, ""), ("", ADDRESS)])
def test_the_same_words_of_an_outlet_change_nothing(first, second):
    known = create_article(text=TEXT, url=first, headline="Ferry aground")
    before = (ArticleEvent.objects.count(), Sentence.objects.count())
    with pytest.raises(AlreadyImported, match="“Ferry aground” is on the desk already") as refused:
        importing.save(new_article(outlet=known.outlet, url=second), by=create_reporter())
    assert refused.value.article_id == known.pk
    assert (ArticleEvent.objects.count(), Sentence.objects.count()) == before


def test_the_same_words_at_two_addresses_are_two_articles():
    known = create_article(text=TEXT, url=ADDRESS)
    new = new_article(outlet=known.outlet, url=f"{ADDRESS}?page=2")
    assert importing.save(new, by=create_reporter()).pk != known.pk


def save_at_once(*news: importing.NewArticle) -> list[object]:
    """Save each in a thread of its own, all let go at one moment; articles or refusals."""
    alice, gate, outcomes = create_reporter(), threading.Barrier(len(news)), []

    def run(new: importing.NewArticle) -> None:
        gate.wait()
        try:
            outcomes.append(importing.save(new, by=alice))
        except AlreadyImported as refusal:
            outcomes.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[new]) for new in news]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("url", ["", ADDRESS])
def test_of_many_saves_at_once_one_article_comes(url):
    outlet, story = create_outlet(), create_story()
    news = [new_article(outlet=outlet, story=story, url=url) for _ in range(6)]
    outcomes = save_at_once(*news)
    assert sum(isinstance(outcome, AlreadyImported) for outcome in outcomes) == 5
    assert Article.objects.count() == Revision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_one_address_under_many_outlets_at_once_one_article_comes():
    story = create_story()
    outcomes = save_at_once(*[new_article(story=story, url=ADDRESS) for _ in range(6)])
    assert sum(isinstance(outcome, AlreadyImported) for outcome in outcomes) == 5
    assert Article.objects.count() == Revision.objects.count() == 1


def test_an_outlet_that_is_gone_meanwhile_is_said():
    new, alice = new_article(), create_reporter()
    Outlet.objects.filter(pk=new.outlet.pk).delete()
    with pytest.raises(ArticleError, match="Its outlet was merged into another meanwhile"):
        importing.save(new, by=alice)
