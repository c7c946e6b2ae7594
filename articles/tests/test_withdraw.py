"""Reviewers say under “Edit details” whether an outlet still stands by its article."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles import withdrawals
from articles.models import Article
from articles.tests.factories import create_article

pytestmark = pytest.mark.django_db

ACTS = ["withdraw", "restore"]


@pytest.fixture
def article() -> Article:
    return create_article()


@pytest.fixture
def alice(client) -> User:
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


def url(name: str, article: Article) -> str:
    return reverse(f"articles:{name}", args=[article.pk])


def html(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_reviewer_marks_it_and_takes_that_back(client, alice, article):
    page = client.post(url("withdraw", article), {"reason": "They rang."}, follow=True)
    assert "as withdrawn." in html(page)
    assert "They rang." in html(page)
    assert Article.objects.get().is_withdrawn
    page = client.post(url("restore", article), follow=True)
    assert "counts as published again" in html(page)
    assert "It is published after all" not in html(page)
    assert not Article.objects.get().is_withdrawn


def test_without_a_reason_nothing_is_marked_and_the_page_says_why(client, alice, article):
    page = client.post(url("withdraw", article), {"reason": "\0"}, follow=True)
    assert "Say how the desk knows that it was withdrawn." in html(page)
    assert not Article.objects.get().is_withdrawn


def test_what_a_check_marked_is_taken_back_by_any_reporter(client, article):
    withdrawals.withdraw(article, reason=withdrawals.BY_CHECK.format(404), by=create_reviewer())
    client.force_login(create_reporter())
    assert "It is published after all" in html(client.get(article.get_absolute_url()))
    assert client.post(url("restore", article)).url == article.get_absolute_url()
    assert not Article.objects.get().is_withdrawn
    assert client.post(url("restore", article)).status_code == 302


@pytest.mark.parametrize("act", ACTS)
def test_reporters_and_strangers_are_refused(client, article, act):
    if act == "restore":
        withdrawals.withdraw(article, reason="They rang.", by=create_reviewer())
    for person in (create_reporter(), create_user(name="charlie")):
        client.force_login(person)
        assert client.post(url(act, article), {"reason": "They rang."}).status_code == 403
    client.force_login(create_reporter())
    assert "Mark as withdrawn" not in html(client.get(url("edit_article", article)))
    assert "published after all" not in html(client.get(article.get_absolute_url()))


@pytest.mark.parametrize("act", ACTS)
def test_anonymous_people_sign_in_and_other_methods_are_refused(client, article, act):
    assert client.post(url(act, article)).headers["Location"].startswith("/login/")
    client.force_login(create_reviewer())
    assert client.get(url(act, article)).status_code == 405
