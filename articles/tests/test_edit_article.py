"""It corrects an article's details on a page, and shows their history."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_user
from articles import details
from articles.models import Article, Outlet, Story
from articles.tests.factories import create_article, create_outlet, create_story
from articles.views import articles

pytestmark = pytest.mark.django_db


def edit_url(article: Article) -> str:
    return reverse("articles:edit_article", args=[article.pk])


def form_of(client, article: Article) -> dict[str, str]:
    """What a browser would post of the page as it stands."""
    form = client.get(edit_url(article)).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    shown = {name: "" if value is None else str(value) for name, value in shown.items()}
    return {**shown, **{f"initial-{name}": value for name, value in shown.items()}}


def sign_in(client) -> None:
    client.force_login(create_reporter(name="alice"))


def test_a_correction_is_saved_told_and_logged(client):
    sign_in(client)
    article = create_article(headline="Ferry aground")
    typed = {"headline": "Ferry still aground", "published": "2026-11-19 07:10 +01:00"}
    answer = client.post(edit_url(article), {**form_of(client, article), **typed}, follow=False)
    assert answer.url == article.get_absolute_url()
    article.refresh_from_db()
    assert (article.headline, article.published_zone) == ("Ferry still aground", "+01:00")
    page = client.get(edit_url(article)).content.decode()
    assert "changed the headline from “Ferry aground” to “Ferry still aground”." in page
    assert "set the time of publishing to “2026-11-19 07:10 +01:00”." in page


def test_a_new_outlet_and_story_are_made_with_it(client):
    sign_in(client)
    article = create_article()
    new = {"outlet": "new", "new_outlet": "The  Ledger", "story": "new", "new_story": "Ferry"}
    client.post(edit_url(article), {**form_of(client, article), **new})
    article.refresh_from_db()
    assert (article.outlet.name, article.story.title) == ("The Ledger", "Ferry")


def test_what_another_changed_meanwhile_stays(client):
    sign_in(client)
    article = create_article(headline="Old")
    seen = form_of(client, article)
    details.correct(article, by=create_reporter(), headline="New", byline="Rafael Quint")
    client.post(edit_url(article), {**seen, "credit": "Agency"})
    article.refresh_from_db()
    assert (article.headline, article.byline, article.credit) == ("New", "Rafael Quint", "Agency")


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"headline": " "}, "Give the article a headline."),
        ({"headline": "x" * 501}, "at most 500 characters"),
        ({"published": "19 November, 6.10"}, "Give the year and the zone"),
        ({"url": "javascript:alert(1)"}, "Give an address that starts with https:// or http://."),
        ({"url": f"https://l.example/{'é' * 700}"}, "at most 2,000 characters"),
        ({"outlet": ""}, "Choose the outlet, or name a new one."),
        ({"outlet": "new"}, "Give the new outlet a name."),
        ({"outlet": "4711"}, "Choose an outlet from the list."),
        ({"story": "new", "new_story": "  "}, "Give the new story a title."),
        ({"language": "<script>"}, "Choose a language from the list."),
    ],
)
def test_bad_input_is_answered_at_its_field(client, bad, sentence):
    sign_in(client)
    article = create_article(headline="Ferry aground")
    answer = client.post(edit_url(article), {**form_of(client, article), "byline": "Quint", **bad})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Not saved yet. One field needs you." in page
    assert sentence in page
    assert 'value="Quint"' in page
    assert Article.objects.get().byline == ""


def test_a_refusal_of_the_desk_makes_no_outlet(client):
    sign_in(client)
    create_article(url="https://ledger.example/ferry")
    article = create_article()
    typed = {"url": "https://ledger.example/ferry", "outlet": "new", "new_outlet": "The Ledger"}
    answer = client.post(edit_url(article), {**form_of(client, article), **typed})
    assert answer.status_code == 422
    assert "Another article on the desk has this address." in answer.content.decode()
    assert not Outlet.objects.filter(name="The Ledger").exists()


def test_the_words_of_an_article_are_escaped(client):
    sign_in(client)
    article = create_article(headline="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(edit_url(article)).content.decode()


@pytest.mark.parametrize("name", ["edit_article", "source"])
def test_strangers_wrong_methods_and_unknown_articles(client, name):
    url = reverse(f"articles:{name}", args=[create_article().pk])
    assert client.get(url).url.startswith(reverse("accounts:login"))
    client.force_login(create_user())
    assert client.get(url).status_code == 403
    sign_in(client)
    assert client.delete(url).status_code == 405
    assert client.get(reverse(f"articles:{name}", args=[4711])).status_code == 404


@pytest.mark.parametrize(
    ("source_name", "media_type", "expected"),
    [
        ("", "text/plain", 'filename="article-{}.txt"'),
        ("", "text/html", 'filename="article-{}.html"'),
        ('a"b.html', "text/html", r'filename="a\"b.html"'),
        ("Fähre\r\nX: y.txt", "text/plain", "filename*=utf-8''F%C3%A4hre%0D%0AX%3A%20y.txt"),
    ],
)
def test_the_source_comes_as_a_plain_download(client, source_name, media_type, expected):
    sign_in(client)
    article = create_article(
        text="<script>", source_name=source_name, media_type=media_type, headline="x"
    )
    answer = client.get(reverse("articles:source", args=[article.pk]))
    assert b"".join(answer.streaming_content) == b"<script>"
    assert answer["Content-Type"] == "text/plain"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == f"attachment; {expected.format(article.pk)}"


def test_the_form_offers_outlets_and_stories_of_the_desk(client):
    sign_in(client)
    create_outlet(name="Northline"), create_story(title="Dam")
    form = client.get(edit_url(create_article())).context["form"]
    labels = [[label for _, label in form.fields[name].choices] for name in ("outlet", "story")]
    assert "Northline" in labels[0]
    assert "New outlet, named below" in labels[0]
    assert "Dam" in labels[1]
    assert Story.objects.count() == len(labels[1]) - 2


def test_a_long_history_is_paged(client, monkeypatch):
    sign_in(client)
    monkeypatch.setattr(articles, "EVENTS_A_PAGE", 1)
    article = create_article()
    details.correct(article, by=create_reporter(), byline="Tomas Brey")
    response = client.get(edit_url(article))
    assert "set the byline to “Tomas Brey”" in response.content.decode()
    assert "imported the article" not in response.content.decode()
    older = client.get(f"{edit_url(article)}?after={response.context['page'].next_cursor}")
    assert "imported the article" in older.content.decode()
