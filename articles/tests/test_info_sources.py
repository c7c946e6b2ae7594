"""Whom the metadata names as a source is kept with the article, shown and corrected."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter
from articles import details, guesses, page_json
from articles.extraction import Found, Line, Page
from articles.models import Article
from articles.tests.factories import create_article, create_draft
from articles.tests.test_draft import chosen

pytestmark = pytest.mark.django_db

SOURCES = (Found("Northline", "from the feed"), Found("Tideway; Press", "from the feed"))


def test_a_draft_keeps_them_and_the_article_gets_them(client):
    alice = create_reporter()
    client.force_login(alice)
    draft = create_draft(by=alice, info_sources=SOURCES)
    form = client.get(draft.get_absolute_url()).context["form"]
    assert form["info_sources"].value() == "Northline; Tideway, Press"
    typed = chosen(keep=["1", "2"], info_sources="Northline; ; Tideway Press;Northline")
    client.post(draft.get_absolute_url(), typed)
    assert Article.objects.get().info_sources == ["Northline", "Tideway Press"]


def test_they_are_corrected_on_the_articles_page_and_logged(client):
    client.force_login(create_reporter())
    article = create_article(info_sources=("Northline",))
    url = reverse("articles:edit_article", args=[article.pk])
    assert client.get(url).context["form"]["info_sources"].value() == "Northline"
    details.correct(article, by=create_reporter(), info_sources=["Northline", "Tideway"])
    page = client.get(url).content.decode()
    assert "changed the sources from “Northline” to “Northline; Tideway”." in page


def test_a_name_that_is_none_is_refused(client):
    client.force_login(create_reporter())
    article = create_article()
    url = reverse("articles:edit_article", args=[article.pk])
    answer = client.post(url, {"info_sources": "x" * 201})
    assert answer.status_code == 422
    assert "Give each source a name of at most 200 characters." in answer.content.decode()


def test_a_page_without_any_and_one_with_long_names(db):
    page = Page((Line("Words.", kept=True),))
    assert guesses.sources(page) == ()
    kept = page_json.dump(page)
    del kept["info_sources"]  # as drafts were kept before
    assert page_json.load(kept).info_sources == ()
    named = Page(page.lines, info_sources=(Found("x" * 300, "there"), Found(" ", "there")))
    assert guesses.sources(named) == ("x" * 200,)
