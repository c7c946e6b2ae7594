"""Stories: the list, opening and renaming, and one point."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.models import Story
from articles.tests.factories import create_article, create_story
from claims import links
from claims.models import Claim, Cluster, Link
from claims.states import LinkKind
from claims.tests.factories import create_claim, create_link, create_verdict
from claims.views import stories

pytestmark = pytest.mark.django_db
READ = ["stories", "cluster"]
WRITE = ["new_story", "edit_story"]


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def story() -> Story:
    return create_story(title="Ferry aground", summary="She ran onto the bank.")


def add_point(story: Story, *, kind: LinkKind = LinkKind.CONTRADICTS) -> tuple[Claim, Claim]:
    one, other = (create_claim(article=create_article(story=story)) for _ in range(2))
    create_link(one, other, kind=kind)
    return one, other


def url(name: str, story: Story) -> str:
    if name == "cluster":
        cluster = Cluster.objects.filter(story=story).first()
        return reverse("claims:cluster", args=[cluster.pk if cluster else 999_999])
    return reverse(f"claims:{name}", args=[story.slug] if name == "edit_story" else [])


def html(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_list_shows_each_story_with_what_waits(client, alice, story):
    create_claim(article=create_article(story=story))
    response = client.get(url("stories", story))
    assert "Ferry aground" in html(response)
    assert "1 article, 1 outlet" in html(response)
    assert "0 of 1" in html(response)
    assert f'href="/queue/?story={story.slug}"' in html(response)


def test_a_desk_without_stories_says_what_to_do(client, alice):
    assert "No story yet." in html(client.get("/stories/"))


def test_stories_are_paged_newest_first(client, alice):
    for _ in range(stories.STORIES_A_PAGE + 1):
        last = create_story()
    first = client.get("/stories/")
    assert str(last) in html(first)
    assert html(first).count('<tr role="row" id="story-') == stories.STORIES_A_PAGE
    assert 'rel="next"' in html(first)


def test_a_point_is_shown_outlet_by_outlet(client, alice, story):
    one, other = add_point(story, kind=LinkKind.SAME)
    create_verdict(one, by=create_reviewer(first_name="Mara", last_name="Lind"))
    response = client.get(url("cluster", story))
    assert html(response).count('<article class="version">') == 2
    assert "Outlet by outlet" in html(response)
    assert "Mara Lind, <time" in html(response)
    assert "says the same as" in html(response)
    assert "all 2 outlets" in html(response)
    assert other.article.get_absolute_url() in html(response)


def test_a_contested_point_is_shown_version_by_version(client, alice, story):
    add_point(story)
    response = client.get(url("cluster", story))
    assert "Version 1 of 2" in html(response)
    assert "Version 2 of 2" in html(response)


def test_a_point_of_many_claims_is_paged_version_by_version(client, alice, story, monkeypatch):
    monkeypatch.setattr(stories, "VOICES_A_PAGE", 2)
    one, other = add_point(story)
    third = create_claim(article=create_article(story=story))
    create_link(one, third, kind=LinkKind.SAME)
    first = client.get(url("cluster", story))
    assert [version.claims for version in first.context["versions"]] == [[one, third]]
    assert "Version 1 of 2" in html(first)
    assert "says the same as" in html(first)
    rest = client.get(url("cluster", story) + "?after=2")
    assert [version.claims for version in rest.context["versions"]] == [[other]]
    assert html(rest).count("contradicts</span>") == 1


def test_a_point_that_came_apart_says_so(client, alice, story):
    add_point(story)
    links.unlink(Link.objects.select_related("a", "b").get(), by=alice)
    assert "No claims here any more." in html(client.get(url("cluster", story)))


def test_what_is_not_there_is_not_found(client, alice):
    for address in ("/stories/nowhere/edit/", "/clusters/999999/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", READ)
def test_a_page_costs_the_same_queries_for_one_row_and_for_many(client, alice, story, name):
    def add() -> None:
        for one, other in (add_point(story), add_point(create_story())):
            create_verdict(one, by=create_reviewer())
            third = create_claim(article=create_article(story=one.story), by=alice)
            create_link(other, third, by=create_reporter())

    add()
    with CaptureQueriesContext(connection) as few:
        client.get(url(name, story))
    for _ in range(3):
        add()
    with CaptureQueriesContext(connection) as many:
        client.get(url(name, story))
    assert len(many) == len(few)


def test_a_story_is_opened(client, alice):
    sent = {"title": "Bridge closed", "summary": "A crack."}
    response = client.post("/stories/new/", sent, follow=True)
    story = Story.objects.get()
    assert response.redirect_chain == [(story.get_absolute_url(), 302)]
    assert (story.title, story.summary, story.created_by) == ("Bridge closed", "A crack.", alice)
    assert "Opened “Bridge closed”. Import the first article." in html(response)


def test_a_story_is_renamed_and_keeps_its_address(client, alice, story):
    assert "Ferry aground" in html(client.get(url("edit_story", story)))
    client.post(url("edit_story", story), {"title": "Ferry afloat", "summary": ""})
    renamed = Story.objects.get()
    assert (renamed.title, renamed.summary, renamed.slug) == ("Ferry afloat", "", story.slug)


@pytest.mark.parametrize("name", WRITE)
@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "Give the story a title."),
        ("x" * 201, "at most 200 characters"),
        ("BRIDGE closed", "A story of this title exists already."),
    ],
)
def test_a_title_that_cannot_be_is_refused_at_its_field(
    client, alice, story, name, title, sentence
):
    create_story(title="Bridge closed")
    response = client.post(url(name, story), {"title": title, "summary": "Kept."})
    assert response.status_code == 422
    assert sentence in html(response)
    assert 'aria-invalid="true"' in html(response)
    assert "Kept.</textarea>" in html(response)
    assert Story.objects.count() == 2
    story.refresh_from_db()
    assert story.title == "Ferry aground"


@pytest.mark.parametrize("name", READ + WRITE)
def test_strangers_see_nothing_and_anonymous_people_log_in(client, story, name):
    add_point(story)
    assert client.get(url(name, story))["Location"].startswith("/login/")
    client.force_login(create_user())
    assert client.get(url(name, story)).status_code == 403
    assert client.post(url(name, story)).status_code in (403, 405)
    assert Story.objects.count() == 1


@pytest.mark.parametrize("name", READ)
def test_pages_that_are_read_take_no_post(client, alice, story, name):
    add_point(story)
    assert client.post(url(name, story)).status_code == 405


@pytest.mark.parametrize("name", WRITE)
def test_forms_take_nothing_but_get_and_post(client, alice, story, name):
    assert client.get(url(name, story)).status_code == 200
    assert client.delete(url(name, story)).status_code == 405
