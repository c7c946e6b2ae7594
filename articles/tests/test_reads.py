"""The desk remembers which words of an article a person has seen, and says what came since."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter
from articles import importing, reads
from articles.models import Article, ReadMark
from articles.tests.counting import queries_of
from articles.tests.factories import TEXT, create_article
from articles.tests.test_importing import new_article

pytestmark = pytest.mark.django_db

NOTICE = "Corrected since you read it"


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def article() -> Article:
    return create_article(text=TEXT)


def revise(article: Article, text: str) -> None:
    importing.revise(article, new_article(text=text), by=create_reporter())


def says_so(client, page) -> bool:
    return NOTICE in client.get(page.get_absolute_url()).content.decode()


def test_a_person_is_told_once_on_the_page_what_changed_since(client, alice, article):
    assert not says_so(client, article)
    revise(article, TEXT.replace("241", "214"))
    page = client.get(article.get_absolute_url()).content.decode()
    assert "You read revision 1, this is revision 2." in page
    assert not says_so(client, article)


def test_the_story_says_so_until_they_open_it(client, alice, article):
    client.get(article.get_absolute_url())
    assert not says_so(client, article.story)
    revise(article, TEXT.replace("241", "214"))
    assert says_so(client, article.story)
    client.get(article.get_absolute_url())
    assert not says_so(client, article.story)


def test_who_never_read_it_is_not_told(client, alice, article):
    revise(article, TEXT.replace("241", "214"))
    assert not says_so(client, article.story)
    assert not says_so(client, article)


def test_what_one_person_read_is_nothing_to_another(client, alice, article):
    reads.note(article.revisions.get(), by=create_reporter())
    revise(article, TEXT.replace("241", "214"))
    assert not says_so(client, article.story)


def test_it_is_one_row_however_often_they_come(client, alice, article):
    for _ in range(2):
        client.get(article.get_absolute_url())
    assert ReadMark.objects.get().number == 1


def test_a_visit_without_news_writes_nothing(client, alice, article):
    first = queries_of(client, article.get_absolute_url())
    assert queries_of(client, article.get_absolute_url()) == first - 1


def test_the_database_keeps_one_mark_for_each_person(alice, article):
    mark = {"reader": alice, "article": article, "number": 1, "at": timezone.now()}
    ReadMark.objects.create(**mark)
    with pytest.raises(IntegrityError, match="read_mark_once_each"):
        ReadMark.objects.create(**mark)


def test_the_database_counts_from_one(alice, article):
    with pytest.raises(IntegrityError, match="read_mark_from_one"):
        ReadMark.objects.create(reader=alice, article=article, number=0, at=timezone.now())
