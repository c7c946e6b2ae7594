"""The origins of a story as its page tells them, and what reviewers say of them there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles import origins as origin_desk
from articles.models import Article, OriginEvent
from articles.tests.copied import EDITED, OWN, WIRE
from articles.tests.counting import queries_of
from articles.tests.factories import create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}


@pytest.fixture
def alice(client):
    person = create_reviewer()
    client.force_login(person)
    return person


@pytest.fixture
def story():
    """A wire story, a copy of it and an own report."""
    story, agency = create_story(), create_outlet(name="Northline", is_agency=True)
    create_article(text=WIRE, story=story, outlet=agency, headline="Ferry aground")
    copy = create_outlet(name="Harbour Post")
    create_article(text=f"{EDITED}\n\n(Northline)", story=story, outlet=copy, headline="Stranded")
    own = create_outlet(name="Selwick Courier")
    create_article(text=OWN, story=story, outlet=own, headline="A night <b>afloat</b>")
    return story


def keys(*outlets: str) -> list[int]:
    return [Article.objects.get(outlet__name=name).pk for name in outlets]


def page_of(story) -> str:
    return reverse("articles:origins", args=[story.slug])


def rule(client, story, act: str, *outlets: str, reason: str = "Same press release."):
    """Agree to what the first answer says it would do."""
    data = {"act": act, "article": keys(*outlets), "reason": reason}
    url = reverse("articles:rule_origins", args=[story.slug])
    asked = client.post(url, data)
    if asked.status_code != 200:
        return asked
    return client.post(url, data | {"seal": asked.context["outcome"].seal}, follow=True)


def test_the_page_says_who_printed_whose_text_and_why(client, alice, story):
    html = client.get(page_of(story)).content.decode()
    assert "3 articles · 2 independent origins" in html
    assert "1. Northline" in html
    assert "of its words stand in Northline, which had them first" in html
    assert "Credits Northline: <q" in html
    assert "A night &lt;b&gt;afloat&lt;/b&gt;" in html


def test_the_picture_has_a_dot_for_each_article_and_an_arrow_to_the_reprint(client, alice, story):
    picture = client.get(page_of(story)).context["picture"]
    assert len(picture.dots) == 3
    assert ["Harbour Post has" in arrow.title for arrow in picture.arrows] == [True]
    assert len(picture.rows) == 2


def test_reviewers_join_and_undo(client, alice, story):
    response = rule(client, story, "join", "Harbour Post", "Selwick Courier")
    html = response.content.decode()
    assert "3 articles · 1 independent origin" in html
    assert "joined Northline, Harbour Post and Selwick Courier" in html
    assert "Same press release." in html
    event = OriginEvent.objects.get()
    undo = reverse("articles:undo_origins", args=[event.pk])
    assert "2 independent origins" in client.post(undo, follow=True).content.decode()
    assert "undone already" in client.post(undo, follow=True).content.decode()


def test_what_it_would_do_is_told_before(client, alice, story):
    data = {"act": "join", "article": keys("Harbour Post", "Selwick Courier"), "reason": "One."}
    html = client.post(f"{page_of(story)}rule/?all", data).content.decode()
    assert "2 independent origins now, and 1 then" in html
    assert html.index("Northline") < html.index("Harbour Post") < html.index("Selwick Courier")
    assert "Join 3 articles" in html
    assert "A night &lt;b&gt;afloat&lt;/b&gt;" in html
    assert f'{page_of(story)}rule/?all"' in html
    assert not OriginEvent.objects.exists()


def test_what_moved_since_it_was_told_is_told_again(client, alice, story):
    data = {"act": "split", "article": keys("Harbour Post"), "reason": "Own."}
    seal = client.post(f"{page_of(story)}rule/", data).context["outcome"].seal
    everything = keys("Northline", "Selwick Courier")
    origin_desk.join(story, everything, reason="One.", by=create_reviewer())
    again = client.post(f"{page_of(story)}rule/", data | {"seal": seal})
    assert again.status_code == 409
    assert "The origins moved while you looked." in again.content.decode()
    assert OriginEvent.objects.count() == 1
    agreed = data | {"seal": again.context["outcome"].seal}
    assert client.post(f"{page_of(story)}rule/", agreed).status_code == 302


def test_the_page_goes_on_where_it_was_with_all_articles(client, alice, story):
    alone = ";".join(str(key) for key in keys("Northline", "Harbour Post"))
    data = {"act": "split", "article": keys("Harbour Post"), "reason": "Own.", "seal": alone}
    answer = client.post(f"{page_of(story)}rule/?all", data)
    assert answer.headers["Location"].endswith(f"?all&at={keys('Harbour Post')[0]}")
    html = client.get(answer.headers["Location"]).content.decode()
    assert '<h2 id="lane-2" tabindex="-1" data-focus>2. Harbour Post</h2>' in html
    assert 'rule/?all"' in html
    assert "data-focus" not in client.get(f"{page_of(story)}?at=x").content.decode()


def test_reviewers_split(client, alice, story):
    html = rule(client, story, "split", "Harbour Post").content.decode()
    assert "3 independent origins" in html
    assert "split Harbour Post off from Northline" in html
    assert ["1. Northline" in html, "2. Harbour Post" in html] == [True, True]


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        ({}, 422, "Choose articles first."),
        ({"act": "join", "reason": "x", "article": ["y"]}, 422, "Nothing changed yet"),
        ({"act": "mix", "reason": "x", "article": ["1"]}, 422, "Nothing changed yet"),
        ({"act": "join", "reason": "x", "article": ["1"]}, 422, "Choose articles of two origins"),
        ({"act": "split", "reason": "", "article": ["1"]}, 422, "Say why."),
        ({"act": "split", "reason": "x", "article": ["1"]}, 409, "not in this story any more"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(client, alice, story, data, status, says):
    response = client.post(reverse("articles:rule_origins", args=[story.slug]), data)
    assert response.status_code == status
    assert says in response.content.decode()
    assert not OriginEvent.objects.exists()


def test_the_passages_stand_side_by_side(client, alice, story):
    url = reverse("articles:shared_copy", args=keys("Northline", "Harbour Post"))
    html = client.get(url).content.decode()
    assert '<mark class="hit">ran aground on the Calder Bank late on Wednesday' in html
    part = client.get(url, headers=HTMX).content.decode()
    assert "<html" not in part
    assert html.count("<mark") == part.count("<mark") >= 4
    none = reverse("articles:shared_copy", args=keys("Northline", "Selwick Courier"))
    assert "These two share no copy." in client.get(none).content.decode()


def test_reporters_read_it_and_do_not_rule(client, story):
    client.force_login(create_reporter())
    html = client.get(page_of(story)).content.decode()
    assert "choose-" not in html
    assert "Join into one origin" not in html
    assert rule(client, story, "join", "Northline", "Selwick Courier").status_code == 403


def test_strangers_and_the_signed_out_stay_outside(client, story):
    assert client.get(page_of(story)).status_code == 302
    client.force_login(create_user(name="charlie"))
    assert client.get(page_of(story)).status_code == 403
    assert client.get(reverse("articles:shared_copy", args=[1, 2])).status_code == 403


def test_wrong_methods_and_what_is_not_there(client, alice, story):
    assert client.post(page_of(story)).status_code == 405
    assert client.get(reverse("articles:rule_origins", args=[story.slug])).status_code == 405
    assert client.get(reverse("articles:origins", args=["none"])).status_code == 404
    assert client.post(reverse("articles:undo_origins", args=[0])).status_code == 404


def test_a_story_without_articles_and_one_with_very_many(client, alice, monkeypatch, story):
    assert "No articles yet." in client.get(page_of(create_story())).content.decode()
    monkeypatch.setattr("articles.views.origins.ARTICLES_AT_FIRST", 2)
    few = client.get(page_of(story)).content.decode()
    assert "Show 1 more articles" in few
    assert "Show" not in client.get(page_of(story) + "?all").content.decode().split("rule-head")[0]


def test_the_page_costs_as_many_queries_for_many_articles_as_for_few(client, alice, story):
    origin_desk.split(story, keys("Harbour Post"), reason="Own.", by=alice)
    few = queries_of(client, page_of(story))
    for _ in range(3):
        create_article(text=f"{WIRE}\n\n(Northline)", story=story)
    origin_desk.join(story, keys("Harbour Post", "Selwick Courier"), reason="One.", by=alice)
    assert queries_of(client, page_of(story)) == few
