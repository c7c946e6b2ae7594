"""It marks what an outlet no longer stands by, and keeps who said so."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.tests.factories import create_reporter
from articles import withdrawals
from articles.errors import ArticleError
from articles.models import Article
from articles.tests.factories import create_article

pytestmark = pytest.mark.django_db

GONE = "The address answers 410."


def told(article: Article) -> list[tuple[str, str, str]]:
    events = article.events.exclude(kind="imported").order_by("pk")
    return list(events.values_list("kind", "before", "after"))


def test_a_withdrawn_article_keeps_its_words_and_says_how_the_desk_knows():
    article = create_article()
    assert withdrawals.withdraw(article, reason=f" {GONE} ", by=create_reporter())
    stored = Article.objects.get(pk=article.pk)
    assert (stored.is_withdrawn, stored.withdrawn_reason) == (True, GONE)
    assert stored.revisions.get().text
    assert told(stored) == [("withdrawn", "", GONE)]


def test_withdrawing_twice_changes_nothing():
    article, alice = create_article(), create_reporter()
    withdrawals.withdraw(article, reason=GONE, by=alice)
    assert not withdrawals.withdraw(article, reason="Somebody rang.", by=alice)
    assert Article.objects.get().withdrawn_reason == GONE
    assert len(told(article)) == 1


def test_an_article_that_is_published_again_is_restored_once():
    article, alice = create_article(), create_reporter()
    assert not withdrawals.restore(article, by=alice)
    withdrawals.withdraw(article, reason=GONE, by=alice)
    assert withdrawals.restore(article, by=alice)
    assert not Article.objects.get().is_withdrawn
    assert told(article)[-1] == ("restored", GONE, "")


def test_it_needs_a_reason():
    with pytest.raises(ArticleError, match="Say how the desk knows"):
        withdrawals.withdraw(create_article(), reason=" ", by=create_reporter())


@pytest.mark.parametrize(("at", "reason"), [(None, GONE), (timezone.now(), "")])
def test_the_database_keeps_moment_and_reason_together(at, reason):
    article = create_article()
    with pytest.raises(IntegrityError, match="article_reason_iff_withdrawn"):
        Article.objects.filter(pk=article.pk).update(withdrawn_at=at, withdrawn_reason=reason)
